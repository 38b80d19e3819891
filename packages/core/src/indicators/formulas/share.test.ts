import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('share: participation-rate', () => {
  const participationRate = named('participation-rate');
  describe('participation-rate', () => {
    const took = (n: number, dimensions: object, network?: string) =>
      observation('participation-organisations', n, {
        unit: 'organisations',
        dimensions,
        of: network && `network-members network=${network}`,
      });
    const members = (n: number, network: string, period = '2024') =>
      observation('network-members', n, { unit: 'organisations', period, dimensions: { network } });

    it('is the organisations that took part among those of the network that the figure names', () => {
      const observations = [
        took(21, { network: 'wood' }, 'wood'),
        members(24, 'wood'),
        took(15, { programme: 'reuse' }, 'cloth'),
        members(26, 'cloth', '2024-12-31'),
        members(6, 'water'),
      ];
      const measure = participationRate.compute(makeDataset({ observations }), { by: 'network' });
      expect(measure.quantity).toBeNull();
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)]).sort()).toEqual([
        ['cloth', '57.7'],
        ['wood', '87.5'],
      ]);
      const of = (network: string) =>
        participationRate.compute(makeDataset({ observations }), { period: '2024', where: `network=${network}` });
      expect(of('wood').quantity).toEqual({ value: 87.5, op: '=', unit: 'percent', base: 'network-members' });
      expect(of('cloth').quantity?.value).toBeCloseTo(57.7, 1);
      expect(of('cloth').derivedFrom).toEqual([
        'participation-organisations/2024/reuse',
        'network-members/2024-12-31/cloth',
      ]);
      expect(of('water').quantity).toBeNull();
    });

    it('takes no figure that names no network, another one, or only an observation', () => {
      const rate = (part: object, where = 'network=cloth') =>
        participationRate.compute(makeDataset({ observations: [part, members(26, 'cloth')] }), { where }).quantity
          ?.value;
      expect(rate(took(13, { programme: 'cloth' }, 'cloth'))).toBe(50);
      expect(rate(took(13, { network: 'cloth' }))).toBeUndefined();
      // The programme bears the name of the network, and is of something else.
      expect(rate(took(13, { programme: 'cloth' }))).toBeUndefined();
      expect(rate(took(13, { programme: 'cloth' }, 'wood'))).toBeUndefined();
      const named = { ...took(13, { programme: 'cloth' }), of: ['#members', 'network-members'] };
      expect(rate(named)).toBeUndefined();
    });

    it('is unknown where figures of two programmes are of the network: an organisation may be in both', () => {
      const two = [took(10, { programme: 'a' }, 'cloth'), took(12, { programme: 'b' }, 'cloth'), members(26, 'cloth')];
      const compute = (observations: readonly object[]) =>
        participationRate.compute(makeDataset({ observations }), { where: 'network=cloth' }).quantity?.value;
      expect(compute(two)).toBeUndefined();
      expect(compute([...two, took(13, { network: 'cloth' }, 'cloth')])).toBe(50);
    });

    it('is unknown where nobody says how many the network has', () => {
      const data = makeDataset({ observations: [took(21, { network: 'wood' }, 'wood')] });
      expect(participationRate.compute(data, { where: 'network=wood' }).quantity).toBeNull();
      const none = makeDataset({ observations: [took(0, { network: 'wood' }, 'wood'), members(0, 'wood')] });
      expect(participationRate.compute(none, { where: 'network=wood' }).quantity).toBeNull();
    });

    it('is that of a network: all of them share members, and have no rate together', () => {
      const all = observation('network-members', 100, { unit: 'organisations' });
      const data = makeDataset({ observations: [took(50, {}), all] });
      expect(participationRate.compute(data, { period: '2024' }).quantity).toBeNull();
    });

    it('is no rate where those that took part only happen to be listed', () => {
      const participations = [{ id: 'p', organisation: 'a', of: 'wood', role: 'attendee', period: '2024' }];
      const data = makeDataset({ participations, observations: [members(24, 'wood')] });
      expect(participationRate.compute(data, { by: 'network' }).parts).toEqual([]);
    });
  });
});

