import { describe, expect, it } from 'vitest';
import { EssError } from '../errors.ts';
import { Catalogue, type IndicatorEntry, judgedFormulas } from '../model/index.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { indicatorIdsOf, indicatorOf, indicatorsOf, type OwnFormula } from './catalogue.ts';
import { checkCatalogue } from './catalogue-problems.ts';

/** Creates an entry of a network that has no code of its own: all that is known of it stands in the entry. */
const entry = (id: string, more: Partial<IndicatorEntry> = {}): object => ({
  id,
  kind: 'flow',
  unit: 'bikes',
  label: { fr: id },
  definition: { fr: `${id}.` },
  dimensions: [],
  needs: ['observations'],
  ...more,
});
const catalogueOf = (...indicators: readonly object[]) => ({
  catalogue: Catalogue.parse({ format: 'ess-catalogue/1', indicators }),
});

const repaired = entry('bikes-repaired', {
  unit: 'bikes/workshop',
  kind: 'rate',
  formula: { name: 'quotient', top: 'bikes', bottom: 'workshops' },
});
const invented = catalogueOf(entry('bikes'), entry('workshops', { unit: 'workshops' }), repaired);

describe('the catalogue of a network', () => {
  it('adds an indicator to the general ones, without any code of its own', () => {
    expect(indicatorIdsOf(invented)).toEqual([...indicatorIdsOf({}), 'bikes', 'workshops', 'bikes-repaired']);
    const data = makeDataset({
      observations: [
        observation('bikes', 120, { unit: 'bikes' }),
        observation('workshops', 8, { unit: 'workshops', op: '~' }),
      ],
    });
    const measure = indicatorOf(invented, 'bikes-repaired')?.compute(data);
    expect(measure).toMatchObject({
      quantity: { value: 15, op: '~', unit: 'bikes/workshop' },
      basis: 'computed',
      derivedFrom: ['bikes/2024', 'workshops/2024'],
    });
  });

  it('defines anew what is general', () => {
    const own = catalogueOf(entry('members-stock', { label: { fr: 'Cyclistes' } }));
    expect(indicatorOf(own, 'members-stock')?.label.fr).toBe('Cyclistes');
    expect(indicatorIdsOf(own).filter((id) => id === 'members-stock')).toHaveLength(1);
    // General indicators compute with the new definition.
    expect(indicatorOf(own, 'members-retention')).toBeDefined();
  });

  it('is joined by indicators of the caller, with an arithmetic of their own', () => {
    const bells: OwnFormula = { value: () => ({ quantity: { value: 7, op: '=', unit: 'bikes' }, complete: true }) };
    // What the catalogue of the network defines stays as it is; what is general may be defined anew.
    const [first, ...others] = catalogueOf(entry('bells'), entry('bikes', { unit: 'bells' }), entry('members-stock'))
      .catalogue.indicators;
    const own = [...(first ? [{ ...first, formula: bells }] : []), ...others];
    expect([...indicatorIdsOf(invented, own)].sort()).toEqual([...indicatorIdsOf(invented), 'bells'].sort());
    expect(indicatorOf(invented, 'bells', own)?.compute(makeDataset({})).quantity?.value).toBe(7);
    expect(indicatorOf(invented, 'bikes', own)?.unit).toBe('bikes');
    expect(indicatorOf(catalogueOf(entry('members-stock', { unit: 'riders' })), 'members-stock', own)?.unit).toBe(
      'riders',
    );
    expect(indicatorsOf({}, own).find(({ id }) => id === 'members-stock')?.unit).toBe('bikes');
    expect(indicatorOf(invented, 'bells')).toBeUndefined();
  });

  it('has no indicator of a name that objects have', () => {
    expect(indicatorOf({}, 'constructor')).toBeUndefined();
    expect(indicatorOf({}, '__proto__')).toBeUndefined();
  });
});

