import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../packages/elements/src/loader/names.ts';
import { controlsOf } from '../../stories/support/controls.ts';
import { HANDLERS, HOSTILE } from '../hosts/hostile.ts';
import { blockNames } from './attributes.ts';
import { tagsOf } from './elements.ts';
import { pascalCase } from './files.ts';
import { madeOf } from './made-of.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'packages/elements');

interface Declaration {
  readonly tagName: string;
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
  readonly cssStates?: readonly { readonly name: string; readonly description: string }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly type: { readonly text: string };
    readonly description: string;
    readonly default?: string;
  }[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const text = readFileSync(path.join(FOLDER, 'custom-elements.json'), 'utf8');
const { modules } = JSON.parse(text) as Manifest;

const SOURCES = path.join(FOLDER, 'src');

/** Parts that stand in a module which an element imports for something else. */
const NOT_ITS: Readonly<Record<string, readonly string[]>> = {
  'ess-event-agenda': ['badge'],
  'ess-event-counter': ['subtitle'],
  'ess-report': ['badge', 'empty'],
  'ess-territory-sheet': ['badge'],
  'ess-timeline': ['badge'],
};
/** Of headings, whose part is a parameter. */
const OF_HEADINGS = ['title', 'heading'];

function partsOf(tag: string): readonly string[] {
  const texts = [...madeOf(path.join(SOURCES, tag, `${tag}.ts`))].map((file) => readFileSync(file, 'utf8'));
  const written = texts.flatMap((each) => [...each.matchAll(/\bpart="([a-z -]+)"/g)].map(([, names = '']) => names));
  const names = new Set(written.flatMap((each) => each.split(' ')));
  return [...names].filter((name) => !NOT_ITS[tag]?.includes(name)).sort();
}

describe('the custom elements manifest', () => {
  it.each(tagsOf(ROOT))('has every part that <%s> draws, each with what it is, and no other', (tag) => {
    const [element] = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName === tag));
    const declared = element?.cssParts ?? [];
    expect(declared.filter(({ description }) => !description)).toEqual([]);
    const drawn = partsOf(tag);
    const names = declared.map(({ name }) => name);
    expect(drawn.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !drawn.includes(name) && !OF_HEADINGS.includes(name))).toEqual([]);
  });

  it.each(tagsOf(ROOT))('has every attribute that <%s> listens to, also those of the classes above it', async (tag) => {
    const module = (await import(path.join(FOLDER, 'src', tag, `${tag}.ts`))) as Readonly<
      Record<string, { readonly observedAttributes: readonly string[] }>
    >;
    const declared = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName === tag);
    const names = declared.flatMap(({ attributes }) => attributes.map(({ name }) => name));
    expect([...names].sort()).toEqual([...(module[pascalCase(tag)]?.observedAttributes ?? [])].sort());
  });

  it.each([
    ['ess-member-list', 'view', "'list' | 'table'", 'list'],
    ['ess-member-map', 'tiles', "'none' | 'ign' | 'osmfr' | 'osm' | string", 'none'],
    ['ess-indicator', 'heading-level', "'2' | '3' | '4' | '5' | '6' | 'none'", 'none'],
    ['ess-event-agenda', 'limit', 'number', '50'],
    ['ess-report', 'theme', "'light' | 'dark' | 'auto'", 'light'],
  ])('has of <%s> the values and the default of "%s"', (tag, name, text, value) => {
    const [element] = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName === tag));
    const attribute = element?.attributes.find((each) => each.name === name);
    expect(attribute).toMatchObject({ type: { text }, default: value, description: expect.stringMatching(/\.$/) });
  });

  it('has the states of every element but the provider', () => {
    const states = modules.flatMap(({ declarations }) =>
      declarations.map(({ tagName, cssStates }) => [tagName, cssStates?.map(({ name }) => name)] as const),
    );
    const all = ['loading', 'empty', 'error', 'stale', 'ready'];
    expect(states).toEqual(tagsOf(ROOT).map((tag) => [tag, tag === 'ess-provider' ? undefined : all]));
  });

  it('names files as they are packed', () => {
    const named = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(0);
    const sources = named.map((file) => file.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'));
    expect(sources.filter((file, at) => file === named[at] || !existsSync(path.join(FOLDER, file)))).toEqual([]);
  });
});

/** Attributes that the loader never takes from a block, besides handlers. */
const SITE = 'hosts max-bytes reference sources tiles tiles-consent audience'.split(' ');
const NEVER = [...'style class id slot is part nonce autofocus tabindex'.split(' '), ...SITE];

describe('the names that a block may set', () => {
  const documented = modules.flatMap(({ declarations }) => declarations.flatMap(({ attributes = [] }) => attributes));

  it('are those that the elements document, and the language', () => {
    const names = documented.map(({ name }) => name).filter((name) => !NEVER.includes(name));
    expect([...names, 'lang'].filter((name) => attributeOf(`data-ess-${name}`) !== name)).toEqual([]);
  });

  it.each([...HOSTILE, '', 'é', '1a', 'Lang'])('are never “%s”', (name) => {
    expect(attributeOf(`data-ess-${name}`)).toBeUndefined();
  });

  it('leave out what no block may set, though an element documents it one day', () => {
    const row = { type: 'string', since: '0.2.0', description: 'A text.', fr: 'Un texte.' } as const;
    const refused = NEVER.filter((name) => !SITE.includes(name));
    const rows = Object.fromEntries([...HANDLERS, ...refused, 'view', 'lang'].map((name) => [name, row]));
    expect(blockNames({ ...rows, reference: { ...row, matter: 'reference' } })).toContain("'lang view'");
  });
});

describe('the controls of Storybook', () => {
  it.each([
    ['ess-member-list', 'view', ['list', 'table']],
    ['ess-member-map', 'tiles-consent', ['click', 'granted']],
    ['ess-report', 'findings', ['none', 'author']],
    ['ess-trend', 'theme', ['light', 'dark', 'auto']],
  ])('offer of <%s> the values of "%s"', (tag, name, options) => {
    expect(controlsOf(tag)[name]).toMatchObject({ control: 'select', options });
  });

  it('say the default of an attribute', () => {
    const table = { type: { summary: "'list' | 'table'" }, defaultValue: { summary: 'list' } };
    expect(controlsOf('ess-member-list')['view']).toMatchObject({ table });
  });
});
