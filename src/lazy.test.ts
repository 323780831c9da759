import { describe, expect, it, vi } from 'vitest';
import { createLazy } from './lazy.ts';

describe('a part that is loaded when it is wanted', () => {
  it('is fetched once for all who ask, and is there without waiting after that', async () => {
    const fetchPart = vi.fn(async () => 'part');
    const { get, load } = createLazy(fetchPart);
    expect(get()).toBeNull();
    expect(await Promise.all([load(), load()])).toEqual(['part', 'part']);
    expect(await load()).toBe('part');
    expect(get()).toBe('part');
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it('is fetched again for whoever asks after a failure', async () => {
    const fetchPart = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no network'));
    fetchPart.mockResolvedValue('part');
    const { get, load } = createLazy(fetchPart);
    await expect(Promise.all([load(), load()])).rejects.toThrow('no network');
    expect(get()).toBeNull();
    expect(await load()).toBe('part');
    expect(fetchPart).toHaveBeenCalledTimes(2);
  });

  it('may fail at once, before it is waited for', async () => {
    const { load } = createLazy(() => {
      throw new Error('broken');
    });
    await expect(load()).rejects.toThrow('broken');
    await expect(load()).rejects.toThrow('broken');
  });
});
