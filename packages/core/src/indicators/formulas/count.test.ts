import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('count: publications-count', () => {
  const publicationsCount = named('publications-count');
  describe('publications-count', () => {
    const document = (id: string, theme: string | null, format: string, date = '2024') => ({
      id,
      title: { fr: id },
      theme,
      format,
      date,
    });
    const publications = [
      document('a', 'circular', 'pdf'),
      document('b', 'circular', 'leaflet', '2024-06'),
      document('c', null, 'leaflet'),
      document('d', 'circular', 'pdf', '2023'),
    ];
    const categories = [
      { id: 'leaflet', dimension: 'format', label: { fr: 'fiche' }, order: 1 },
      { id: 'pdf', dimension: 'format', label: { fr: 'PDF' }, order: 2 },
    ];
    const complete = { coverage: { publications: [{ period: '2024', complete: true }] } };

    it('counts the documents of the year by format, in the order of the data', () => {
      const measure = publicationsCount.compute(makeDataset({ publications, categories }, complete), { by: 'format' });
      expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
      expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
        ['fiche', 2],
        ['PDF', 1],
      ]);
    });

    it('makes a part of those whose theme is not said', () => {
      const { parts } = publicationsCount.compute(makeDataset({ publications }, complete), { by: 'theme' });
      expect(parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['circular', 2],
        ['unknown', 1],
      ]);
    });

    it('says "at least" of a list that is not complete', () => {
      const measure = publicationsCount.compute(makeDataset({ publications }), { by: 'format' });
      expect(measure).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
      expect(measure.parts?.every((p) => p.quantity?.op === '>=' && p.share === undefined)).toBe(true);
    });

    it('says "at least" of each part where a date crosses the bounds of the period', () => {
      const list = [...publications, document('e', 'circular', 'pdf', '2024/2025')];
      const measure = publicationsCount.compute(makeDataset({ publications: list }, complete), { by: 'format' });
      expect([measure.quantity, ...(measure.parts ?? []).map((p) => p.quantity)].map((q) => q?.op)).toEqual([
        '>=',
        '>=',
        '>=',
      ]);
    });

    it('confirms a published number', () => {
      const stated = observation('publications-count', 3, { unit: 'publications' });
      const measure = publicationsCount.compute(makeDataset({ publications, observations: [stated] }, complete));
      expect([measure.basis, measure.agreement?.agrees]).toEqual(['both', true]);
    });
  });
});

describe('count: body-meetings', () => {
  const bodyMeetings = named('body-meetings');
  describe('body-meetings', () => {
    const meeting = (body: string, date: string | null, status = 'held') => ({
      id: `${body}-${date}`,
      body,
      date,
      status,
    });
    const meetings = [
      meeting('copil', '2024-01-25'),
      meeting('copil', '2024-03-29'),
      meeting('copil', '2024-05-31', 'cancelled'),
      meeting('copil', '2025-01-10'),
      meeting('team', '2024-02-06'),
    ];
    const coverage = { meetings: [{ period: '2024', where: 'body=copil', complete: true }] };
    const bodies = [{ id: 'copil', name: { fr: 'Comité' }, kind: 'committee' }];
    const published = (body: string, n: number) =>
      observation('body-meetings', n, { unit: 'meetings', dimensions: { body } });

    it('counts the meetings held where all of them are listed', () => {
      const data = makeDataset({ meetings, bodies, observations: [published('copil', 2)] }, { coverage });
      expect(bodyMeetings.compute(data, { where: 'body=copil' })).toMatchObject({
        quantity: { value: 2 },
        basis: 'both',
        agreement: { agrees: true },
      });
    });

    it('gives the published number where a date is missing from the list, or all are', () => {
      const data = makeDataset({ meetings, observations: [published('team', 9), published('board', 6)] }, { coverage });
      const answer = (body: string) => bodyMeetings.compute(data, { where: `body=${body}` });
      expect([answer('team').quantity?.value, answer('team').basis]).toEqual([9, 'published']);
      expect([answer('board').quantity?.value, answer('board').basis]).toEqual([6, 'published']);
    });

    it('splits by body: published, or counted where complete, and adds up to no total', () => {
      const data = makeDataset({ meetings, bodies, observations: [published('board', 6)] }, { coverage });
      const { quantity, parts } = bodyMeetings.compute(data, { by: 'body' });
      expect(quantity).toBeNull();
      expect(parts?.map((p) => [p.id, p.label.fr, p.quantity?.value, p.share])).toEqual([
        ['board', 'board', 6, undefined],
        ['copil', 'Comité', 2, undefined],
      ]);
    });

    it('does not count as complete a body one of whose meetings has no date', () => {
      const data = makeDataset({ meetings: [...meetings, meeting('copil', null)], bodies }, { coverage });
      expect(bodyMeetings.compute(data, { where: 'body=copil' })).toMatchObject({ quantity: { value: 2, op: '>=' } });
      expect(bodyMeetings.compute(data, { by: 'body' }).parts).toEqual([]);
    });

    it('has a total when every body is complete', () => {
      const data = makeDataset({ meetings }, { coverage: { meetings: [{ complete: true }] } });
      expect(bodyMeetings.compute(data).quantity?.value).toBe(3);
    });
  });
});

