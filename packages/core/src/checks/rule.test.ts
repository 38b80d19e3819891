import { describe, expect, it } from 'vitest';
import { amount, type Hit, inField, oncePerField, rule } from './rule.ts';
import { createDatasetIndex } from './shared/dataset-index.ts';
import { regionOf } from './testing/region.ts';

const dataset = regionOf();
const context = { dataset, index: createDatasetIndex(dataset, {}), options: {} };
const place = inField('events', { id: 'salon' }, 'date');

/** Returns the finding of a rule with one reading on one hit. */
function findingOf(what: string, hit: Partial<Hit>) {
  const todo = ['Relisez {expected}.', 'Read {expected} again.'] as const;
  const one = rule('example', { fr: 'Exemple' }, [], { kind: ['warning, likely', [what, what], todo] }, () => [
    ['kind', { at: place, found: '', ...hit }],
  ]);
  return one.run(context)[0];
}

describe('the finding of a hit', () => {
  it('has each amount as each language writes it', () => {
    const half = { value: 0.5, op: '=', unit: 'FTE' } as const;
    const finding = findingOf('{found}, {sum}', { found: half, expected: '1', values: { sum: amount('0.5 + 1.5') } });
    expect(finding).toMatchObject({ found: '0.5', expected: '1' });
    expect(finding?.message.fr).toContain(': 0,5, 0,5 + 1,5 (probable). Relisez 1.');
    expect(finding?.message['en']).toContain(': 0.5, 0.5 + 1.5 (likely). Read 1 again.');
  });

  it('has each text as it is: a date with points is no amount, and a brace in data is no place', () => {
    const finding = findingOf('{found}', { found: '12.03.2024 {expected} $&', expected: '2024' });
    expect(finding?.message.fr).toContain(': 12.03.2024 {expected} $& (probable)');
  });

  it('shows a place that no value is for', () => {
    expect(findingOf('{lost}', {})?.message.fr).toContain(': {lost} (probable)');
  });

  it('is as grave and as sure as the table says, unless the hit says otherwise', () => {
    expect(findingOf('', {})).toMatchObject({ severity: 'warning', certainty: 'likely' });
    expect(findingOf('', { weight: 'error, certain' })).toMatchObject({ severity: 'error', certainty: 'certain' });
  });

  it('has no expected value where the hit has none', () => {
    expect(findingOf('', {})).not.toHaveProperty('expected');
  });
});

describe('the hits of one field', () => {
  it('are told once, the first of them', () => {
    const about = { where: { file: 'manifest.json', field: 'date' }, subject: { fr: '', en: '' } };
    const hits = [
      ['a', { at: place, found: '1' }],
      ['b', { at: place, found: '2' }],
      ['a', { at: about, found: '3' }],
    ] as const;
    expect([...oncePerField(hits)].map(([, { found }]) => found)).toEqual(['1', '3']);
  });
});
