/**
 * The file of sources that pages and the command line read alike (`packages/cli/src/sources/same-records.test.ts`), as the server of
 * a host site reads it: the same records, of the fields that it keeps. It needs a `php`, which `npm test` installs where it may.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { columnKey, readHeaders, readSourcesFile, type SourceKind, withRecipe } from '@ess-widgets/core/data';
import { splitOptions } from '@ess-widgets/core/data/address';
import { moreSources } from '@ess-widgets/core/data/all';
import { createPlacer, parseCommunes } from '@ess-widgets/core/geo';
import { describe, expect, it } from 'vitest';
import vectors from '../../packages/core/src/testing/sources-vectors.json' with { type: 'json' };

const SITE = 'https://site.example/essai/';
const FILES: Readonly<Record<string, unknown>> = vectors.site;
const HOST = path.resolve(import.meta.dirname, '../../packages/host-php');
const PHP = `
  foreach (['Feed', 'Sources', 'Listing', 'Calendar'] as $name) require_once "${HOST}/$name.php";
  use EssWidgets\\Host\\{Calendar, Listing};
  ['body' => $body, 'row' => $row] = json_decode(stream_get_contents(STDIN), true);
  echo strpos($body, 'BEGIN:') === 0 ? Calendar::publicPart($body) : Listing::made(['rows' => Listing::rows($body)], $row, 1772700000);
`;

/** Returns what the server of a site gives of an address, whose columns its administrator has looked at where nobody names them. */
function served(written: string): { readonly text: string; readonly options: Readonly<Record<string, string>> } {
  const { src, options } = splitOptions(written);
  const body = String(FILES[src.slice(SITE.length)]);
  const { columns, kind, ...rest } = options;
  const titles = (body.split('\n', 1)[0] ?? '').split(';');
  const guessed = readHeaders(titles, kind as 'members' | 'events' | undefined);
  const fields = [...guessed.columns].map(([field, at]) => [columnKey(titles, at), field] as const);
  const looked = columns ?? withRecipe('', { columns: Object.fromEntries(fields) }).replace('#columns=', '');
  const others = Object.entries(rest).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const row = {
    address: src,
    kind: kind ?? guessed.kind,
    recipe: [`columns=${columns === undefined ? looked : encodeURIComponent(columns)}`, ...others].join('&'),
    isInternal: false,
  };
  const input = JSON.stringify({ body, row });
  const { error, stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=-1', '-r', PHP], {
    input,
    encoding: 'utf8',
  });
  if (error) throw new Error('This test needs PHP: apt-get install php-cli.', { cause: error });
  expect(stderr).toBe('');
  // A list has said its recipe; a calendar is read with what its address says.
  return { text: stdout, options: stdout.startsWith('{') ? { ...(rest['past'] ? { past: rest['past'] } : {}) } : rest };
}

async function recordsOf(written: string) {
  const { text, options } = served(written);
  const source = moreSources.find(({ id }) => id === (text.startsWith('{') ? 'ess-list' : 'ical'));
  if (!source) throw new Error(`nothing reads ${text.slice(0, 80)}`);
  const placer = createPlacer(parseCommunes(vectors.site['data/communes.json']));
  const { dataset } = await source.load(
    { src: `${SITE}list`, need: ['organisations', 'events'], options },
    { fetch: async () => new Response(text), signal: new AbortController().signal, placer: async () => placer },
  );
  const { organisations = [], events = [] } = dataset.collections;
  return {
    organisations: organisations.map(({ name, town, territories }) => ({
      name,
      town,
      insee: territories[0]?.replace('commune-', ''),
    })),
    events: events.map(({ title, date, startsAt }) => ({ title: title.fr, ...(startsAt ? { startsAt } : { date }) })),
  };
}

interface Vector {
  readonly says: string;
  readonly source?: string;
  readonly kinds?: readonly SourceKind[];
  readonly organisations?: readonly object[];
  readonly events?: readonly object[];
}

describe('a file of sources, in PHP', () => {
  const { sources } = readSourcesFile(FILES['sources.json'], `${SITE}sources.json`);
  const asked = (vectors.asked as readonly Vector[]).filter(({ source }) => source);

  it.each(asked)('gives the records of a page and of the command line: $says', async (vector) => {
    const addresses = (vector.source ?? '')
      .split(' ')
      .flatMap((name) => sources.find((one) => one.name === name)?.src.split(' ') ?? []);
    const all = await Promise.all(addresses.map(recordsOf));
    expect(all.flatMap(({ organisations }) => organisations)).toEqual(vector.organisations ?? []);
    expect(all.flatMap(({ events }) => events)).toEqual(vector.events ?? []);
  });
});
