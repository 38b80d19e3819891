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
  /** The kinds of claims that say it. */
  readonly says: readonly Says[];
  readonly direction?: Direction;
  /** Ratio, rank or number of years that it names. */
  readonly value?: number;
}

/** Words that claim the same. */
interface Pattern {
  readonly words: RegExp;
  readonly claim: (match: RegExpExecArray) => Omit<WordClaim, 'words'> | null;
}

/** Returns a pattern of whole words. */
const whole = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}-])`, 'gu');

const claim = (says: readonly Says[], direction?: Direction, value?: number): Pattern['claim'] => {
  const fixed = { says, ...(direction ? { direction } : {}), ...(value === undefined ? {} : { value }) };
  return () => fixed;
};

const CHANGES = ['change', 'sourced'] as const;
const COMPARES = ['compare', 'change'] as const;
const RANKS = ['rank', 'sourced'] as const;

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
function fraction(compared: string | undefined, value: number): Omit<WordClaim, 'words'> {
  const direction = directionOf(compared);
  return { says: value === 0.5 && direction === 'level' ? ['half', 'share'] : ['share'], direction, value };
}

const FR_NUMBERS = numbers('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2);
const FR_RANKS = numbers('deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième', 2);
const FR_COMPARED = '(?:(plus d[e’]|moins d[e’]|au moins|au plus|près d[e’]) ?(?:(?:un|une|la|le|les) )?)?';

const FRENCH: readonly Pattern[] = [
  {
    words: whole(
      `${FR_COMPARED}(?:[\\p{L}’-]+ ){0,2}?sur ${any(FR_NUMBERS)}(?! (?:ans|années|mois|semaines|jours|heures))`,
    ),
    claim: ([, compared, n = '']) => fraction(compared, 1 / (FR_NUMBERS.get(n) ?? 1)),
  },
  { words: whole(`${FR_COMPARED}moitié`), claim: ([, compared]) => fraction(compared, 0.5) },
  {
    words: whole(`${FR_COMPARED}(deux )?tiers`),
    claim: ([, compared, two]) => fraction(compared, (two ? 2 : 1) / 3),
  },
  {
    words: whole(`${FR_COMPARED}(trois )?quarts?`),
    claim: ([, compared, three]) => fraction(compared, (three ? 3 : 1) / 4),
  },
  { words: whole('majorité|majoritaires?|majoritairement|la plupart'), claim: claim(['share'], 'up', 0.5) },
  { words: whole('minorité|minoritaires?'), claim: claim(['share'], 'down', 0.5) },
  {
    words: whole(`${any(FR_NUMBERS)} fois (plus|moins)`),
    claim: ([, n = '', way]) => {
      const value = FR_NUMBERS.get(n) ?? 1;
      return way === 'plus'
        ? { says: ['compare'], direction: 'up', value }
        : { says: ['compare'], direction: 'down', value: 1 / value };
    },
  },
  { words: whole('doubl(?:e|ent|é|ée|és|ées|ement)'), claim: claim(['compare'], 'up', 2) },
  { words: whole('tripl(?:e|ent|é|ée|és|ées|ement)'), claim: claim(['compare'], 'up', 3) },
  {
    words: whole(`(?:${any(FR_RANKS)}|(\\d+)e) (?:année|an)(?: consécutive| de suite| d’affilée)?`),
    claim: ([, word = '', digits]) => ({ says: ['streak'], value: FR_RANKS.get(word) ?? Number(digits) }),
  },
  { words: whole('consécuti(?:f|fs|ve|ves)|de suite|d’affilée'), claim: claim(['streak']) },
  {
    words: whole('(?:premi(?:er|ère|ers|ères)|en tête(?! de réseau)|records?|l[ea]s? plus|l[ea]s? meilleure?s?)'),
    claim: claim(RANKS, undefined, 1),
  },
  { words: whole(any(FR_RANKS)), claim: ([word]) => ({ says: RANKS, value: FR_RANKS.get(word) ?? 0 }) },
  {
    words: whole('mieux|meilleure?s?|davantage|supérieure?s?|dépass(?:e|ent|é|ée|és|ées)'),
    claim: claim(COMPARES, 'up'),
  },
  { words: whole('pires?|inférieure?s?'), claim: claim(COMPARES, 'down') },
  { words: whole('autant|égale?s?|égaux'), claim: claim(COMPARES, 'level') },
  // "At least one" is how a member of a group is defined, not how many there are.
  {
    words: whole('(?:plus (?:d[e’]|que|nombreu|grand|fort|haut|élevé|important|petit)|au moins(?! une? ))[\\p{L}]*'),
    claim: claim(COMPARES, 'up'),
  },
  {
    words: whole('(?:moins (?:d[e’]|que|nombreu|grand|fort|haut|élevé|important)|au plus)[\\p{L}]*'),
    claim: claim(COMPARES, 'down'),
  },
  {
    words: whole(
      '(?:en )?hausses?|augment(?:e|ent|é|ée|és|ées|ation|ations)|progress(?:e|ent|é|ée|és|ion|ions)|croissan(?:ce|t|te|ts|tes)|cro(?:ît|issent)|gagn(?:e|ent|é|ée|és|ées)|grandi(?:t|ssent)?|bondi(?:t|ssent)?|mont(?:e|ent)|accro(?:ît|issent)|s’envol(?:e|ent)',
    ),
    claim: claim(CHANGES, 'up'),
  },
  {
    words: whole(
      '(?:en )?baisse(?:s|nt)?|baissé(?:e|s|es)?|recul(?:e|ent|é|s)?|diminu(?:e|ent|é|ée|és|tion|tions)|chut(?:e|ent|é|es)|perd(?:ent|u|us|ue)?|pertes?|se retir(?:e|ent)|retraits?|s’effondr(?:e|ent)|décroissance',
    ),
    claim: claim(CHANGES, 'down'),
  },
  { words: whole('stables?|stabilité|stagn(?:e|ent|ation)|inchangée?s?'), claim: claim(CHANGES, 'level') },
  { words: whole('unanim(?:e|es|ement|ité)'), claim: claim(['share', 'sourced'], undefined, 1) },
];

const EN_NUMBERS = numbers(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  2,
);
const EN_RANKS = numbers('second third fourth fifth sixth seventh eighth ninth tenth', 2);
const EN_COMPARED = '(?:(more than|over|less than|fewer than|at least|at most|nearly|almost) )?(?:(?:a|an|the|one) )?';

const ENGLISH: readonly Pattern[] = [
  {
    words: whole(
      `${EN_COMPARED}(?:[\\p{L}’-]+ ){0,2}?(?:in|out of) ${any(EN_NUMBERS)}(?! (?:years|months|weeks|days|hours|minutes))`,
    ),
    claim: ([, compared, n = '']) => fraction(compared, 1 / (EN_NUMBERS.get(n) ?? 1)),
  },
  { words: whole(`${EN_COMPARED}hal(?:f|ves)`), claim: ([, compared]) => fraction(compared, 0.5) },
  {
    words: whole(`${EN_COMPARED}(?:(two) thirds|third of)`),
    claim: ([, compared, two]) => fraction(compared, (two ? 2 : 1) / 3),
  },
  {
    words: whole(`${EN_COMPARED}(?:(three) quarters|quarter of)`),
    claim: ([, compared, three]) => fraction(compared, (three ? 3 : 1) / 4),
  },
  { words: whole('majority|most'), claim: claim(['share'], 'up', 0.5) },
  { words: whole('minority'), claim: claim(['share'], 'down', 0.5) },
  {
    words: whole(`${any(EN_NUMBERS)} times (more|fewer|less|as)`),
    claim: ([, n = '', way]) => {
      const value = EN_NUMBERS.get(n) ?? 1;
      return way === 'fewer' || way === 'less'
        ? { says: ['compare'], direction: 'down', value: 1 / value }
        : { says: ['compare'], direction: 'up', value };
    },
  },
  { words: whole('doubl(?:e|es|ed|ing)|twice'), claim: claim(['compare'], 'up', 2) },
  { words: whole('tripl(?:e|es|ed|ing)'), claim: claim(['compare'], 'up', 3) },
  {
    words: whole(`(?:${any(EN_RANKS)}|(\\d+)(?:nd|rd|th)) (?:consecutive )?year(?: running| in a row)?`),
    claim: ([, word = '', digits]) => ({ says: ['streak'], value: EN_RANKS.get(word) ?? Number(digits) }),
  },
  { words: whole('consecutive|in a row'), claim: claim(['streak']) },
  { words: whole('first|records?|top'), claim: claim(RANKS, undefined, 1) },
  { words: whole('best'), claim: claim(RANKS, undefined, 1) },
  { words: whole(any(EN_RANKS)), claim: ([word]) => ({ says: RANKS, value: EN_RANKS.get(word) ?? 0 }) },
  {
    words: whole('more|better|higher|larger|bigger|greater|exceed(?:s|ed|ing)?|at least(?! one)'),
    claim: claim(COMPARES, 'up'),
  },
  { words: whole('less|fewer|worse|lower|smaller|at most'), claim: claim(COMPARES, 'down') },
  { words: whole('equal|equals|as many|as much'), claim: claim(COMPARES, 'level') },
  {
    words: whole(
      'rise[sn]?|rising|rose|increas(?:e|es|ed|ing)|grow(?:s|n|th|ing)?(?! old)|grew|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?',
    ),
    claim: claim(CHANGES, 'up'),
  },
  {
    words: whole(
      'fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing)?|los(?:e|es|ing|s|ses)|lost|withdraw(?:s|n|ing|als?)?|reced(?:e|es|ed|ing)|cuts?',
    ),
    claim: claim(CHANGES, 'down'),
  },
  { words: whole('stable|stability|unchanged|flat'), claim: claim(CHANGES, 'level') },
  { words: whole('unanimous(?:ly)?|unanimity'), claim: claim(['share', 'sourced'], undefined, 1) },
];

const PATTERNS: Readonly<Record<string, readonly Pattern[]>> = { fr: FRENCH, en: ENGLISH };

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
  let rest = text.toLowerCase().replaceAll("'", '’').replace(/\s/g, ' ');
  const claims: { readonly at: number; readonly claim: WordClaim }[] = [];
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => void): void => {
    for (const match of rest.matchAll(pattern)) use(match);
    // Words that were read are no part of a further claim; those after them stay in their place.
    rest = rest.replace(pattern, (words) => '\u0000'.repeat(words.length));
  };
  const reading = READING_TIME[lang];
  if (reading) take(reading, () => undefined);
  for (const { words, claim: read } of PATTERNS[lang] ?? []) {
    take(words, (match) => {
      const made = read(match);
      if (made) claims.push({ at: match.index, claim: { words: match[0].trim(), ...made } });
    });
  }
  const found: string[] = [];
  const written = NUMBER_WORDS[lang];
  if (written) take(written, ([word]) => void found.push(word));
  return { claims: claims.sort((a, b) => a.at - b.at).map((each) => each.claim), numbers: found };
}
