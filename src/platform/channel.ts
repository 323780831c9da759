import type { Device } from './device.ts';

/**
 * Tells the other tabs that something changed; says nothing about what. Silent where there is no BroadcastChannel, or it
 * is refused (Firefox with cookies blocked).
 */
export type Channel = {
  announce(): void;
  /** The answer unsubscribes. */
  listen(changed: () => void): () => void;
};

export function createChannel(device: Pick<Device, 'BroadcastChannel'>, name: string): Channel {
  const channel = open(device, `door-access:${name}`);
  return {
    announce: () => channel?.postMessage(null),
    listen(changed) {
      channel?.addEventListener('message', changed);
      return () => channel?.removeEventListener('message', changed);
    },
  };
}

function open({ BroadcastChannel: Opened }: Pick<Device, 'BroadcastChannel'>, name: string): BroadcastChannel | null {
  try {
    // Where there is none this throws, too.
    return new (Opened as typeof BroadcastChannel)(name);
  } catch {
    return null;
  }
}
