import { controls, expect, isAt, openDemo, test } from './support/demo.ts';

/* The screenshot of the demo in the README: a first visit with the gate open. */

const BEFORE_THE_GATE_OPENS = 6;

for (const [device, viewport] of [
  ['tablet', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport, isMobile: device === 'phone', deviceScaleFactor: 1 });
      test('the gate opens', async ({ page, files }) => {
        await openDemo(page, files, '#scenario=first-visit&paused');
        await isAt(page, 'paused', 0);
        for (let done = 1; done <= BEFORE_THE_GATE_OPENS; done++) {
          await page.getByRole('button', { name: 'Step', exact: true }).click();
          await isAt(page, 'paused', done);
        }
        await expect(controls(page)).toContainText('The gate has opened');
        await page.screenshot({ path: `docs/screens/demo-${device}-${colorScheme}.png`, animations: 'disabled' });
      });
    });
  }
}
