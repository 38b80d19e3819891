/** All that a value has and its schema does not expect, in French and English. */
import { type Finding, type FindingPlace, type Manifest, parsePeriod } from '@ess-widgets/core/model';
import type { Said } from '../language.ts';

type Issue = NonNullable<ReturnType<typeof Manifest.safeParse>['error']>['issues'][number];

/** Why a schema refused a value. */
interface Failure {
  readonly issues: readonly Issue[];
}

/** A finding for each of the issues, at a place that gets their fields. */
export function mismatches(error: Failure, value: unknown, place: FindingPlace): readonly Finding[] {
  return error.issues.map(deepest).map((issue) => {
    const field = issue.path.map(String).join('.');
    const received = valueAt(value, issue.path);
    const found = excerpt(received);
    const { fr, en } = expectedBy(issue, received);
    const at = field || 'id';
    return {
      rule: 'schema',
      severity: 'error',
      certainty: 'certain',
      where: field === '' ? place : { ...place, field },
      found,
      expected: en,
      message: {
        fr: `${at} vaut ${found || 'rien'}, attendu\u202f: ${fr}.`,
        en: `${at} is ${found || 'missing'}, expected: ${en}.`,
      },
    };
  });
}

/** An alternative that failed says nothing by itself: the reasons of its first branch do. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.find((branch) => branch.length > 0)?.[0];
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

const TYPES: Readonly<Record<string, Said>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un objet', en: 'an object' },
  record: { fr: 'un objet', en: 'an object' },
};

const PERIODS = '2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY';

function expectedBy(issue: Issue, received: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? { fr: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(' | ');
      return { fr: values, en: values };
    }
    case 'too_small':
      return issue.origin === 'array'
        ? { fr: 'au moins un élément', en: 'at least one item' }
        : bound('≥', issue.minimum);
    case 'too_big':
      return bound('≤', issue.maximum);
    default:
      return refined(issue.message, received);
  }
}

const bound = (sign: string, limit: number | bigint): Said => ({ fr: `${sign} ${limit}`, en: `${sign} ${limit}` });

/** What a refinement of the model expects: their texts are in English there. */
function refined(message: string, received: unknown): Said {
  if (message.startsWith('expected a period')) {
    const [start, end] = typeof received === 'string' ? received.split('/') : [];
    const turned = `${end}/${start}`;
    return start && end && parsePeriod(turned)
      ? { fr: `une fin qui suit le début, comme ${turned}`, en: `an end after the start, such as ${turned}` }
      : { fr: `une période comme ${PERIODS} ou début/fin`, en: `a period such as ${PERIODS} or start/end` };
  }
  if (message.startsWith('a range needs')) {
    return { fr: 'min ≤ max pour «\u202frange\u202f», sinon value', en: 'min ≤ max for "range", otherwise a value' };
  }
  const text = message.replace(/^expected /, '');
  return { fr: text, en: text };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    return typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  }, value);
}

/** A value as text, short enough to be read in a list. */
function excerpt(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
