/**
 * The words of French and English that claim something about figures: a story may say them only where a claim stands
 * beside them that is true.
 */
import type { StoryClaim } from '../../model/index.ts';

type Says = StoryClaim['says'];

/** Direction in which something is said to differ or to change; `level` for "as much as" and for "stable". */
export type Direction = 'up' | 'down' | 'level';

/** A claim made in words. */
export interface WordClaim {
  /** As they are in the text: `plus d’un sur six`. */
  readonly words: string;
  /** Where it stands in the text: its beginning, and the place after its end. */
  readonly at: number;
  readonly end: number;
  /** The kinds of claims that say it. */
  readonly says: readonly Says[];
  readonly direction?: Direction;
  /** Ratio, rank or number of years that it names. */
  readonly value?: number;
}

/** What words claim, besides themselves. */
type Claimed = Pick<WordClaim, 'says' | 'direction' | 'value'>;

/**
 * A row of the lexicon: words, as a regular expression of whole ones, and what they claim; or how that is read from the numbers and
 * fractions in them.
 */
type Row =
  | readonly [words: string, says: readonly Says[], direction?: Direction | undefined, value?: number]
  | readonly [words: string, read: (match: readonly string[]) => Claimed];

/** Returns a pattern of whole words. */
const whole = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}-])`, 'gu');

const CHANGES = ['change', 'sourced'] as const;
const COMPARES = ['compare', 'change'] as const;
const RANKS = ['rank', 'sourced'] as const;
const SHARES = ['share', 'sourced'] as const;

const numbers = (words: string, from: number): ReadonlyMap<string, number> =>
  new Map(words.split(' ').map((word, at) => [word, at + from]));

/** Returns a group of regular expressions that matches any of the words. */
const any = (words: ReadonlyMap<string, number>): string => `(${[...words.keys()].join('|')})`;

/** Returns the direction of a comparison with a fraction; level where it has none, and for "nearly". */
function directionOf(compared: string | undefined): Direction {
  if (compared === undefined || /^(?:près|nearly|almost)/.test(compared)) return 'level';
  return /^(?:plus d|au moins|more|over|at least)/.test(compared) ? 'up' : 'down';
}

/** Returns what a fraction claims: a half, or a share that is about, more than or less than it. */
function fraction(compared: string | undefined, value: number): Claimed {
  const direction = directionOf(compared);
  return { says: value === 0.5 && direction === 'level' ? ['half', 'share'] : ['share'], direction, value };
}

const FR_NUMBERS = numbers('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2);
/** Numbers of a fraction: one in twenty. */
const FR_PARTS = new Map([['un', 1], ['une', 1], ...FR_NUMBERS, ['vingt', 20]]);
const FR_RANKS = numbers('deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième', 2);
const FR_COMPARED = '(?:(plus d[e’]|moins d[e’]|au moins|au plus|près d[e’]) ?(?:(?:un|une|la|le|les) )?)?';

const FRENCH: readonly Row[] = [
  [
    `${FR_COMPARED}(?:${any(FR_PARTS)} )?(?:[\\p{L}’-]+ ){0,2}?sur ${any(FR_PARTS)}(?! (?:ans|années|mois|semaines|jours|heures))`,
    ([, compared, n = '', of = '']) => fraction(compared, (FR_PARTS.get(n) ?? 1) / (FR_PARTS.get(of) ?? 1)),
  ],
  [`${FR_COMPARED}moitié`, ([, compared]) => fraction(compared, 0.5)],
  [`${FR_COMPARED}(deux )?tiers`, ([, compared, two]) => fraction(compared, (two ? 2 : 1) / 3)],
  [`${FR_COMPARED}(trois )?quarts?`, ([, compared, three]) => fraction(compared, (three ? 3 : 1) / 4)],
  ['majorité|majoritaires?|majoritairement|la plupart|l’essentiel des?', ['share'], 'up', 0.5],
  ['minorité|minoritaires?', ['share'], 'down', 0.5],
  [
    `${any(FR_NUMBERS)} fois (plus|moins)`,
    ([, n = '', way]) => {
      const value = FR_NUMBERS.get(n) ?? 1;
      return way === 'plus'
        ? { says: ['compare'], direction: 'up', value }
        : { says: ['compare'], direction: 'down', value: 1 / value };
    },
  ],
  ['doubl(?:e|ent|é|ée|és|ées|ement)', ['compare'], 'up', 2],
  ['tripl(?:e|ent|é|ée|és|ées|ement)', ['compare'], 'up', 3],
  [
    `(?:${any(FR_RANKS)}|(\\d+)e) (?:année|an)(?: consécutive| de suite| d’affilée)?`,
    ([, word = '', digits]) => ({ says: ['streak'], value: FR_RANKS.get(word) ?? Number(digits) }),
  ],
  ['consécuti(?:f|fs|ve|ves)|de suite|d’affilée', ['streak']],
  [
    '(?:premi(?:er|ère|ers|ères)|en tête(?! de réseau)|records?|l[ea]s? plus|l[ea]s? meilleure?s?)',
    RANKS,
    undefined,
    1,
  ],
  [any(FR_RANKS), ([word = '']) => ({ says: RANKS, value: FR_RANKS.get(word) ?? 0 })],
  ['mieux|meilleure?s?|davantage|supérieure?s?|dépass(?:e|ent|é|ée|és|ées)', COMPARES, 'up'],
  ['moins bien|pires?|inférieure?s?', COMPARES, 'down'],
  ['autant|égale?s?|égaux', COMPARES, 'level'],
  // "At least one" is how a member of a group is defined, not how many there are.
  ['(?:plus (?:d[e’]|que|nombreu|grand|fort|haut|élevé|important|petit)|au moins(?! une? ))[\\p{L}]*', COMPARES, 'up'],
  ['(?:moins (?:d[e’]|que|nombreu|grand|fort|haut|élevé|important)|au plus)[\\p{L}]*', COMPARES, 'down'],
  [
    '(?:en )?hausses?|augment(?:e|ent|é|ée|és|ées|ation|ations)|progress(?:e|ent|é|ée|és|ion|ions)|croissan(?:ce|t|te|ts|tes)|cro(?:ît|issent)|gagn(?:e|ent|é|ée|és|ées)|grandi(?:t|ssent)?|bondi(?:t|ssent)?|mont(?:e|ent)|accro(?:ît|issent)|s’envol(?:e|ent)',
    CHANGES,
    'up',
  ],
  [
    '(?:en )?baisse(?:s|nt)?|baissé(?:e|s|es)?|recul(?:e|ent|é|s)?|diminu(?:e|ent|é|ée|és|tion|tions)|chut(?:e|ent|é|es)|perd(?:ent|u|us|ue)?|pertes?|se retir(?:e|ent)|retraits?|s’effondr(?:e|ent)|décroissance|s’(?:essouffl|affaibli|appauvri|étiol|amenuis)[\\p{L}]*|faibli[\\p{L}]*',
    CHANGES,
    'down',
  ],
  ['stables?|stabilité|stagn(?:e|ent|ation)|inchangée?s?', CHANGES, 'level'],
  ['unanim(?:e|es|ement|ité)|tou(?:s|tes)(?! les (?:ans|jours|mois))|tout le monde', SHARES, undefined, 1],
  ['aucune?s?|nul(?:le)?s?|personne n[e’]|(?:à|par) personne', SHARES, undefined, 0],
  ['adoptée?s?|approuvée?s?', SHARES, 'up'],
  ['rejet(?:te|tent|és?|ées?)|refus(?:e|ent|és?|ées?)|s’(?:y )?oppos(?:e|ent)|désapprouv[\\p{L}]*', SHARES, 'down'],
];

const EN_NUMBERS = numbers(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  2,
);
const EN_PARTS = new Map([['one', 1], ...EN_NUMBERS, ['twenty', 20]]);
const EN_RANKS = numbers('second third fourth fifth sixth seventh eighth ninth tenth', 2);
const EN_COMPARED = '(?:(more than|over|less than|fewer than|at least|at most|nearly|almost) )?(?:(?:a|an|the|one) )?';

const ENGLISH: readonly Row[] = [
  [
    `${EN_COMPARED}(?:${any(EN_PARTS)} )?(?:[\\p{L}’-]+ ){0,2}?(?:in|out of) ${any(EN_PARTS)}(?! (?:years|months|weeks|days|hours|minutes))`,
    ([, compared, n = '', of = '']) => fraction(compared, (EN_PARTS.get(n) ?? 1) / (EN_PARTS.get(of) ?? 1)),
  ],
  [`${EN_COMPARED}hal(?:f|ves)`, ([, compared]) => fraction(compared, 0.5)],
  [`${EN_COMPARED}(?:(two) thirds|third of)`, ([, compared, two]) => fraction(compared, (two ? 2 : 1) / 3)],
  [`${EN_COMPARED}(?:(three) quarters|quarter of)`, ([, compared, three]) => fraction(compared, (three ? 3 : 1) / 4)],
  ['majority|most|(?:the )?bulk of', ['share'], 'up', 0.5],
  ['minority', ['share'], 'down', 0.5],
  [
    `${any(EN_NUMBERS)} times (more|fewer|less|as)`,
    ([, n = '', way]) => {
      const value = EN_NUMBERS.get(n) ?? 1;
      return way === 'fewer' || way === 'less'
        ? { says: ['compare'], direction: 'down', value: 1 / value }
        : { says: ['compare'], direction: 'up', value };
    },
  ],
  ['doubl(?:e|es|ed|ing)|twice', ['compare'], 'up', 2],
  ['tripl(?:e|es|ed|ing)', ['compare'], 'up', 3],
  [
    `(?:${any(EN_RANKS)}|(\\d+)(?:nd|rd|th)) (?:consecutive )?year(?: running| in a row)?`,
    ([, word = '', digits]) => ({ says: ['streak'], value: EN_RANKS.get(word) ?? Number(digits) }),
  ],
  ['consecutive|in a row', ['streak']],
  ['first|records?|top', RANKS, undefined, 1],
  ['best', RANKS, undefined, 1],
  [any(EN_RANKS), ([word = '']) => ({ says: RANKS, value: EN_RANKS.get(word) ?? 0 })],
  ['more|better|higher|larger|bigger|greater|exceed(?:s|ed|ing)?|at least(?! one)', COMPARES, 'up'],
  ['less|fewer|worse|lower|smaller|at most', COMPARES, 'down'],
  ['equal|equals|as many|as much', COMPARES, 'level'],
  [
    'rise[sn]?|rising|rose|increas(?:e|es|ed|ing)|grow(?:s|n|th|ing)?(?! old)|grew|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?',
    CHANGES,
    'up',
  ],
  [
    'fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing)?|los(?:e|es|ing|s|ses)|lost|withdraw(?:s|n|ing|als?)?|reced(?:e|es|ed|ing)|cuts?|r[ua]n(?:s|ning)? out|weaken(?:s|ed|ing)?|slow(?:s|ed|ing)? down',
    CHANGES,
    'down',
  ],
  ['stable|stability|unchanged|flat', CHANGES, 'level'],
  ['unanimous(?:ly)?|unanimity|all(?! told)|every(?:one|body)|each of', SHARES, undefined, 1],
  ['none|no one|nobody', SHARES, undefined, 0],
  ['adopted|approved', SHARES, 'up'],
  ['reject(?:s|ed)?|refuse[sd]?|oppose(?:s)?', SHARES, 'down'],
];

/** Returns a row with its words as a pattern, and the reader of what they claim. */
function patternOf([words, says, direction, value]: Row) {
  if (typeof says === 'function') return { words: whole(words), read: says };
  const fixed = { says, ...(direction ? { direction } : {}), ...(value === undefined ? {} : { value }) };
  return { words: whole(words), read: (): Claimed => fixed };
}

const PATTERNS = { fr: FRENCH.map(patternOf), en: ENGLISH.map(patternOf) } as Readonly<
  Record<string, readonly ReturnType<typeof patternOf>[]>
>;

/** Numbers in words that a text may write in place of a slot: `deux` to `seize`, tens, hundreds and thousands. */
const NUMBER_WORDS: Readonly<Record<string, RegExp>> = {
  fr: whole(
    `${any(FR_NUMBERS)}|vingt(?:aines?)?|trent(?:e|aines?)|quarant(?:e|aines?)|cinquant(?:e|aines?)|soixant(?:e|aines?)|dizaines?|douzaines?|quinzaines?|cents?|centaines?|mille|milliers?|millions?`,
  ),
  en: whole(
    `${any(EN_NUMBERS)}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?`,
  ),
};

/** How long a reader needs, which is no figure of the data: "en une minute, en dix". */
const READING_TIME: Readonly<Record<string, RegExp>> = {
  fr: whole(`en (?:une|${any(FR_NUMBERS)}) minutes?(?:, en ${any(FR_NUMBERS)})?`),
  en: whole(`in (?:one|a|${any(EN_NUMBERS)}) minutes?(?:, (?:in )?${any(EN_NUMBERS)})?`),
};

/** Returns a text in small letters, with one kind of apostrophe and of space: each character stays in its place. */
export const flat = (text: string): string => text.toLowerCase().replaceAll("'", '’').replace(/\s/g, ' ');

/** Claims and numbers that a text makes in words. */
interface WordsFound {
  readonly claims: readonly WordClaim[];
  /** Numbers that no claim is about: `quatre`. */
  readonly numbers: readonly string[];
}

/**
 * Finds the words of a text that claim something about figures, and the numbers that it writes in words.
 * @param text without its slots
 * @param lang `fr` or `en`; nothing is found in other languages
 */
export function claimWords(text: string, lang: string): WordsFound {
  let rest = flat(text);
  const claims: WordClaim[] = [];
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => void): void => {
    for (const match of rest.matchAll(pattern)) use(match);
    // Words that were read are no part of a further claim; those after them stay in their place.
    rest = rest.replace(pattern, (words) => '\u0000'.repeat(words.length));
  };
  const reading = READING_TIME[lang];
  if (reading) take(reading, () => undefined);
  for (const { words, read } of PATTERNS[lang] ?? []) {
    take(words, (match) => {
      claims.push({ words: match[0].trim(), at: match.index, end: match.index + match[0].length, ...read(match) });
    });
  }
  const found: string[] = [];
  const written = NUMBER_WORDS[lang];
  if (written) take(written, ([word]) => void found.push(word));
  return { claims: claims.sort((a, b) => a.at - b.at), numbers: found };
}
