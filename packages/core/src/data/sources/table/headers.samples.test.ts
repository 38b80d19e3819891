/** The headers of real lists, each beside columns that say which kind of list it is: kept outside this repository. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersBy } from './by-recipe.ts';
import { type Field, isStamp, type ListKind, readHeaders } from './headers.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../../../shared/samples/feed/headers.json');

interface Samples {
  readonly memberNames: readonly string[];
  readonly eventTitles: readonly string[];
  readonly eventDates: readonly string[];
  readonly stamps: readonly string[];
}
const samples = JSON.parse(readFileSync(SAMPLES, 'utf8')) as Samples;

const CASES: readonly (readonly [kind: ListKind, field: Field, row: readonly string[], at: number])[] = [
  ...samples.memberNames.map((text) => ['members', 'name', [text, 'Commune'], 0] as const),
  ...samples.eventTitles.map((text) => ['events', 'name', [text, 'Date', 'Lieu'], 0] as const),
  ...samples.eventDates.map((text) => ['events', 'start', ['Titre', text, 'Lieu'], 1] as const),
];

describe('105 headers of real lists', () => {
  it('are known without a word of the author, but for a person, a stamp and a theme', () => {
    const unknown = CASES.flatMap(([kind, field, row, at]) => {
      const headers = readHeaders(row);
      return headers.kind === kind && headers.columns.get(field) === at ? [] : [row[at]];
    });
    expect(CASES).toHaveLength(105);
    expect(unknown).toEqual(['Nom & prénom', 'Thématique', 'Horodatage']);
  });

  it('are all set by a recipe', () => {
    for (const [kind, field, row, at] of CASES) {
      const { headers, missing } = headersBy(row, { kind, columns: { [row[at] ?? '']: field } });
      expect([headers.columns.get(field), missing], row[at]).toEqual([at, []]);
    }
  });

  it('are no stamps where they say when a line was written', () => {
    for (const text of samples.stamps) {
      expect(isStamp(text), text).toBe(true);
      for (const row of [
        [text, 'Titre', 'Lieu'],
        ['Titre', 'Date', text],
        [text, 'Titre', 'Date'],
      ]) {
        for (const kind of ['events', 'members', undefined] as const) {
          expect([...readHeaders(row, kind).columns.values()], `${row}`).not.toContain(row.indexOf(text));
        }
      }
    }
  });
});