describe('share: call-success-rate', () => {
  const callSuccessRate = named('call-success-rate');
  describe('call-success-rate', () => {
    const figure = (n: number, dimensions: object) =>
      observation('call-applications', n, { unit: 'applications', dimensions });
    const here = { call: 'cloth', territory: 'region-53' };
    const observations = [
      figure(103, { call: 'cloth' }),
      figure(34, { call: 'cloth', result: 'selected' }),
      figure(11, here),
      figure(6, { ...here, result: 'selected' }),
      figure(20, { call: 'wood' }),
    ];
    const data = makeDataset({ observations });

    it('is the applications selected among all those of the call: 34 / 103', () => {
      const measure = callSuccessRate.compute(data, { where: 'call=cloth' });
      expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'call-applications' });
      expect(measure.quantity?.value).toBeCloseTo(33.0, 1);
      expect(measure.derivedFrom).toHaveLength(2);
    });

    it('is that of a territory within the call: 6 / 11', () => {
      const measure = callSuccessRate.compute(data, { where: 'call=cloth territory=region-53' });
      expect(measure.quantity?.value).toBeCloseTo(54.5, 1);
      const { parts } = callSuccessRate.compute(data, { by: 'territory', where: 'call=cloth' });
      expect(parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)])).toEqual([['region-53', '54.5']]);
    });

    it('is open where answers are pending: 4 of 10 selected, 2 pending, are 40 to 60 %', () => {
      const ten = (results: Readonly<Record<string, number>>) =>
        callSuccessRate.compute(
          makeDataset({
            observations: [
              figure(10, { call: 'cloth' }),
              ...Object.entries(results).map(([result, n]) => figure(n, { call: 'cloth', result })),
            ],
          }),
          { where: 'call=cloth' },
        );
      expect(ten({ selected: 4, pending: 2 }).quantity).toMatchObject({
        ...{ min: 40, max: 60, op: 'range', unit: 'percent' },
        partial: 'des réponses sont encore attendues',
      });
      expect(ten({ selected: 4, pending: 2 }).calculation).toBeUndefined();
      expect(ten({ selected: 4, pending: 0 }).quantity).toMatchObject({ value: 40, op: '=' });
      // 10 less 4 and 3: three are neither selected nor rejected.
      expect(ten({ selected: 4, rejected: 3 }).quantity).toMatchObject({ min: 40, max: 70 });
      expect(ten({ selected: 4, rejected: 3, pending: 2 }).quantity).toMatchObject({ min: 40, max: 70 });
      expect(ten({ selected: 4, rejected: 6 }).quantity).toMatchObject({ value: 40, op: '=' });
      expect(ten({ selected: 4, pending: 6 }).quantity).toMatchObject({ min: 40, max: 100 });
    });

    it('is as open for the records of a list', () => {
      const results = ['selected', 'selected', 'rejected', 'pending'];
      const applications = results.map((result, at) => ({ id: `${at}`, call: 'c', period: '2024', result }));
      const list = makeDataset({ applications, calls: [] }, { coverage: { applications: [{ complete: true }] } });
      expect(callSuccessRate.compute(list, { where: 'call=c' }).quantity).toMatchObject({ min: 50, max: 75 });
      expect(callSuccessRate.compute(list, { by: 'call' }).parts?.[0]?.quantity).toMatchObject({ min: 50, max: 75 });
    });

    it('averages no calls, and knows nothing of one whose results are not published', () => {
      const measure = callSuccessRate.compute(data, { by: 'call' });
      expect(measure.quantity).toBeNull();
      expect(measure.parts?.map((p) => p.id)).toEqual(['cloth']);
      expect(callSuccessRate.compute(data, { by: 'territory' }).parts).toEqual([]);
      expect(callSuccessRate.compute(data, { where: 'call=wood' }).quantity).toBeNull();
    });
  });
});

describe('share: dla-permanent-share', () => {
  const dlaPermanentShare = named('dla-permanent-share');
  describe('dla-permanent-share', () => {
    const jobs = (n: number, dimensions: Readonly<Record<string, string>> = {}, partial?: string) => ({
      ...observation('dla-jobs', n, { unit: 'jobs', dimensions }),
      ...(partial ? { quantity: { value: n, op: '=', unit: 'jobs', partial } } : {}),
    });

    it('is the permanent contracts among all jobs, in all and in each lot', () => {
      const observations = [
        jobs(3160),
        jobs(1779, { contract: 'permanent' }),
        jobs(319, { lot: 'x' }),
        jobs(256, { lot: 'x', contract: 'permanent' }),
        jobs(32, { lot: 'y' }),
      ];
      const measure = dlaPermanentShare.compute(makeDataset({ observations }), { by: 'lot' });
      expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'dla-jobs' });
      expect(measure.quantity?.value).toBeCloseTo(56.3, 1);
      expect(measure.derivedFrom).toEqual(['dla-jobs/2024/permanent', 'dla-jobs/2024']);
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)])).toEqual([['x', '80.3']]);
    });

    it('is as partial as the jobs are, and unknown without one of the two', () => {
      const partial = [jobs(3160, {}, 'incomplet'), jobs(1779, { contract: 'permanent' })];
      expect(dlaPermanentShare.compute(makeDataset({ observations: partial })).quantity?.partial).toBe('incomplet');
      expect(dlaPermanentShare.compute(makeDataset({ observations: [jobs(3160)] })).quantity).toBeNull();
      const none = makeDataset({ observations: [jobs(0), jobs(0, { contract: 'permanent' })] });
      expect(dlaPermanentShare.compute(none).quantity).toBeNull();
    });
  });
});

describe('share: month-member-organisers-share', () => {
  const monthMemberOrganisersShare = named('month-member-organisers-share');
  describe('month-member-organisers-share', () => {
    const first = observation('month-member-organisers', 28, {
      unit: 'members',
      of: ['members-stock', 'month-organisers'],
    });
    const second = observation('month-organisers', 157, { unit: 'organisations' });

    it('takes members and organisers for the same things: 28 / 157', () => {
      const measure = monthMemberOrganisersShare.compute(makeDataset({ observations: [first, second] }));
      expect(measure.quantity?.value).toBeCloseTo(17.83, 2);
      expect([measure.quantity?.op, measure.basis]).toEqual(['=', 'computed']);
      expect(measure.derivedFrom).toEqual(['month-member-organisers/2024', 'month-organisers/2024']);
    });

    it('is unknown as soon as one of the two is', () => {
      expect(monthMemberOrganisersShare.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
      expect(monthMemberOrganisersShare.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
    });
  });
});
