import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../packages/elements/src');
const TEXTS = path.join(SRC, 'texts');
const IMPORT = /(?:from|import\()\s*'(\.[^']+\.ts)'/g;

/** The keys of each French file of texts. */
const parts = new Map(
  readdirSync(TEXTS)
    .filter((file) => file.endsWith('.fr.ts'))
    .map((file) => [file.split('.')[0] ?? '', keysOf(readFileSync(path.join(TEXTS, file), 'utf8'))] as const),
);

function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => key);
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
    const text = [...modules.values()].join('\n');
    const used = [...parts]
      .filter(
        ([part, keys]) =>
          part !== 'base' &&
          part !== LATE &&
          keys.some((key) => new RegExp(`['\`]${key}\\b|\`${key.split('_')[0]}_\\$`).test(text)),
      )
      .map(([part]) => part);
    const named = new Set([...text.matchAll(/from '[./]+texts\/(\w+)\.fr\.ts'/g)].map(([, part]) => part));
    expect([...named].filter((part) => part !== 'base' && part !== LATE).toSorted()).toEqual(used.toSorted());
  });
});
