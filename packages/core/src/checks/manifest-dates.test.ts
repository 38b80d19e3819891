import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { line } from './testing/find.ts';
import { clean, options, regionOf } from './testing/region.ts';

function said(manifest: object): readonly string[] {
  const dataset = regionOf(clean);
  return runChecks({ ...dataset, manifest: { ...dataset.manifest, ...manifest } }, options).map(line);
}

const document = (date: string) => ({ documents: { bilan: { title: { fr: 'Bilan 2023' }, date } } });

describe('a date of the manifest', () => {
  it('is a day that exists, with or without its hour', () => {
    expect(said({ updated: '2024-02-29' })).toEqual([]);
    expect(said({ updated: '2024-02-29T10:00:00Z' })).toEqual([]);
    expect(said({ updated: '29 février 2024' })).toEqual([
      'error manifest.json updated: 29 février 2024, expected YYYY-MM-DD',
    ]);
  });

  it('of a document may be its year only: what happened in it is not after it', () => {
    expect(said(document('2023'))).toEqual([]);
    expect(said(document('2024-02-31'))).toEqual([
      'error manifest.json documents.bilan.date: 2024-02-31, expected YYYY-MM-DD',
    ]);
  });
});

describe('a next update', () => {
  it('comes after the last one', () => {
    const { manifest, ...rest } = regionOf();
    const next = (nextUpdate: string) =>
      runChecks({ manifest: { ...manifest, nextUpdate }, ...rest }, options).map(line);
    expect(next('2025-02-15')).toEqual([]);
    expect(next('2023-02-15')).toEqual(['error manifest.json nextUpdate: 2023-02-15, expected ≥ 2024-02-15']);
  });
});

describe('the periods of a manifest', () => {
  it('are no seasons that are written as two civil years, each of which is in two of them', () => {
    expect(said({ periods: ['2022-SY', '2023-SY', '2023'] })).toEqual([]);
    expect(said({ periods: ['2022-07/2023-06', '2023-07/2024-06'] })).toEqual([]);
    expect(said({ periods: ['2020/2021', '2022/2023'] })).toEqual([]);
    expect(said({ periods: ['2021/2022', '2022/2023'] })).toEqual([
      'warning manifest.json periods.1: 2022/2023, expected 2022-SY',
    ]);
  });
});
