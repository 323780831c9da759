import { cover } from './cover.ts';
import { type Cell, cells } from './table.ts';

const PLACES: Readonly<Record<Cell['end']['place'], string>> = {
  form: 'in the form, what was typed stays',
  notice: 'under the choice, which stays',
  countdown: 'a banner counts down, the choice stays',
  'code step': 'back at the code, with the number',
  list: 'in place of the list, with a way to try again',
  'above list': 'at the list',
  'sign-in': 'sign-in, and back to the same place after it',
  door: 'at the door',
  activity: 'in the activity',
  banner: 'a banner that counts to the next check; the way to try again rests',
};

/** docs/fault-matrix.md, from the table that the tests run. */
export function faultMatrixPage(): string {
  const operations = [...new Set(cells.map(({ operation }) => operation))];
  return `# The fault matrix

Written from \`e2e/matrix/table.ts\`, which is what the tests run (\`npm run matrix:docs\`). In each of its ${cells.length} cells the person ends
where it says, within the deadline of the call, with nothing typed lost, no blank page, no complaint of the browser and no door moved but
those named.

| what runs | which cells | what they prove |
|---|---|---|
| \`npm run unit\` (\`scripts/fault-matrix.test.ts\`) | all ${cells.length}, in-process: the app's own services before the simulated facility, in time that the test owns | what the fault is taken for, how often the request is sent, which doors move, what becomes of the session, the list, the report, the limit and the breaker (\`e2e/matrix/effects.ts\`) |
| \`npm run unit\` (\`scripts/fault-matrix-messages.test.tsx\`) | each thing that a screen is given in a cell, once a screen | the message, and where it is shown |
| \`npm run e2e\` (\`e2e/fault-matrix.spec.ts\`) | ${cover.length}, in a browser: those marked below | each place where a person can end, each sentence, every operation; real connections that are cut, silent, slow or led elsewhere |
| \`npm run test:matrix\`, for a release | all ${cells.length}, in a browser | the same of every cell |

${operations.map(section).join('\n\n')}
`;
}

function section(operation: string): string {
  const rows = cells.filter((cell) => cell.operation === operation).map(row);
  return `## ${operation}\n\n| what happens | where the person ends | the message | doors moved | in a browser |\n|---|---|---|---|---|\n${rows.join('\n')}`;
}

function row(cell: Cell): string {
  const { fault, end } = cell;
  const says = end.says === '' ? 'the fresh list' : `“${end.says} …”`;
  return `| ${fault.name} | ${PLACES[end.place]} | ${says} | ${end.openings} | ${cover.includes(cell) ? 'always' : ''} |`;
}
