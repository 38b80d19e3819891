import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };
import { attributesOf as rowsOf } from '../../packages/elements/src/base/attributes.ts';
import { tagsOf } from '../sync/elements.ts';
import { type Consumer, createConsumer, entriesOf, link } from './consumer.ts';

const tags = tagsOf(path.resolve(import.meta.dirname, '../..'));

interface Declared {
  readonly tagName: string;
  readonly attributes: readonly { readonly name: string }[];
}

/** The attributes that the manifest of the elements gives to one. */
function attributesOf(tag: string): readonly string[] {
  const declared = manifest.modules.flatMap((module): readonly Declared[] => module.declarations);
  return declared.filter(({ tagName }) => tagName === tag).flatMap((one) => one.attributes.map(({ name }) => name));
}

/** Each event, with what a listener reads of it. */
const EVENTS = { 'ess-load': 'updatedAt', 'ess-error': 'code', 'ess-select': 'id', 'ess-filter': 'count' };

/** Every event heard at `target`. */
const listeners = (target: string): string =>
  Object.entries(EVENTS)
    .map(([name, property]) => `${target}.addEventListener('${name}', ({ ${property} }) => console.log(${property}));`)
    .join('\n');

/** Every entry of packages, imported. */
const allOf = (...packages: readonly string[]): string =>
  packages
    .flatMap(entriesOf)
    .map((entry, at) => `import type * as a${at} from '${entry}'; export type { a${at} };`)
    .join('\n');

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
};
const BUNDLER = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const NODE16 = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };

/** All of the libraries' declarations are checked: long where much else runs, ms. */
const LONG = 240_000;

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer();
}, LONG);
afterAll(() => consumer.remove());

/** Files that were read, by their names: most are the same for all that is compiled. */
const read = new Map<string, ts.SourceFile | undefined>();

/** Returns the errors of the compiler on a module of the consumer. */
function errorsOf(text: string, options: ts.CompilerOptions, name = 'main.ts'): readonly string[] {
  const main = consumer.write(name, text);
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => consumer.folder;
  host.getSourceFile = (file, how, ...more) => {
    if (file === main) return getSourceFile(file, how, ...more);
    const key = `${file} ${options.module}`;
    if (!read.has(key)) read.set(key, getSourceFile(file, how, ...more));
    return read.get(key);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([main], { ...STRICT, ...options }, host))
    .map((each) => `${each.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`);
}

describe('the packed declarations, for a strict project', () => {
  it.each([
    ['bundler', BUNDLER],
    ['node16', NODE16],
  ])('are right at every entry, where modules are resolved as %s', { timeout: LONG }, (_, resolution) => {
    expect(errorsOf(allOf('core', 'elements'), resolution)).toEqual([]);
  });

  it('of the core are right without the DOM', { timeout: LONG }, () => {
    link('@types/node', path.join(consumer.folder, 'node_modules'));
    expect(errorsOf(allOf('core'), { ...NODE16, lib: ['lib.es2023.d.ts'], types: ['node'] })).toEqual([]);
  });
});

describe('what the compiler knows of the loader', () => {
  it('is what a page asks it to look into', () => {
    const text = `import { scan } from '@ess-widgets/elements/loader';
      scan(document);
      scan(document.body);`;
    expect(errorsOf(text, { ...BUNDLER, skipLibCheck: true })).toEqual([
      expect.stringMatching(
        /Argument of type 'HTMLElement' is not assignable to parameter of type 'Document \| ShadowRoot'/,
      ),
    ]);
  });
});

describe('what the compiler knows once elements are registered', () => {
  // The libraries are checked above.
  const options = { ...BUNDLER, skipLibCheck: true };

  it('is every tag and event, after the import of all', () => {
    const text = `import '@ess-widgets/elements/define';
      ${tags.map((tag) => `document.createElement('${tag}').updateComplete.then(console.log);`).join('\n')}
      ${listeners('document')}
      ${listeners('window')}`;
    expect(errorsOf(text, options)).toEqual([]);
  });

  it.each(tags)('is the tag and the events of %s, after the import of it alone', (tag) => {
    const text = `import '@ess-widgets/elements/${tag}/define';
      const element = document.createElement('${tag}');
      element.updateComplete.then(console.log);
      ${listeners('element')}
      ${listeners('document')}`;
    expect(errorsOf(text, options)).toEqual([]);
  });

  it('is what an event does not have', () => {
    const text = `import '@ess-widgets/elements/ess-member-map/define';
      document.addEventListener('ess-select', ({ nothing }) => console.log(nothing));`;
    expect(errorsOf(text, options).join('\n')).toMatch(
      /main\.ts: Property 'nothing' does not exist on type 'EssSelectEvent'/,
    );
  });
});

