import type { Device } from './device.ts';

/** Copies text. False where the browser does not allow it: no secure context, no permission. Never throws. */
export async function copyText({ navigator }: Pick<Device, 'navigator'>, text: string): Promise<boolean> {
  try {
    // Without a clipboard this throws, too.
    await (navigator.clipboard as Clipboard).writeText(text);
    return true;
  } catch {
    return false;
  }
}
