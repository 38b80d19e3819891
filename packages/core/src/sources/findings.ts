import type { Finding } from '../model/finding.ts';

/** How many findings are told one by one. */
const DETAILED = 100;

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Collects findings: all are counted, the gravest are kept in detail. */
export interface FindingList {
  readonly add: (finding: Finding) => void;
  /** In order of gravity, then as they came; beyond a hundred, a last one says how many more there are. */
  readonly list: () => readonly Finding[];
}

/** Makes an empty list. `file` is the address that the last finding names. */
export function createFindings(file: string): FindingList {
  const all: Finding[] = [];
  return {
    add: (finding) => all.push(finding),
    list: () => {
      const sorted = [...all].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
      const rest = sorted.slice(DETAILED);
      return rest.length === 0 ? sorted : [...sorted.slice(0, DETAILED), moreFinding(file, rest, all.length)];
    },
  };
}

function moreFinding(file: string, rest: readonly Finding[], total: number): Finding {
  return {
    rule: 'more',
    severity: rest[0]?.severity ?? 'info',
    certainty: 'certain',
    where: { file },
    found: String(total),
    message: {
      fr: `${total} constats en tout, dont ${rest.length} ne sont pas détaillés ici.`,
      en: `${total} findings in all, ${rest.length} of which are not detailed here.`,
    },
  };
}
