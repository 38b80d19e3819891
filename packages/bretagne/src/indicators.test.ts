import { type IndicatorRequest, indicatorIds, loadIndicators, type Measure, type Quantity } from '@ess-widgets/core';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

const dataset = await readDataset();
const indicators = await loadIndicators();

function measure(id: string, request: IndicatorRequest = {}): Measure {
  const indicator = indicators.find((each) => each.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.compute(dataset, request);
}

/** A quantity as a reader would say it, rounded to the decimals asked for: `~20000`, `>=552`, `94.7`. */
function said(q: Quantity | null | undefined, decimals = 0): string | null {
  if (!q || q.value === undefined) return null;
  return `${q.op === '=' ? '' : q.op}${q.value.toFixed(decimals)}`;
}

const value = (id: string, request: IndicatorRequest = {}, decimals = 0) =>
  said(measure(id, request).quantity, decimals);
const parts = (id: string, by: string, request: IndicatorRequest = {}, decimals = 0) =>
  Object.fromEntries(
    (measure(id, { ...request, by }).parts ?? []).map((part) => [part.id, said(part.quantity, decimals)]),
  );
const before = (id: string, by: string) =>
  Object.fromEntries((measure(id, { by }).parts ?? []).map((part) => [part.id, said(part.previous)]));

/** The results of the catalogue, typed by hand from it and from the report. */
describe('chapter I, members', () => {
  it('has 117 members at the end of 2024, in seven collèges, and had 114 a year earlier', () => {
    const stock = measure('members-stock');
    expect([said(stock.quantity), said(stock.previous?.quantity), said(stock.change?.absolute)]).toEqual([
      '117',
      '114',
      '3',
    ]);
    // The report names a few of its members: counting them would be no count of members.
    expect(stock.basis).toBe('published');
    expect(parts('members-stock', 'college')).toEqual({
      cooperatives: '19',
      mutuelles: '9',
      associations: '59',
      'entreprises-sociales': '10',
      fondations: '1',
      employeurs: '1',
      'poles-ess': '18',
    });
  });

  it('won 9, by the report and by its list, and lost 6', () => {
    for (const [id, n] of [
      ['members-joined', '9'],
      ['members-left', '6'],
    ] as const) {
      const found = measure(id);
      expect([said(found.quantity), found.basis, found.agreement?.agrees], id).toEqual([n, 'both', true]);
    }
    expect(parts('members-joined', 'college')).toEqual({ cooperatives: '3', associations: '6' });
    expect(parts('members-left', 'exit-reason')).toEqual({ lapse: '5', dissolution: '1' });
    expect(value('members-net')).toBe('3');
  });

  it('kept 94.7 % of those it had, and grew for the third year', () => {
    expect(value('members-retention', {}, 1)).toBe('94.7');
    expect(value('members-growth-streak')).toBe('3');
    expect(value('poles-organisations')).toBe('>900');
  });
});

describe('chapter I, governance', () => {
  it('gives the attendance of the board in both years', () => {
    const of = (...n: readonly string[]) => ({
      present: n[0],
      'excused-represented': n[1],
      'excused-unrepresented': n[2],
      absent: n[3],
    });
    expect(parts('governance-attendance', 'attendance')).toEqual(of('76', '14', '6', '4'));
    expect(before('governance-attendance', 'attendance')).toEqual(of('72', '18', '0', '10'));
  });

  it('finds again the 90 % of seats represented, in 2024 and in 2023', () => {
    const represented = measure('governance-represented-mandates');
    expect([said(represented.quantity), said(represented.previous?.quantity)]).toEqual(['90', '90']);
    expect([represented.basis, represented.agreement?.agrees]).toEqual(['both', true]);
  });

  it('counts the meetings of each body, from the dates where all are listed', () => {
    const of = (body: string) => {
      const found = measure('body-meetings', { period: '2024', where: `body=${body}` });
      return [said(found.quantity), found.basis];
    };
    expect(of('conseil-d-administration')).toEqual(['6', 'published']);
    expect(of('bureau')).toEqual(['6', 'published']);
    expect(of('copil-collectif')).toEqual(['9', 'both']);
    // Nine are announced and eight dates listed: the list confirms nothing.
    expect(of('equipe-operationnelle')).toEqual(['9', 'published']);
  });

  it('gives the votes: 96.4 % for the statutes, 18 of 22 for the scenario', () => {
    expect(parts('vote-share', 'vote', {}, 1)).toMatchObject({
      'statuts-2024': '96.4',
      'scenario-b-2024-09-26': '81.8',
    });
    const scenario = measure('vote-share', { period: '2024', where: 'vote=scenario-b-2024-09-26' });
    expect(scenario.notes.map((note) => note.en)).toEqual(['threshold of 80% reached']);
  });

  it('knows the sex of 23 of the 33 people of the steering committee, and the side of all', () => {
    expect(value('steering-attendance')).toBe('33');
    expect(parts('steering-attendance', 'gender')).toEqual({ men: '12', women: '11', unknown: '10' });
    expect(parts('steering-attendance', 'affiliation')).toEqual({ public: '9', ess: '24' });
  });
});

describe('chapter I, awareness and youth', () => {
  it('cancelled 2 of 5 webinars: 40 %', () => {
    expect([value('webinars-planned'), value('webinars-cancelled'), value('webinar-cancellation')]).toEqual([
      '5',
      '2',
      '40',
    ]);
  });

  it('adds up 19, 15 and 11 people to the 45 announced', () => {
    const attendance = measure('webinar-attendance', { by: 'webinar' });
    expect([said(attendance.quantity), attendance.basis, said(attendance.agreement?.computed)]).toEqual([
      '45',
      'both',
      '45',
    ]);
    expect(attendance.parts?.map((part) => said(part.quantity))).toEqual(['19', '15', '11']);
    expect(Object.values(parts('webinar-audience', 'affiliation'))).toEqual(['65', '27', '8']);
  });

  it('had 16 school projects in ten communes of four départements in 2023-24', () => {
    const projects = measure('school-projects');
    expect([projects.period, said(projects.quantity), projects.agreement?.agrees]).toEqual(['2023-SY', '16', true]);
    expect(Object.keys(parts('school-projects', 'commune'))).toHaveLength(10);
    expect(parts('school-projects', 'departement')).toEqual({
      'departement-22': '5',
      'departement-29': '1',
      'departement-35': '7',
      'departement-56': '3',
    });
  });

  it('has 15 in 2024-25: 8 lycées, 5 collèges, 2 MFR', () => {
    expect(value('school-projects', { period: '2024-SY' })).toBe('15');
    expect(parts('school-projects', 'establishment', { period: '2024-SY' })).toEqual({
      lycee: '8',
      college: '5',
      mfr: '2',
    });
  });

  it('keeps what is about, and what is at least', () => {
    expect([value('school-pupils'), value('school-teachers'), value('school-week-pupils')]).toEqual([
      '~1500',
      '~100',
      '>=552',
    ]);
    expect(value('civic-service-volunteers')).toBe('5');
  });
});

describe('chapter I, events', () => {
  it('had 330 events of the month, 17.5 % of about 1 886', () => {
    expect([value('month-events'), value('month-national-share', {}, 1)]).toEqual(['330', '17.5']);
    expect(value('month-national-events')).toBe('~1886');
  });

  it('had 157 organisers, 28 of them members: 17.8 % of organisers and 23.9 % of members', () => {
    expect([value('month-organisers'), value('month-member-organisers')]).toEqual(['157', '28']);
    expect(value('month-member-organisers-share', {}, 1)).toBe('17.8');
    expect(value('month-member-participation', {}, 1)).toBe('23.9');
  });

  it('had 2.10 events an organiser and about 60.6 people an event', () => {
    expect(value('month-events-per-organiser', {}, 2)).toBe('2.10');
    expect([value('month-attendance'), value('month-attendance-per-event', {}, 1)]).toEqual(['~20000', '~60.6']);
  });

  it('had 244 poster sites, a prize of 1 000 €, 200 people in Lorient and more than 200 in Morlaix', () => {
    expect([value('month-poster-sites'), value('prize-amount')]).toEqual(['244', '1000']);
    expect([value('rdv-ess-attendance'), value('regional-conference-attendance')]).toEqual(['200', '>200']);
  });

  it('lists events without passing the list for all of them, nor plans for events', () => {
    const held = measure('events-held', { period: '2024' });
    expect([held.basis, held.quantity?.op]).toEqual(['listed', '>=']);
    expect(parts('events-held', 'series', { period: '2024' })).toMatchObject({ 'mois-de-l-ess': '>=330' });
    expect(measure('events-held', { period: '2025' }).quantity).toBeNull();
  });
});

describe('chapter IV, communication', () => {
  const channels = ['facebook', 'groupe-facebook-emploi', 'x', 'linkedin'] as const;
  const pick = (all: Readonly<Record<string, string | null>>) => channels.map((channel) => all[channel]);

  it('gives the followers of each channel, now and a year earlier', () => {
    expect(pick(parts('audience-followers', 'channel'))).toEqual(['3608', '4877', '2283', '7148']);
    expect(pick(before('audience-followers', 'channel'))).toEqual(['3396', '~4077', '2424', '5178']);
    expect(parts('audience-followers', 'channel')['newsletter']).toBe('~830');
  });

  it('grew by 6.2 %, about 19.6 %, −5.8 % and 38.0 %', () => {
    expect(pick(parts('audience-change', 'channel'))).toEqual(['212', '~800', '-141', '1970']);
    expect(pick(parts('audience-growth', 'channel', {}, 1))).toEqual(['6.2', '~19.6', '-5.8', '38.0']);
  });

  it('published 15 documents: 1 + 1 + 5 + 3 + 2 + 3', () => {
    const published = measure('publications-count', { by: 'theme' });
    expect([said(published.quantity), published.basis]).toEqual(['15', 'computed']);
    expect(published.parts?.map((part) => said(part.quantity))).toEqual(['1', '1', '5', '3', '2', '3']);
  });
});

describe('the observations', () => {
  const tied = (dataset.collections.observations ?? []).filter((o) => typeof o.indicator === 'string');

  it('belong to indicators that exist, in their unit and their dimensions', () => {
    const mistakes = tied.flatMap((o) => {
      const indicator = indicators.find((each) => each.id === o.indicator);
      if (!indicator) return [`${o.id}: no indicator ${o.indicator}`];
      const strange = Object.keys(o.dimensions).filter((key) => !indicator.dimensions.some((d) => d.id === key));
      return [
        ...(o.quantity.unit === indicator.unit ? [] : [`${o.id}: ${o.quantity.unit}, not ${indicator.unit}`]),
        ...strange.map((key) => `${o.id}: no dimension ${key}`),
      ];
    });
    expect(tied.length).toBeGreaterThan(50);
    expect(mistakes).toEqual([]);
  });

  it('give every indicator a value in some period, and contradict no list', () => {
    const answers = indicatorIds().map((id) => {
      const all = [{}, ...(indicators.find((i) => i.id === id)?.dimensions ?? []).map((d) => ({ by: d.id }))].map((r) =>
        measure(id, r),
      );
      return {
        id,
        known: all.some((m) => m.quantity !== null || (m.parts ?? []).length > 0),
        contradicted: all.some((m) => m.agreement?.agrees === false),
      };
    });
    expect(answers.filter((a) => !a.known || a.contradicted)).toEqual([]);
  });
});
