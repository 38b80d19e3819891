/** Files that a person takes home from an examination: the corrected list, the data set, a report for a colleague. */

import { type Field, type ListKind, type ParsedRow, readHeaders } from '../data/index.ts';
import { dateInWords, formatNumber, toCsv } from '../format/index.ts';
import { type Dataset, resolveText, SEVERITIES } from '../model/index.ts';
import type { Examination, ExaminedColumn, ExaminedList } from './examine.ts';
import { FIELD_NAMES } from './fields.ts';
import type { FindingGroup } from './groups.ts';

/**
 * Returns a list with its corrections as CSV. No cell is a formula. Read again it gives the same list: a column that was
 * mapped by hand gets the name of its field.
 */
export function correctedCsv({ columns, kind, table, header }: ExaminedList): string {
  const titles = titlesOf(columns, kind);
  const cellsOf = ({ cells }: ParsedRow): readonly string[] => columns.map(({ index }) => cells[index] ?? '');
  return toCsv(titles, table.rows.slice(header + 1).map(cellsOf));
}

/** Returns titles by which each column is read as it was. */
function titlesOf(columns: readonly ExaminedColumn[], kind: ListKind): readonly string[] {
  const written = columns.map(({ title, letter }) => title || letter);
  if (isRead(written, columns, kind)) return written;
  return columns.map(({ title, letter, field }) => {
    const name = field === null ? undefined : FIELD_NAMES[kind][field]?.fr;
    return name ?? `Non lu - ${title || letter}`;
  });
}

/** Whether titles alone lead to the fields that the columns were read as. */
function isRead(titles: readonly string[], columns: readonly ExaminedColumn[], kind: ListKind): boolean {
  const headers = readHeaders(titles);
  const fields = new Map<number, Field>([...headers.columns].map(([field, column]) => [column, field]));
  return headers.kind === kind && columns.every(({ field }, at) => (fields.get(at) ?? null) === field);
}

/** Returns a data set as one file (`ess-dataset/1`). */
export function datasetFile({ manifest, collections }: Dataset): string {
  const coverage = Object.fromEntries(
    Object.entries(manifest.collections)
      .map(([name, entry]) => [name, entry?.coverage ?? []] as const)
      .filter(([, declared]) => declared.length > 0),
  );
  return `${JSON.stringify({ ...manifest, collections, coverage }, null, 1)}\n`;
}

/** Form of a report: a text that any mail programme shows, or a page. */
type ReportForm = 'text' | 'html';

/** Language of a report, and its form. */
interface ReportOptions {
  readonly language: 'fr' | 'en';
  readonly form: ReportForm;
  /** Day of the report, `YYYY-MM-DD`. */
  readonly today: string;
}

const WORDS = {
  fr: {
    title: (name: string) => `Vérification de ${name}`,
    read: (day: string) => `Lu le ${day}.`,
    nothing: 'Rien à signaler.',
    severities: { error: 'À corriger', warning: 'À vérifier', info: 'À savoir' },
    counts: { organisations: ['adhérent', 'adhérents'], events: ['événement', 'événements'] },
    none: 'Aucune donnée ne peut être lue.',
    columns: 'Colonnes',
    unread: 'non lue',
    remedy: 'À faire\u202f: ',
  },
  en: {
    title: (name: string) => `Check of ${name}`,
    read: (day: string) => `Read on ${day}.`,
    nothing: 'Nothing to report.',
    severities: { error: 'To be corrected', warning: 'To be checked', info: 'Good to know' },
    counts: { organisations: ['member', 'members'], events: ['event', 'events'] },
    none: 'No data can be read.',
    columns: 'Columns',
    unread: 'not read',
    remedy: 'To do: ',
  },
} as const;

/** A part of a report. */
type Part =
  | { readonly kind: 'title' | 'heading' | 'point' | 'note' | 'text'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string };

/** Returns a report to be sent to a colleague: what was read, what is wrong, what to do. It holds no more of the list than the findings. */
export function reportFile(examination: Examination, options: ReportOptions): string {
  const parts = partsOf(examination, options);
  return options.form === 'html' ? page(parts, options.language) : plain(parts);
}

function partsOf(examination: Examination, { language, today }: ReportOptions): readonly Part[] {
  const { name, groups, list } = examination;
  const words = WORDS[language];
  const parts: Part[] = [
    { kind: 'title', text: words.title(name) },
    { kind: 'text', text: `${words.read(dateInWords(today, language))} ${countsOf(examination, language)}` },
  ];
  if (groups.length === 0) parts.push({ kind: 'text', text: words.nothing });
  for (const severity of SEVERITIES) {
    const own = groups.filter((group) => group.severity === severity);
    if (own.length === 0) continue;
    parts.push({ kind: 'heading', text: words.severities[severity] });
    for (const group of own) parts.push(...groupParts(group, language));
  }
  if (list && list.columns.length > 0) {
    parts.push({ kind: 'heading', text: words.columns });
    for (const { letter, title, field } of list.columns) {
      const read = field === null ? words.unread : FIELD_NAMES[list.kind][field]?.[language];
      parts.push({ kind: 'item', text: `${letter} ${title} → ${read}` });
    }
  }
  return parts;
}

function groupParts({ title, messages, remedy }: FindingGroup, language: 'fr' | 'en'): readonly Part[] {
  const heading = title[language];
  const said = messages.map((message) => resolveText(message, language).text).filter((text) => text !== heading);
  return [
    { kind: 'point', text: heading },
    ...said.map((text) => ({ kind: 'note', text }) as const),
    ...(remedy ? [{ kind: 'note', text: `${WORDS[language].remedy}${remedy[language]}` } as const] : []),
  ];
}

/** Returns how many records were read: "117 adhérents." */
function countsOf({ dataset }: Examination, language: 'fr' | 'en'): string {
  const words = WORDS[language];
  if (!dataset) return words.none;
  const counts = (['organisations', 'events'] as const).flatMap((name) => {
    const count = dataset.collections[name]?.length;
    if (count === undefined) return [];
    const [one, many] = words.counts[name];
    const isOne = language === 'fr' ? count < 2 : count === 1;
    return `${formatNumber(count, language)} ${isOne ? one : many}`;
  });
  return counts.length > 0 ? `${counts.join(', ')}.` : '';
}

const plain = (parts: readonly Part[]): string =>
  `${parts.map((part) => PLAIN[part.kind](part.text.replaceAll('\n', ' '))).join('\n')}\n`;

const PLAIN: Readonly<Record<Part['kind'], (text: string) => string>> = {
  title: (text) => `# ${text}\n`,
  heading: (text) => `\n## ${text}\n`,
  point: (text) => `- ${text}`,
  note: (text) => `  ${text}`,
  text: (text) => text,
  item: (text) => `- ${text}`,
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const TAGS: Readonly<Record<Part['kind'], string>> = {
  title: 'h1',
  heading: 'h2',
  point: 'h3',
  note: 'p',
  text: 'p',
  item: 'p',
};

function page(parts: readonly Part[], language: 'fr' | 'en'): string {
  const title = escapeHtml(parts[0]?.text ?? '');
  const body = parts.map(({ kind, text }) => `<${TAGS[kind]}>${escapeHtml(text)}</${TAGS[kind]}>`).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Returns the name of a file that is made of another: `liste.csv` and `-corrige.csv` make `liste-corrige.csv`. */
export const derivedName = (name: string, ending: string): string => `${name.replace(/\.\w{1,8}$/, '')}${ending}`;
