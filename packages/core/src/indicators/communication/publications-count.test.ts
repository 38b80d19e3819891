import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { publicationsCount } from './publications-count.ts';

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
