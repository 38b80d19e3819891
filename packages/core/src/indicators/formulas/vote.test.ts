import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const voteShare = named('vote-share');
describe('vote-share', () => {
  const votes = (value: number, unit = 'organisations') => ({ value, op: '=', unit });
  const scenario = {
    id: 'b',
    subject: { fr: 'Scénario' },
    date: '2024-09-26',
    for: votes(18),
    eligible: votes(22),
    threshold: 0.8,
  };
  const statutes = {
    id: 's',
    subject: { fr: 'Statuts' },
    date: '2024-12-19',
    for: votes(96.4, 'percent'),
    abstain: votes(3.6, 'percent'),
  };
  const ask = (list: readonly object[], where: string, observations: readonly object[] = []) =>
    voteShare.compute(makeDataset({ votes: list, observations }), { where });

  it('is the votes for, out of those entitled when the others were not counted: 18 / 22', () => {
    const measure = ask([scenario], 'vote=b');
    expect(measure.quantity?.value).toBeCloseTo(81.818, 3);
    expect([measure.basis, measure.quantity?.base]).toEqual(['computed', 'vote/b']);
  });

  it('is from where its vote is written', () => {
    const source = { document: 'rapport', section: 'I.1.d', page: 7 };
    expect(ask([{ ...scenario, source }], 'vote=b').sources).toEqual([source]);
  });

  it('is out of the votes and abstentions when they were', () => {
    const counted = { ...scenario, for: votes(27), against: votes(0), abstain: votes(1), eligible: votes(40) };
    expect(ask([counted], 'vote=b').quantity?.value).toBeCloseTo(96.43, 2);
  });

  it('says whether the threshold was reached', () => {
    expect(ask([scenario], 'vote=b').notes.map((n) => n.en)).toEqual(['threshold of 80% reached']);
    const lost = { ...scenario, for: votes(17) };
    expect(ask([lost], 'vote=b').notes.map((n) => n.fr)).toEqual(['seuil de 80\u202f% non atteint']);
    expect(ask([{ ...scenario, threshold: null }], 'vote=b').notes).toEqual([]);
    const just = { ...scenario, for: votes(16), eligible: votes(20) };
    expect(ask([just], 'vote=b').notes.map((n) => n.en)).toEqual(['threshold of 80% reached']);
    const most = { ...scenario, for: { ...votes(80, 'percent'), op: '<=' } };
    expect(ask([most], 'vote=b').notes).toEqual([]);
    expect(ask([statutes], 'vote=s').notes).toEqual([]);
    const vague = { ...scenario, for: { ...votes(75, 'percent'), op: '>' } };
    expect(ask([vague], 'vote=b').notes).toEqual([]);
  });

  it('says the threshold as it is printed, and hands it on with the words', () => {
    const printed = { ...scenario, printed: { threshold: '4/5ème' } };
    expect(ask([printed], 'vote=b').notes.map((n) => n.fr)).toEqual(['seuil de 4/5 atteint']);
    expect(ask([printed], 'vote=b').threshold).toEqual({ value: 0.8, printed: '4/5ème' });
    const other = { ...scenario, printed: { threshold: '2/3' } };
    expect(ask([other], 'vote=b').notes.map((n) => n.fr)).toEqual(['seuil de 80\u202f% atteint']);
    expect(ask([statutes], 'vote=s').threshold).toBeUndefined();
  });

  it('gives the percent that was recorded, and does not confirm with it the same percent published', () => {
    expect(ask([statutes], 'vote=s').quantity?.value).toBe(96.4);
    const published = observation('vote-share', 96.4, {
      unit: 'percent',
      period: '2024-12-19',
      dimensions: { vote: 's' },
    });
    const measure = ask([statutes], 'vote=s', [published]);
    expect([measure.quantity?.value, measure.basis, measure.agreement]).toEqual([96.4, 'published', undefined]);
  });

  it('lists the votes of the period by their subject, with no total and no share', () => {
    const other = { ...scenario, id: 'old', date: '2023-01-01' };
    const { quantity, parts } = voteShare.compute(makeDataset({ votes: [scenario, statutes, other] }), { by: 'vote' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.label.fr, p.share])).toEqual([
      ['Scénario', undefined],
      ['Statuts', undefined],
    ]);
  });

  it('is unknown when only the votes for are', () => {
    expect(ask([{ ...scenario, eligible: null }], 'vote=b').quantity).toBeNull();
    expect(ask([{ ...scenario, for: null }], 'vote=b').quantity).toBeNull();
    expect(ask([{ ...scenario, eligible: votes(22, 'people') }], 'vote=b').quantity).toBeNull();
    const mixed = { ...scenario, against: votes(2, 'people'), abstain: votes(2), eligible: null };
    expect(ask([mixed], 'vote=b').quantity).toBeNull();
    expect(voteShare.compute(makeDataset({ votes: [mixed, statutes] }), { by: 'vote' }).parts).toHaveLength(1);
  });
});
