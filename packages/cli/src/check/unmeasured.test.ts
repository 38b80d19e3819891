import { indicatorsOf } from '@ess-widgets/core/indicators';
import { expect, it } from 'vitest';
import { unmeasured } from './unmeasured.ts';

it('names the indicators that could not be measured, once a reason', () => {
  const [one, other, third] = indicatorsOf({});
  if (!one || !other || !third) throw new Error('the catalogue has indicators');
  const failures = [one, other].map((indicator) => ({ indicator, reason: 'deux unités' }));
  const findings = unmeasured([...failures, { indicator: third, reason: 'autre chose' }], new Set());
  expect(findings.map(({ severity, found }) => [severity, found])).toEqual([
    ['warning', `${one.id}, ${other.id}`],
    ['warning', third.id],
  ]);
  expect(findings[0]?.message.fr).toContain('(deux unités)');
  // A collection that could not be read has a grave finding of its own.
  expect(unmeasured(failures, new Set(['events'])).map(({ severity }) => severity)).toEqual(['info']);
  expect(unmeasured([], new Set())).toEqual([]);
});
