/**
 * A `Storage` in memory, so that the phone writes nothing to the device that shows it. `onWrite` is called after each
 * change.
 */
export function memoryStorage(onWrite: () => void = () => {}): Storage {
  const items = new Map<string, string>();
  const change = (write: () => unknown) => {
    write();
    onWrite();
  };
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => change(() => items.set(key, String(value))),
    removeItem: (key) => change(() => items.delete(key)),
    clear: () => change(() => items.clear()),
  };
}
