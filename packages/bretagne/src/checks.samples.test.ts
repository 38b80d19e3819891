/** Compares what the rules find with the catalogue of relations and the text of the report, which lie beside the repository. */
import { readFileSync } from 'node:fs';
import { runChecks } from '@ess-widgets/core/checks';
import { describe, expect, it } from 'vitest';
import { dataset, FAILING, line, options } from './checked.ts';

interface Relation {
  readonly id: string;
  readonly result: 'holds' | 'fails';
}

const read = (name: string): string =>
  readFileSync(new URL(`../../../../shared/seed/${name}`, import.meta.url), 'utf8');
const relations: readonly Relation[] = JSON.parse(read('checks.json'));
const texts = { 'rapport-2024': read('rapport-activite-2024.txt') };

describe('the relations of the catalogue', () => {
  const found = runChecks(dataset, { ...options, texts });

  it.each(relations.filter(({ result }) => result === 'fails'))('$id fails, and is found', ({ id }) => {
    const says = FAILING[id];
    expect(says, `no finding is known for ${id}`).toBeDefined();
    expect(found.some((finding) => says?.(finding))).toBe(true);
  });

  it('that hold raise nothing: what is found is one of those that fail, or of what the catalogue only notes', () => {
    const failing = Object.values(FAILING);
    const others = found.filter(({ severity }) => severity !== 'info');
    expect(others.filter((finding) => !failing.some((says) => says(finding))).map(line)).toEqual([
      'warning announced-and-listed observations/collective-trainings: 7 (projects) (6)',
      'warning planned-dates observations/housing-restitution-internship: 2025-H1 (2026-Q2)',
      'warning announced-and-listed observations/urs-network-heads: 5 (memberships) (6)',
      'warning parts-and-totals tallies/copil-sress/2024-04-11: 12 + 11 = 23 (33)',
      // The report states no licence, so its facts are quoted and nobody may hand them on unasked.
      'warning reuse manifest.json/undefined: Faits du rapport d’activité 2024 (https://…)',
      'warning printed-dates rapport-2024/121: 10/15/2024 (15/10/2024)',
    ]);
  });
});
