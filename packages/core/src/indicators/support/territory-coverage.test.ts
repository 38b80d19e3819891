import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { territoryCoverage } from './territory-coverage.ts';

describe('territory-coverage', () => {
  const territories = [
    { id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] },
    { id: 'commune-01002', kind: 'commune', name: { fr: 'Mitan' }, parents: ['departement-01'] },
    { id: 'commune-02002', kind: 'commune', name: { fr: 'Aval' }, parents: ['departement-02'] },
    { id: 'commune-02003', kind: 'commune', name: { fr: 'Port' }, parents: ['departement-02'] },
  ];
  const programmes = [
    { id: 'links', name: { fr: 'Liens' }, territories: ['commune-01001', 'commune-01002', 'commune-02002'] },
    { id: 'school', name: { fr: 'École' } },
    { id: 'old', name: { fr: 'Avant' }, period: '2020', territories: ['commune-01001'] },
  ];
  const project = (id: string, place: string, status = 'held', programme = 'school') => ({
    id,
    programme,
    period: '2024',
    status,
    territories: [place],
  });
  const projects = [
    project('p1', 'commune-01001'),
    project('p2', 'commune-01001'),
    project('p3', 'commune-02003', 'planned'),
    project('p4', 'commune-02002'),
    project('p5', 'commune-02003', 'held', 'links'),
  ];
  const missions = [{ ...project('m1', 'commune-01002', 'ongoing'), mode: 'individual' }];
  const coverage = { programmes: [{ complete: true }] };
  const data = makeDataset({ territories, programmes, projects, missions }, { coverage });

  it('counts the territories that a programme names, or those of its projects and missions held or under way, each once', () => {
    const { quantity, parts } = territoryCoverage.compute(data, { by: 'programme' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['Liens', 3],
      ['École', 3],
    ]);
  });

  it('counts by kind the territories that contain one of them', () => {
    const of = (where?: string) =>
      territoryCoverage
        .compute(data, { by: 'kind', ...(where ? { where } : {}) })
        .parts?.map((p) => [p.label.en, p.quantity?.value]);
    expect(of('programme=links')).toEqual([
      ['communes', 3],
      ['départements', 2],
    ]);
    expect(of('programme=school')).toEqual([
      ['communes', 3],
      ['départements', 2],
    ]);
    expect(territoryCoverage.compute(data, { where: 'kind=departement' }).quantity?.value).toBe(2);
  });

  it('keeps to the territory asked for', () => {
    const { parts } = territoryCoverage.compute(data, { by: 'programme', territory: 'departement-01' });
    expect(parts?.map((p) => p.quantity?.value)).toEqual([2, 2]);
  });

  it('is confirmed by the list of the programme, which says "at least" unless it is complete', () => {
    const figure = observation('territory-coverage', 3, { unit: 'territories', dimensions: { programme: 'links' } });
    const both = makeDataset({ territories, programmes, observations: [figure] }, { coverage });
    expect(territoryCoverage.compute(both, { where: 'programme=links' })).toMatchObject({
      basis: 'both',
      agreement: { agrees: true },
    });
    const open = makeDataset({ territories, programmes });
    expect(territoryCoverage.compute(open, { where: 'programme=links' }).quantity).toMatchObject({
      value: 3,
      op: '>=',
    });
  });
});