describe('count: call-applications', () => {
  const callApplications = named('call-applications');
  const application = (id: string, result: string, extra: object = {}) => ({
    id,
    call: 'cloth',
    result,
    territories: ['commune-01001'],
    ...extra,
  });
  const applications = [
    application('a1', 'selected'),
    application('a2', 'rejected'),
    application('a3', 'selected', { territories: ['commune-02002'] }),
    application('a4', 'rejected', { call: 'wood' }),
  ];
  const collections = {
    applications,
    calls: [{ id: 'cloth', name: { fr: 'Textile' }, period: '2024' }],
    territories: [{ id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] }],
  };
  const coverage = { applications: [{ where: 'call=cloth', complete: true }] };

  describe('call-applications', () => {
    it('counts the applications of a call that lists them all, dated as the call where they are not', () => {
      const data = makeDataset(collections, { coverage });
      const of = (where: string) => callApplications.compute(data, { where }).quantity?.value;
      expect(of('call=cloth')).toBe(3);
      expect(of('call=cloth result=selected')).toBe(2);
      expect(of('call=cloth territory=departement-01')).toBe(2);
      expect(callApplications.compute(data, { where: 'call=cloth', territory: 'commune-02002' }).quantity?.value).toBe(
        1,
      );
    });

    it('is unknown, not 0, where two different territories are asked for', () => {
      const data = makeDataset(collections, { coverage });
      const asked = { where: 'call=cloth territory=departement-01', territory: 'commune-01001', by: 'result' };
      expect(callApplications.compute(data, asked)).toMatchObject({ quantity: null, parts: [] });
    });

    it('splits by call, territory and result, and adds up calls only where all are complete', () => {
      const data = makeDataset(collections, { coverage });
      expect(callApplications.compute(data).quantity).toBeNull();
      expect(callApplications.compute(data, { by: 'result' }).parts).toEqual([]);
      const calls = callApplications.compute(data, { by: 'call' }).parts;
      expect(calls?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([['Textile', 3]]);
      expect(callApplications.compute(data, { where: 'call=wood', period: '2024' }).quantity).toBeNull();
      const { parts } = callApplications.compute(data, { by: 'result', where: 'call=cloth' });
      expect(parts?.map((p) => [p.label.en, p.quantity?.value])).toEqual([
        ['selected', 2],
        ['rejected', 1],
      ]);
      const places = callApplications.compute(data, { by: 'territory', where: 'call=cloth' }).parts;
      expect(places?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
        ['Amont', 2],
        ['commune-02002', 1],
      ]);
      const whole = makeDataset(
        { applications: applications.map((a) => ({ ...a, period: '2024' })) },
        { coverage: { applications: [{ complete: true }] } },
      );
      expect(callApplications.compute(whole).quantity?.value).toBe(4);
    });

    it('finds a published figure of a territory, given as such or as a dimension', () => {
      const figure = (n: number, extra: object) =>
        observation('call-applications', n, { unit: 'applications', ...extra });
      for (const extra of [
        { territory: 'region-53', dimensions: { call: 'cloth' } },
        { dimensions: { call: 'cloth', territory: 'region-53' } },
      ]) {
        const data = makeDataset({ observations: [figure(11, extra), figure(103, { dimensions: { call: 'cloth' } })] });
        const asked = [{ where: 'call=cloth territory=region-53' }, { where: 'call=cloth', territory: 'region-53' }];
        for (const request of asked) expect(callApplications.compute(data, request).quantity?.value).toBe(11);
        expect(callApplications.compute(data, { where: 'call=cloth' }).quantity?.value).toBe(103);
        const { parts } = callApplications.compute(data, { by: 'territory', where: 'call=cloth' });
        expect(parts?.map((p) => [p.id, p.quantity?.value])).toEqual([['region-53', 11]]);
      }
    });
  });
});

