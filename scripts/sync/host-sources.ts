/** What the core knows of sources and the plugins of host sites have to know too, as PHP. */
import { FIELDS, KEY_NAME, READ, SECRET_NAME } from '@ess-widgets/core/data';
import { OPTIONS } from '@ess-widgets/core/data/address';
import { FIELD_NAMES } from '@ess-widgets/core/doctor';
import type { Generated } from './files.ts';
import { quoted, table } from './php.ts';

/** Properties without which a calendar is none, or which say which of two versions of an event is the later one. */
const FRAME = ['VERSION', 'PRODID', 'SEQUENCE', 'DTSTAMP'];

/** Returns a row of a table whose values are lists. */
const list = (name: string, values: readonly string[]): string =>
  `    ${quoted(name)} => [\n${values.map((value) => `        ${value},\n`).join('')}    ],\n`;

/** Returns the rules of sources. */
export function hostSources(): Generated {
  const rows = [
    `    'secret_name' => ${quoted(SECRET_NAME)},\n`,
    `    'key_name' => ${quoted(KEY_NAME)},\n`,
    `    'options' => ${quoted(OPTIONS.join('|'))},\n`,
    list(
      'fields',
      Object.entries(FIELDS).map(([kind, fields]) => `${quoted(kind)} => [${fields.map(quoted).join(', ')}]`),
    ),
    list(
      'names',
      Object.entries(FIELD_NAMES).map(([kind, names]) => {
        const own = Object.entries(names).map(
          ([field, { fr, en }]) => `${quoted(field)} => [${quoted(fr)}, ${quoted(en)}]`,
        );
        return `${quoted(kind)} => [${own.join(', ')}]`;
      }),
    ),
    list('calendar', [...new Set([...FRAME, ...READ.keys()])].sort().map(quoted)),
  ];
  const what =
    'Patterns of the names of secrets in addresses, names of options in their fragments, fields of lists with their names in French and English, and properties of calendars that widgets show.';
  return new Map([['packages/host-php/sources.php', table('core/src/data/sources', what, rows)]]);
}
