import type { Device } from './device.ts';

/** Copies text. Resolves with false without a secure context or permission; never rejects. */
export async function copyText({ navigator }: Pick<Device, 'navigator'>, text: string): Promise<boolean> {
  try {
    // Also throws without a clipboard.
    await (navigator.clipboard as Clipboard).writeText(text);
    return true;
  } catch {
    return false;
  }
}
