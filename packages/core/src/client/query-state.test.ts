import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { IDLE, sameState } from './query-state.ts';

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
