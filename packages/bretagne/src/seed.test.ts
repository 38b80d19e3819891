/** Compares the data with the catalogue of the report's figures, where that is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import type { CollectionName } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, readDataset } from './dataset.ts';

const SEED = new URL('../../../../shared/seed/', import.meta.url);
const isHere = existsSync(new URL('figures.json', SEED));
if (!isHere) console.info('The catalogue of figures is not here: the data is not compared with it.');

interface Figure {
  readonly id: string;
  readonly section: string;
  readonly page: number;
  readonly value: number | string;
  readonly period: string;
  readonly operator: string;
  readonly kind: string;
  readonly stated: boolean;
  readonly planned?: boolean;
}

interface Entity {
  readonly type: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

const read = <T>(name: string): readonly T[] =>
  isHere ? (JSON.parse(readFileSync(new URL(name, SEED), 'utf8')) as readonly T[]) : [];

const figures = read<Figure>('figures.json').filter(({ section, stated }) => stated && /^(I|IV\.2)\./.test(section));

/** Dates and periods that are the field of a record rather than a figure: `collection/id` and the field. */
const IN_RECORDS: Readonly<Record<string, readonly [CollectionName, string, 'start' | 'end' | 'date' | 'period']>> = {
  'membership-date-casden': ['memberships', 'cress/casden', 'start'],
  'membership-date-ordi-grand-ouest': ['memberships', 'cress/ordi-grand-ouest', 'start'],
  'membership-date-batylab': ['memberships', 'cress/batylab', 'start'],
  'membership-date-la-grenade': ['memberships', 'cress/la-grenade', 'start'],
  'membership-date-transition-ess': ['memberships', 'cress/transition-ess', 'start'],
  'membership-date-wind-coop': ['memberships', 'cress/wind-coop', 'start'],
  'membership-date-le-rab': ['memberships', 'cress/le-rab', 'start'],
  'membership-date-kozh-ensemble': ['memberships', 'cress/kozh-ensemble', 'start'],
  'membership-date-xylm': ['memberships', 'cress/xylm', 'start'],
  'members-count-date': ['observations', 'members-total-2024', 'period'],
  'extraordinary-assembly-date': ['meetings', 'assemblee-generale-extraordinaire/2024-12-19', 'date'],
  'rdv-ess-date': ['events', 'rdv-ess-2024', 'date'],
  'territory-college-meeting-1': ['meetings', 'college-territoire/2024-06-27', 'date'],
  'territory-college-meeting-2': ['meetings', 'college-territoire/2024-09-26', 'date'],
  'scenario-b-final-date': ['meetings', 'copil-collectif/2024-11-05', 'date'],
  'poles-exit-date': ['memberships', 'collectif/pole-ess-de-rennes', 'end'],
  'collective-staff-meeting-loudeac-date': ['meetings', 'rencontres-salaries/2024-04-12', 'date'],
  'collective-staff-meeting-rennes-date': ['meetings', 'rencontres-salaries/2024-11-29', 'date'],
  'sress-copil-date': ['meetings', 'copil-sress/2024-04-11', 'date'],
  'sress-copil-next-date': ['meetings', 'copil-sress/2025-04-01', 'date'],
  'sress-next-period': ['programmes', 'sress-2025-2028', 'period'],
  'regional-conference-date': ['events', 'conference-regionale-2024', 'date'],
  'school-practice-exchange-day': ['events', 'journee-d-echanges-de-pratiques-education', 'date'],
  'eedd-roadmap-period': ['programmes', 'feuille-de-route-eedd', 'period'],
  'inspe-day-date': ['events', 'journee-des-alliances-educatives-inspe', 'date'],
  'ess-school-week-dates': ['events', 'semaine-de-l-ess-a-l-ecole', 'date'],
  'esper-training-day': ['events', 'journee-de-formation-l-esper', 'date'],
};

/** The catalogue's spelling of a period, in ours: `2023-24` is a school year, `2022-2024` a range of years. */
function periodOf(text: string): string {
  const school = /^(\d{4})-(\d{2})$/.exec(text);
  if (school && Number(school[2]) === (Number(school[1]) + 1) % 100) return `${school[1]}-SY`;
  // A ratio to the year before is one of the later year.
  if (/^\d{4}\/\d{4}$/.test(text)) return text.slice(0, 4);
  return text.replace(/^(\d{4})-(\d{4})$/, '$1/$2');
}

const dataset = await readDataset();
const observations = new Map((dataset.collections.observations ?? []).map((o) => [o.seedId, o]));

describe.runIf(isHere)('the catalogue of figures', () => {
  it('has figures of chapter I and of communication to compare with', () => {
    expect(figures.length).toBeGreaterThan(160);
  });

  it.each(figures.filter(({ id }) => !(id in IN_RECORDS)).map((figure) => [figure.id, figure] as const))(
    'has %s as the data has it',
    (id, figure) => {
      const found = observations.get(id);
      const isDate = figure.kind === 'date';
      expect(found, `no observation with the seedId ${id}`).toBeDefined();
      expect({
        value: found?.quantity.value,
        op: found?.quantity.op,
        period: found?.period,
        source: found?.source,
        status: found?.status,
      }).toEqual({
        value: isDate ? Number(String(figure.value).slice(0, 4)) : figure.value,
        op: figure.operator,
        period: isDate ? String(figure.value) : periodOf(figure.period),
        source: { document: 'rapport-2024', section: figure.section, page: figure.page },
        status: figure.planned ? 'planned' : 'held',
      });
    },
  );

  it.each(Object.entries(IN_RECORDS))('has %s in the record that it dates', (id, [collection, record, field]) => {
    const figure = figures.find((one) => one.id === id);
    const found = dataset.collections[collection]?.find((one) => one.id === record);
    const value = found && field in found ? (found as unknown as Record<string, unknown>)[field] : undefined;
    expect(value).toBe(figure?.kind === 'period' ? periodOf(figure.period) : figure?.value);
    expect(found && 'source' in found ? found.source?.section : undefined).toBe(figure?.section);
  });

  it('knows every seedId of the data', () => {
    const known = new Set(read<Figure>('figures.json').map(({ id }) => id));
    expect([...observations.keys()].filter((id) => id && !known.has(id))).toEqual([]);
  });
});

describe.runIf(isHere)('the catalogue of entities', () => {
  const entities = read<Entity>('entities.json');

  it('names no natural person who is in the data', () => {
    const text = COLLECTIONS.map((name) => JSON.stringify(dataset.collections[name]))
      .join('\n')
      .toLowerCase();
    const people = entities.filter(({ type }) => type === 'public-person' || type === 'person-group');
    const names = people.flatMap(({ name, spellings }) => [name, ...spellings]);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => text.includes(name.toLowerCase()))).toEqual([]);
  });

  it('has as many events as the data', () => {
    expect(dataset.collections.events).toHaveLength(entities.filter(({ type }) => type === 'event').length);
  });
});
