import { ensureBuild } from './setup.mjs';

/** Playwright's global setup, so that a direct run of Playwright also tests an up-to-date build. */
export default async function setUp() {
  await ensureBuild({ server: true, gallery: true, demo: true });
}
