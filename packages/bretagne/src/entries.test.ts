/** Looks for every figure and every record of the data in the rows of the data view. */
import { readFileSync } from 'node:fs';
import { createEntryFilter, type Entry, entriesOf } from '@ess-widgets/core/charts';
import { formatCount, periodInWords } from '@ess-widgets/core/format';
import { findMeasure, labelPart } from '@ess-widgets/core/indicators';
import {
  type Dataset,
  figuresOf,
  forAudience,
  type MeasuresDocument,
  parsePeriod,
  type Run,
  records,
  resolveText,
  runsOf,
  sectionsOf,
} from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, readDataset } from './dataset.ts';
import { readReportDocument } from './report.ts';
import { readReportFigures } from './report-figures.ts';

const measures = JSON.parse(
  readFileSync(new URL('../data/measures.json', import.meta.url), 'utf8'),
) as MeasuresDocument;
const whole: Dataset = { ...(await readDataset()), measures };
const report = await readReportDocument(whole);

/** Words of the model that no name of the data stands for. */
const asked = new Set<string>();
const rowsOf = (dataset: Dataset): readonly Entry[] =>
  entriesOf(dataset, {
    ...{ lang: 'fr', report, kindWord: (kind) => kind, href: () => undefined },
    place: (section, page) => [section, page].filter(Boolean).join(', p. '),
    sectionOf: () => undefined,
    part: (dimension, id) => resolveText(labelPart(dataset, dimension, id).label, 'fr').text,
    word: (value, field) => {
      asked.add(`${field} ${value}`);
      return /^[a-z0-9-]+$/.test(value) ? `«${value}»` : undefined;
    },
    under: (_field, value) => value,
    printed: (words) => words,
    amount: (quantity) => formatCount(quantity, 'fr'),
    day: (period) => periodInWords(period, 'fr'),
  }).rows;

const all = rowsOf(whole);
const ids = new Set(all.map(({ id }) => id));
const shown = rowsOf(forAudience(whole));

const found = (query: string, rows = all): readonly Entry[] => rows.filter(createEntryFilter(query));