describe('count: dla-missions', () => {
  const dlaMissions = named('dla-missions');
  describe('dla-missions', () => {
    const mission = (id: string, extra: object = {}) => ({
      id,
      programme: 'dla',
      mode: 'individual',
      period: '2024',
      status: 'ongoing',
      lot: 'north',
      ...extra,
    });
    const missions = [
      mission('m1', { period: '2023/2024', status: 'held' }),
      mission('m2', { mode: 'collective' }),
      mission('m3', { status: 'planned' }),
      mission('m4', { lot: 'south', period: '2025' }),
      mission('m5', { programme: 'school' }),
    ];
    const coverage = { missions: [{ period: '2023/2024', where: 'lot=north', complete: true }] };
    const figure = (value: number, dimensions: object = {}) =>
      observation('dla-missions', value, { unit: 'missions', dimensions });
    const data = makeDataset({ missions, observations: [figure(85), figure(2, { lot: 'north' })] }, { coverage });

    it('counts the missions of the programme where they are all listed, planned ones and those of others left out', () => {
      const north = dlaMissions.compute(data, { where: 'lot=north' });
      expect(north).toMatchObject({ quantity: { value: 2 }, basis: 'both', agreement: { agrees: true } });
    });

    it('counts those of its parts where a programme is told apart, and of one programme where it is asked for', () => {
      const apart = ['dla', 'dla-north', 'dlab', 'x-dla-'].map((programme) => mission(programme, { programme }));
      const of = (where: string) => dlaMissions.compute(makeDataset({ missions: apart }), { where }).quantity?.value;
      expect([of('lot=north'), of('lot=north programme=dla-north'), of('programme=dlab')]).toEqual([2, 1, 1]);
    });

    it('does not take the few that are listed for all of them', () => {
      expect(dlaMissions.compute(data)).toMatchObject({ quantity: { value: 85 }, basis: 'published' });
    });

    it('counts a mission of two years in both, as one still under way in the first', () => {
      const before = dlaMissions.compute(data, { period: '2023', where: 'lot=north' });
      expect([before.quantity?.value, before.basis]).toEqual([1, 'computed']);
      const of = (period: string) =>
        dlaMissions
          .compute(data, { period, by: 'status', where: 'lot=north' })
          .parts?.map((p) => [p.id, p.quantity?.value]);
      expect(of('2023')).toEqual([['ongoing', 1]]);
      expect(of('2024')).toEqual([
        ['held', 1],
        ['ongoing', 1],
        ['planned', 1],
      ]);
    });

    it('does not say of a mission dated to two years whether it was of one month', () => {
      const june = dlaMissions.compute(data, { period: '2024-06', where: 'lot=north' });
      expect([june.quantity, june.missing]).toEqual([null, 2]);
      const sure = makeDataset({ missions: [...missions, mission('m6', { period: '2024-06' })] }, { coverage });
      const { parts } = dlaMissions.compute(sure, { period: '2024-06', by: 'mode', where: 'lot=north' });
      expect(parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value])).toEqual([['individual', '>=', 1]]);
    });

    it('names the modes by itself', () => {
      const { parts } = dlaMissions.compute(data, { by: 'mode', where: 'lot=north' });
      expect(parts?.map((p) => [p.label.en, p.quantity?.value])).toEqual([
        ['individual', 1],
        ['collective', 1],
      ]);
    });
  });
});

