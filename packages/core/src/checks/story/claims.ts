/** `story-claims`: each claim is true of all that its figures may be, and each claim in words has one that says it. */
import {
  type CollectionName,
  figureRequest,
  findSection,
  type Interval,
  intervalOf,
  type Measure,
  nameOfFigure,
  parseWhere,
  type Quantity,
  quotient,
  type Slot,
  type StoryClaim,
  type StoryPart,
  slotOf,
  withoutSlots,
} from '../../model/index.ts';
import { formatAmount, minus, toInterval } from '../shared/amounts.ts';
import type { BilingualText } from '../shared/finding.ts';
import { claimWords, type Direction, flat, type WordClaim } from './claim-words.ts';
import type { StoryContext, StoryPlace, StoryProblem } from './context.ts';

/** A half is 45 to 55 %; a share that is said to be a fraction is as near to it. */
const NEAR = 0.05;

const OPS = ['=', '>', '>=', '<', '<='] as const;
type Op = (typeof OPS)[number];

export function problemsOfClaims(context: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] {
  return parts.flatMap((part) => [...falseClaims(part, context), ...unclaimedWords(part)]);
}

/* Claims against the figures. */

/** Reason why a claim cannot stand: what was found, and what is wrong with it. */
interface Refused {
  readonly found: string;
  readonly said: BilingualText;
  readonly expected?: string;
}

const falseClaims = ({ claims, section, path }: StoryPart, context: StoryContext): readonly StoryProblem[] =>
  claims.flatMap((claim, at) => {
    const refused = refusalOf(claim, context);
    return refused ? [{ rule: 'story-claims', section, field: `${path}.claims.${at}`, ...refused }] : [];
  });

const refuse = (found: string, fr: string, en: string, expected?: string): Refused => ({
  found,
  said: { fr, en },
  ...(expected === undefined ? {} : { expected }),
});

/** A value, or the reason why nothing can be claimed of it. */
type Read = { readonly interval: Interval; readonly quantity: Quantity; readonly measure: Measure | null } | Refused;

const isRefused = (read: Read): read is Refused => 'said' in read;

/** Returns the reason why a claim cannot stand; null where it is true. */
function refusalOf(claim: StoryClaim, context: StoryContext): Refused | null {
  const { says, of, to, op, value } = claim;
  if (says === 'other')
    return refuse(of, 'cette sorte d’affirmation n’est pas connue', 'this kind of claim is not known');
  if (says === 'sourced') return refusalOfSource(claim, context);
  if (op !== undefined && !isOp(op))
    return refuse(op, `« ${op} » ne compare rien`, `"${op}" compares nothing`, OPS.join(', '));
  if (value === undefined && ['share', 'streak', 'rank'].includes(says))
    return refuse(
      of,
      `à quoi « ${of} » est comparé n’est pas dit (value)`,
      `it does not say what "${of}" is compared with (value)`,
    );
  if (says === 'rank') return refusalOfRank(claim, context);
  const whole = readFigure(of, context);
  if (isRefused(whole)) return whole;
  const other = to === undefined ? null : readFigure(to, context);
  if (other && isRefused(other)) return other;
  switch (says) {
    case 'half':
    case 'share': {
      const ratio = ratioOf(whole, other);
      if (!ratio)
        return refuse(
          of,
          'ce n’est ni un pourcentage ni une part (to)',
          'this is no percentage, and no part of anything (to)',
        );
      const compared = says === 'half' ? '=' : isOp(op) ? op : '=';
      return compare(ratio, compared, says === 'half' ? 0.5 : (value ?? 0), NEAR) ? null : untrue(claim, ratio);
    }
    case 'change': {
      const change = changeIn(whole, other, claim, context);
      if (isRefused(change)) return change;
      return compare(change.interval, isOp(op) ? op : '>', value ?? 0) ? null : untrue(claim, change.interval);
    }
    case 'compare': {
      if (!other)
        return refuse(
          of,
          'à quoi elle est comparée n’est pas dit (to)',
          'it does not say what it is compared with (to)',
        );
      if (whole.quantity.unit !== other.quantity.unit) return otherUnits(whole.quantity, other.quantity);
      const { lo, hi, ...open } = other.interval;
      const times = { lo: lo * (value ?? 1), hi: hi * (value ?? 1), ...open };
      return compareBoth(whole.interval, isOp(op) ? op : '>', times) ? null : untrue(claim, whole.interval);
    }
    default:
      // Years are counted, not measured: three is three.
      return compare(intervalOf(whole.quantity), isOp(op) ? op : '=', value ?? 0)
        ? null
        : untrue(claim, whole.interval);
  }
}

