import type { Finding } from '../../model/index.ts';

/** Maximum number of findings that are kept in detail. */
const DETAILED = 100;

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Collects findings: all are counted, a hundred are kept in detail, of every rule. */
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
      const kept = new Set(inTurn(sorted).slice(0, DETAILED));
      const rest = sorted.filter((finding) => !kept.has(finding));
      return rest.length === 0
        ? sorted
        : [...sorted.filter((finding) => kept.has(finding)), moreFinding(file, rest, all.length)];
    },
  };
}

/**
 * Orders findings by turns, the first of each rule, then the second: a fault of every line must not hide one of the
 * whole file, which may be its cause.
 */
function inTurn(findings: readonly Finding[]): readonly Finding[] {
  const turns = new Map<string, number>();
  const turnOf = ({ rule }: Finding): number => {
    const turn = turns.get(rule) ?? 0;
    turns.set(rule, turn + 1);
    return turn;
  };
  const queue = findings.map((finding) => ({ finding, turn: turnOf(finding) }));
  return queue.sort((a, b) => a.turn - b.turn).map(({ finding }) => finding);
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
