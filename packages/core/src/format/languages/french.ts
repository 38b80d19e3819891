import type { PeriodKind } from '../../model/period.ts';
import type { FormatLanguage } from '../language.ts';
import type { Plurals } from '../plural.ts';

/** Two forms, `mois|mois`; a plural that only adds an "s" is left out. */
export function regular(word: string): Plurals {
  const [one = '', other = `${one}s`] = word.split('|');
  return { one, other };
}

/** What French says before the ends of a range; "du" and "au" before what is not here. */
const articles: Readonly<Partial<Record<PeriodKind, readonly [string, string]>>> = {
  month: ['de ', 'à '],
  year: ['de ', 'à '],
  'school-year': ['de l’', 'à l’'],
};
const named = ['du ', 'au '] as const;

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
  stable: 'stable',
  to: 'à',
  units: {
    members: 'adhérent',
    organisations: 'organisation',
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
  between(from, to) {
    const [start] = articles[from.kind] ?? named;
    const [, end] = articles[to.kind] ?? named;
    return `${start}${from.text} ${end}${to.text}`.replace(/^de (?=[ao])/, 'd’');
  },
  at: (day) => `au ${day}`,
};
