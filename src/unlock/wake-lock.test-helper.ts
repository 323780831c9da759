/** A browser's Screen Wake Lock. `navigator` goes into a test platform; `isHeld` and `requests` say what the app did. */
export function createFakeWakeLock() {
  const locks: { released: boolean; readonly release: () => Promise<void> }[] = [];
  let refuses = false;
  let requests = 0;
  let answer: Promise<void> | null = null;

  const request = async () => {
    requests++;
    if (refuses) throw new DOMException('not allowed', 'NotAllowedError');
    await answer;
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    locks.push(lock);
    return lock;
  };

  return {
    navigator: { wakeLock: { request } as unknown as WakeLock },
    isHeld: () => locks.some(({ released }) => !released),
    requests: () => requests,
    refuse(next: boolean) {
      refuses = next;
    },
    /** Requests are pending until the returned function is called. */
    delay() {
      let end = () => {};
      answer = new Promise((resolve) => {
        end = resolve;
      });
      return () => end();
    },
    /** As the browser does when the page is hidden. */
    releaseAll() {
      for (const lock of locks) lock.released = true;
    },
  };
}
