import { describe, expect, it } from 'vitest';
import { badgesOf, type Finding, type Measure, quantity } from '../model/index.ts';
import { withDoubts } from './doubted.ts';

const measure = (extra: Partial<Measure>): Measure => ({
  indicator: 'meetings',
  period: '2024',
  quantity: quantity(9, 'meetings'),
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
  ...extra,
});
const finding = (extra: Partial<Finding> = {}): Finding => ({
  rule: 'announced-and-listed',
  severity: 'warning',
  certainty: 'possible',
  where: { collection: 'observations', id: 'team', field: 'quantity' },
  found: '8',
  message: { fr: '' },
  ...extra,
});
const measures = [
  measure({ observations: ['team'] }),
  measure({ derivedFrom: ['other', 'team'] }),
  measure({ observations: ['other'] }),
  measure({}),
];
const doubtsOf = (...findings: readonly Finding[]) =>
  withDoubts({ format: 'ess-measures/1', hashes: {}, indicators: {}, measures }, findings).measures.map(
    ({ checks }) => checks ?? null,
  );

describe('a measure is put in doubt', () => {
  it('by a finding about a figure that it rests on, and no other', () => {
    expect(doubtsOf(finding())).toEqual([['announced-and-listed'], ['announced-and-listed'], null, null]);
  });

  it('by a finding about the field of a record that it was calculated from, and about no other field of it', () => {
    const told = { collection: 'tallies', id: 'committee', field: 'by.gender' } as const;
    const document = {
      ...{ format: 'ess-measures/1', hashes: {}, indicators: {} },
      measures: [measure({ fields: [told] }), measure({ fields: [{ ...told, field: 'by.affiliation' }] })],
    };
    const doubted = withDoubts(document, [finding({ rule: 'parts-and-totals', where: told })]);
    expect(doubted.measures.map(({ checks }) => checks)).toEqual([['parts-and-totals'], undefined]);
    // No published figure of its own is in doubt.
    expect(doubted.doubted).toBeUndefined();
  });

  it('once by each rule', () => {
    const rules = finding({ rule: 'rates' });
    expect(doubtsOf(finding(), rules, finding())[0]).toEqual(['announced-and-listed', 'rates']);
  });

  it('neither by how something is written nor by what is only worth knowing', () => {
    const where = { collection: 'observations', id: 'team', field: 'printed' };
    const record = { collection: 'meetings', id: 'team', field: 'quantity' };
    expect(doubtsOf(finding({ where }), finding({ where: record }), finding({ severity: 'info' }))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('and so is the published figure itself, by its amount or by its period', () => {
    const at = (id: string, field: string) => finding({ where: { collection: 'observations', id, field } });
    const found = [at('b', 'period'), at('a', 'quantity'), at('a', 'period'), at('c', 'printed')];
    const document = { format: 'ess-measures/1', hashes: {}, indicators: {}, measures };
    expect(withDoubts(document, found).doubted).toEqual(['a', 'b']);
    expect(withDoubts(document, []).doubted).toBeUndefined();
    expect(doubtsOf(at('team', 'period'))[0]).toBeNull();
  });

  it('and so is a part that is in doubt as a figure of its own', () => {
    const part = (id: string) => ({ id, label: { fr: id }, quantity: quantity(9, 'meetings') });
    const split = measure({ by: 'body', parts: [part('team'), part('board')], observations: ['board'] });
    const alone = measure({ where: 'body=team', observations: ['team'] });
    const elsewhere = measure({ where: 'body=board', observations: ['team'], period: '2023' });
    const document = { format: 'ess-measures/1', hashes: {}, indicators: {} };
    const { measures: found } = withDoubts({ ...document, measures: [split, alone, elsewhere] }, [finding()]);
    expect(found[0]?.parts?.map(({ checks }) => checks)).toEqual([['announced-and-listed'], undefined]);
    expect(found[0]).not.toHaveProperty('checks');
    expect(found[1]).not.toHaveProperty('added');
    expect(found[0] && badgesOf(found[0])).toEqual({ origin: 'published', doubts: ['check'] });
  });

  it('and then says so', () => {
    expect(badgesOf(measure({}))).toEqual({ origin: 'published', doubts: [] });
    expect(badgesOf(measure({ checks: ['rates'] }))).toEqual({ origin: 'published', doubts: ['check'] });
  });
});
