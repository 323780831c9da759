import { ensureBuild } from './setup.mjs';

/** Playwright's global setup: whoever runs it alone tests what the sources say now, too. */
export default async function setUp() {
  await ensureBuild({ server: true, gallery: true, demo: true });
}
