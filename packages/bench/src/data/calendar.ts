/** An invented calendar file, as the programmes of a hub's members write it. */
import { createRandom, type Random } from '../network/random.ts';
import { range } from '../network/written.ts';

const PLACES = [
  'Maison des associations\\, 3 place du Marché\\, Valombre',
  'Salle des fêtes de Rochebrune',
  'Tiers-lieu La Fabrique\\, zone des Prés\\, 12 rue de l’Écluse\\, Montaigu-sur-Arve',
  'En ligne',
];
const THEMES = ['Réemploi', 'Alimentation', 'Énergie', 'Numérique', 'Égalité'];
const DESCRIPTION =
  'Un temps pour se rencontrer\\, partager ce qui marche et préparer la suite. Entrée libre\\; un repas partagé suit.\\n';

/** Zones as programmes name them: a name of the IANA, one that the file defines, none, and universal time. */
const ZONES = [';TZID=Europe/Paris', ';TZID=Romance Standard Time', ';TZID=Heure de Valombre', '', 'Z'];

const DEFINED = `BEGIN:VTIMEZONE
TZID:Heure de Valombre
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split('\n');

const RULES = ['FREQ=WEEKLY;COUNT=6', 'FREQ=MONTHLY;BYDAY=2TU;COUNT=5', 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8'];

const DAY = 86_400_000;

/**
 * Returns a calendar: nine events in ten take place once, some on whole days; the others have a rule with an exception or
 * a changed date. Its lines are folded.
 * @param from the day of the first event; the others follow over the year
 */
export function makeCalendar(events: number, from: Date): string {
  const random = createRandom(1);
  const written = range(events).flatMap((n) => eventOf(random, n, dateOf(from, (n * 365) / events)));
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Agenda inventé', ...DEFINED, ...written];
  return `${[...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}

/** Returns a day as `20260330`. */
const dateOf = (from: Date, days: number): string =>
  new Date(from.getTime() + Math.floor(days) * DAY).toISOString().slice(0, 10).replaceAll('-', '');

function eventOf(random: Random, n: number, day: string): readonly string[] {
  if (random.chance(0.1)) return component(random, n, [`DTSTART;VALUE=DATE:${day}`]);
  const zone = random.pick(ZONES);
  const at = (name: string, hour: number): string =>
    zone === 'Z' ? `${name}:${day}T${hour}0000Z` : `${name}${zone}:${day}T${hour}0000`;
  const hour = random.between(10, 18);
  const times = [at('DTSTART', hour), at('DTEND', hour + 2)];
  if (random.chance(0.9)) return component(random, n, times);
  const rule = component(random, n, [...times, `RRULE:${random.pick(RULES)}`, at('EXDATE', hour)]);
  return random.chance(0.5) ? rule : [...rule, ...component(random, n, [...times, at('RECURRENCE-ID', hour)])];
}

function component(random: Random, n: number, times: readonly string[]): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:evenement-${n}@valombre.example`,
    'DTSTAMP:20260101T000000Z',
    ...times,
    `SUMMARY:Rencontre ${n + 1}`,
    `LOCATION:${random.pick(PLACES)}`,
    `DESCRIPTION:${DESCRIPTION.repeat(random.between(1, 4))}`,
    `CATEGORIES:${random.pick(THEMES)},${random.pick(THEMES)}`,
    ...(random.chance(0.3) ? ['GEO:48.1173;-1.6778'] : []),
    `URL:https://valombre.example/agenda/${n}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

/** Characters of a line; iCalendar counts 75 bytes. */
const WIDTH = 60;

const folded = (line: string): string => (line.length <= WIDTH ? line : (line.match(/.{1,60}/gu) ?? []).join('\r\n '));