describe('count: projects-count', () => {
  const projectsCount = named('projects-count');
  describe('projects-count', () => {
    const project = (id: string, programme: string, extra: object = {}) => ({
      id,
      programme,
      period: '2024',
      status: 'held',
      ...extra,
    });
    const projects = [
      project('p1', 'mobility'),
      project('p2', 'mobility'),
      project('p3', 'mobility', { status: 'planned' }),
      project('p4', 'school', { period: '2023-SY' }),
      project('p5', 'housing'),
    ];
    const programmes = [{ id: 'mobility', name: { fr: 'Mobilité' } }];
    const coverage = { projects: [{ period: '2024', where: 'programme=mobility', complete: true }] };
    const figure = observation('projects-count', 9, { unit: 'projects', dimensions: { programme: 'housing' } });

    it('counts the projects of a programme that lists them all, and publishes those of others', () => {
      const data = makeDataset({ projects, programmes, observations: [figure] }, { coverage });
      expect(projectsCount.compute(data, { where: 'programme=mobility' })).toMatchObject({
        quantity: { value: 2 },
        basis: 'computed',
      });
      const { quantity, parts } = projectsCount.compute(data, { by: 'programme' });
      expect(quantity).toBeNull();
      expect(parts?.map((p) => [p.label.fr, p.quantity?.value, p.quantity?.op])).toEqual([
        ['housing', 9, '='],
        ['Mobilité', 2, '='],
      ]);
    });

    it('counts school years apart from civil ones', () => {
      const data = makeDataset({ projects }, { coverage: { projects: [{ complete: true }] } });
      expect(projectsCount.compute(data, { period: '2024' }).quantity?.value).toBe(3);
      expect(projectsCount.compute(data, { period: '2023-SY' }).quantity?.value).toBe(1);
    });
  });
});

