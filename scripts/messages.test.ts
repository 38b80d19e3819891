import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { camelCase } from './sync/files.ts';

const SRC = path.resolve(import.meta.dirname, '../packages/elements/src');
const MESSAGES = path.join(SRC, 'messages');
const IMPORT = /(?:from|import\()\s*'(\.[^']+\.ts)'/g;

/** The keys of each French file of texts. */
const topics = new Map(
  readdirSync(MESSAGES)
    .filter((file) => file.endsWith('.fr.ts'))
    .map((file) => [file.split('.')[0] ?? '', keysOf(readFileSync(path.join(MESSAGES, file), 'utf8'))] as const),
);

function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => key);
}

/**
 * Wanted when the visitor opens a card or a month or looks around, or the page has a mistake, an event has hours or comes
 * back, a period has no value: no element declares them.
 */
const ON_DEMAND = [
  'address',
  'agenda-more',
  'card',
  'apart',
  'chips',
  'config',
  'counter-more',
  'directory-table',
  'hours',
  'latest',
  'near',
  'over-map',
  'paper',
  'recurring',
];

/** A module of the elements with all that it imports, now or later. */
function closure(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  // Elements that stand inside another one ask for their own texts.
  if (found.has(file) || file.startsWith(MESSAGES) || file.endsWith('/define.ts')) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, to = ''] of text.matchAll(IMPORT)) closure(path.resolve(path.dirname(file), to), found);
  return found;
}

const elements = readdirSync(SRC).filter((name) => name.startsWith('ess-') && name !== 'ess-provider');

describe.each(elements)('<%s>', (tag) => {
  it('asks for the topics whose texts it uses, and for no other', () => {
    const modules = closure(path.join(SRC, tag, `${tag}.ts`));
    const text = [...modules.values()].join('\n');
    // Its own, and those of what it is made from.
    const declared = [...text.matchAll(/readonly topics(?:: readonly Topic\[\])? = (\[[^\]]*\])/g)].join();
    const used = [...topics]
      .filter(
        ([topic, keys]) =>
          topic !== 'common' &&
          !ON_DEMAND.includes(topic) &&
          keys.some((key) => new RegExp(`['\`]${key}\\b|\`${key.split('_')[0]}_\\$`).test(text)),
      )
      .map(([topic]) => camelCase(topic));
    const asked = new Set([...declared.matchAll(/(\w+)Texts/g)].map(([, topic]) => topic));
    expect([...asked].toSorted()).toEqual(used.toSorted());
  });
});
