import type { Device } from './device.ts';

type OtpCredential = Credential & { readonly code?: string };

/**
 * The one-time code out of the text message, where the browser offers it (WebOTP: Chromium on Android). Resolves null
 * where it does not, when the person declines, and when `signal` aborts: typing always works, so this never throws.
 */
export async function receiveCode(
  device: Pick<Device, 'OTPCredential' | 'navigator'>,
  signal: AbortSignal,
): Promise<string | null> {
  const { credentials } = device.navigator;
  if (!('OTPCredential' in device) || !credentials) return null;
  try {
    const options = { otp: { transport: ['sms'] }, signal } as CredentialRequestOptions;
    const credential = (await credentials.get(options)) as OtpCredential | null;
    return credential?.code ?? null;
  } catch {
    return null;
  }
}