/** Most words that are quoted of a document. */
const MOST_QUOTED = 6;

/** Checks that what states a claim is there: a record, a published figure, or words of a section. */
function refusalOfSource({ of, at = '' }: StoryClaim, { report, dataset, observation }: StoryContext): Refused | null {
  if (of.startsWith('#')) {
    const found = observation(of.slice(1));
    return found ? null : refuse(of, `« ${of} » n’est pas publié`, `"${of}" is not published`);
  }
  const [collection = '', id] = of.split(/\/(.*)/s);
  if (id) {
    const records: readonly { readonly id: string }[] = Object.hasOwn(dataset.collections, collection)
      ? (dataset.collections[collection as CollectionName] ?? [])
      : [];
    if (records.some((each) => each.id === id)) return null;
    return refuse(of, `il n’y a pas de fiche « ${of} »`, `there is no record "${of}"`);
  }
  if (!findSection(report, of))
    return refuse(of, `le rapport n’a pas de section « ${of} »`, `the report has no section "${of}"`);
  const quoted = at.split(/\s+/).filter(Boolean).length;
  if (quoted > 0 && quoted <= MOST_QUOTED) return null;
  return refuse(
    of,
    `une section seule n’affirme rien : citez-en un à ${MOST_QUOTED} mots (at)`,
    `a section alone states nothing: quote one to ${MOST_QUOTED} words of it (at)`,
  );
}

const isOp = (op: string | undefined): op is Op => OPS.some((each) => each === op);

const otherUnits = (a: Quantity, b: Quantity): Refused =>
  refuse(b.unit, `${a.unit} et ${b.unit} ne se comparent pas`, `${a.unit} and ${b.unit} cannot be compared`, a.unit);

function untrue({ says, of, to, op, value }: StoryClaim, { lo, hi }: Interval): Refused {
  const short = (n: number): string => String(Math.round(n * 1e4) / 1e4);
  const found = lo === hi ? short(lo) : `${short(lo)} – ${short(hi)}`;
  const asked = [says, of, to && `/ ${to}`, op, value].filter((each) => each !== undefined && each !== '').join(' ');
  return refuse(
    found,
    `l’affirmation est fausse : ${asked}, et c’est ${found}`,
    `the claim is false: ${asked}, and it is ${found}`,
  );
}

/** Reads a figure: a claim needs a value that is complete and that nothing contradicts. */
function readFigure(text: string, context: StoryContext): Read {
  const slot = slotOf(text);
  if (!slot) return refuse(text, `« ${text} » n’est pas un chiffre`, `"${text}" is no figure`);
  const request = figureRequest(slot);
  const measure = request ? context.measure(request) : null;
  const published = slot.kind === 'observation' ? context.observation(slot.observation) : undefined;
  const quantity = measure?.quantity ?? (published?.status === 'held' ? published.quantity : undefined);
  if (!quantity) return refuse(text, `« ${text} » n’a pas de valeur`, `"${text}" has no value`);
  return readQuantity(nameOfFigure(slot), quantity, measure);
}

function readQuantity(name: string, quantity: Quantity, measure: Measure | null): Read {
  if (quantity.partial !== undefined || measure?.basis === 'listed')
    return refuse(
      formatAmount(quantity),
      `« ${name} » est partiel : rien ne peut en être affirmé`,
      `"${name}" is partial: nothing can be claimed of it`,
    );
  if (measure?.agreement?.agrees === false)
    return refuse(
      formatAmount(quantity),
      `« ${name} » est contredit par le calcul`,
      `"${name}" is contradicted by what is computed`,
    );
  return { interval: toInterval(quantity), quantity, measure };
}

type Value = Exclude<Read, Refused>;

/** Returns the ratio of a part to a whole, or that of a percentage; null where there is none. */
function ratioOf({ quantity, interval }: Value, whole: Value | null): Interval | null {
  if (whole) return quantity.unit === whole.quantity.unit ? quotient(interval, whole.interval) : null;
  const scale = quantity.unit === 'percent' ? 100 : quantity.unit === 'ratio' ? 1 : 0;
  return scale === 0 ? null : { ...interval, lo: interval.lo / scale, hi: interval.hi / scale };
}

