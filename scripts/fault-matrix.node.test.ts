import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cover } from '../e2e/matrix/cover.ts';
import { faultMatrixPage } from '../e2e/matrix/document.ts';
import { networkFaults, statuses } from '../e2e/matrix/faults.ts';
import { cells } from '../e2e/matrix/table.ts';

const operations = [...new Set(cells.map(({ operation }) => operation))];

describe('the fault matrix', () => {
  it('equals docs/fault-matrix.md; update it with npm run matrix:docs', () => {
    expect(readFileSync('docs/fault-matrix.md', 'utf8')).toBe(faultMatrixPage());
  });

  it('has no duplicate cells', () => {
    const names = cells.map(({ operation, fault }) => `${operation} ${fault.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('covers every operation with every status and every connection fault', () => {
    for (const operation of operations) {
      const own = cells.filter((cell) => cell.operation === operation).map(({ fault }) => fault.name);
      expect(own).toEqual(expect.arrayContaining([...statuses, ...networkFaults].map(({ name }) => name)));
    }
  });
});

describe('the cells that always run in a browser', () => {
  it('are a small part of the matrix', () => {
    expect(cover.length).toBeLessThanOrEqual(42);
    expect(cells.length).toBeGreaterThan(200);
  });

  it('cover every operation', () => {
    expect(new Set(cover.map(({ operation }) => operation))).toEqual(new Set(operations));
  });

  it('cover every place and every message', () => {
    expect(new Set(cover.map(({ end }) => end.place))).toEqual(new Set(cells.map(({ end }) => end.place)));
    expect(new Set(cover.map(({ end }) => end.says))).toEqual(new Set(cells.map(({ end }) => end.says)));
  });

  it('cover every message of a door and of a report, in its place', () => {
    const endsAt = (some: typeof cells) =>
      new Set(some.filter(({ operation }) => /^(open|log)/.test(operation)).map(({ end }) => JSON.stringify(end)));
    expect(endsAt(cover)).toEqual(endsAt(cells));
  });

  it.each(['a connection cut before the headers', 'a connection cut after the headers'])(
    'cover %s for every kind of request',
    (name) => {
      const covered = cover.filter(({ fault }) => fault.name === name).map(({ operation }) => operation);
      for (const kind of [/phone|verify/, /access|health/, /open/, /log/])
        expect(covered).toContainEqual(expect.stringMatching(kind));
    },
  );

  it.each(['silence', 'two bytes a second', 'a redirect to a page'])('cover %s', (name) => {
    expect(cover.map(({ fault }) => fault.name)).toContain(name);
  });
});
