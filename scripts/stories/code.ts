import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Entries of the package of the elements. */
export const { exports }: { readonly exports: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(path.join(ROOT, 'packages/elements/package.json'), 'utf8'),
);

/** Pages of the section "Développer", French and English. */
export const PAIRS = ['frameworks', 'testing tester', 'extending etendre', 'upgrading migrer'].map((names) => {
  const [english = '', french = english] = names.split(' ');
  return [`${english}.en.mdx`, `${french}.fr.mdx`] as const;
});

/** Block of code of a page. */
export interface Code {
  readonly language: string;
  readonly text: string;
}

/** Returns the blocks of code of a guide. */
export function codeOf(guide: string): readonly Code[] {
  const text = readFileSync(path.join(ROOT, 'stories/guides', guide), 'utf8');
  return [...text.matchAll(/```([a-z]+)\n([^]*?)```/g)].map(([, language = '', code = '']) => ({
    language,
    text: code,
  }));
}

/** Element of ours as a piece of code writes it, whatever the framework. */
export interface Written {
  readonly tag: string;
  /** Texts of its attributes by name; null where it is an expression. */
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly events: readonly string[];
}

const EXPRESSION = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
const ATTRIBUTE = new RegExp(String.raw`([^\s=/>{}]+)(?:=(?:"([^"]*)"|${EXPRESSION}))?|${EXPRESSION}`, 'g');
const ELEMENT = new RegExp(
  String.raw`<(ess-[a-z-]+)((?:\s+(?:[^\s=/>{}]+(?:=(?:"[^"]*"|${EXPRESSION}))?|${EXPRESSION}))*)\s*/?>`,
  'g',
);
const BLOCK = /<[a-z]+ data-ess="([a-z-]+)"((?: [a-z-]+="[^"]*")*)/g;

/** Returns the elements of ours in a piece of code: HTML, JSX, templates of Vue, Angular and Svelte, `data-ess` blocks. */
export function elementsIn(code: string): readonly Written[] {
  const blocks = [...code.matchAll(BLOCK)].map(([, name = '', rest = '']) =>
    written(`ess-${name}`, rest.replaceAll(' data-ess-', ' ')),
  );
  return [...[...code.matchAll(ELEMENT)].map(([, tag = '', rest = '']) => written(tag, rest)), ...blocks];
}

function written(tag: string, rest: string): Written {
  const attributes = new Map<string, string | null>();
  const events: string[] = [];
  for (const [, name, value = null] of rest.matchAll(ATTRIBUTE)) {
    if (name === undefined) continue;
    const event = /^(?:on|@|\()(ess-[a-z]+)\)?$/.exec(name)?.[1];
    if (event) events.push(event);
    else {
      const isBound = /^[:[]/.test(name);
      attributes.set(name.replaceAll(/^[:[]|\]$/g, ''), isBound ? null : value);
    }
  }
  return { tag, attributes, events };
}
