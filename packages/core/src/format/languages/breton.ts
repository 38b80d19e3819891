import type { PeriodKind } from '../../model/index.ts';
import type { FormatLanguage, PeriodWords } from '../language.ts';
import type { Plurals } from '../plural.ts';

/** Mutations of the word after a number. 2 softens (`div gumun`), 3, 4 and 9 spirantise (`teir c’humun`). */
const SOFT: readonly (readonly [string, string])[] = [
  ['gw', 'w'],
  ['g', 'c’h'],
  ['k', 'g'],
  ['t', 'd'],
  ['p', 'b'],
  ['d', 'z'],
  ['b', 'v'],
  ['m', 'v'],
];
const SPIRANT: readonly (readonly [string, string])[] = [
  ['k', 'c’h'],
  ['t', 'z'],
  ['p', 'f'],
];

function mutate(word: string, table: readonly (readonly [string, string])[]): string {
  const found = table.find(([from]) => word.startsWith(from));
  return found ? found[1] + word.slice(found[0].length) : word;
}

/**
 * Days (and ranks up to 31) whose spoken name takes the article "ar"; the others take "an". Names of Breton numbers
 * begin with the unit: 25 is "pemp warn-ugent".
 */
const WITH_AR: ReadonlySet<number> = new Set([1, 4, 5, 6, 7, 14, 15, 16, 17, 24, 25, 26, 27]);
/** Days whose spoken name begins with a vowel. */
const VOWEL: ReadonlySet<number> = new Set([8, 11, 20, 21, 28, 31]);

/** Returns "the" before a day of the month written in digits: `an 18`, `ar 25`. */
const article = (text: string): string => (WITH_AR.has(Number.parseInt(text, 10)) ? 'ar' : 'an');

/**
 * Forms of a counted word: the singular after any number, mutated after 2, 3, 4 and 9; "a" and the softened plural
 * after millions.
 */
export const countedForms = (singular: string, plural: string): Plurals => ({
  two: mutate(singular, SOFT),
  few: mutate(singular, SPIRANT),
  many: `a ${mutate(plural, SOFT)}`,
  other: singular,
});

/** Two forms that numbers change (`kumun|kumunioù`), one that they leave alone, or all five. */
function forms(word: string): Plurals {
  const [one = '', plural, few, many, other] = word.split('|');
  if (plural === undefined) return { other: one };
  return few && many && other ? { one, two: plural, few, many, other } : countedForms(one, plural);
}

/** Words before the start and the end of a range; other kinds of period take an article. */
const START: Readonly<Partial<Record<PeriodKind, string>>> = { month: 'miz ', year: '', 'school-year': '' };
const END: Readonly<Partial<Record<PeriodKind, string>>> = { month: 'da viz ', year: 'da ', 'school-year': 'da ' };

function between(from: PeriodWords, to: PeriodWords): string {
  const start = START[from.kind] ?? `${article(from.text)} `;
  const end = END[to.kind] ?? `d’${article(to.text)} `;
  return `eus ${start}${from.text} ${end}${to.text}`;
}

function against({ kind, text }: PeriodWords): string {
  if (kind === 'range' && !/ hag? /.test(text)) return `ar prantad ${text}`;
  return (kind === 'school-year' ? 'ar ' : (START[kind] ?? `${article(text)} `)) + text;
}

/** Breton, with the few rules of its grammar that figures and dates need. Its numbers are written as in French. */
export const breton: FormatLanguage = {
  lang: 'br',
  thousands: '\u202f',
  decimal: ',',
  large: ['\u202fM', '\u202fMd'],
  bytes: ['\u202fKe', '\u202fMe'],
  ordinal: (n, digits) => digits + (['', 'añ', 'l', 'e', 'e'][n] || 'vet'),
  percent: '\u202f%',
  euros: '\u202f€',
  prefixes: { '~': 'war-dro', '>': 'muioc’h eget', '>=': 'da nebeutañ', '<': 'nebeutoc’h eget', '<=': 'd’ar muiañ' },
  stable: 'stabil',
  to: 'da',
  units: {
    members: 'ezel|izili',
    organisations: 'aozadur|aozadurioù',
    inhabitants: 'annezad|annezidi',
    people: 'den|tud',
    events: 'darvoud|darvoudoù',
    projects: 'raktres|raktresoù',
    points: 'poent|poentoù',
    subscribers: 'koumananter|koumananterien',
    publications: 'embannadur|embannadurioù',
    meetings: 'emvod|emvodoù',
    // "Year" softens after every number but 1, 3, 4, 5 and 9; 5 is the only one that a plural category cannot tell.
    years: 'bloaz|vloaz|bloaz|a vloazioù|vloaz',
    months: 'miz|mizioù',
    weeks: 'sizhun|sizhunioù',
    days: 'deiz|deizioù',
    hours: 'eur|eurioù',
    communes: 'kumun|kumunioù',
    territories: 'tiriad|tiriadoù',
    departments: 'departamant|departamantoù',
    regions: 'rannvro|rannvroioù',
    votes: 'mouezh|mouezhioù',
    sites: 'lec’h|lec’hioù',
    mandates: 'kefridi|kefridioù',
    webinars: 'webinar|webinarioù',
    pupils: 'skoliad|skolidi',
    teachers: 'kelenner|kelennerien',
    volunteers: 'youlad|youlidi',
    groups: 'strollad|strolladoù',
    jobs: 'post-labour|postoù-labour',
    positions: 'post|postoù',
    FTE: 'ETP',
    missions: 'kefridi|kefridioù',
    applications: 'kandidadur|kandidadurioù',
    interviews: 'emgaver|emgaverioù',
    responses: 'respont|respontoù',
    themes: 'tem|temoù',
    axes: 'ahel|aheloù',
    objectives: 'pal|palioù',
    filings: 'teuliad|teuliadoù',
    departures: 'enskrivadur d’ur stummadur|enskrivadurioù d’ur stummadur',
    internships: 'staj|stajoù',
    networks: 'rouedad|rouedadoù',
    agreements: 'emglev|emglevioù',
    tools: 'ostilh|ostilhoù',
    posts: 'kemennadenn|kemennadennoù',
    prizes: 'priz|prizioù',
    edition: 'embannadenn',
  },
  short: { people: 'den', points: 'pt', hours: 'e' },
  forms,
  // "Dre" softens, as 2 does.
  per: ['dre', 'two'],
  months: {
    long: 'Genver C’hwevrer Meurzh Ebrel Mae Mezheven Gouere Eost Gwengolo Here Du Kerzu',
    short: 'Gen. C’hwe. Meur. Ebr. Mae Mezh. Goue. Eost Gwen. Here Du Kerzu',
  },
  until: ['hiziv', 'warc’hoazh', 'a-benn'],
  days: 'Sul Lun Meurzh Merc’her Yaou Gwener Sadorn',
  first: '1añ',
  ofMonth: ' a viz ',
  half: ['hanter-bloaz', 'H'],
  quarter: ['trimiziad', 'T'],
  schoolYear: 'bloavezh-skol ',
  and: (next) => (/^[aeiouâàéèêùüô]/i.test(next) || VOWEL.has(Number.parseInt(next, 10)) ? 'hag' : 'ha'),
  between,
  against,
  at: (day) => `d’${article(day)} ${day}`,
  time: (hour, minute) => (hour + minute === '0000' ? 'hanternoz' : `${Number(hour)}e${minute === '00' ? '' : minute}`),
};
