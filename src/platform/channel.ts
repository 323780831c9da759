/** Tells the other tabs that something changed; says nothing about what. Silent where there is no BroadcastChannel. */
export type Channel = {
  announce(): void;
  /** The answer unsubscribes. */
  listen(changed: () => void): () => void;
};

export function createChannel(name: string): Channel {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`door-access:${name}`);
  return {
    announce: () => channel?.postMessage(null),
    listen(changed) {
      channel?.addEventListener('message', changed);
      return () => channel?.removeEventListener('message', changed);
    },
  };
}

/** One tab, or a test. */
export const silentChannel: Channel = { announce: () => {}, listen: () => () => {} };
