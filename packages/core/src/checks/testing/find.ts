import type { Finding } from '../../model/index.ts';
import type { CheckOptions } from '../check.ts';
import { runChecks } from '../run.ts';
import { type Collections, options, regionOf } from './region.ts';

/** Returns the findings of one rule on the invented region. */
export const findingsOf = (rule: string, collections: Collections, more: CheckOptions = {}): readonly Finding[] =>
  runChecks(regionOf(collections), { ...options, only: [rule], ...more });

/** Returns a finding in one line: `error tallies/salon by.gender: 160 + 140 = 300, expected 290`. */
export const line = ({ severity, where, found, expected }: Finding): string =>
  [
    `${severity} ${where.file ?? `${where.collection}/${where.id}`} ${where.field ?? where.line ?? ''}: ${found}`,
    ...(expected === undefined ? [] : [`expected ${expected}`]),
  ].join(', ');

export const linesOf = (rule: string, collections: Collections, more: CheckOptions = {}): readonly string[] =>
  findingsOf(rule, collections, more).map(line);
