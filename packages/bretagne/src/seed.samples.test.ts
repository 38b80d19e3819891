/** Compares the data and the facts that the tests stand on with the catalogue of the report, which lies beside the repository. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, readDataset } from './dataset.ts';
import { type ReportFigure, readReportFigures } from './report-figures.ts';

interface Entity {
  readonly type: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`../../../../shared/seed/${name}`, import.meta.url), 'utf8'));

describe('the facts of the report that the tests stand on', () => {
  it('are those of the catalogue', () => {
    const facts = read<ReportFigure>('figures.json').map(
      ({ id, kind, value, operator, unit, period, section, page, planned, stated }) => ({
        ...{ id, kind, value, operator, unit, period, section, page },
        ...(planned ? { planned } : {}),
        ...(stated ? {} : { stated }),
      }),
    );
    expect(readReportFigures()).toEqual(facts);
  });
});

describe('the catalogue of entities', () => {
  it('names no natural person who is in the data', async () => {
    const { collections } = await readDataset();
    const text = COLLECTIONS.map((name) => JSON.stringify(collections[name]))
      .join('\n')
      .toLowerCase();
    const people = read<Entity>('entities.json').filter(
      ({ type }) => type === 'public-person' || type === 'person-group',
    );
    const names = people.flatMap(({ name, spellings }) => [name, ...spellings]);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => text.includes(name.toLowerCase()))).toEqual([]);
  });
});
