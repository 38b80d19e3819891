import { breton } from './breton.ts';
import { type FormatLang, formatLang } from './language.ts';
import { type Plurals, pluralise } from './plural.ts';

/** Words of a unit by language. `short` is for narrow places, where there is a usual abbreviation. */
interface UnitWords extends Readonly<Record<FormatLang, Plurals>> {
  readonly short?: Readonly<Record<FormatLang, string>>;
}

const forms = (one: string, other = `${one}s`): Plurals => ({ one, other });
const br = breton.counted;

/** Words of the units that are counted, in the published figures of a network and in what is computed from them. */
const units: Readonly<Record<string, UnitWords>> = {
  members: { fr: forms('adhérent'), br: br('ezel', 'izili'), en: forms('member') },
  organisations: { fr: forms('organisation'), br: br('aozadur', 'aozadurioù'), en: forms('organisation') },
  people: {
    fr: forms('personne'),
    br: br('den', 'tud'),
    en: forms('person', 'people'),
    short: { fr: 'pers.', br: 'den', en: 'people' },
  },
  events: { fr: forms('événement'), br: br('darvoud', 'darvoudoù'), en: forms('event') },
  projects: { fr: forms('projet'), br: br('raktres', 'raktresoù'), en: forms('project') },
  points: {
    fr: forms('point'),
    br: br('poent', 'poentoù'),
    en: forms('point'),
    short: { fr: 'pts', br: 'pt', en: 'pts' },
  },
  subscribers: { fr: forms('abonné'), br: br('koumananter', 'koumananterien'), en: forms('follower') },
  publications: { fr: forms('publication'), br: br('embannadur', 'embannadurioù'), en: forms('publication') },
  meetings: { fr: forms('réunion'), br: br('emvod', 'emvodoù'), en: forms('meeting') },
  years: {
    fr: forms('an'),
    // "Year" softens after every number but 1, 3, 4, 5 and 9; 5 is the only one that a plural category cannot tell.
    br: { one: 'bloaz', two: 'vloaz', few: 'bloaz', many: 'a vloazioù', other: 'vloaz' },
    en: forms('year'),
  },
  months: { fr: forms('mois', 'mois'), br: br('miz', 'mizioù'), en: forms('month') },
  weeks: { fr: forms('semaine'), br: br('sizhun', 'sizhunioù'), en: forms('week') },
  days: { fr: forms('jour'), br: br('deiz', 'deizioù'), en: forms('day') },
  hours: { fr: forms('heure'), br: br('eur', 'eurioù'), en: forms('hour'), short: { fr: 'h', br: 'e', en: 'h' } },
  communes: { fr: forms('commune'), br: br('kumun', 'kumunioù'), en: forms('commune') },
  territories: { fr: forms('territoire'), br: br('tiriad', 'tiriadoù'), en: forms('territory', 'territories') },
  departments: { fr: forms('département'), br: br('departamant', 'departamantoù'), en: forms('département') },
  votes: { fr: forms('voix', 'voix'), br: br('mouezh', 'mouezhioù'), en: forms('vote') },
  sites: { fr: forms('emplacement'), br: br('lec’h', 'lec’hioù'), en: forms('site') },
  mandates: { fr: forms('mandat'), br: br('kefridi', 'kefridioù'), en: forms('mandate') },
  webinars: { fr: forms('webinaire'), br: br('webinar', 'webinarioù'), en: forms('webinar') },
  pupils: { fr: forms('élève'), br: br('skoliad', 'skolidi'), en: forms('pupil') },
  teachers: { fr: forms('enseignant'), br: br('kelenner', 'kelennerien'), en: forms('teacher') },
  volunteers: { fr: forms('volontaire'), br: br('youlad', 'youlidi'), en: forms('volunteer') },
  groups: { fr: forms('groupe'), br: br('strollad', 'strolladoù'), en: forms('group') },
  jobs: { fr: forms('emploi'), br: br('post-labour', 'postoù-labour'), en: forms('job') },
  positions: { fr: forms('poste'), br: br('post', 'postoù'), en: forms('position') },
  FTE: { fr: forms('ETP', 'ETP'), br: { other: 'ETP' }, en: forms('FTE', 'FTE') },
  missions: { fr: forms('mission'), br: br('kefridi', 'kefridioù'), en: forms('mission') },
  applications: { fr: forms('candidature'), br: br('kandidadur', 'kandidadurioù'), en: forms('application') },
  interviews: { fr: forms('entretien'), br: br('emgaver', 'emgaverioù'), en: forms('interview') },
  responses: { fr: forms('réponse'), br: br('respont', 'respontoù'), en: forms('response') },
  themes: { fr: forms('thème'), br: br('tem', 'temoù'), en: forms('theme') },
  regions: { fr: forms('région'), br: br('rannvro', 'rannvroioù'), en: forms('region') },
  'events/organisation': {
    fr: forms('événement par organisation', 'événements par organisation'),
    br: br('darvoud dre aozadur', 'darvoudoù dre aozadur'),
    en: forms('event per organisation', 'events per organisation'),
  },
  'people/event': {
    fr: forms('personne par événement', 'personnes par événement'),
    br: br('den dre zarvoud', 'tud dre zarvoud'),
    en: forms('person per event', 'people per event'),
  },
  edition: { fr: { other: 'édition' }, br: { other: 'embannadenn' }, en: { other: 'edition' } },
};

const find = (unit: string): UnitWords | undefined => (Object.hasOwn(units, unit) ? units[unit] : undefined);

/**
 * The word of a unit for a number (`adhérents`), or null for units without one (`percent`, `euros`, `ratio`, a unit that
 * this release does not know).
 */
export function unitWord(unit: string, n: number, lang: string, style: 'short' | 'long' = 'long'): string | null {
  const words = find(unit);
  if (!words) return null;
  const base = formatLang(lang);
  return (style === 'short' && words.short?.[base]) || pluralise(n, lang, words[base]);
}

/** How the numbers of a unit are written. */
export interface UnitNumbers {
  /** Digits after the point, at most. */
  readonly decimals: number;
  /** Money: `12,50 €`, never `12,5 €`. */
  readonly fixed?: boolean;
  readonly grouping?: boolean;
}

const ONE_DIGIT: ReadonlySet<string> = new Set(['percent', 'points', 'hours', 'days', 'years', 'FTE']);

/** How a value of a unit is written: percents with one digit at most, ratios with three significant digits, counts whole. */
export function numbersOf(unit: string, n: number): UnitNumbers {
  if (unit === 'year') return { decimals: 0, grouping: false };
  if (unit === 'euros') return Number.isInteger(n) ? { decimals: 0 } : { decimals: 2, fixed: true };
  if (ONE_DIGIT.has(unit)) return { decimals: 1 };
  if (unit !== 'ratio' && !unit.includes('/')) return { decimals: 0 };
  const size = Math.abs(n);
  return { decimals: size < 9.995 ? 2 : size < 99.95 ? 1 : 0 };
}
