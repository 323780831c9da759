import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultMatrixPage } from '../e2e/matrix/document.ts';
import { cells, cover } from '../e2e/matrix/table.ts';

describe('the fault matrix', () => {
  it('is what docs/fault-matrix.md says; npm run matrix:docs writes it anew', () => {
    expect(readFileSync('docs/fault-matrix.md', 'utf8')).toBe(faultMatrixPage());
  });

  it('has no cell twice', () => {
    const names = cells.map(({ operation, fault }) => `${operation} ${fault.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is covered by less than all of it: every operation and every fault is there', () => {
    expect(cover.length).toBeLessThan(cells.length * 0.7);
    expect(new Set(cover.map(({ operation }) => operation))).toEqual(new Set(cells.map(({ operation }) => operation)));
    expect(new Set(cover.map(({ fault }) => fault.name))).toEqual(new Set(cells.map(({ fault }) => fault.name)));
  });
});
