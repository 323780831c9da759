import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces the text between the markers of this name. @throws {Error} when the page has no such markers */
export function writeSection(path: string, name: string, text: string): void {
  const begin = `<!-- ${name}: written by a benchmark -->`;
  const end = `<!-- /${name} -->`;
  const page = readFileSync(path, 'utf8');
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path} does not contain the markers of "${name}".`);
  writeFileSync(path, `${before}${begin}\n\n${text.trim()}\n\n${end}${after}`);
}

/** A Markdown table; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
