import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import type { Finding } from '../../model/index.ts';
import { makeDataset } from '../../model/testing.ts';
import type { SourceState } from './loader.ts';
import { IDLE, sameState, stateOf } from './query-state.ts';

const finding = (rule: string, found: string): Finding => ({
  rule,
  severity: 'error',
  certainty: 'certain',
  where: {},
  found,
  message: { fr: found },
});

describe('two states', () => {
  it('say the same where every fact is the same', () => {
    expect(sameState(IDLE, { ...IDLE })).toBe(true);
    for (const change of [{ stale: true }, { fetching: true }, { updatedAt: 1 }, { origin: 'cache' as const }])
      expect(sameState(IDLE, { ...IDLE, ...change })).toBe(false);
  });

  it('have the same issues, as many of them', () => {
    const issue = finding('position', '0, 0');
    const [one, two] = [[issue], [issue, issue]].map((issues) => ({ ...IDLE, issues }));
    expect(one && two && [sameState(one, two), sameState(two, one), sameState(one, { ...one })]).toEqual([
      false,
      false,
      true,
    ]);
    expect(sameState({ ...IDLE, issues: [issue] }, { ...IDLE, issues: [{ ...issue }] })).toBe(false);
  });

  it('have one failing source in common by what is said of it: it is made anew each time', () => {
    const failing = (text: string) => ({ ...IDLE, issues: [finding('source', text)] });
    expect(sameState(failing('404'), failing('404'))).toBe(true);
    expect(sameState(failing('404'), failing('500'))).toBe(false);
  });
});

describe('the state of several sources', () => {
  const now = Date.parse('2025-03-05T10:00:00Z');
  const held = (more: Partial<SourceState> = {}, nextUpdate?: string): SourceState => {
    const { manifest, ...rest } = makeDataset({});
    const dataset = { ...rest, manifest: { ...manifest, ...(nextUpdate ? { nextUpdate } : {}) } };
    const result = { dataset, issues: [], stats: { read: 0, invalid: 0 } };
    return { result, origin: 'network', updatedAt: 2, settled: true, error: null, ...more };
  };
  const several = {
    merge: (all: readonly ReturnType<typeof makeDataset>[]) => all[0] ?? null,
    issueOf: (src: string | undefined) => finding('source', src ?? ''),
  };
  const state = (...all: readonly SourceState[]) => stateOf(all, ['a', 'b'], false, several, now);

  it('is as old as the oldest of them, and kept as soon as one is', () => {
    expect(state(held({ updatedAt: 5 }), held({ updatedAt: 3 }))).toMatchObject({ updatedAt: 3, origin: 'network' });
    expect(state(held(), held({ origin: 'cache' })).origin).toBe('cache');
    expect(state(held({ updatedAt: null })).updatedAt).toBeNull();
  });

  it('has data once each has answered', () => {
    const waiting = held({ result: null, settled: false, updatedAt: null });
    expect(state(held(), waiting)).toMatchObject({ data: null, origin: null, updatedAt: null, stale: false });
    const failed = held({ result: null, updatedAt: null, error: new EssError('http', 'no', { url: 'b' }) });
    expect(state(held(), failed)).toMatchObject({ stale: true, updatedAt: 2, error: failed.error });
    expect(state(held(), failed).data).not.toBeNull();
    expect(state(held(), failed).issues.map(({ found }) => found)).toEqual(['b']);
    expect(state(failed)).toMatchObject({ data: null, stale: false });
  });

  it('is past where the next update of one of them was due before today', () => {
    expect(state(held({}, '2025-03-05T08:00:00Z'), held()).stale).toBe(false);
    expect(state(held({}, '2025-03-04T23:00:00Z'), held()).stale).toBe(true);
    expect(state(held({}, 'bientôt'), held()).stale).toBe(false);
  });
});