describe('a definition that cannot be used', () => {
  const unusable: readonly (readonly [why: string, indicators: readonly object[], says: string])[] = [
    ['a formula that there is none of', [entry('a', { formula: { name: 'guess' } })], 'no formula "guess"'],
    ['a name that objects have', [entry('a', { formula: { name: 'toString' } })], 'no formula "toString"'],
    [
      'a parameter of another type',
      [entry('a', { formula: { name: 'sumOfParts', dimension: 3 } })],
      'does not take these parameters',
    ],
    [
      'an operand that is not there',
      [entry('a', { formula: { name: 'difference', from: 'bikes', less: 'b' } })],
      'no indicator "bikes"',
    ],
    [
      'a value that it needs itself',
      [
        entry('a', { formula: { name: 'difference', from: 'b', less: 'b' } }),
        entry('b', { formula: { name: 'wholeFromShare', part: 'a', share: 'a' } }),
      ],
      'a → b → a',
    ],
  ];

  it.each(unusable)('is one with %s: it is said, and costs no other', (_, indicators, says) => {
    const given = { catalogue: judgedFormulas(catalogueOf(...indicators, entry('good')).catalogue) };
    expect(() => indicatorOf(given, 'a')).toThrow(EssError);
    expect(() => indicatorOf(given, 'a')).toThrow(says);
    expect(() => indicatorsOf(given)).toThrow(says);
    expect(indicatorOf(given, 'good')?.id).toBe('good');
    const { indicators: usable, findings } = checkCatalogue(given, 'catalogue.json');
    expect(usable.map(({ id }) => id)).toContain('good');
    expect(usable.map(({ id }) => id)).not.toContain('a');
    expect(findings[0]).toMatchObject({
      rule: 'catalogue',
      severity: 'error',
      where: { file: 'catalogue.json', id: 'a' },
    });
  });

  it('is said with its field, what was found there and what is expected', () => {
    const given = catalogueOf(
      entry('a', { needs: ['observations', 'bikes'], formula: { name: 'count', collection: 'bikes', apart: 4 } }),
      entry('b', { needs: ['votes'], formula: { name: 'vote', votes: 3 } }),
      entry('b'),
      entry('c', { kind: 'stock', atStart: { name: 'rollBack', minus: ['b'] } }),
    );
    const { findings } = checkCatalogue(given, 'catalogue.json');
    expect(findings.map(({ severity, where, found }) => [severity, where.id, where.field, found])).toEqual([
      ['warning', 'a', 'needs', 'bikes'],
      ['error', 'a', 'formula.collection', '"bikes"'],
      ['error', 'a', 'formula.apart', '4'],
      ['warning', 'b', 'formula.votes', 'votes'],
      ['error', 'b', 'id', 'b'],
      ['error', 'c', 'atStart.note', ''],
    ]);
    expect(findings[0]?.message).toMatchObject({ fr: expect.stringContaining('«\u202fbikes\u202f»') });
  });
});

describe('the collections that an indicator reads', () => {
  const kind = { id: 'kind', label: { fr: 'type' }, exclusive: true };
  const board = { id: 'body', label: { fr: 'instance' }, exclusive: true };
  const sorted = (id: string, given: ReturnType<typeof catalogueOf>) =>
    [...(indicatorOf(given, id)?.needs ?? [])].sort();

  it('are those that it names, the figures, the names of its dimensions and what its operands read', () => {
    const given = catalogueOf(
      entry('bikes', { needs: [], dimensions: [kind, board] }),
      entry('towns', { needs: ['territories'] }),
      entry('each', { needs: [], formula: { name: 'quotient', top: 'bikes', bottom: 'towns' } }),
    );
    expect(sorted('bikes', given)).toEqual(['bodies', 'categories', 'observations']);
    expect(sorted('each', given)).toEqual(['bodies', 'categories', 'observations', 'territories']);
    expect(checkCatalogue(given, 'catalogue.json').findings).toEqual([]);
  });

  it('are no categories where the entry names the values itself, or the model does', () => {
    const status = { ...kind, id: 'status' };
    const labels = { kind: { city: { fr: 'de ville' } } };
    const given = catalogueOf(entry('bikes', { needs: [], dimensions: [kind, status], valueLabels: labels }));
    expect(sorted('bikes', given)).toEqual(['observations']);
  });

  it('let an entry that names none be computed from what was asked for', () => {
    const given = catalogueOf(entry('bikes', { needs: [], dimensions: [kind] }));
    const all = makeDataset({
      observations: [observation('bikes', 7, { unit: 'bikes', dimensions: { kind: 'city' } })],
      categories: [{ id: 'city', dimension: 'kind', label: { fr: 'de ville' } }],
      events: [],
    });
    const indicator = indicatorOf(given, 'bikes');
    const loaded = Object.fromEntries((indicator?.needs ?? []).map((name) => [name, all.collections[name]]));
    const parts = indicator?.compute({ ...all, collections: loaded }, { by: 'kind' }).parts;
    expect(parts?.map(({ label }) => label.fr)).toEqual(['de ville']);
  });

  it('are told where a formula reads another one', () => {
    const given = catalogueOf(
      entry('a', { needs: [], unit: 'meetings', formula: { name: 'count', collection: 'meetings' } }),
      entry('b', { needs: ['meetings'], unit: 'meetings', formula: { name: 'count', collection: 'meetings' } }),
    );
    const { findings } = checkCatalogue(given, 'catalogue.json');
    expect(findings.map(({ severity, where, found }) => [severity, where.id, where.field, found])).toEqual([
      ['error', 'a', 'needs', 'meetings'],
    ]);
    expect(findings[0]?.message.fr).toContain('il lit la collection «\u202fmeetings\u202f»');
  });
});

describe('what is announced', () => {
  it('is known by the value of one dimension, in a split by it too', () => {
    const ahead = entry('a', { looksAhead: { dimension: 'status', except: 'held' } });
    const looks = indicatorOf(catalogueOf(ahead), 'a')?.looksAhead;
    expect([looks?.({}), looks?.({ status: 'held' }), looks?.({ status: 'planned' })]).toEqual([false, false, true]);
    expect([looks?.({}, 'status'), looks?.({}, 'series')]).toEqual([true, false]);
  });
});
