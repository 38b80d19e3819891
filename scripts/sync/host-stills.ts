/** What a still of another server may have in it, and the words of those that a host site makes itself, for its plugins. */
import { lightTags, skinClasses } from '@ess-widgets/core/charts';
import { dateInWords, formatTime } from '@ess-widgets/core/format';
import { dateLines } from '../../packages/core/src/charts/date-lines.ts';
import { type StillKey, stillWords } from '../../packages/core/src/charts/words/words.ts';
import type { Generated } from './files.ts';
import { quoted, table, valueOf } from './php.ts';

/** Titles and words by the names that `Light.php` has for them; of counted ones the forms for one and for several, `%s` for the number. */
const WORDS: Readonly<Record<string, StillKey>> = {
  'member-map': 'mapTitle',
  'member-list': 'dirListTitle',
  'event-agenda': 'agendaTitle',
  'event-counter': 'counterTitle',
  group: 'agendaGroup_upcoming',
  planned: 'agendaTag_planned',
  show: 'dirMore',
  next: 'counterNext',
  publisher: 'publisher',
};
const COUNTED: Readonly<Record<string, StillKey>> = {
  members: 'countTotal',
  events: 'agendaTotal',
  upcoming: 'agendaCount_upcoming',
  unconfirmed: 'agendaCount_unconfirmed',
  more: 'issuesMore',
  ahead: 'counterTally_upcoming',
  passed: 'counterTally_unconfirmed',
};

/** Returns the words of a language for `Light.php`. */
function lightWords(lang: string): object {
  const m = stillWords(lang);
  const counted = (key: StillKey, n: number): string => m.text(key, { n, count: String(n) }).replace(String(n), '%s');
  const clock = (at: string): string =>
    formatTime(`2026-01-01T${at}`, lang).replace('18', '%1$s').replace(/30|00/, '%2$s');
  const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-15`);
  const first = (day: number): string => dateLines(`2026-01-0${day}`, { year: '2026' }, lang).first;
  return {
    ...Object.fromEntries(Object.entries(WORDS).map(([name, key]) => [name, m.text(key, { publisher: '' }).trim()])),
    ...Object.fromEntries(Object.entries(COUNTED).map(([name, key]) => [name, [counted(key, 1), counted(key, 2)]])),
    sum: m.text('agendaSum', { total: '%s', counts: '%s' }),
    at: m.text('agendaHour', { from: '%s' }),
    hours: m.text('agendaHours', { from: '%s', to: '%s' }),
    dataOf: m.text('dataOf', { date: '%s' }),
    // A rule has no day that the server knows.
    regular: lang === 'en' ? 'regular' : 'régulier',
    clock: [clock('18:30'), clock('18:00')],
    first: first(1),
    months: days.map((day) => dateLines(day, { year: '2026' }, lang).rest),
    dates: days.map((day) => dateInWords(day, lang).replace('15', '%1$s').replace('2026', '%2$s')),
  };
}

/** Returns the file of the elements, attributes and classes of stills, and that of words. */
export function hostStills(): Generated {
  const list = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;
  const tags = Object.entries(lightTags).map(([name, own]) => `        ${quoted(name)} => ${list(own)},\n`);
  const rows = [`    'tags' => [\n${tags.join('')}    ],\n`, `    'classes' => ${list(skinClasses())},\n`];
  const words = ['fr', 'br', 'en'].map((lang) => `    ${quoted(lang)} => ${valueOf(lightWords(lang), 1)},\n`);
  return new Map([
    [
      'packages/host-php/still-form.php',
      table('core/src/charts', 'Elements of a still with their attributes, and the classes of its skin.', rows),
    ],
    [
      'packages/host-php/light-words.php',
      table('core/src/charts', 'Words of the light form of own lists, by language.', words),
    ],
  ]);
}
