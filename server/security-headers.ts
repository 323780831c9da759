// Chromium logs a warning for each unknown feature name, so only known ones are listed.
const denied =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking';

const common = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const ofThisOrigin = { ...common, 'cross-origin-resource-policy': 'same-origin' };

/** Security headers by kind of response. A page also gets its Content-Security-Policy. */
export const securityHeaders = {
  page: {
    ...common,
    'cross-origin-opener-policy': 'same-origin',
    // The sign-in screen reads the code from the text message by WebOTP.
    'permissions-policy': `${denied.replaceAll(/\S+/g, '$&=(),')} otp-credentials=(self)`,
  },
  script: ofThisOrigin,
  data: { ...ofThisOrigin, 'content-security-policy': "default-src 'none'; sandbox" },
} as const;
