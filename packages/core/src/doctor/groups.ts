/** Findings in groups, the gravest first: one rule on one column, with its lines, its remedy and what mends it. */

import { linesIn, type Repair } from '../data/index.ts';
import { type Finding, resolveText, SEVERITIES, type Text } from '../model/index.ts';
import { type Proposal, proposalsOf, removalOf } from './corrections.ts';
import { REMEDIES } from './remedies.ts';

/** Findings of one rule and one gravity on one column. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  /** « Commune inconnue : 33 lignes (14, 27…), colonne D ». */
  readonly title: Text & { readonly en: string };
  /** Messages of the findings, as the widgets have them: each of them once. */
  readonly messages: readonly Text[];
  /** Remedy in a spreadsheet; null where the messages say it. */
  readonly remedy: (Text & { readonly en: string }) | null;
  readonly lines: readonly number[];
  /** Letter of the column. */
  readonly column?: string;
  readonly proposals: readonly Proposal[];
}

/** Changes of a table that its findings propose. */
interface Repairs {
  readonly repairs: readonly Repair[];
  /** Columns that look personal. */
  readonly personal: readonly number[];
}

/** Returns findings in groups: by gravity, then those first that concern most lines. */
export function groupFindings(
  findings: readonly Finding[],
  { repairs, personal }: Repairs = { repairs: [], personal: [] },
): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, severity, where } = finding;
    const key = [rule, severity, where.column ?? where.field].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const byRule = new Map<string, Repair[]>();
  for (const repair of repairs) byRule.set(repair.rule, [...(byRule.get(repair.rule) ?? []), repair]);
  const all = [...groups.values()].map((group) => groupOf(group, byRule, personal));
  // The sort is stable: groups of equal weight stay in the order of their findings.
  return all.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.lines.length - a.lines.length,
  );
}

function groupOf(
  group: readonly Finding[],
  repairs: ReadonlyMap<string, readonly Repair[]>,
  personal: readonly number[],
): FindingGroup {
  const [first] = group as readonly [Finding];
  const { rule, severity, where } = first;
  const known = REMEDIES[rule];
  const numbers = group.flatMap(({ where: { line, lines } }) => lines ?? (line === undefined ? [] : [line]));
  const lines = [...new Set(numbers)].sort((a, b) => a - b);
  const own = new Set(lines);
  const messages = new Map(group.map(({ message }) => [message.fr, message]));
  return {
    rule,
    severity,
    certainty: group.some(({ certainty }) => certainty === 'certain') ? 'certain' : first.certainty,
    title: titleOf(first, lines, group.length),
    messages: [...messages.values()],
    remedy: known?.remedy ?? null,
    lines,
    ...(where.column === undefined ? {} : { column: where.column }),
    proposals:
      rule === 'personal-columns'
        ? removalOf(personal)
        : proposalsOf(
            rule,
            (repairs.get(rule) ?? []).filter(({ line }) => own.has(line)),
          ),
  };
}

function titleOf({ rule, where, message }: Finding, lines: readonly number[], count: number): FindingGroup['title'] {
  const title = (language: 'fr' | 'en'): string => {
    const colon = language === 'fr' ? '\u202f: ' : ': ';
    const named = REMEDIES[rule]?.title[language];
    // A rule without a title has its message for one.
    if (named === undefined) return count > 1 ? `${rule} (${count})` : resolveText(message, language).text;
    const column = where.column === undefined || rule === 'personal-columns' ? '' : COLUMN[language] + where.column;
    const at = [lines.length > 0 ? linesIn(language, lines) : '', column].filter(Boolean).join(', ');
    return at === '' ? named : `${named}${colon}${at}`;
  };
  return { fr: title('fr'), en: title('en') };
}

const COLUMN = { fr: 'colonne ', en: 'column ' } as const;
