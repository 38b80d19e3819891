import type { PeriodKind } from '../../model/index.ts';
import type { FormatLanguage, PeriodWords } from '../language.ts';
import type { Plurals } from '../plural.ts';

/** Two forms, `mois|mois`; a plural that only adds an "s" is left out. */
export function regular(word: string): Plurals {
  const [one = '', other = `${one}s`] = word.split('|');
  return { one, other };
}

/** Returns a word after "de", whose vowel is elided before another one: `d’adhérents`, `de projets`. */
export const elided = (word: string): string => (/^[aeéèêiouyh]/i.test(word) ? `d’${word}` : `de ${word}`);

/** "To", before a period; "au" before what is not here. "From" is "de" for "à", and "du" for "au". */
const TO: Readonly<Partial<Record<PeriodKind, string>>> = {
  month: 'à ',
  year: 'à ',
  'school-year': 'à l’',
  range: 'à la période ',
};
const to = ({ kind, text }: PeriodWords): string => (/ et /.test(text) ? 'aux ' : (TO[kind] ?? 'au ')) + text;

/** French: on every page, so what only some widgets write is beside its formatter: bytes, weekdays, hours. */
export const french: FormatLanguage = {
  lang: 'fr',
  thousands: '\u202f',
  decimal: ',',
  large: ['\u202fM', '\u202fMd'],
  ordinal: (n, digits, gender) => digits + (n !== 1 ? 'e' : gender === 'f' ? 're' : 'er'),
  percent: '\u202f%',
  euros: '\u202f€',
  prefixes: {
    '~': 'env.',
    '>': 'plus de',
    '>=': 'au moins',
    '<': 'moins de',
    '<=': 'au plus',
    '>~': 'plus d’env.',
    '<~': 'moins d’env.',
  },
  rounded: {
    nearly: 'près de',
    outOf: 'sur',
    tens: {
      10: 'une dizaine',
      20: 'une vingtaine',
      30: 'une trentaine',
      40: 'une quarantaine',
      50: 'une cinquantaine',
      60: 'une soixantaine',
      100: 'une centaine',
    },
    of: elided,
  },
  stable: 'stable',
  to: 'à',
  units: {
    members: 'adhérent',
    organisations: 'organisation',
    inhabitants: 'habitant',
    people: 'personne',
    events: 'événement',
    projects: 'projet',
    points: 'point',
    subscribers: 'abonné',
    publications: 'publication',
    meetings: 'réunion',
    years: 'an',
    months: 'mois|mois',
    weeks: 'semaine',
    days: 'jour',
    hours: 'heure',
    communes: 'commune',
    territories: 'territoire',
    departments: 'département',
    regions: 'région',
    votes: 'voix|voix',
    sites: 'site',
    mandates: 'mandat',
    webinars: 'webinaire',
    pupils: 'élève',
    teachers: 'enseignant',
    volunteers: 'volontaire',
    groups: 'groupe',
    jobs: 'emploi',
    positions: 'poste',
    FTE: 'ETP|ETP',
    missions: 'mission',
    applications: 'candidature',
    interviews: 'entretien',
    responses: 'réponse',
    themes: 'thème',
    axes: 'axe',
    objectives: 'objectif',
    filings: 'dossier',
    departures: 'départ en formation|départs en formation',
    internships: 'stage',
    networks: 'réseau|réseaux',
    agreements: 'convention',
    tools: 'outil',
    posts: 'message',
    prizes: 'prix|prix',
    edition: 'édition|édition',
  },
  short: { people: 'pers.', points: 'pts', hours: 'h' },
  forms: regular,
  per: ['par', 'one'],
  months: {
    long: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  },
  first: '1er',
  half: ['semestre', 'S'],
  quarter: ['trimestre', 'T'],
  schoolYear: 'année scolaire ',
  and: () => 'et',
  between: (a, b) =>
    `${to(a)
      .replace('au', 'du')
      .replace('à', 'de')
      .replace(/^de (?=[ao])/, 'd’')} ${to(b)}`,
  against: to,
  at: (day) => `au ${day}`,
};
