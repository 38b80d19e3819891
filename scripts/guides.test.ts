import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRODUCTS } from '../packages/core/src/data/sources/address/hosts.ts';
import { OPTIONS } from '../packages/core/src/data/sources/address/read-address.ts';
import { notText } from '../packages/core/src/data/sources/not-text.ts';
import { FIELDS, readHeaders } from '../packages/core/src/data/sources/table/headers.ts';
import { resolveText } from '../packages/core/src/model/text.ts';
import { catalogueIn } from '../stories/support/catalogue.ts';
import { idsOf } from './readme-catalogue.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const sources = ['packages/core/src', 'packages/elements/src'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => read(path.join(folder, file))),
);

/** The first word of each code that is warned of, and the codes of errors, which are warned of by the element. */
function codes(): readonly string[] {
  const warned = sources.flatMap((text) => [...text.matchAll(/\b(?:warn|onWarn)(?:\?\.)?\(\s*['`]([a-z]+)(?=[/'`])/g)]);
  const union = /export type EssErrorCode =([^;]*);/.exec(read('packages/core/src/errors.ts'))?.[1] ?? '';
  const errors = [...union.matchAll(/\| '([a-z]+)'/g)];
  return [...new Set([...warned, ...errors].map((match) => match[1] ?? ''))].sort();
}

/** The codes that have a row in a guide: what the console names. */
const rows = (guide: string): readonly string[] =>
  [...guide.matchAll(/^\| \\`([a-z]+)\\` \|/gm)].map((match) => match[1] ?? '').sort();

describe('the guides', () => {
  it.each(['messages.fr.mdx', 'messages.en.mdx'])(
    '%s has a cure for every code of the console, and no other',
    (file) => {
      expect(codes()).toContain('network');
      expect(codes()).toContain('storage');
      expect(rows(read(`stories/guides/${file}`))).toEqual(codes());
    },
  );

  it.each(['fr', 'en'] as const)(
    'list every indicator once in %s, with the words and the ids that an author needs',
    (lang) => {
      const listed = catalogueIn(lang).matchAll(
        /^\| \*\*[^*|]+\*\* – [^|]+\.? \| `([a-z-]+)` \| ([^|]+) \| [^|]+ \|$/gm,
      );
      const splits = new Map([...listed].map(([, id = '', by = '']) => [id, by]));
      expect([...splits.keys()].sort()).toEqual([...idsOf(ROOT)].sort());
      expect(splits.get('members-left')).toBe('`college`, `exit-reason`');
      expect(catalogueIn(lang)).not.toContain('undefined');
      expect(read(`stories/guides/${lang === 'fr' ? 'indicateurs' : 'indicators'}.${lang}.mdx`)).toContain(
        `{catalogueIn('${lang}')}`,
      );
    },
  );

  it.each(['messages.fr.mdx', 'messages.en.mdx'])('%s tells of a workbook under the code that it has', (file) => {
    const { code } = notText('PK\u0003\u0004', 'https://example.org/members.xlsx') ?? {};
    const row = read(`stories/guides/${file}`).match(/^.*\.xlsx.*$/gm) ?? [];
    expect(row.map((line) => /^\| \\`([a-z]+)\\`/.exec(line)?.[1])).toEqual([code]);
  });

  it('have the same cures in both languages where the script does not start, by what the console says', () => {
    const said = (file: string, title: string): readonly string[] => {
      const section = new RegExp(`## ${title}\\n([^]*?)\\n## `).exec(read(`stories/guides/${file}`))?.[1] ?? '';
      return [...section.matchAll(/^\| \\`([^`]+)\\`/gm)].map(([, words = '']) => words);
    };
    expect(said('messages.fr.mdx', 'Rien ne s’affiche')).toContain('import.meta');
    expect(said('messages.fr.mdx', 'Rien ne s’affiche')).toEqual(said('messages.en.mdx', 'Nothing is shown'));
  });

  it('correct a figure by the same steps in both languages', () => {
    const blocks = (file: string): readonly string[] =>
      read(`stories/guides/${file}`).match(/```[a-z]+\n[^]*?```/g) ?? [];
    const shown = blocks('corriger.fr.mdx');
    expect(shown).toEqual(blocks('correcting.en.mdx'));
    // Each upload of a whole folder ends with its manifest.
    const uploads = shown.map((block) => block.match(/rsync .*/g) ?? []).filter((lines) => lines.length > 0);
    expect(uploads.map((lines) => /manifest\.json monsite:/.test(lines.at(-1) ?? ''))).toEqual([true, true, true]);
  });

  it('give the same snippets in both languages, but for words', () => {
    const tags = (file: string): readonly string[] =>
      [...read(`stories/guides/${file}`).matchAll(/```html\n([^]*?)```/g)].flatMap(
        (block) => (block[1] ?? '').match(/<[a-z-]+/g) ?? [],
      );
    expect(tags('integrer.fr.mdx')).toEqual(tags('embed.en.mdx'));
    expect(tags('hotes.fr.mdx')).toEqual(tags('hosts.en.mdx'));
    expect(tags('sources.fr.mdx')).toEqual(tags('sources.en.mdx'));
    expect(tags('indicateurs.fr.mdx')).toEqual(tags('indicators.en.mdx'));
    expect(tags('embed.en.mdx')).toContain('<ess-member-map');
  });

  it.each([
    ['donnees.fr.mdx', /## .*tableur\n([^]*?)\n## /, 'members'],
    ['data.en.mdx', /## .*spreadsheet\n([^]*?)\n## /, 'members'],
    ['donnees.fr.mdx', /## Une liste d’événements\n([^]*?)\n## /, 'events'],
    ['data.en.mdx', /## A list of events\n([^]*?)\n## /, 'events'],
  ] as const)('%s names columns that a spreadsheet may have, of every kind (%s, %s)', (file, heading, list) => {
    const section = heading.exec(read(`stories/guides/${file}`))?.[1] ?? '';
    const kinds = [...section.matchAll(/^\| [^|]+ \| (\\`.*) \|$/gm)].map(([, cell = '']) =>
      [...cell.matchAll(/\\`([^`]+)\\`/g)].map(([, name = '']) => [...readHeaders([name], list).columns.keys()].join()),
    );
    expect(kinds.filter((row) => new Set(row).size !== 1)).toEqual([]);
    expect(kinds.map(([kind]) => kind).sort()).toEqual([...FIELDS[list]].sort());
  });

  it.each(['fr', 'en'])('list every service whose addresses are recognised in %s, and every option', (lang) => {
    const guide = read(`stories/guides/sources.${lang}.mdx`);
    const remedies = PRODUCTS.map(({ remedy }) => resolveText(remedy, lang).text);
    const cells = [...guide.matchAll(/^\|.*\| ([^|]+) \|$/gm)].map(([, cell = '']) => cell.replaceAll('\\\\', ''));
    expect(remedies.filter((each) => !cells.includes(each))).toEqual([]);
    expect([...guide.matchAll(/^\| \\`([a-z]+)=/gm)].map(([, name]) => name)).toEqual([...OPTIONS]);
    expect(guide).not.toContain('undefined');
  });
});