describe('what the compiler knows of JSX, once a project says that it has the elements', () => {
  const options = { ...BUNDLER, jsx: ts.JsxEmit.Preserve, skipLibCheck: true };
  const errorsOfJsx = (jsx: string): readonly string[] =>
    errorsOf(
      `import type { EssElements } from '@ess-widgets/elements/types';
      declare global {
        namespace JSX {
          interface Element { readonly made: true }
          interface IntrinsicElements extends EssElements<{ readonly children?: unknown; readonly id?: string }> {}
        }
      }
      export const page = ${jsx};`,
      options,
      'main.tsx',
    );

  it.each(tags)('is every attribute and event of %s, and what all elements have', (tag) => {
    const attributes = attributesOf(tag).map((name) => `${name}={undefined}`);
    const heard = Object.entries(EVENTS).map(([event, read]) => `on${event}={({ ${read} }) => console.log(${read})}`);
    expect(attributesOf(tag).toSorted()).toEqual(Object.keys(rowsOf(tag)).toSorted());
    expect(errorsOfJsx(`<${tag} id="a" ${[...attributes, ...heard].join(' ')}>text</${tag}>`)).toEqual([]);
  });

  it('is that a text may be a number', () => {
    expect(errorsOfJsx('<ess-event-agenda limit={6} period="2024" heading-level={2} />')).toEqual([]);
  });

  it.each([
    ['<ess-member-map layer="members" />', "Property 'layer' does not exist"],
    ['<ess-member-map maxAge="5m" />', "Property 'maxAge' does not exist"],
    ['<ess-indicator state="ready" />', "Property 'state' does not exist"],
    ['<ess-member-list view="tabel" />', `Type '"tabel"' is not assignable to type '"list" | "table" | undefined'`],
    ['<ess-member-map theme="darkk" />', `Type '"darkk"' is not assignable to type`],
    ['<ess-member-map heading-level={7} />', "Type '7' is not assignable to type"],
    ['<ess-member-map oness-select={(event) => event.nothing} />', "Property 'nothing' does not exist"],
  ])('is that %s is a mistake', (jsx, said) => {
    expect(errorsOfJsx(jsx).join('\n')).toContain(said);
  });
});

describe('what the compiler knows of the templates of Vue, once a project says that it has the elements', () => {
  const errorsOfProps = (tag: string, props: string): readonly string[] =>
    errorsOf(
      `import type { EssGlobalComponents } from '@ess-widgets/elements/types';
      // As the compiler of templates reads a component.
      export const props: InstanceType<EssGlobalComponents['${tag}']>['$props'] = ${props};`,
      { ...BUNDLER, skipLibCheck: true },
    );

  it('is every attribute, by its property, and every event', () => {
    const props = `{ view: 'list', headingLevel: 2, maxAge: '5m', tiles: 'https://example.org/{z}/{x}/{y}.png',
      onEssSelect: ({ id }) => console.log(id), onEssLoad: ({ updatedAt }) => console.log(updatedAt) }`;
    expect(errorsOfProps('ess-member-map', props)).toEqual([]);
  });

  it.each([
    ["{ view: 'tabel' }", `Type '"tabel"' is not assignable to type '"list" | "table" | undefined'`],
    ["{ layer: 'members' }", "'layer' does not exist"],
    ['{ onEssSelect: (event) => event.nothing }', "Property 'nothing' does not exist"],
  ])('is that %s is a mistake', (props, said) => {
    expect(errorsOfProps('ess-member-list', props).join('\n')).toContain(said);
  });
});
