import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { about, attributesOf, containers } from '../../packages/elements/src/base/attributes.ts';
import { declarationOf, tags } from '../../stories/support/manifest.ts';
import { elementsIn, referenceOf } from '../../stories/support/reference.ts';
import { madeOf } from '../sync/made-of.ts';
import { ROOT } from './code.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const storiesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);

/**
 * Stories that every element with data has besides its examples. A provider shows nothing itself; a file at hand has no address.
 * Languages, the dark theme and a narrow place are choices of the toolbar: packages/elements/e2e/stories.test.ts makes them.
 */
const STATES = 'Loading ErrorWithoutData ErrorWithLastData Stale'.split(' ');
const drawn = tags.filter((tag) => !containers.includes(tag));

describe('the stories', () => {
  it.each(tags)('of <%s> are five to twelve examples', (tag) => {
    const stories = storiesIn(`stories/${tag}.stories.ts`);
    expect(stories.length).toBeGreaterThanOrEqual(5);
    expect(stories.length).toBeLessThanOrEqual(12);
    expect(stories.filter((name) => STATES.includes(name))).toEqual([]);
  });

  it.each(drawn)('of <%s> have its states in a group of their own', (tag) => {
    expect(storiesIn(`stories/${tag}.states.stories.ts`)).toEqual(expect.arrayContaining(STATES));
  });

  it.each(drawn)('of <%s> show each of its views', (tag) => {
    const { view } = attributesOf(tag);
    const all = read(`stories/${tag}.stories.ts`) + read(`stories/${tag}.states.stories.ts`);
    const others = view?.values?.filter((value) => value !== view.default) ?? [];
    expect(others.filter((value) => !all.includes(`view: '${value}'`))).toEqual([]);
  });
});

/** Module of the core that turns a key into a day of the month. */
const MONTH = path.join(ROOT, 'packages/core/src/charts/month/month.ts');
/** Keys as code names them: an arrow anywhere, another one as a property, as a case or beside `key ===`. */
const KEY =
  /\b((?:Arrow|Page)(?:Up|Down|Left|Right))\b|\b(Home|End|Escape|Enter):|'([-+=0])':|(?:case|key [!=]==) '(\w+)'/g;
/** Modules that an element has for something else: the cover of a printed report draws with the code of the map. */
const NOT_ITS: Readonly<Record<string, string>> = { 'ess-report': '/src/map/' };

/** Keys that the modules of an element read. */
function keysRead(tag: string): readonly string[] {
  const modules = [...madeOf(path.join(ROOT, 'packages/elements/src', tag, `${tag}.ts`))]
    .filter((file) => !file.includes(NOT_ITS[tag] ?? '\n'))
    .map((file) => readFileSync(file, 'utf8'));
  const months = modules.some((text) => text.includes('dayByKey(')) ? [readFileSync(MONTH, 'utf8')] : [];
  const reading = [...modules.filter((text) => /\bevent\.key\b/.test(text)), ...months];
  const keys = reading.flatMap((text) => [...text.matchAll(KEY)].flatMap((match) => match.slice(1).filter(Boolean)));
  return [...new Set(keys)].sort();
}

describe('the keyboard table', () => {
  it.each(tags)('has the keys that <%s> handles, and no other', (tag) => {
    const told = (about[tag]?.keys ?? []).flatMap(({ keys }) =>
      keys.map((key) => key.replace(/^(?:Shift|Ctrl|Meta)\+/, '')),
    );
    expect([...new Set(told)].sort()).toEqual(keysRead(tag));
  });

  it('has a row for every element', () => {
    expect(Object.keys(about).sort()).toEqual([...tags].sort());
  });
});

describe('the page of an element', () => {
  it.each(tags)('has all that the manifest says of <%s> besides its attributes', (tag) => {
    const { members = [], events = [], cssParts = [], cssStates = [], cssProperties = [] } = declarationOf(tag);
    const told = referenceOf(tag);
    const own = members.filter(({ attribute }) => !attribute);
    const rows = [...own, ...events, ...cssParts, ...cssStates, ...cssProperties];
    expect(rows.filter(({ description }) => !description)).toEqual([]);
    expect(rows.filter(({ name }) => !told.includes(name))).toEqual([]);
    expect(told).not.toContain('undefined');
  });
});

describe('the start page', () => {
  it.each(['fr', 'en'] as const)('leads to the page of every element, in %s', (lang) => {
    const table = elementsIn(lang);
    expect(tags.filter((tag) => !table.includes(`?path=/docs/elements-${tag}--docs`))).toEqual([]);
    expect(table.split('\n')).toHaveLength(tags.length + 2);
    expect(table).not.toContain('|  |');
  });

  it('has a French line on every element, and on no other', () => {
    expect(Object.keys(about).sort()).toEqual([...tags].sort());
  });

  it('is there in both languages', () => {
    expect(
      ['accueil.fr.mdx', 'start.en.mdx'].every((file) => existsSync(path.join(ROOT, 'stories/guides', file))),
    ).toBe(true);
  });
});
