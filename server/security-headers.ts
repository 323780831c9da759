// Chromium logs a warning for each unknown feature name, so only known ones are listed. Web Audio does not need `autoplay`
// after a press.
const denied =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get serial usb xr-spatial-tracking';

const common = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const ofThisOrigin = { ...common, 'cross-origin-resource-policy': 'same-origin' };

/** Security headers by kind of response. A page also gets its Content-Security-Policy. */
export const securityHeaders = {
  page: {
    ...common,
    'cross-origin-opener-policy': 'same-origin',
    // The sign-in screen reads the code from the text message by WebOTP. The screen stays on while a door is being opened.
    'permissions-policy': `${denied.replaceAll(/\S+/g, '$&=(),')} otp-credentials=(self), screen-wake-lock=(self)`,
  },
  script: ofThisOrigin,
  data: { ...ofThisOrigin, 'content-security-policy': "default-src 'none'; sandbox" },
} as const;
