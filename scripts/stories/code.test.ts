import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../packages/elements/src/base/attributes.ts';
import { compositionOf, compositions } from '../../stories/support/compositions.ts';
import type { Args } from '../../stories/support/examples.ts';
import { declarationOf, tags } from '../../stories/support/manifest.ts';
import { snippetsFor, snippetsOf } from '../../stories/support/snippets.ts';
import { type Globals, initialGlobals } from '../../stories/support/toolbar.ts';
import { codeOf, elementsIn, exports, PAIRS, ROOT, type Written } from './code.ts';

/** Attributes of HTML and of our script that may stand on any element. */
/** Those of HTML itself and of React, and the mark of a still, which is no option of an element. */
const OF_HTML = ['style', 'lang', 'slot', 'id', 'class', 'still', 'dangerouslySetInnerHTML'];

/** Returns a line for each name of ours in a piece of code that does not exist. */
function mistakesIn(code: string): readonly string[] {
  const imports = [...code.matchAll(/'@ess-widgets\/elements(\/[^']+)?'/g)].map(([, entry = '']) => `.${entry}`);
  return [
    ...imports.filter((entry) => !(entry in exports)).map((entry) => `no entry ${entry}`),
    ...elementsIn(code).flatMap(mistakesOf),
  ];
}

function mistakesOf({ tag, attributes, events }: Written): readonly string[] {
  if (!tags.includes(tag)) return [`no element ${tag}`];
  const rows = attributesOf(tag);
  // Elements inside another one have the same events, which bubble.
  const known = tags.flatMap((each) => declarationOf(each).events ?? []).map(({ name }) => name);
  return [
    ...events.filter((event) => !known.includes(event)).map((event) => `no event ${event}`),
    ...[...attributes].flatMap(([name, value]) => {
      if (OF_HTML.includes(name)) return [];
      const row = rows[name];
      if (!row) return [`<${tag}> has no ${name}`];
      const words = row.type === 'list' ? (value ?? '').split(' ') : [value ?? ''];
      const isFree = value === null || row.values === undefined || row.isOpen || row.type === 'string';
      return isFree || words.every((word) => row.values?.includes(word)) ? [] : [`${tag} ${name}="${value}"`];
    }),
  ];
}

describe('the reading of code', () => {
  it('finds elements, attributes and events in every dialect', () => {
    const code = `<ess-table by="college" oness-select={({ id }) => go({ id })} /><ess-trend {indicator} :period="year"
      @ess-load="on"></ess-trend><ess-indicator [territory]="place" (ess-error)="on($event)"><div data-ess="report" data-ess-section="I">`;
    expect(elementsIn(code).map(({ tag, attributes, events }) => [tag, [...attributes], events])).toEqual([
      ['ess-table', [['by', 'college']], ['ess-select']],
      ['ess-trend', [['period', null]], ['ess-load']],
      ['ess-indicator', [['territory', null]], ['ess-error']],
      ['ess-report', [['section', 'I']], []],
    ]);
  });

  it('tells what does not exist', () => {
    const code = `import '@ess-widgets/elements/ess-tabel/define'; <ess-tabel /> <ess-table colour="red" /> <ess-trend view="tabel" @ess-lod="x" />`;
    expect(mistakesIn(code)).toEqual([
      'no entry ./ess-tabel/define',
      'no element ess-tabel',
      '<ess-table> has no colour',
      'no event ess-lod',
      'ess-trend view="tabel"',
    ]);
  });
});

describe('the code to copy', () => {
  it.each(tags)('of <%s> names entries, attributes, values and events that exist, and the element itself', (tag) => {
    for (const code of Object.values(snippetsOf(tag))) {
      expect(mistakesIn(code)).toEqual([]);
      expect(code).toContain(tag);
    }
  });
});

/** Choices of the toolbar and of the controls that a developer may make. */
const CHOICES: readonly (readonly [title: string, globals: Globals, args: Args])[] = [
  ['as it is', {}, {}],
  ['in another language, look and territory', { locale: 'br', look: 'dsfr', theme: 'dark', territory: 'pole-x' }, {}],
  ['of the list of a Pôle', { data: 'pole' }, { period: '2024', compare: ['none'] }],
  ['with markup in an address', {}, { src: '/a"b<c&d>.csv https://x.test/m.json', indicator: '' }],
];
const cases = Object.entries(compositions).flatMap(([name, { args: own }]) =>
  CHOICES.map(([title, globals, args]) => {
    const example = compositionOf(name, { ...own, ...args }, { ...initialGlobals, ...globals });
    return { name, title, example, snippets: snippetsFor(example, 'Page') };
  }),
);
const between = (code: string, tag: string): string =>
  code.split(new RegExp(`<${tag}[^>]*>\\n`))[1]?.split(`\n</${tag}>`)[0] ?? '';

// That its HTML is what its story shows is seen in a browser: packages/elements/e2e/compositions.test.ts.
describe.each(cases)('the code of the composition "$name" $title', ({ example, snippets }) => {
  it('names what exists', () => {
    for (const code of Object.values(snippets)) expect(mistakesIn(code)).toEqual([]);
  });

  it('has the same elements in React, in Vue and in HTML', () => {
    const [html, react, vue] = [snippets.html, snippets.react, snippets.vue].map((code) =>
      elementsIn(code).map(({ tag, attributes }) => [tag, [...attributes.keys()].filter((name) => name !== 'style')]),
    );
    expect(react).toEqual(html);
    expect(vue).toEqual(html);
    expect(html?.[0]).toEqual([example.tag, Object.keys(example.attributes ?? {})]);
  });

  it('compiles, and asks for the data from any page of an application', () => {
    const react = transformSync(snippets.react, { loader: 'jsx', jsx: 'automatic' }).code;
    expect(react).toMatch(/src: ["']\/(data|pole|large|a"b<c&d>)/);
    expect(react).not.toMatch(/style: "|&quot;/);
    expect(transformSync(between(snippets.vue, 'script')).code).toContain('const listen');
    expect(snippets.vue).toContain("isCustomElement: (tag) => tag.startsWith('ess-')");
  });
});

const GUIDES = readdirSync(path.join(ROOT, 'stories/guides'));

describe('the guides', () => {
  it.each(GUIDES)('%s has code whose entries, elements and attributes exist', (guide) => {
    expect(codeOf(guide).flatMap(({ text }) => mistakesIn(text))).toEqual([]);
  });

  it.each(['indicator', 'source', 'language', 'block', 'element'])(
    'show the %s of examples/extend as it is there, in about twenty lines',
    (name) => {
      const text = readFileSync(path.join(ROOT, `examples/extend/${name}.ts`), 'utf8');
      expect(codeOf('extending.en.mdx').map((block) => block.text)).toContain(text);
      expect(text.split('\n').length).toBeLessThan(25);
    },
  );

  it.each(PAIRS)('%s and %s have the same code', (english, french) => {
    expect(codeOf(english).length).toBeGreaterThan(0);
    expect(codeOf(french)).toEqual(codeOf(english));
  });
});
