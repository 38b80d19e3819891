import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { stateOf } from './query-state.ts';
import { createSourceMerger } from './source-merger.ts';

const agenda = (id: string, startsAt: string, audience: Readonly<Record<string, 'internal'>> = {}) => {
  const events = [{ id: 'uid-1', title: { fr: 'Fest-noz' }, status: 'planned', startsAt }];
  const { manifest, ...rest } = makeDataset({ events });
  return {
    ...rest,
    base: `https://${id}.example/agenda.json`,
    manifest: { ...manifest, id, title: { fr: `Agenda ${id}` }, audience },
  };
};
const [a, b] = [agenda('A', '2025-03-18T19:00:00+01:00'), agenda('B', '2025-03-18T17:00:00Z')];

const stateIn = (merger: ReturnType<typeof createSourceMerger>, ...datasets: readonly (typeof a)[]) =>
  stateOf(
    datasets.map((dataset) => ({
      result: { dataset, issues: [], stats: { read: 1, invalid: 0 } },
      origin: 'network' as const,
      updatedAt: 1,
      settled: true,
      error: null,
    })),
    ['a', 'b'],
    false,
    merger,
    0,
  );

describe('what sources say against each other', () => {
  it('is a finding with both values and both origins, in both languages', () => {
    const { data, issues } = stateIn(createSourceMerger(), a, b);
    expect(data?.collections.events).toHaveLength(1);
    expect(issues).toMatchObject([
      {
        rule: 'sources-differ',
        severity: 'warning',
        certainty: 'likely',
        where: { collection: 'events', id: 'uid-1', field: 'start' },
        found: '2025-03-18T19:00:00+01:00',
        expected: '2025-03-18T18:00+01:00',
      },
    ]);
    expect(issues[0]?.message.fr).toContain(
      '«\u202fAgenda A\u202f» indique 18/03/2025 19:00, «\u202fAgenda B\u202f» indique 18/03/2025 18:00 (probable)',
    );
    expect(issues[0]?.message.en).toContain('“Agenda A” says 18/03/2025 19:00, “Agenda B” says 18/03/2025 18:00');
  });

  it('is the same finding as long as the data are the same, so that nothing is drawn again', () => {
    const merger = createSourceMerger();
    expect(stateIn(merger, a, b).issues[0]).toBe(stateIn(merger, a, b).issues[0]);
  });

  it('is nothing where one source is left, or where the field is internal', () => {
    expect(stateIn(createSourceMerger(), a).issues).toEqual([]);
    const internal = agenda('A', '2025-03-18T19:00:00+01:00', { 'events.startsAt': 'internal' });
    expect(stateIn(createSourceMerger(), internal, b).issues).toEqual([]);
  });
});
