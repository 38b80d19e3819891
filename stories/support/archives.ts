/** The archives that the site offers, for the guide where they are taken. Storybook has none of them. */
import '@ess-widgets/core/format/all';
import { formatDate } from '@ess-widgets/core/format';

type Language = 'fr' | 'en';

/** One archive. */
export interface Archive {
  readonly kind: 'wordpress' | 'spip' | 'folder';
  /** Name of its file, which lies beside the page. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Day on which it was made, `YYYY-MM-DD`. */
  readonly day: string;
}

let archives: readonly Archive[] = [];
export const useArchives = (all: readonly Archive[]): void => {
  archives = all;
};

const WORDS = {
  fr: {
    hash: 'Empreinte SHA-256\u202f:',
    none: 'L’archive est sur la page «\u202fTélécharger\u202f» du site.',
    mega: 'Mo',
  },
  en: { hash: 'SHA-256:', none: 'The archive is on the page “Download” of the site.', mega: 'MB' },
} as const;

/** Returns the lines of Markdown of an archive: its link, size, date and hash. */
export function archiveIn(lang: Language, kind: Archive['kind']): string {
  const { hash, none, mega } = WORDS[lang];
  const archive = archives.find((each) => each.kind === kind);
  if (!archive) return none;
  const { name, size, sha256, day } = archive;
  const megabytes = (size / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
  const date = formatDate(day, lang);
  return `**[${name}](/telecharger/${name})**, ${megabytes}\u00a0${mega}, ${date}\n\n${hash} \`${sha256}\``;
}
