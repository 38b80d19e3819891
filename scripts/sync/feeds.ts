/** What is declared of feeds, as the plugins of host sites run it: without the sentences that only pages say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feed } from '../../packages/core/src/data/feed/declaration.ts';
import { ENTITIES } from '../../packages/core/src/data/sources/plain-text.ts';
import { DATES } from '../../packages/core/src/data/sources/record-kind.ts';
import { type ListKind, readHeaders } from '../../packages/core/src/data/sources/table/headers.ts';
import { EVENT_TITLES, MEMBER_TITLES } from '../../packages/core/src/data/sources/table/of-fields.ts';
import { THING_NAMES } from '../../packages/core/src/data/sources/table/of-records.ts';
import type { Generated } from './files.ts';
import { table, valueOf } from './php.ts';

const FEEDS = 'packages/core/src/data/feed/feeds.json';

/** Returns the fields of a list by the names that declarations have for them. @throws Error for one that no list has */
function fieldsOf(kind: ListKind, titles: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(titles);
  const { columns } = readHeaders(Object.values(titles), kind);
  const fields = [...columns].map(([field, at]) => [names[at] ?? '', field] as const);
  const missing = names.filter((name) => !fields.some(([known]) => known === name));
  if (missing.length > 0) throw new Error(`No list of ${kind} has a field for ${missing.join(', ')}.`);
  return Object.fromEntries(fields.toSorted(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

/** Returns the table of the declarations, with what reads the values of any of them. */
export function feedTables(root: string): Generated {
  const declared: readonly Feed[] = JSON.parse(readFileSync(path.join(root, FEEDS), 'utf8'));
  const values = {
    feeds: declared.map(({ secret, left: _left, ...feed }) => ({
      ...feed,
      ...(secret && { secret: secret.parameter }),
    })),
    fields: { events: fieldsOf('events', EVENT_TITLES), members: fieldsOf('members', MEMBER_TITLES) },
    dates: [...DATES],
    names: THING_NAMES,
    entities: ENTITIES,
  };
  const rows = Object.entries(values).map(([name, value]) => `    '${name}' => ${valueOf(value, 1)},\n`);
  const what = 'Feeds and their fields, properties of dates, properties of names, and entities of HTML.';
  return new Map([['packages/host-php/feed-table.php', table(FEEDS.replace('packages/', ''), what, rows)]]);
}