describe('count: school-projects', () => {
  const schoolProjects = named('school-projects');
  describe('school-projects', () => {
    const project = (id: string, commune: string | null, extra: object = {}) => ({
      id,
      programme: 'school',
      period: '2023-SY',
      status: 'held',
      territories: commune ? [`commune-${commune}`] : [],
      ...extra,
    });
    const commune = (insee: string, name: string) => ({
      id: `commune-${insee}`,
      kind: 'commune',
      name: { fr: name },
      parents: [`departement-${insee.slice(0, 2)}`],
    });
    const territories = [commune('22278', 'Saint-Brieuc'), commune('35360', 'Vitré')];
    const projects = [project('a', '22278'), project('b', '35360'), project('c', '35360')];
    const complete = { periods: ['2023-SY', '2024'], coverage: { projects: [{ period: '2023-SY', complete: true }] } };
    const parts = (list: readonly object[], by: string) =>
      schoolProjects
        .compute(makeDataset({ projects: list, territories }, complete), { by })
        .parts?.map((p) => [p.label.fr, p.quantity?.value]);

    it('counts the projects of the latest school year that has some, though a civil year came after', () => {
      const measure = schoolProjects.compute(makeDataset({ projects, territories }, complete));
      expect(measure).toMatchObject({ period: '2023-SY', quantity: { value: 3 }, basis: 'computed' });
    });

    it('splits them by commune and by département', () => {
      expect(parts(projects, 'commune')).toEqual([
        ['Saint-Brieuc', 1],
        ['Vitré', 2],
      ]);
      expect(parts(projects, 'departement')).toEqual([
        ['departement-22', 1],
        ['departement-35', 2],
      ]);
    });

    it('says of how many the establishment is not known, and nothing when it is of none', () => {
      expect(parts(projects, 'establishment')).toEqual([]);
      expect(parts([...projects.slice(1), project('d', null, { establishment: 'lycee' })], 'establishment')).toEqual([
        ['non précisé', 2],
        ['lycee', 1],
      ]);
    });

    it('says "at least" of each part where a project may lie outside the commune asked for', () => {
      const list = [
        project('a', '35360', { establishment: 'lycee' }),
        project('b', null, { territories: ['departement-35'], establishment: 'college' }),
      ];
      const asked = { territory: 'commune-35360', by: 'establishment' };
      const { parts } = schoolProjects.compute(makeDataset({ projects: list, territories }, complete), asked);
      expect(parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value])).toEqual([['lycee', '>=', 1]]);
    });

    it('leaves out what is dated by a civil year, and says nothing of one', () => {
      const data = makeDataset({ projects: [...projects, project('d', '35360', { period: '2023-10' })] }, complete);
      expect(schoolProjects.compute(data, { period: '2023-SY' }).quantity?.value).toBe(3);
      expect(schoolProjects.compute(data, { period: '2023', by: 'commune' })).toMatchObject({
        quantity: null,
        parts: [],
      });
    });

    it('keeps to a programme', () => {
      const list = [...projects, project('d', '35360', { programme: 'other' })];
      const data = makeDataset({ projects: list, territories }, complete);
      expect(schoolProjects.compute(data, { where: 'programme=other' }).quantity?.value).toBe(1);
    });

    it('keeps to a territory', () => {
      const data = makeDataset({ projects, territories }, complete);
      expect(schoolProjects.compute(data, { territory: 'departement-35' }).quantity?.value).toBe(2);
      expect(schoolProjects.compute(data, { where: 'commune=commune-22278' }).quantity?.value).toBe(1);
    });

    it('does not pass a school year that has begun for a whole one', () => {
      const begun = projects.map((p) => ({ ...p, period: '2024-SY' }));
      const stated = observation('school-projects', 15, { unit: 'projects', period: '2024-SY' });
      const ask = (observations: readonly object[]) =>
        schoolProjects.compute(makeDataset({ projects: begun, observations }, complete), { period: '2024-SY' });
      expect(ask([])).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
      expect(ask([stated])).toMatchObject({ quantity: { value: 15, op: '=' }, basis: 'published' });
    });

    it('leaves out planned projects, and those of programmes that follow civil years', () => {
      const others = [project('p', '22278', { status: 'planned' }), project('y', '22278', { period: '2024' })];
      const data = makeDataset({ projects: [...projects, ...others], territories }, complete);
      expect(schoolProjects.compute(data, { period: '2023-SY' }).quantity?.value).toBe(3);
      expect(schoolProjects.compute(data, { period: '2024' }).quantity).toBeNull();
    });
  });
});

describe('count: funding-filings', () => {
  const fundingFilings = named('funding-filings');
  describe('funding-filings', () => {
    const filing = (id: string, stage: string, period = '2024') => ({ id, fund: { fr: 'Fonds' }, stage, period });
    const filings = [
      filing('f1', 'application'),
      filing('f2', 'application'),
      { ...filing('f3', 'balance'), year: '2023' },
      filing('f4', 'advance', '2023'),
    ];
    const figure = (n: number, stage: string) =>
      observation('funding-filings', n, { unit: 'filings', dimensions: { stage } });
    const coverage = { filings: [{ period: '2024', complete: true }] };

    it('counts the files of the period by stage, whatever year they are about', () => {
      const measure = fundingFilings.compute(makeDataset({ filings }, { coverage }), { by: 'stage' });
      expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
      expect(measure.parts?.map((p) => [p.label.en, p.quantity?.value])).toEqual([
        ['applications', 2],
        ['balances', 1],
      ]);
    });

    it('says "at least" of each stage where a date crosses the bounds of the period', () => {
      const data = makeDataset({ filings: [...filings, filing('f5', 'balance', '2024/2025')] }, { coverage });
      const { parts } = fundingFilings.compute(data, { by: 'stage' });
      expect(parts?.map((p) => [p.quantity?.op, p.quantity?.value])).toEqual([
        ['>=', 2],
        ['>=', 1],
      ]);
    });

    it('is compared with what is published of a stage', () => {
      const data = makeDataset({ filings, observations: [figure(3, 'application')] }, { coverage });
      const measure = fundingFilings.compute(data, { where: 'stage=application' });
      expect(measure.agreement).toMatchObject({ agrees: false, published: { value: 3 }, computed: { value: 2 } });
    });

    it('gives the published files where they are not all listed', () => {
      const data = makeDataset({ filings, observations: [figure(3, 'application')] });
      const measure = fundingFilings.compute(data, { period: '2024', where: 'stage=application' });
      expect([measure.quantity?.value, measure.basis]).toEqual([3, 'published']);
    });
  });
});

