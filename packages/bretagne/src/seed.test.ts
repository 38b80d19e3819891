/** Compares the data with the figures that the report states. */
import { isDeepStrictEqual } from 'node:util';
import type { CollectionName, Observation } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, readDataset } from './dataset.ts';
import { type ReportFigure, readReportFigures } from './report-figures.ts';

const known = readReportFigures();
const figures = known.filter(({ stated = true }) => stated);

/** Dates, editions and periods are facts of a record or of an observation; all the other kinds are figures. */
const DATED: readonly string[] = ['date', 'ordinal', 'period'];

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
  'general-assembly-2025-date': ['meetings', 'assemblee-generale/2025-05-22', 'date'],
  'inter-network-day-date': ['events', 'journee-inter-reseaux-accompagnement', 'date'],
  'project-holders-event-date': ['events', 'evenement-porteurs-de-projet', 'date'],
  'gsef-forum-date': ['events', 'gsef', 'date'],
  'dla-triennial-current': ['programmes', 'dla', 'period'],
  'dla-triennial-next': ['programmes', 'dla-2026-2028', 'period'],
  'regional-dla-orientation-committee-date': ['meetings', 'comite-d-orientation-dla/2024-02', 'date'],
  'regional-dla-orientation-committee-next': ['meetings', 'comite-d-orientation-dla/2025-03-18', 'date'],
  'aser-committee-date': ['meetings', 'comite-partenarial-aser-ess/2024-11-05', 'date'],
  'aser-week-date': ['events', 'semaine-saser', 'date'],
  'office-furniture-day-date': ['events', '2e-journee-commande-publique-mobilier-de-seconde-vie', 'date'],
  'ptce-meeting-date': ['events', 'rencontre-regionale-des-ptce', 'date'],
  'job-quality-roadmap-period': ['programmes', 'qualite-de-l-emploi', 'period'],
  'ecology-work-exploratory-period': ['programmes', 'ecologie-et-travail', 'period'],
  'ecology-work-day-date': ['events', 'journee-ecologie-et-travail', 'date'],
  'ess-national-forum-workshop-date': ['events', 'atelier-au-forum-national-de-l-ess', 'date'],
  'open-tee-date': ['events', 'open-tee', 'date'],
  'crisalide-webinar-date': ['events', 'webinaire-crisalide-gouvernance-democratique', 'date'],
  'equality-plan-period': ['programmes', 'egalite', 'period'],
  'sexism-prevention-day-date': ['events', 'journee-prevention-du-sexisme', 'date'],
  'vsst-peer-group-first-meeting': ['events', 'groupe-de-pairs-vsst-1re-rencontre', 'date'],
};

/** The catalogue's spelling of a period, in ours: `2023-24` is a school year, `2022-2024` a range of years. */
function periodOf(text: string): string {
  // A stock of that day: it is not dated after the report.
  if (text === 'à date (mars 2025)') return '2025-03-05';
  const school = /^(\d{4})-(\d{2})$/.exec(text);
  if (school && Number(school[2]) === (Number(school[1]) + 1) % 100) return `${school[1]}-SY`;
  // A ratio to the year before is one of the later year.
  if (/^\d{4}\/\d{4}$/.test(text)) return text.slice(0, 4);
  return text.replace(/^(\d{4})-(\d{4})$/, '$1/$2');
}

/** Units of the catalogue that have another name in the data. */
const RENAMED: Readonly<Record<string, string>> = {
  'meetings-per-year': 'meetings/year',
  'meetings-per-month': 'meetings/month',
  'meetings-per-week': 'meetings/week',
  'training-departures': 'departures',
};

/** Units that the catalogue counts by a word of its own, and that are bare numbers in the data. */
const BARE: readonly string[] = [
  ...['awards', 'decisions', 'floors', 'issues', 'issues-per-year', 'items', 'level', 'modalities'],
  ...['processes', 'prototypes', 'scenarios', 'sections', 'surveys', 'version'],
];