/** Returns the change that a figure is, that it went through since the period before, or that makes it differ from another. */
function changeIn(
  value: Value,
  other: Value | null,
  { of, to = '' }: StoryClaim,
  { catalogue }: StoryContext,
): Value | Refused {
  if (other) {
    if (!isSameFigure(of, to)) {
      return refuse(
        to,
        `« ${to} » n’est pas « ${of} » à une autre période`,
        `"${to}" is not "${of}" in another period`,
      );
    }
    if (value.quantity.unit !== other.quantity.unit) return otherUnits(value.quantity, other.quantity);
    return { ...value, interval: minus(value.interval, other.interval) };
  }
  const { measure } = value;
  if (measure && catalogue[measure.indicator]?.signed) return value;
  const change = measure?.change?.absolute;
  if (!change) return refuse(of, `« ${of} » n’a pas d’évolution connue`, `no change of "${of}" is known`);
  return readQuantity(of, change, null);
}

/** Whether two figures are of one indicator and kept to the same, in two periods. */
function isSameFigure(one: string, other: string): boolean {
  const [a, b] = [slotOf(one), slotOf(other)];
  if (a?.kind !== 'figure' || b?.kind !== 'figure' || a.period === b.period) return false;
  const [whole, rest] = [a, b].map(({ period: _, ...kept }) => nameOfFigure(kept));
  return whole === rest;
}

/** Whether a comparison holds for each value that an amount may have. @param near how far "=" may be from the number */
function compare({ lo, hi, loStrict, hiStrict }: Interval, op: Op, value: number, near = 0): boolean {
  switch (op) {
    case '=':
      return lo >= value - near && hi <= value + near;
    case '>':
      return loStrict ? lo >= value : lo > value;
    case '>=':
      return lo >= value;
    case '<':
      return hiStrict ? hi <= value : hi < value;
    case '<=':
      return hi <= value;
  }
}

/** Whether a comparison holds whatever two amounts are. */
function compareBoth(a: Interval, op: Op, b: Interval): boolean {
  if (op === '=') return a.lo === a.hi && b.lo === b.hi && a.lo === b.lo;
  return compare(minus(a, b), op, 0);
}

/** Checks that a part of an indicator has a place among all its parts, whatever each of them may be. */
function refusalOfRank({ of, value = 0 }: StoryClaim, context: StoryContext): Refused | null {
  const slot = slotOf(of);
  const split = slot ? splitOf(slot, context) : null;
  if (!split) return refuse(of, `« ${of} » n’est pas une part parmi d’autres`, `"${of}" is no part among others`);
  const { by, id, request } = split;
  const parts = context.measure({ ...request, by })?.parts ?? [];
  const reads = parts.map((part) => ({
    id: part.id,
    read: part.quantity && readQuantity(`${by}=${part.id}`, part.quantity, null),
  }));
  const own = reads.find((part) => part.id === id)?.read;
  if (!own) return refuse(of, `« ${of} » n’a pas de valeur`, `"${of}" has no value`);
  if (isRefused(own)) return own;
  const others = reads.filter((part) => part.id !== id).flatMap(({ read }) => (read ? [read] : []));
  const unsure = others.find(isRefused);
  if (unsure) return unsure;
  const known = others.filter((read): read is Value => !isRefused(read));
  const before = known.filter(({ interval }) => compareBoth(interval, '>', own.interval)).length;
  const after = known.filter(({ interval }) => compareBoth(interval, '<', own.interval)).length;
  if (before === value - 1 && before + after === known.length) return null;
  const found = before + after === known.length ? `${before + 1}` : `${before + 1} – ${known.length - after + 1}`;
  return refuse(
    found,
    `« ${of} » n’a pas ce rang parmi les parts (${by})`,
    `"${of}" does not have this rank among the parts (${by})`,
    `${value}`,
  );
}

/** Returns the dimension that a slot is kept to, as a split of what is left of it. */
function splitOf(slot: Slot, { catalogue }: StoryContext) {
  const request = figureRequest(slot);
  const dimensions =
    request && Object.hasOwn(catalogue, request.indicator) ? catalogue[request.indicator]?.dimensions : undefined;
  if (!request || !dimensions) return null;
  const { where, territory, ...rest } = request;
  const pairs = Object.entries(parseWhere(where));
  const pair = pairs.find(([key]) => dimensions.some(({ id }) => id === key));
  if (pair) {
    const others = pairs.filter((each) => each !== pair).map((each) => each.join('='));
    const kept = { ...rest, ...(territory === undefined ? {} : { territory }) };
    return { by: pair[0], id: pair[1], request: others.length > 0 ? { ...kept, where: others.join(' ') } : kept };
  }
  if (territory === undefined || !dimensions.some(({ id }) => id === 'territory')) return null;
  return { by: 'territory', id: territory, request: where === undefined ? rest : { ...rest, where } };
}

