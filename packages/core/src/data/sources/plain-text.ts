/** Texts that services write as HTML. */

export const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  acirc: 'â',
  ucirc: 'û',
  euml: 'ë',
  iuml: 'ï',
  uuml: 'ü',
  oelig: 'œ',
  aelig: 'æ',
  middot: '·',
  bull: '•',
  deg: '°',
  ugrave: 'ù',
  Eacute: 'É',
  euro: '€',
};

/** Characters that are read: what follows is no title, name or place. */
const LONGEST = 20_000;

/** Returns a text without tags, its entities being what they stand for, each line end and break a space. */
export function plainText(html: unknown): string {
  if (typeof html !== 'string') return '';
  return html
    .slice(0, LONGEST)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  // A control character is no text, and beyond the last plane there is none.
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
