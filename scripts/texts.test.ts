import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../packages/elements/src');
const TEXTS = path.join(SRC, 'texts');
const IMPORT = /(?:from|import\()\s*'(\.[^']+\.ts)'/g;
const CHARTS = path.resolve(import.meta.dirname, '../packages/core/src/charts');
/** Files of the charts that hold the names of their door: elements take sentences from them, and the keys of these. */
const DOOR = new Map(
  [
    ...readFileSync(path.join(CHARTS, 'index.ts'), 'utf8').matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g),
  ].flatMap(([, names = '', file = '']) =>
    names.split(',').map((name) => [name.replace(/^\s*type /, '').trim(), file] as const),
  ),
);
/** Files of sentences, as their name says. */
const SAYS = /(?:said|words)\.ts$/;
const SHARED = /import \{([^}]*)\} from '@ess-widgets\/core\/charts'/g;

/** The keys of each French file of texts. */
const parts = new Map(
  readdirSync(TEXTS)
    .filter((file) => file.endsWith('.fr.ts'))
    .map((file) => [file.split('.')[0] ?? '', keysOf(readFileSync(path.join(TEXTS, file), 'utf8'))] as const),
);

/** Returns the keys of a file of texts, those that it shares with the stills of the core among them. */
function keysOf(text: string): readonly string[] {
  const shared = [...text.matchAll(/^ {2}\.\.\.(\w+)Words,/gm)].map(([, name = '']) =>
    readFileSync(path.join(CHARTS, `words/${name}.fr.ts`), 'utf8'),
  );
  return [text, ...shared].flatMap((one) => [...one.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, key = '']) => key));
}

/** Loaded when a visitor opens a card or the page has a mistake: no element declares them. */
const LATE = 'details';

/** A module of the elements with all that it imports, now or later. */
function closure(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  // Elements that stand inside another one ask for their own texts. The report takes no text from parts of a map.
  if (found.has(file) || file.startsWith(TEXTS) || /\/(define|elsewhere)\.ts$/.test(file)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, to = ''] of text.matchAll(IMPORT)) closure(path.resolve(path.dirname(file), to), found);
  return found;
}

const elements = readdirSync(SRC).filter((name) => name.startsWith('ess-') && name !== 'ess-provider');

describe.each(elements)('<%s>', (tag) => {
  it('imports the French texts that it uses, and no other', () => {
    const modules = closure(path.join(SRC, tag, `${tag}.ts`));
    const own = [...modules.values()].join('\n');
    const taken = [...own.matchAll(SHARED)].flatMap(([, names = '']) => names.split(','));
    const said = new Set(taken.flatMap((name) => DOOR.get(name.trim()) ?? []).filter((file) => SAYS.test(file)));
    const sentences = [...said].map((file) => readFileSync(path.join(CHARTS, file), 'utf8')).join('\n');
    const partsIn = (text: string): readonly string[] =>
      [...parts]
        .filter(
          ([part, keys]) =>
            part !== 'base' &&
            part !== LATE &&
            keys.some((key) => new RegExp(`['\`]${key}\\b|\`${key.split('_')[0]}_\\$`).test(text)),
        )
        .map(([part]) => part);
    const named = [...own.matchAll(/from '[./]+texts\/(\w+)\.fr\.ts'/g)].map(([, part = '']) => part);
    const imported = new Set(named.filter((part) => part !== 'base' && part !== LATE));
    expect(partsIn(own).filter((part) => !imported.has(part))).toEqual([]);
    // A file of sentences has some that another element says.
    const may = partsIn(`${own}\n${sentences}`);
    expect([...imported].filter((part) => !may.includes(part))).toEqual([]);
  });
});
