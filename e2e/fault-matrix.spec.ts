import { cover } from './matrix/cover.ts';
import { expectEnd } from './matrix/ends.ts';
import { browserOperations } from './matrix/operations.ts';
import { type Cell, cells } from './matrix/table.ts';
import { expect, test } from './support/test.ts';

/*
 * docs/fault-matrix.md lists the cells. A subset that needs a browser runs every time; MATRIX=all runs all cells.
 * scripts/fault-matrix.test.ts runs all of them in-process.
 */

/** Longer than any deadline of the app (of a command, a read with its retries, or a probe). Ms of the page's clock. */
const PAST_EVERY_DEADLINE_MS = 21_000;

for (const cell of process.env.MATRIX === 'all' ? cells : cover) {
  const { operation, fault, end } = cell;
  test(`${operation} × ${fault.name}: ${end.place}${end.says === '' ? '' : `, “${end.says}”`}`, async ({
    page,
    facility,
  }) => {
    const { arrange, press, request, route } = browserOperations[operation];
    await page.clock.install();
    await arrange(page, facility);
    await facility.fault({ route, times: 0, ...fault.fault });
    const sent = page.waitForRequest((made) => request.test(new URL(made.url()).pathname));
    await press(page, facility);
    await sent;
    if (fault.isSlow) await runPastDeadlines(cell);
    await expectEnd[end.place](page, cell, facility);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // A motor may still be running after the app stopped waiting for the response.
    await expect.poll(() => facility.openings()).toHaveLength(end.openings);

    /** One jump of the clock ends a read with all its retries. A report needs no jump, because its state is shown immediately. */
    async function runPastDeadlines({ operation: what }: Cell) {
      if (what.startsWith('log')) return;
      await page.clock.runFor(PAST_EVERY_DEADLINE_MS);
    }
  });
}
