/** What the core knows of sources and the plugins of host sites have to know too, as PHP. */
import { KEY_NAME, PRIVATE_PATHS, PRODUCTS, READ, SECRET_NAME } from '@ess-widgets/core/data';
import type { Generated } from './files.ts';
import { quoted, table } from './php.ts';

/** Properties without which a calendar is none, or which say which of two versions of an event is the later one. */
const FRAME = ['VERSION', 'PRODID', 'SEQUENCE', 'DTSTAMP'];

/** Returns a row of a table whose values are lists. */
const list = (name: string, values: readonly string[]): string =>
  `    ${quoted(name)} => [\n${values.map((value) => `        ${value},\n`).join('')}    ],\n`;

/** Returns the rules of sources. */
export function hostSources(): Generated {
  const redirects = PRODUCTS.flatMap(({ host, redirects: to }) =>
    host && to ? [`${quoted(host.source)} => ${quoted(to)}`] : [],
  );
  const rows = [
    `    'secret_name' => ${quoted(SECRET_NAME)},\n`,
    `    'key_name' => ${quoted(KEY_NAME)},\n`,
    list(
      'private_paths',
      PRIVATE_PATHS.map(({ host = '', path }) => `[${quoted(host)}, ${quoted(path)}]`),
    ),
    list('redirects', [...new Set(redirects)]),
    list('calendar', [...new Set([...FRAME, ...READ.keys()])].sort().map(quoted)),
  ];
  const what =
    'Patterns of secret addresses, hosts that services redirect to, and properties of calendars that widgets show.';
  return new Map([['packages/host-php/sources.php', table('core/src/data/sources', what, rows)]]);
}
