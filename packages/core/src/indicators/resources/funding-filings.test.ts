import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { fundingFilings } from './funding-filings.ts';

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
