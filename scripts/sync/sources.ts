/** Services whose addresses are recognised, as a table in the guides of sources, between two markers. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCTS, type Product } from '@ess-widgets/core/data';
import { resolveText, type Text } from '@ess-widgets/core/model';
import { type Generated, withBlock } from './files.ts';

const MARKERS = ['{/* sources:start */}', '{/* sources:end */}'] as const;

const HEAD: Text = {
  fr: '| service | adresse à coller | ce que lisent les widgets | ce qu’il faut faire si rien ne vient |',
  en: '| service | address to paste | what the widgets read | what to do where nothing comes |',
};

const READS: Readonly<Record<Product['reads'], Text>> = {
  page: { fr: 'les données du service', en: 'the data of the service' },
  snapshot: { fr: 'un instantané', en: 'a snapshot' },
  file: { fr: 'le fichier que vous en tirez', en: 'the file that you take from it' },
};

function row({ name, pasted, reads, live, remedy }: Product, lang: string): string {
  const say = (text: Text): string => resolveText(text, lang).text;
  // Shortened: a table in a guide does not break code over lines.
  const addresses = pasted.map((each) => `\`${each.replace('https://', '')}\``).join(', ');
  const mark = live === false ? '\u00a0†' : '';
  return `| ${say(name)}${mark} | ${addresses} | ${say(READS[reads])} | ${say(remedy).replaceAll('*', '\\*')} |`;
}

/** Returns the products as a table in Markdown. */
export const sourcesTable = (lang: string): string =>
  [resolveText(HEAD, lang).text, '|---|---|---|---|', ...PRODUCTS.map((product) => row(product, lang))].join('\n');

/** Returns both guides with the table of today; nothing for a guide that does not exist. */
export function sourceGuides(root: string): Generated {
  const files = ['fr', 'en'].map((lang) => [`stories/guides/sources.${lang}.mdx`, lang] as const);
  return new Map(
    files
      .filter(([file]) => existsSync(path.join(root, file)))
      .map(([file, lang]) => {
        const table = sourcesTable(lang).replaceAll(/[\\`]|\$(?=\{)/g, '\\$&');
        const block = `<Markdown>{\`\n${table}\n\`}</Markdown>`;
        return [file, withBlock(file, readFileSync(path.join(root, file), 'utf8'), block, MARKERS)];
      }),
  );
}
