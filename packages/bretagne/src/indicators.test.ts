import { type IndicatorRequest, indicatorIdsOf, indicatorsOf } from '@ess-widgets/core/indicators';
import type { Measure, Quantity } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

const dataset = await readDataset();
const indicators = indicatorsOf(dataset);

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
    expect(measure('members-retention').calculation).toEqual({
      form: 'rest',
      operands: [
        {
          label: { fr: 'Adhésions non renouvelées', br: 'Emezeladennoù dinevez', en: 'Memberships not renewed' },
          quantity: { value: 6, op: '=', unit: 'members' },
          indicator: 'members-left',
        },
        {
          label: { fr: 'Adhérents', br: 'Izili', en: 'Members' },
          quantity: { value: 114, op: '=', unit: 'members' },
          indicator: 'members-stock',
          period: '2023-12-31',
        },
      ],
    });
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
    expect(scenario.notes.map((note) => note.en)).toEqual(['threshold of 4/5 reached']);
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

  it('had 244 poster sites, prizes of at least 1 000 €, 200 people in Lorient and more than 200 in Morlaix', () => {
    expect([value('month-poster-sites'), value('prize-amount')]).toEqual(['244', '>=1000']);
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

describe('chapter II, support', () => {
  it('welcomed 99 + 36 people and 88 + 34 organisations, which nobody adds', () => {
    const welcomed = measure('aio-welcomed', { by: 'public' });
    expect(welcomed.quantity).toBeNull();
    expect((welcomed.parts ?? []).map((part) => [said(part.quantity), part.quantity?.unit])).toEqual([
      ['99', 'people'],
      ['88', 'organisations'],
      ['34', 'organisations'],
      ['36', 'people'],
    ]);
    expect(Object.values(parts('aio-satisfaction', 'question'))).toEqual(['100', '~80']);
  });

  it('had 85 missions of the DLA, 79 + 6, in 89 organisations', () => {
    expect([value('dla-missions'), value('dla-structures')]).toEqual(['85', '89']);
    expect(parts('dla-missions', 'mode')).toEqual({ individual: '79', collective: '6' });
    expect(Object.values(parts('dla-time-allocation', 'activity'))).toEqual(['~35', '~65']);
  });

  it('completed 4 missions of the regional DLA and started 8, in 19 and 8 organisations: 26 in all, one of them twice', () => {
    expect(Object.values(parts('dla-missions', 'lot'))).toEqual(['4', '8']);
    expect(Object.values(parts('dla-structures', 'lot'))).toEqual(['19', '8']);
    const listed = measure('dla-structures', { period: '2024', where: 'programme=dla' });
    expect([listed.quantity?.value, listed.basis]).toEqual([26, 'listed']);
  });

  it('adds up 3 160 jobs: 1 779 + 1 283 + 98, all of them partial', () => {
    const jobs = measure('dla-jobs', { by: 'contract' });
    expect([said(jobs.quantity), said(jobs.agreement?.computed), jobs.basis]).toEqual(['3160', '>=3160', 'both']);
    expect(jobs.quantity?.partial).toBeTruthy();
    expect(jobs.parts?.map((part) => said(part.quantity))).toEqual(['1779', '1283', '98']);
    expect(Object.values(parts('dla-jobs', 'lot'))).toEqual(['319', '32']);
    const contracts = (lot: string) =>
      Object.values(parts('dla-jobs', 'contract', { period: '2024', where: `lot=${lot}` }));
    expect([contracts('regional-completed'), contracts('regional-started')]).toEqual([
      ['256', '63'],
      ['28', '4'],
    ]);
  });

  it('has 56.3 % of permanent jobs, 80.3 % and 87.5 % in the regional lots, and 35.5 jobs an organisation', () => {
    expect(value('dla-permanent-share', {}, 1)).toBe('56.3');
    expect(Object.values(parts('dla-permanent-share', 'lot', {}, 1))).toEqual(['80.3', '87.5']);
    expect(value('dla-jobs-per-structure', {}, 1)).toBe('35.5');
  });

  it('made 137 organisations aware of the transition and supported 15; 65 and 6 in the north of Côtes-d’Armor', () => {
    expect([value('tee-sensitised'), value('tee-supported')]).toEqual(['137', '15']);
    expect(Object.values(parts('tee-sensitised', 'territory'))).toEqual(['65']);
    expect(Object.values(parts('tee-supported', 'territory'))).toEqual(['6']);
  });

  it('leads from 10 interviews to 7 candidates: 70 %', () => {
    expect(value('tee-conversion')).toBe('70');
  });

  it('selected 1 of the 4 candidates supported: 25 %', () => {
    expect(value('call-success-rate', { period: '2024', where: 'call=ami-ptce' })).toBe('25');
  });

  it('acts in 5 + 4, 4 and 4 territories, which its lists confirm', () => {
    const of = (programme: string) => {
      const found = measure('territory-coverage', { period: '2024', where: `programme=${programme}` });
      return [found.quantity?.value, found.basis];
    };
    expect(of('traits-d-unions-nouveaux-territoires')).toEqual([5, 'both']);
    expect(of('traits-d-unions')[0]).toBe(9);
    expect(of('rh-tres-petites-structures')).toEqual([4, 'computed']);
    expect(of('les-gouvernails')).toEqual([4, 'both']);
  });

  it('has its lists of missions, of applications and of hubs agree with what is published', () => {
    for (const [id, where] of [
      ['dla-missions', 'lot=regional-completed'],
      ['dla-missions', 'lot=regional-started'],
      ['dla-structures', 'lot=regional-completed'],
      ['dla-structures', 'lot=regional-started'],
      ['call-applications', 'call=ami-ptce'],
      ['call-applications', 'call=ami-ess-france-refashion'],
      ['participation-organisations', 'programme=tee-nord-22'],
    ] as const) {
      expect(measure(id, { period: '2024', where }).agreement?.agrees, `${id} ${where}`).toBe(true);
    }
  });
});

describe('chapter III, sectors', () => {
  it('has 466 sites on the map on the day of the report, 141 of them of mobility, and 125 of textile in 2024', () => {
    expect(value('sites-count', { period: '2025-03-05' })).toBe('466');
    expect(parts('sites-count', 'field', { period: '2025-03-05' })).toEqual({ mobilite: '141' });
    expect(parts('sites-count', 'field', { period: '2024' })).toEqual({ textile: '125' });
  });

  it('certified 8 of 9 candidates: 88.9 %', () => {
    expect([value('certification-certified'), value('certification-candidates')]).toEqual(['8', '9']);
    expect(value('certification-rate', {}, 1)).toBe('88.9');
  });

  it('had more than half of the answers to its survey', () => {
    expect(parts('survey-response-rate', 'survey')).toEqual({ 'flash-reemploi': '>50' });
  });

  it('had 21 of 24 organisations of one network take part, 87.5 %; of the 26 of another nobody says how many did', () => {
    expect(parts('network-members', 'network')).toMatchObject({ rab: '26', 'reemploi-materiaux': '24' });
    expect(parts('participation-rate', 'network', {}, 1)).toEqual({ 'reemploi-materiaux': '87.5' });
    expect(parts('participation-organisations', 'programme')).toMatchObject({ rab: '15' });
  });

  it('selected 34 of 103 applications, 6 of the 11 Breton ones: 33.0 % and 54.5 %', () => {
    const call = 'call=ami-ess-france-refashion';
    const breton = { period: '2024', where: call, territory: 'region-53' };
    const all = { period: '2024', where: call };
    const selected = { where: `${call} result=selected` };
    expect([value('call-applications', all), value('call-applications', { ...all, ...selected })]).toEqual([
      '103',
      '34',
    ]);
    expect([value('call-applications', breton), value('call-applications', { ...breton, ...selected })]).toEqual([
      '11',
      '6',
    ]);
    expect([value('call-success-rate', all, 1), value('call-success-rate', breton, 1)]).toEqual(['33.0', '54.5']);
  });

  it('supports 4 + 2 + 5 = 11 research projects', () => {
    const projects = measure('research-projects', { by: 'call' });
    expect([said(projects.quantity), projects.basis]).toEqual(['11', 'computed']);
    expect(projects.parts?.map((part) => said(part.quantity))).toEqual(['4', '2', '5']);
  });

  it('knows the attendance of each event, and that 11 of 33 people are women, 12 are men', () => {
    expect(parts('attendance-total', 'event')).toMatchObject({
      'journee-ecologie-et-travail': '62',
      '2e-journee-commande-publique-mobilier-de-seconde-vie': '>60',
      'rab-seminaire-regional': '~70',
    });
    const parity = measure('attendance-parity', { by: 'event' });
    expect(parity.parts?.map(({ quantity: q }) => [q?.min?.toFixed(1), q?.max?.toFixed(1)])).toEqual([
      ['33.3', '63.6'],
    ]);
    expect([parity.population, parity.missing]).toEqual([33, 10]);
    const day = { period: '2024', where: 'event=journee-ecologie-et-travail' };
    expect(parts('attendance-by-affiliation', 'affiliation', day)).toEqual({ ess: '33', unknown: '29' });
  });
});

describe('chapter IV, resources', () => {
  it('trained 14 + 17 = 31 times, 1.41 a head', () => {
    const departures = measure('training-departures', { by: 'kind' });
    expect([said(departures.quantity), departures.basis, departures.agreement?.agrees]).toEqual(['31', 'both', true]);
    expect(departures.parts?.map((part) => said(part.quantity))).toEqual(['14', '17']);
    expect(value('training-per-head', {}, 2)).toBe('1.41');
    expect(value('training-reach')).toBe('44');
    expect(parts('training-reach', 'network-kind')).toEqual({ 'poles-ess': '10', tag: '2' });
  });

  it('is a team of 22, 19.61 full-time equivalents, with 4 internships', () => {
    expect([value('staff-headcount'), value('staff-fte', {}, 2), value('internships')]).toEqual(['22', '19.61', '4']);
    expect(parts('staff-headcount', 'kind')).toEqual({ shared: '3' });
  });

  it('saw 9 people leave and 2 + 3 + 5 + 8 join', () => {
    const of = (direction: string) => measure('staff-movements', { period: '2024', where: `direction=${direction}` });
    expect([of('in').quantity?.value, of('out').quantity?.value]).toEqual([18, 9]);
    const joined = parts('staff-movements', 'contract', { period: '2024', where: 'direction=in' });
    expect(Object.values(joined).map(Number).sort()).toEqual([2, 3, 5, 8]);
  });

  it('handed in 3 applications, 2 advances and 1 balance, as its list says', () => {
    expect(parts('funding-filings', 'stage')).toEqual({ application: '3', advance: '2', balance: '1' });
    for (const [stage, n] of [
      ['application', '3'],
      ['advance', '2'],
      ['balance', '1'],
    ] as const) {
      const filings = measure('funding-filings', { period: '2024', where: `stage=${stage}` });
      expect([said(filings.quantity), filings.agreement?.agrees], stage).toEqual([n, true]);
    }
  });

  it('expects 9 meetings of its team and 12 of its staff council', () => {
    expect(Object.values(parts('body-meetings-expected', 'body'))).toEqual(['9', '12']);
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
        ...([indicator.unit, ...(indicator.otherUnits ?? [])].includes(o.quantity.unit)
          ? []
          : [`${o.id}: ${o.quantity.unit}, not ${indicator.unit}`]),
        ...strange.map((key) => `${o.id}: no dimension ${key}`),
      ];
    });
    expect(tied.length).toBeGreaterThan(50);
    expect(mistakes).toEqual([]);
  });

  it('give every indicator a value in some period, and contradict no list', () => {
    const answers = indicatorIdsOf(dataset).map((id) => {
      // Inhabitants are those of a territory: there are none where none is asked for.
      const whole = id.startsWith('population') ? { territory: 'region-53' } : {};
      const all = [whole, ...(indicators.find((i) => i.id === id)?.dimensions ?? []).map((d) => ({ by: d.id }))].map(
        (r) => measure(id, r),
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