/* Words against the claims. */

/** Finds claims whose words are gone, and words that claim something outside the words of a claim that says it. */
const unclaimedWords = ({ texts, claims, section, path }: StoryPart): readonly StoryProblem[] => {
  const languages = [...new Set(Object.values(texts).flatMap((text) => Object.keys(text)))];
  return languages.flatMap((lang) => {
    const told = Object.entries(texts).map(([name, text]) => [name, flat(withoutSlots(text[lang] ?? ''))] as const);
    // Words that stand twice are claimed where they stand first: the others are about something else.
    const places = claims.map(({ words }) => {
      const own = flat(withoutSlots(words[lang] ?? '')).trim();
      const [name, text = ''] = told.find(([, each]) => own !== '' && each.includes(own)) ?? [];
      return name === undefined ? null : { name, from: text.indexOf(own), to: text.indexOf(own) + own.length };
    });
    const gone = claims.flatMap(({ words }, at) =>
      places[at] ? [] : [goneWords(words[lang] ?? '', { section, field: `${path}.claims.${at}.words.${lang}` })],
    );
    const unsaid = told.flatMap(([name, text]) =>
      claimWords(text, lang).claims.flatMap((word) => {
        const isClaimed = claims.some((claim, at) => {
          const place = places[at];
          return place?.name === name && place.from <= word.at && word.end <= place.to && agrees(claim, word);
        });
        return isClaimed ? [] : [unclaimed(word, { section, field: `${path}.${name}.${lang}` })];
      }),
    );
    return [...gone, ...unsaid];
  });
};

const goneWords = (found: string, at: StoryPlace): StoryProblem => ({
  rule: 'story-claims',
  ...at,
  found,
  said: {
    fr: `aucun texte ne dit « ${found} », que l’affirmation garde (words)`,
    en: `no text says "${found}", for which the claim stands (words)`,
  },
});

const unclaimed = (word: WordClaim, at: StoryPlace): StoryProblem => ({
  rule: 'story-claims',
  ...at,
  found: word.words,
  expected: word.says.join(', '),
  said: {
    fr: `« ${word.words} » affirme quelque chose que rien ne montre : ajoutez aux claims ${asked(word)}`,
    en: `"${word.words}" claims something that nothing shows: add to the claims ${asked(word)}`,
  },
});

/** Returns the claim that a word asks for, as it is written: `{"says":"share","op":">","value":0.1667}`. */
function asked({ words, says: [first = 'sourced'], direction, value }: WordClaim): string {
  const op = direction === 'up' ? '>' : direction === 'down' ? '<' : undefined;
  return JSON.stringify({
    says: first,
    words,
    ...(op === undefined ? {} : { op }),
    ...(value === undefined || first === 'half' ? {} : { value: Math.round(value * 1e4) / 1e4 }),
  });
}

/** Whether a claim says what a word says: its kind, its direction and its number. */
function agrees(claim: StoryClaim, { says, direction, value }: WordClaim): boolean {
  if (!says.includes(claim.says)) return false;
  if (direction !== undefined && directionOf(claim) !== direction) return false;
  if (value === undefined && !isWholeWay(claim)) return false;
  // A source may say a rank; its number stands in the report alone.
  if (value === undefined || claim.says === 'sourced') return true;
  const own = claim.says === 'half' ? 0.5 : (claim.value ?? 1);
  return Math.abs(own - value) < 0.01;
}

/** Whether a claim says as much as its direction: a change of more than −5 may be a fall, and half as much is not more. */
function isWholeWay({ says, op = '>', value }: StoryClaim): boolean {
  const none = says === 'change' ? 0 : says === 'compare' ? 1 : undefined;
  if (none === undefined || value === undefined) return true;
  return op === '=' ? value === none : op.startsWith('>') ? value >= none : value <= none;
}

/** Returns the direction that a claim says; undefined where a source says none. */
function directionOf({ says, op }: StoryClaim): Direction | undefined {
  if (op?.startsWith('>')) return 'up';
  if (op?.startsWith('<')) return 'down';
  if (op === '=' || says === 'half' || says === 'share') return 'level';
  return says === 'change' || says === 'compare' ? 'up' : undefined;
}