describe('count: seats-held', () => {
  const seatsHeld = named('seats-held');
  const seat = (id: string, body: string, extra: object = {}) => ({
    id,
    body,
    role: 'member',
    period: '2024',
    ...extra,
  });
  const seats = [
    seat('a', 'board', { organisation: 'o1', role: 'chair', college: 'x' }),
    seat('b', 'board', { college: 'x', count: 3 }),
    seat('c', 'board', { college: 'y', count: 2, period: '2023/2025' }),
    seat('d', 'board', { college: 'y', count: 9, period: '2022/2023' }),
    seat('e', 'council', { organisation: 'o2' }),
  ];
  const bodies = ['board', 'council'].map((id) => ({ id, name: { fr: id }, kind: 'governance' }));
  const coverage = { seats: [{ period: '2024', where: 'body=board', complete: true }] };
  const of = (request: object, options: object = { coverage }) =>
    seatsHeld.compute(makeDataset({ seats, bodies }, options), request);
  const partsOf = ({ parts = [] }: ReturnType<typeof of>) =>
    parts.map((p) => [p.id, p.quantity?.op, p.quantity?.value]);

  it('adds the seats that last in the period, line by line, and gives no total of several bodies', () => {
    expect(of({ where: 'body=board' })).toMatchObject({ quantity: { value: 6, op: '=' }, basis: 'computed' });
    expect(of({}).quantity).toBeNull();
    expect(partsOf(of({ by: 'body' }))).toEqual([
      ['board', '=', 6],
      ['council', '>=', 1],
    ]);
  });

  it('splits the seats of one body by college and by role', () => {
    expect(partsOf(of({ by: 'college', where: 'body=board' }))).toEqual([
      ['x', '=', 4],
      ['y', '=', 2],
    ]);
    expect(partsOf(of({ by: 'role', where: 'body=board' }, { coverage: { seats: [{ complete: true }] } }))).toEqual([
      ['chair', '=', 1],
      ['member', '=', 5],
    ]);
  });
});

describe('count: prizes-awarded', () => {
  const prize = (id: string, date: string) => ({ id, name: { fr: id }, date });

  it('counts the prizes of the period, whether or not an amount comes with them', () => {
    const prizes = [prize('a', '2024-11'), prize('b', '2024'), prize('c', '2023')];
    const compute = (options: object) => named('prizes-awarded').compute(makeDataset({ prizes }, options));
    expect(compute({ coverage: { prizes: [{ complete: true }] } })).toMatchObject({ quantity: { value: 2, op: '=' } });
    expect(compute({})).toMatchObject({ quantity: { value: 2, op: '>=' }, basis: 'listed' });
  });
});

describe('count: themed-meetings', () => {
  const meeting = (id: string, themes: readonly string[], status = 'held') => ({
    ...{ id, body: 'board', date: '2024-02-01', status, themes },
  });
  const meetings = [
    meeting('a', ['water', 'wood']),
    meeting('b', ['wood']),
    meeting('c', []),
    meeting('d', ['wood'], 'planned'),
  ];
  const of = (request: object) => named('themed-meetings').compute(makeDataset({ meetings }), request);

  it('counts a meeting in each of its themes, and gives no total', () => {
    expect(of({}).quantity).toBeNull();
    expect(of({ by: 'theme' }).parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value])).toEqual([
      ['water', '>=', 1],
      ['wood', '>=', 2],
    ]);
    expect(of({ where: 'theme=wood' }).quantity).toMatchObject({ value: 2, op: '>=' });
    expect(of({ where: 'theme=water' })).toMatchObject({ quantity: { value: 1 }, missing: 0 });
  });
});
