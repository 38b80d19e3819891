import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decides } from '@ess-widgets/core/reading';
import { describe, expect, it } from 'vitest';
import { commands } from '../../packages/cli/src/commands/index.ts';
import {
  type Attribute,
  type AttributeRows,
  attributesOf,
  commonAttributes,
  ownAttributes,
} from '../../packages/elements/src/base/attributes.ts';
import { siteNames } from '../../packages/elements/src/base/checked-names.ts';
import { attributeOf } from '../../packages/elements/src/loader/names.ts';
import { ROOT } from '../site/mounts.mjs';
import {
  ATTRIBUTES,
  CLASSIC_TAG,
  DATA_ADDRESSES,
  DOCUMENTS,
  LOADER_TAG,
  OPTIONS,
  PAGE_ADDRESS,
  READERS,
  SIGNS,
} from './ways-in.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** The sources that reach a page or a machine, without their tests. */
const SOURCES = ['core', 'elements', 'cli', 'atelier'].flatMap((name) =>
  readdirSync(path.join(ROOT, `packages/${name}/src`), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(\.test|\/testing|^testing)\b/.test(file))
    .map((file) => `packages/${name}/src/${file}`)
    .sort(),
);

/** Comments tell of ways that are none. */
const codeOf = (file: string): string => read(file).replace(/\/\*(?!\s*@vite)[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Asking: through the client, the reader of the command line, or the platform itself. A source is given a `fetch` that is bounded. */
const ASKS =
  /\bmannerOf\(|\bfetchFor\(|\.file\(|\bcreateReader\(|(?<![.\w])fetch\((?:url|href|asked)\b|globalThis\.fetch|io\.fetch|(?<!#)\bimport\((?:\s*\/\*.*?\*\/)*\s*[^'"\s/]|new (?:globalThis\.)?Worker\(|new Image\(|\.src = |XMLHttpRequest|WebSocket|EventSource|sendBeacon/;
const isGivenFetch = (file: string): boolean =>
  /^packages\/core\/src\/(?:data\/sources|prepare)\/|^packages\/cli\/src\/(check\/(hashes|raw-file)|commands|dataset\/(manifest|report)|workbook)\b/.test(
    file,
  );

const rows: readonly (readonly [name: string, row: Attribute])[] = [
  ...Object.entries(commonAttributes),
  ...Object.values(ownAttributes).flatMap((own: AttributeRows) => Object.entries(own)),
];

describe('each way in has its author', () => {
  it('where code asks for something', () => {
    const found = SOURCES.filter((file) => !isGivenFetch(file) && ASKS.test(codeOf(file)));
    expect(sorted(found)).toEqual(sorted(Object.keys(READERS)));
  });

  it('on the tag of the loader, and of a second one', () => {
    const [said = ''] = /for \(const tag of \[[^]*?\n\}/.exec(read('packages/elements/src/base/defaults.ts')) ?? [];
    const [, taken = ''] = /const \{([^}]*)\} = tag;/.exec(said) ?? [];
    const [, listed = ''] = /const name of \[([^\]]*)\]/.exec(said) ?? [];
    const alone = [...said.matchAll(/\btag\.(\w+)/g)].map(([, name = '']) => name);
    const found = [...`${taken},${listed}`.matchAll(/\w+/g)].map(([name]) => name);
    expect(sorted([...found, ...alone])).toEqual(sorted(Object.keys(LOADER_TAG)));
    for (const matter of Object.values(LOADER_TAG)) expect(decides('site', matter)).toBe(true);
  });

  it('on the tag of the classic loader', () => {
    const names = [...codeOf('packages/elements/src/loader/classic.ts').matchAll(/dataset\['(\w+)'\]/g)];
    expect(sorted(names.map(([, name = '']) => name))).toEqual(sorted(Object.keys(CLASSIC_TAG)));
  });

  it('in attributes of elements and of the provider', () => {
    const found = Object.fromEntries(rows.flatMap(([name, { matter }]) => (matter ? [[name, matter]] : [])));
    expect(found).toEqual(ATTRIBUTES);
    const addresses = rows.filter(
      ([, { type, description }]) => type === 'string' && /^Address|\bhosts?\b/.test(description),
    );
    expect(addresses.filter(([, { matter }]) => matter === undefined).map(([name]) => name)).toEqual([]);
  });

  it('in the fields of a manifest', () => {
    const { properties, $defs } = JSON.parse(read('packages/core/schema/manifest.json')) as Schema;
    const texts = Object.entries(properties).filter(([name, { type }]) => type === 'string' && !NO_ADDRESSES.has(name));
    const inside = Object.entries({ ...properties, ...$defs }).filter(([, each]) => each.properties?.['href']);
    const keyed = Object.entries(properties).filter(([, { propertyNames }]) => propertyNames);
    expect(keyed.map(([name]) => name)).toEqual(['documents', 'collections', 'audience', 'excerpts']);
    const found = [...texts.map(([name]) => name), ...inside.map(([name]) => `${name}.href`), 'excerpts'];
    expect(sorted(found)).toEqual(sorted(Object.keys(DATA_ADDRESSES)));
  });

  it('in records, reports and settings', () => {
    const named = readdirSync(path.join(ROOT, 'packages/core/schema')).filter((file) =>
      /"(?:href|src|url)": \{/.test(read(`packages/core/schema/${file}`)),
    );
    const others = named.map((file) => file.replace('.json', '')).filter((name) => name !== 'manifest');
    expect(sorted(others)).toEqual(sorted(Object.keys(DOCUMENTS)));
  });

  it('in the address of a page', () => {
    const [, list = ''] =
      /const PARAMETERS[\s\S]*? = \[\n([\s\S]*?)\n\];/.exec(read('packages/core/src/model/scope/address.ts')) ?? [];
    const names = [...list.matchAll(/^ {2}\['\w+', '(\w+)'/gm)].map(([, name = '']) => name);
    expect(sorted([...names, 'filter'])).toEqual(PAGE_ADDRESS);
  });

  it('in the options of commands', () => {
    const said = commands.flatMap(({ help }) => [...help.en.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)]);
    const hidden = [...read('packages/cli/src/commands/render.ts').matchAll(/^ {2}\.\.\.\[([^\]]*)\]/gm)].flatMap(
      ([, list = '']) => [...list.matchAll(/'([a-z-]+)'/g)],
    );
    expect(sorted([...said, ...hidden].map(([, name = '']) => name))).toEqual(sorted(OPTIONS));
  });

  it.each(Object.entries(SIGNS))('by %s', (sign, files) => {
    expect(SOURCES.filter((file) => codeOf(file).includes(sign))).toEqual(files);
  });
});

/** Names that no block sets, whatever they decide. */
const isNever = (name: string): boolean => /^(?:on.*|style|class|id|slot|is|part|nonce|autofocus|tabindex)$/.test(name);

describe('what an author may follows from the one table', () => {
  it.each(rows.map(([name, { matter = 'view' }]) => ({ name, matter })))(
    'in a block, and in an element of a page with data-cms: $name, $matter',
    ({ name, matter }) => {
      const isOfBlocks = decides('block', matter);
      expect(attributeOf(`data-ess-${name}`)).toBe(isOfBlocks && !isNever(name) ? name : undefined);
      expect(siteNames.includes(name)).toBe(!isOfBlocks);
    },
  );

  it('in a shortcode and a modèle: their list has nothing that the site alone decides', () => {
    const table = read('packages/host-php/attributes.php');
    const names = [...table.matchAll(/^ {8}'([\w-]+)' => \[/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => siteNames.includes(name))).toEqual([]);
    expect(sorted(names)).toEqual(
      sorted(names.filter((name) => Object.keys(ownAttributes).some((tag) => attributesOf(tag)[name]))),
    );
  });

  it('in what the plugins print: their tag says that contributors write in the page', () => {
    for (const file of ['packages/wordpress/Widget.php', 'packages/spip/src/Widget.php'])
      expect(read(file)).toMatch(/'data-cms' => '(wordpress|spip)'/);
  });

  it('in their settings: the known street maps are those of the attribute, and the tag alone has one', () => {
    const [, list = ''] = /const KNOWN = \[([^\]]*)\]/.exec(read('packages/host-php/Tiles.php')) ?? [];
    const known = [...list.matchAll(/'(\w+)' =>/g)].map(([, name = '']) => name);
    expect(['none', ...known]).toEqual(attributesOf('ess-member-map')['tiles']?.values);
    for (const file of ['packages/wordpress/Widget.php', 'packages/spip/src/Widget.php'])
      expect(read(file).match(/data-[\w-]*tiles[\w-]*/g)).toEqual(['data-tiles']);
  });

  it('in data: addresses lead to files of their own, or are links that a visitor follows', () => {
    const asked = Object.values(DATA_ADDRESSES).filter((kind) => kind === 'file');
    expect(asked.every(() => decides('data', 'file') && !decides('data', 'source'))).toBe(true);
    expect(asked.length).toBeGreaterThan(8);
  });

  it('in a page that is rendered: it is a block, whoever wrote it', () => {
    expect(codeOf('packages/cli/src/commands/render.ts')).toContain("author: 'block'");
  });
});

/** As much of a JSON Schema as is read. */
interface Schema {
  readonly properties: Readonly<Record<string, Field>>;
  readonly $defs: Readonly<Record<string, Field>>;
}
interface Field {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly propertyNames?: object;
}

/** Texts of a manifest that are no addresses. */
const NO_ADDRESSES: ReadonlySet<string> = new Set(
  'contact format hash id language network nextUpdate updated zone'.split(' '),
);
