import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { dlaMissions } from './dla-missions.ts';

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
