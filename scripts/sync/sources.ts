/** Services whose addresses are recognised, as a table in the guides of sources, between two markers. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceRow } from '@ess-widgets/core/data';
import { readAddress } from '@ess-widgets/core/data/address';
import { resolveText, type Text } from '@ess-widgets/core/model';
import { type Generated, withBlock } from './files.ts';
import { readServices } from './services.ts';

const MARKERS = ['{/* sources:start */}', '{/* sources:end */}'] as const;

const HEAD: Text = {
  fr: '| service | adresse à coller | ce que lisent les widgets | ce qu’il faut faire si rien ne vient |',
  en: '| service | address to paste | what the widgets read | what to do where nothing comes |',
};

const READS: Readonly<Record<ServiceRow['reach'], Text>> = {
  page: { fr: 'les données du service', en: 'the data of the service' },
  server: { fr: 'le serveur du site, ou une copie', en: 'the server of the site, or a copy' },
  key: { fr: 'ce qu’une clé ouvre, ou une copie', en: 'what a key opens, or a copy' },
  file: { fr: 'le fichier que vous en tirez', en: 'the file that you take from it' },
};

/** Characters of an address that a cell of the table shows. */
const SHOWN = 46;

function row({ name, examples, reach, seen }: ServiceRow, lang: string): string {
  const say = (text: Text): string => resolveText(text, lang).text;
  const [pasted] = examples[0] as ServiceRow['examples'][number];
  // Shortened: a table in a guide does not break code over lines.
  const address = pasted.replace(/^\w+:\/\//, '');
  const shown = address.length > SHOWN ? `${address.slice(0, SHOWN - 1)}…` : address;
  const remedy = readAddress(pasted)?.remedy ?? { fr: '' };
  const mark = seen.endsWith('†') ? '\u00a0†' : '';
  return `| ${say(name)}${mark} | \`${shown.replaceAll('|', '%7C')}\` | ${say(READS[reach])} | ${say(remedy).replaceAll('*', '\\*')} |`;
}

/** Returns the services as a table in Markdown. */
export const sourcesTable = (services: readonly ServiceRow[], lang: string): string =>
  [resolveText(HEAD, lang).text, '|---|---|---|---|', ...services.map((service) => row(service, lang))].join('\n');

/** Returns both guides with the table of today; nothing for a guide that does not exist. */
export function sourceGuides(root: string): Generated {
  const { services } = readServices(root);
  const files = ['fr', 'en'].map((lang) => [`stories/guides/sources.${lang}.mdx`, lang] as const);
  return new Map(
    files
      .filter(([file]) => existsSync(path.join(root, file)))
      .map(([file, lang]) => {
        const table = sourcesTable(services, lang).replaceAll(/[\\`]|\$(?=\{)/g, '\\$&');
        const block = `<Markdown>{\`\n${table}\n\`}</Markdown>`;
        return [file, withBlock(file, readFileSync(path.join(root, file), 'utf8'), block, MARKERS)];
      }),
  );
}
