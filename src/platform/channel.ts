import type { Device } from './device.ts';

/**
 * Notifies the other tabs of a change, without data. Does nothing where BroadcastChannel is missing or refused (Firefox
 * with cookies blocked).
 */
export type Channel = {
  announce(): void;
  /** Returns an unsubscribe function. */
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

function open(
  { BroadcastChannel: Constructor }: Pick<Device, 'BroadcastChannel'>,
  name: string,
): BroadcastChannel | null {
  try {
    // Also throws where there is no BroadcastChannel.
    return new (Constructor as typeof BroadcastChannel)(name);
  } catch {
    return null;
  }
}