/** Figures whose unit in the data is narrower than that of the catalogue, or bare where others of that unit are not. */
const OF_THEIR_OWN: Readonly<Record<string, string>> = {
  'aio-first-department': 'number',
  'collective-staff-meetings': 'meetings',
  'ptce-supported-candidates': 'applications',
  'rab-members': 'organisations',
  'feder-applications': 'filings',
  'feder-advance-requests': 'filings',
  'feder-balance-requests': 'filings',
};

/** The unit that a figure has in the data. */
function unitOf({ id, kind, unit }: ReportFigure): string {
  if (kind === 'date' || kind === 'period') return 'year';
  return OF_THEIR_OWN[id] ?? (BARE.includes(unit) ? 'number' : (RENAMED[unit] ?? unit));
}

/** The catalogue's `2-3` is a range. */
function amountOf({ value, operator }: ReportFigure): object {
  const range = /^(\d+)-(\d+)$/.exec(String(value));
  return range ? { min: Number(range[1]), max: Number(range[2]), op: 'range' } : { value, op: operator };
}

/**
 * Returns the observation that the data must have for a figure: a date or a period is an observation of its (first)
 * year, dated by it.
 */
function expected(figure: ReportFigure): object {
  const { kind, value, period } = figure;
  const isYear = kind === 'date' || kind === 'period';
  const amount = isYear ? { value: Number(String(value).slice(0, 4)), op: '=' } : amountOf(figure);
  return {
    ...amount,
    period: kind === 'date' ? String(value) : periodOf(period),
    source: { document: 'rapport-2024', section: figure.section, page: figure.page },
    status: figure.planned ? 'planned' : 'held',
  };
}

function said({ quantity, period, source, status }: Observation): object {
  const { value, min, max, op } = quantity;
  return { ...(op === 'range' ? { min, max } : { value }), op, period, source, status };
}

const dataset = await readDataset();
const observations = new Map((dataset.collections.observations ?? []).map((o) => [o.seedId, o]));

interface Field {
  readonly section: string | undefined;
  readonly value: unknown;
}

/** Dates of the records, each with the sections that mention the record. */
const fields: readonly Field[] = COLLECTIONS.filter((name) => name !== 'observations').flatMap((name) =>
  (dataset.collections[name] ?? []).flatMap((record) => {
    const { source, sections, start, end, date, period, year, edition } = record as unknown as DatedRecord;
    const told = new Set([source?.section, ...(sections ?? [])]);
    const values = [start, end, date, period, year, edition].filter(Boolean);
    return [...told].flatMap((section) => values.map((value): Field => ({ section, value })));
  }),
);

interface DatedRecord extends Readonly<Partial<Record<'start' | 'end' | 'date' | 'period' | 'year', string>>> {
  readonly source?: { readonly section?: string };
  readonly sections?: readonly string[];
  readonly edition?: number;
}

/** Whether a date, an edition or a period is that of a record of the same section. */
const isInRecord = (figure: ReportFigure): boolean => {
  const wanted = figure.kind === 'period' ? periodOf(figure.period) : figure.value;
  return fields.some(({ section, value }) => section === figure.section && value === wanted);
};

/** Whether the data contain a figure: the date of a record may give a dated one, any other is an observation. */
function isFound(figure: ReportFigure): boolean {
  if (DATED.includes(figure.kind) && (figure.id in IN_RECORDS || isInRecord(figure))) return true;
  const found = observations.get(figure.id);
  return found !== undefined && isDeepStrictEqual(said(found), expected(figure));
}