describe('the data view', () => {
  for (const collection of COLLECTIONS)
    it(`has a row for each of the ${collection}`, () => {
      const list: readonly { readonly id: string; readonly dimension?: string }[] = records(whole, collection);
      const missing = list
        .map(({ id, dimension }) => `${collection} ${collection === 'categories' ? `${dimension}/` : ''}${id}`)
        .filter((id) => !ids.has(id));
      expect(list.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    });

  it('has each row once', () => {
    expect(all).toHaveLength(ids.size);
  });

  it('has the value, or the date, of each figure that the report states', () => {
    const bySeed = new Map(records(whole, 'observations').map((one) => [one.seedId, one.id]));
    const missing = readReportFigures().filter(({ stated = true, id, kind, value, operator, section, period }) => {
      if (!stated) return false;
      const own = all.find((row) => row.id === `observations ${bySeed.get(id)}`);
      const [, number, date] = own?.cells ?? [];
      if (own && number?.kind === 'number' && kind !== 'period') {
        const { quantity } = number;
        const bounds = `${quantity.min}-${quantity.max}`;
        return quantity.op === 'range'
          ? bounds !== String(value)
          : quantity.value !== Number(value) || quantity.op !== operator;
      }
      if (own) return date?.kind !== 'date';
      // The others are dates, periods and editions of records, or the day of another figure.
      const days = [value, ...(kind === 'period' ? periodsOf(period) : [])].map(String);
      return !all.some(
        (row) =>
          (row.sections.includes(section) || row.sections.length === 0) &&
          (days.includes(row.date ?? '') || days.some((day) => row.note.includes(written(day)))),
      );
    });
    expect(missing.map(({ id, section, value }) => `${section} ${id} ${value}`)).toEqual([]);
  });

  it('has every figure that texts and tiles of the report show', () => {
    const runs = sectionsOf(report).flatMap(({ section }) =>
      Object.values(section.text ?? {}).flatMap((text) => runsOf(text)),
    );
    const isFigure = (run: Run): run is Extract<Run, { readonly kind: 'figure' }> => run.kind === 'figure';
    const figures = [
      ...runs.filter(isFigure),
      ...sectionsOf(report).flatMap(({ section }) => section.blocks.flatMap(figuresOf)),
    ];
    const missing = figures.filter(({ indicator, period = report.period, where, territory }) => {
      const measure = findMeasure(measures, {
        ...{ indicator, period },
        ...(where === undefined ? {} : { where }),
        ...(territory === undefined ? {} : { territory }),
      });
      if (!measure?.quantity) return false;
      const published = measure.observations?.map((id) => `observations ${id}`) ?? [];
      const computed = all.filter(
        (row) => row.figure === measure || (row.kind === 'measures' && sameFigure(row, measure)),
      );
      return published.length > 0 ? !published.every((id) => ids.has(id)) : computed.length === 0;
    });
    expect(figures.length).toBeGreaterThan(100);
    expect(missing.map(({ indicator, where }) => `${indicator} ${where ?? ''}`)).toEqual([]);
    const observed = runs.flatMap((run) => (run.kind === 'observation' ? [`observations ${run.observation}`] : []));
    expect(observed.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('shows nothing internal to the public, and all else', () => {
    const hidden = all.filter(({ id }) => !shown.some((row) => row.id === id));
    expect([...new Set(hidden.map(({ kind }) => kind))].sort()).toEqual(['measures', 'movements', 'observations']);
    const internal = records(whole, 'observations').filter(({ audience }) => audience === 'internal');
    expect(internal.length).toBeGreaterThan(0);
    for (const { id } of internal)
      expect(
        shown.some((row) => row.id === `observations ${id}`),
        id,
      ).toBe(false);
    // Why an organisation left is a field that the public has not.
    expect(all.some(({ note }) => note.includes('«lapse»'))).toBe(true);
    expect(shown.some(({ note }) => /«(lapse|withdrawal|dissolution)»/.test(note))).toBe(false);
  });

  it('names what the data name, by no id', () => {
    const known = new Set(COLLECTIONS.flatMap((name) => records(whole, name).map(({ id }) => id)));
    const named = all.flatMap(({ cells, note }) => {
      const [what, , , places] = cells;
      return [what, places]
        .flatMap((cell) => (cell?.kind === 'text' ? cell.text.text.split(', ') : []))
        .concat(note.split(/ · |, /));
    });
    const isId = (text: string): boolean => /[-/]/.test(text) && known.has(text);
    expect(named.filter(isId)).toEqual([]);
  });

  it('has a text for each word of the model that it shows', () => {
    const texts = ['core/src/charts/words/table', 'elements/src/texts/table', 'elements/src/texts/data'].map((name) =>
      readFileSync(new URL(`../../${name}.fr.ts`, import.meta.url), 'utf8'),
    );
    const words = [...asked].map((each) => each.split(' ')).filter(([field]) => !FREE.has(field ?? ''));
    const missing = words.filter(([, ...word]) => !texts.join('').includes(`word_${word.join(' ')}`));
    expect(words.length).toBeGreaterThan(10);
    expect(missing.map((each) => each.join(' '))).toEqual([]);
  });

  it('finds a row by the words of its name and its number, without accents', () => {
    const lost = shown.filter((row, at) => {
      if (at % 17 > 0) return false;
      const [what, number] = row.cells;
      const name = what?.kind === 'text' ? what.text.text : '';
      const value = number?.kind === 'number' ? formatCount(number.quantity, 'fr') : '';
      const query = `${name} ${value}`.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      return !found(query, shown).includes(row);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('finds ten facts as a reader would write them', () => {
    const facts: readonly (readonly [query: string, name: RegExp])[] = [
      ['adherents 117', /adh/i],
      ['1 779 CDI', /emplois|CDI/i],
      ['96,4', /statuts/i],
      ['I.4.b eleves', /élèves/i],
      ['casden', /Casden/i],
      ['morlaix statuts', /assemblée/i],
      ['statuts vote', /statuts/i],
      ['mois de l’ess', /Mois de l’ESS/],
      ['2 283', /X \(ex-Twitter\)/],
      ['scenario b', /Scénario B/],
    ];
    for (const [query, name] of facts) {
      const names = found(query, shown).map(({ cells: [what] }) => (what?.kind === 'text' ? what.text.text : ''));
      expect(
        names.some((each) => name.test(each)),
        `${query}: ${names.join(' | ')}`,
      ).toBe(true);
    }
  });
});

/** Fields whose values are what a source wrote, and no words of the model. */
const FREE: ReadonlySet<string> = new Set(['activities', 'legalForm', 'town', 'place', '']);

const written = (day: string): string => (parsePeriod(day) ? periodInWords(day, 'fr') : day);

/** Returns the spellings of a period of the catalogue: `2023-24` is a school year. */
function periodsOf(text: string): readonly string[] {
  const [first = '', last = ''] = text.split('-');
  return last.length === 2 ? [`${first}-SY`] : [text.replace('-', '/')];
}

const sameFigure = (
  { figure }: Entry,
  measure: {
    readonly indicator: string;
    readonly period: string;
    readonly where?: string;
    readonly territory?: string;
  },
): boolean =>
  figure !== undefined &&
  !('label' in figure) &&
  figure.indicator === measure.indicator &&
  figure.period === measure.period &&
  (figure.where ?? '') === (measure.where ?? '') &&
  (figure.territory ?? '') === (measure.territory ?? '');
