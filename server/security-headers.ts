import type { ServerResponse } from 'node:http';

// Every feature named here exists in today's Chromium: an unknown name would put a warning on every visitor's console.
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

// WebOTP reads the code out of the text message on the sign-in screen.
const permissionsPolicy = [...deniedFeatures.map((feature) => `${feature}=()`), 'otp-credentials=(self)'].join(', ');

/** Headers for everything this origin answers, pages or not. */
export function setCommonHeaders(res: ServerResponse): void {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
}

/**
 * Headers for pages and files. The page's own content security policy is a meta element that the build writes, so that
 * any file server serves it; the header here adds only what a meta element cannot say.
 */
export function setPageHeaders(res: ServerResponse): void {
  res.setHeader('content-security-policy', "frame-ancestors 'none'");
  res.setHeader('permissions-policy', permissionsPolicy);
  res.setHeader('cross-origin-opener-policy', 'same-origin');
}

/** Headers for API answers: whatever an API says, opened as a page it can run nothing on this origin. */
export function setDataHeaders(res: ServerResponse): void {
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
}
