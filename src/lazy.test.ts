import { describe, expect, it, vi } from 'vitest';
import { createLazy } from './lazy.ts';

describe('a lazy value', () => {
  it('is fetched once for concurrent calls, and is available synchronously after that', async () => {
    const fetchValue = vi.fn(async () => 'value');
    const { get, load } = createLazy(fetchValue);
    expect(get()).toBeNull();
    expect(await Promise.all([load(), load()])).toEqual(['value', 'value']);
    expect(await load()).toBe('value');
    expect(get()).toBe('value');
    expect(fetchValue).toHaveBeenCalledTimes(1);
  });

  it('is fetched again after a failure', async () => {
    const fetchValue = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no network'));
    fetchValue.mockResolvedValue('value');
    const { get, load } = createLazy(fetchValue);
    await expect(Promise.all([load(), load()])).rejects.toThrow('no network');
    expect(get()).toBeNull();
    expect(await load()).toBe('value');
    expect(fetchValue).toHaveBeenCalledTimes(2);
  });

  it('rejects when fetching throws synchronously', async () => {
    const { load } = createLazy(() => {
      throw new Error('broken');
    });
    await expect(load()).rejects.toThrow('broken');
    await expect(load()).rejects.toThrow('broken');
  });
});
