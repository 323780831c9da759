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

Written from \`e2e/matrix/table.ts\`, which is what the tests run: \`npm run test:matrix\` all ${cells.length} cells, \`npm test\` a pairwise cover. In each
cell the person ends where it says, within the deadline of the call, with nothing typed lost, no blank page, no complaint of the browser
and no door moved but those named.

${operations.map(section).join('\n\n')}
`;
}

function section(operation: string): string {
  const rows = cells.filter((cell) => cell.operation === operation).map(row);
  return `## ${operation}\n\n| what happens | where the person ends | the words | doors moved |\n|---|---|---|---|\n${rows.join('\n')}`;
}

function row({ fault, end }: Cell): string {
  return `| ${fault.name} | ${PLACES[end.place]} | ${end.says === '' ? 'the fresh list' : `“${end.says} …”`} | ${end.openings} |`;
}
