import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('share: participation-rate', () => {
  const participationRate = named('participation-rate');
  describe('participation-rate', () => {
    const took = (n: number, dimensions: object) =>
      observation('participation-organisations', n, { unit: 'organisations', dimensions });
    const members = (n: number, network: string, period = '2024') =>
      observation('network-members', n, { unit: 'organisations', period, dimensions: { network } });

    it('is the organisations that took part among those of the network, in all its actions or in its programme', () => {
      const observations = [
        took(21, { network: 'wood' }),
        members(24, 'wood'),
        took(15, { programme: 'cloth' }),
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
        'participation-organisations/2024/cloth',
        'network-members/2024-12-31/cloth',
      ]);
      expect(of('water').quantity).toBeNull();
    });

    it('is unknown where nobody says how many the network has', () => {
      const data = makeDataset({ observations: [took(21, { network: 'wood' })] });
      expect(participationRate.compute(data, { where: 'network=wood' }).quantity).toBeNull();
      const none = makeDataset({ observations: [took(0, { network: 'wood' }), members(0, 'wood')] });
      expect(participationRate.compute(none, { where: 'network=wood' }).quantity).toBeNull();
    });

    it('is that of a network: all of them share members, and have no rate together', () => {
      const all = observation('network-members', 100, { unit: 'organisations' });
      const data = makeDataset({ observations: [took(50, {}), all] });
      expect(participationRate.compute(data, { period: '2024' }).quantity).toBeNull();
    });

    it('is that of its programme where those that took part in all its actions only happen to be listed', () => {
      const participations = [{ id: 'p', organisation: 'a', of: 'fair', role: 'attendee', period: '2024' }];
      const memberships = [{ id: 'm', organisation: 'a', network: 'cloth', start: '2020', end: null }];
      const observations = [took(15, { programme: 'cloth' }), members(26, 'cloth', '2024-12-31')];
      const data = makeDataset({ participations, memberships, observations });
      const rate = participationRate.compute(data, { period: '2024', where: 'network=cloth' });
      expect(rate.quantity?.value).toBeCloseTo(57.7, 1);
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
    const first = observation('month-member-organisers', 28, { unit: 'members' });
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
