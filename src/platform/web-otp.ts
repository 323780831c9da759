import type { Device } from './device.ts';

type OtpCredential = Credential & { readonly code?: string };

/**
 * Reads the one-time code from the text message (WebOTP: Chromium on Android). Resolves with null where unsupported, when
 * the person declines and when `signal` aborts. Never rejects, because the code can be typed.
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
