// Every feature named here exists in today's Chromium: an unknown name would put a warning on every visitor's console.
const denied =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking';

const common = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const ofThisOrigin = { ...common, 'cross-origin-resource-policy': 'same-origin' };

/** What keeps an answer from doing more than its kind may do; a page's Content-Security-Policy comes beside them. */
export const securityHeaders = {
  page: {
    ...common,
    'cross-origin-opener-policy': 'same-origin',
    // WebOTP reads the code out of the text message on the sign-in screen.
    'permissions-policy': `${denied.replaceAll(/\S+/g, '$&=(),')} otp-credentials=(self)`,
  },
  script: ofThisOrigin,
  data: { ...ofThisOrigin, 'content-security-policy': "default-src 'none'; sandbox" },
} as const;