describe('the catalogue of figures', () => {
  const missing = (some: readonly ReportFigure[]): readonly string[] =>
    some.filter((figure) => !isFound(figure)).map(({ id, section }) => `${section} ${id}`);

  it('has figures of every chapter of the report to compare with', () => {
    const chapters = new Set(figures.map(({ section }) => section.split('.')[0]));
    expect([...chapters].sort()).toEqual(['0', 'I', 'II', 'III', 'IV']);
    expect(figures.length).toBeGreaterThan(500);
  });

  it.each([
    ['figures', figures.filter(({ kind }) => !DATED.includes(kind))],
    ['dates, editions and periods', figures.filter(({ kind }) => DATED.includes(kind))],
  ] as const)('has at least 98 %% of its %s in the data, and what is missing is listed', (_, some) => {
    const list = missing(some);
    expect(1 - list.length / some.length, `missing:\n${list.join('\n')}`).toBeGreaterThanOrEqual(0.98);
  });

  it('has the value, operator, period, section, page and status of every observation that names one of its figures', () => {
    const differing = figures.flatMap((figure) => {
      const found = observations.get(figure.id);
      return found && !isDeepStrictEqual(said(found), expected(figure)) ? [{ id: figure.id, ...said(found) }] : [];
    });
    const wanted = figures.filter(({ id }) => differing.some((one) => one.id === id));
    expect(differing).toEqual(wanted.map((figure) => ({ id: figure.id, ...expected(figure) })));
  });

  it('has the unit of every observation that names one of its figures', () => {
    const units = figures.flatMap((figure) => {
      const unit = observations.get(figure.id)?.quantity.unit;
      return unit === undefined ? [] : [{ id: figure.id, unit, wanted: unitOf(figure) }];
    });
    expect(units.length).toBeGreaterThan(400);
    expect(units.filter(({ unit, wanted }) => unit !== wanted)).toEqual([]);
  });

  it('is named once at most by each observation', () => {
    const ids = (dataset.collections.observations ?? []).flatMap(({ seedId }) => seedId ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(Object.entries(IN_RECORDS))('has %s in the record that it dates', (id, [collection, record, field]) => {
    const figure = figures.find((one) => one.id === id);
    const found = dataset.collections[collection]?.find((one) => one.id === record);
    const value = found && field in found ? (found as unknown as Record<string, unknown>)[field] : undefined;
    expect(value).toBe(figure?.kind === 'period' ? periodOf(figure.period) : figure?.value);
    expect(found && 'source' in found ? found.source?.section : undefined).toBe(figure?.section);
  });

  it('knows every seedId of the data', () => {
    const ids = new Set(known.map(({ id }) => id));
    expect([...observations.keys()].filter((id) => id && !ids.has(id))).toEqual([]);
  });
});

/** Number of events that the report names, by section. */
const EVENTS: Readonly<Record<string, number>> = {
  '0': 1,
  'I.1.a': 1,
  'I.1.b': 2,
  'I.1.d': 4,
  'I.2.a': 1,
  'I.2.b': 2,
  'I.3.a': 4,
  'I.4.a': 1,
  'I.4.b': 3,
  'I.4.d': 1,
  'II.1': 1,
  'II.2': 1,
  'II.3.a': 1,
  'II.4.b': 2,
  'II.4.c': 1,
  'II.4.d': 2,
  'II.4.e': 2,
  'II.4.f': 1,
  'II.5.b': 2,
  'II.5.d': 6,
  'II.5.e': 2,
  'III.1.a': 3,
  'III.1.c': 4,
  'III.1.d': 3,
  'III.1.e': 4,
  'III.2': 1,
  'III.3.a': 3,
  'III.3.b': 2,
  'III.4': 3,
  'III.6': 2,
  'III.8': 4,
  'III.9': 1,
  'IV.4.d': 1,
};

describe('the catalogue of events', () => {
  it('has no more of them than the data, section by section', () => {
    const events = dataset.collections.events ?? [];
    const told = (section: string): number => events.filter(({ sections }) => sections.includes(section)).length;
    expect(Object.entries(EVENTS).filter(([section, listed]) => told(section) < listed)).toEqual([]);
  });
});
