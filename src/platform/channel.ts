/**
 * Tells the other tabs that something changed; says nothing about what. Silent where there is no BroadcastChannel, or it
 * is refused (Firefox with cookies blocked).
 */
export type Channel = {
  announce(): void;
  /** The answer unsubscribes. */
  listen(changed: () => void): () => void;
};

export function createChannel(name: string): Channel {
  const channel = open(`door-access:${name}`);
  return {
    announce: () => channel?.postMessage(null),
    listen(changed) {
      channel?.addEventListener('message', changed);
      return () => channel?.removeEventListener('message', changed);
    },
  };
}

function open(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** One tab, or a test. */
export const silentChannel: Channel = { announce: () => {}, listen: () => () => {} };
