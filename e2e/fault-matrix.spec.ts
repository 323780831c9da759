import { cover } from './matrix/cover.ts';
import { see } from './matrix/ends.ts';
import { ways } from './matrix/operations.ts';
import { type Cell, cells } from './matrix/table.ts';
import { expect, test } from './support/test.ts';

/*
 * docs/fault-matrix.md says what each cell is about. What only a browser can show runs every time; MATRIX=all runs all cells.
 * All of them run in-process as well: scripts/fault-matrix.test.ts.
 */

/** Longer than any deadline of the app: of a command, of a read with its repetitions, of a probe. Ms of the page's time. */
const PAST_EVERY_DEADLINE_MS = 21_000;

for (const cell of process.env.MATRIX === 'all' ? cells : cover) {
  const { operation, fault, end } = cell;
  test(`${operation} × ${fault.name}: ${end.place}${end.says === '' ? '' : `, “${end.says}”`}`, async ({
    page,
    facility,
  }) => {
    const way = ways[operation];
    await page.clock.install();
    await way.arrange(page, facility);
    await facility.fault({ route: way.route, times: 0, ...fault.fault });
    const sent = page.waitForRequest((request) => way.request.test(new URL(request.url()).pathname));
    await way.press(page, facility);
    await sent;
    if (fault.isSlow) await runPastDeadlines(cell);
    await see[end.place](page, cell, facility);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // A motor may still turn behind an answer that nobody waited for.
    await expect.poll(() => facility.openings()).toHaveLength(end.openings);

    /** A read that is repeated has its whole time cut off by one jump; what a report leaves behind is seen at once. */
    async function runPastDeadlines({ operation: what }: Cell) {
      if (what.startsWith('log')) return;
      await page.clock.runFor(PAST_EVERY_DEADLINE_MS);
    }
  });
}
