import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tags } from '../../../stories/support/manifest.ts';
import { ROOT } from '../mounts.mjs';
import { compileGuides, GUIDES } from './compile.ts';
import { DOWNLOADS, groupsIn } from './list.ts';
import { htmlOfTemplate } from './template.ts';

const ARCHIVES = (['wordpress', 'spip', 'folder'] as const).map((kind, at) => ({
  ...{ kind, name: `ess-${kind}.zip`, size: 1_960_000 + at, sha256: `${at}`.repeat(64), day: '2025-03-05' },
}));
let pages: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  pages = new Map(Object.entries(await compileGuides(ARCHIVES)));
}, 120_000);

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, text = '']) => text);
const idsOf = (html: string): readonly string[] => all(html, /\sid="([^"]+)"/g);

/** Returns a line for each page that has something to say. */
const saidOf = (say: (html: string, url: string) => readonly unknown[]): readonly string[] =>
  [...pages].flatMap(([url, html]) => say(html, url).map((each) => `${url} ${each}`));

describe('the pages of the guides', () => {
  it('are one for each guide, all of them listed in both indexes', () => {
    const files = readdirSync(GUIDES).filter((file) => file.endsWith('.mdx'));
    expect(pages.size).toBe(files.length + 2);
    for (const [index, lang] of [
      ['/guides/', 'fr'],
      ['/guides/en/', 'en'],
    ] as const) {
      const links = all(pages.get(index) ?? '', /<li><a href="([^"]+)"/g);
      const own = files.filter((file) => file.endsWith(`.${lang}.mdx`));
      expect(links).toEqual(expect.arrayContaining([DOWNLOADS[lang]]));
      const urls = own.map((file) => `${index}${file.replace(/\..*/, '')}/`);
      expect(urls.filter((url) => !links.includes(url) && !/\/(?:telecharger|download)\//.test(url))).toEqual([]);
    }
  });

  it('begin with the one that starts in five minutes', () => {
    expect(all(pages.get('/guides/') ?? '', /<li><a href="([^"]+)"/g)[0]).toBe('/guides/demarrer/');
    expect(all(pages.get('/guides/en/') ?? '', /<li><a href="([^"]+)"/g)[0]).toBe('/guides/en/five-minutes/');
  });

  it('link to pages and places that exist', () => {
    const dead = saidOf((html, url) =>
      all(html, /<a[^>]* href="([^"]+)"/g).filter((href) => {
        // The Atelier is a page of the folder `ess`, built from this one.
        if (href === '/ess/atelier/') return !existsSync(path.join(ROOT, 'packages/atelier/index.html'));
        if (/^https?:/.test(href) || href === '/' || ARCHIVES.some(({ name }) => href === `/telecharger/${name}`))
          return false;
        const [page = '', id] = href.split('#');
        const there = pages.get(page || url);
        return there === undefined || (id !== undefined && !idsOf(there).includes(id));
      }),
    );
    expect(dead).toEqual([]);
  });

  it('list the archives with size, day and hash, are linked from each page, and ask for no terminal', () => {
    for (const [lang, lines] of [
      ['fr', '2&nbsp;Mo, 5 mars 2025'],
      ['en', '2&nbsp;MB, 5 March 2025'],
    ] as const) {
      const html = (pages.get(DOWNLOADS[lang]) ?? '').replaceAll('\u00a0', '&nbsp;');
      for (const { name, sha256 } of ARCHIVES) {
        expect(html).toContain(`<a href="/telecharger/${name}">${name}</a></strong>, ${lines}</p>`);
        expect(html).toContain(`<code>${sha256}</code>`);
      }
    }
    expect(
      saidOf((html, url) =>
        Object.values(DOWNLOADS).includes(url) || /href="\/telecharger\//.test(html) ? [] : ['no link'],
      ),
    ).toEqual([]);
    const forWebmasters = /\/(?:telecharger|demarrer|five-minutes|dossier|folder|wordpress|spip)\//;
    const commands = saidOf((html, url) =>
      forWebmasters.test(url) ? (html.match(/\b(?:npm|npx|node|curl|git clone) /g) ?? []) : [],
    );
    expect(commands).toEqual([]);
  });

  it('have one first heading, no level left out, and ids that stand once', () => {
    const wrong = saidOf((html) => {
      const levels = all(html, /<h([1-6])[ >]/g).map(Number);
      const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
      const firsts = levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1'];
      const ids = idsOf(html);
      return [...firsts, ...jumps.map((level) => `h${level}`), ...ids.filter((id, at) => ids.indexOf(id) !== at)];
    });
    expect(wrong).toEqual([]);
  });

  it('name the same page in the other language, which names it in turn', () => {
    const others = [...pages].map(([url, html]) => {
      const lang = /<html lang="(..)"/.exec(html)?.[1] === 'fr' ? 'en' : 'fr';
      return [url, all(html, new RegExp(`<link rel="alternate" hrefLang="${lang}" href="([^"]+)"`, 'g'))[0]] as const;
    });
    const found = new Map(others);
    const alone = others.filter(([url, other]) => other === undefined || found.get(other) !== url);
    expect(alone).toEqual([]);
  });

  it('show every element live, with its code and its attributes', () => {
    for (const url of ['/guides/widgets/', '/guides/en/widgets/']) {
      const html = pages.get(url) ?? '';
      expect(idsOf(html)).toEqual(expect.arrayContaining([...tags]));
      for (const tag of tags) {
        expect(html.search(new RegExp(`class="live"><${tag}\\s`))).toBeGreaterThan(0);
        expect(html).toContain(`&lt;${tag}`);
      }
    }
  });

  it('have nothing that only Storybook answers, and the script where an element is', () => {
    expect(saidOf((html) => all(html, /(stories\.invalid|\?path=|="data\/)/g))).toEqual([]);
    const isLive = (html: string): boolean => html.includes('<ess-');
    expect(saidOf((html) => (isLive(html) === html.includes('<script') ? [] : ['script']))).toEqual([]);
  });
});

describe('the list of guides', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-guides-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes up guides that no row names, in the group of their title', () => {
    const put = (file: string, title: string): void =>
      writeFileSync(path.join(folder, file), `<Meta title="${title}" />\n\n# ${file}\n`);
    put('theme.fr.mdx', 'Guides/Français/Thème');
    put('joomla.fr.mdx', 'Guides/Français/Joomla');
    put('joomla.en.mdx', 'Guides/English/Joomla');
    put('outils.fr.mdx', 'Développer/Français/Outils');
    const groups = groupsIn(folder).map(({ title, pairs }) => [
      title.fr,
      pairs.map(({ fr, en }) => [fr?.url, en?.url]),
    ]);
    expect(groups).toEqual([
      ['Apparence', [['/guides/theme/', undefined]]],
      ['Développer', [['/guides/outils/', undefined]]],
      ['Autres guides', [['/guides/joomla/', '/guides/en/joomla/']]],
    ]);
  });

  it('refuses a file without a title', () => {
    writeFileSync(path.join(folder, 'vide.fr.mdx'), '# Vide\n');
    expect(() => groupsIn(folder)).toThrow(/vide\.fr\.mdx: .*Meta title/);
  });
});

describe('a template as HTML', () => {
  const html = (strings: TemplateStringsArray, ...values: readonly unknown[]) => ({ strings, values });

  it('quotes attributes, escapes texts and leaves listeners out', () => {
    const items = ['a', 'b'].map((name) => html`<li class=${`x-${name}`}>${name}</li>`);
    const template = html`<ul aria-label="${'"'}, ${1}" .style=${'color:red'} @click=${() => 0}>${items}${null}${'<b>'}</ul>`;
    expect(htmlOfTemplate(template)).toBe(
      '<ul aria-label="&#34;, 1" style="color:red"><li class="x-a">a</li><li class="x-b">b</li>&#60;b&#62;</ul>',
    );
  });
});
