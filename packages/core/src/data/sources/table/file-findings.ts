/** Findings on a list as a file, rather than on one of its lines. */
import type { Finding, FindingPlace, Text } from '../../../model/index.ts';
import type { FindingList } from '../findings.ts';
import { type Headers, isStamp } from './headers.ts';
import { hasPlaceColumns } from './place.ts';
import { columnPlace, linesIn, quoted, type ReportRemark } from './report.ts';
import { isErrorCell, type ParsedRow, repeatsHeader, type Table } from './table.ts';

/**
 * Adds the findings on the whole file and on the shape of its lines. `rows` are those under the header.
 * @param isTold somebody says what the list is, so that its columns need not be named as what tells it
 */
export function fileFindings(
  file: string,
  { unclosedQuote, mixed, cut, rows }: Table,
  headers: Headers,
  findings: FindingList,
  report: ReportRemark,
  isTold: boolean,
): void {
  const tell = (rule: string, severity: Finding['severity'], found: string, message: Text, line?: number): void =>
    findings.add({
      rule,
      severity,
      certainty: 'certain',
      where: { file, ...(line === undefined ? {} : { line }) },
      found,
      message,
    });
  if (unclosedQuote !== null) {
    const fr = `ligne ${unclosedQuote}\u202f: un guillemet n’est jamais refermé\u202f; la ligne est gardée, mais celles qui la suivent ont pu être lues avec elle et manquer`;
    const br = `linenn ${unclosedQuote}\u202f: ur c’hlochedig n’eo ket serret\u202f; dalc’het eo al linenn, met ar re war he lerc’h a c’hell bezañ bet lennet ganti ha mankout`;
    const en = `line ${unclosedQuote}: a quotation mark is never closed; the line is kept, but those after it may have been read as a part of it and be missing`;
    // The line itself is there: an error would say that it is not.
    tell('quote', 'warning', '"', { fr, br, en }, unclosedQuote);
  }
  if (mixed) {
    const [header, lines] = [mixed.header, mixed.rows].map((each) => (each === '\t' ? '⇥' : each));
    const fr = `L’en-tête est séparé par «\u202f${header}\u202f», les lignes par «\u202f${lines}\u202f»\u202f: chacun est lu ainsi\u202f; enregistrez de nouveau avec un seul séparateur`;
    const br = `Rannet eo an talbenn gant «\u202f${header}\u202f», al linennoù gant «\u202f${lines}\u202f»\u202f: lennet e vez pep hini evel-se\u202f; enrollit adarre gant ur ranner hepken`;
    const en = `The header is separated by “${header}”, the lines by “${lines}”: each is read so; save it again with one separator`;
    tell('delimiter', 'warning', `${header} ${lines}`, { fr, br, en });
  }
  for (const [column, lines] of cut) findings.add(cutFinding(file, columnPlace(column, headers.texts), lines));
  if (rows.length === 0) {
    const message = headers.kind === 'events' ? NO_EVENT : NO_MEMBER;
    tell('no-rows', 'warning', headers.texts.filter((text) => text !== '').join(', '), message);
  }
  for (const row of rows) reportRow(row, headers, report);
  if (rows.length > 0 && headers.kind === 'members' && !hasPlaceColumns(headers)) {
    const fr = 'Aucune colonne de commune ni de coordonnées\u202f: les membres sont listés sans position';
    const en = 'No column of communes or coordinates: members are listed without a position';
    tell('place-columns', 'info', '', { fr, en });
  }
  if (headers.kind === 'events' && !isTold) findings.add(readAsEvents(file, headers));
  const ignored = headers.ignored.join(', ');
  const listed = (stamp: string): string =>
    headers.ignored.map((text) => (isStamp(text) ? `${text} (${stamp})` : text)).join(', ');
  const [fr, en] = [listed('horodatage, non lu'), listed('a time stamp, not read')];
  const message = { fr: `Colonnes non utilisées\u202f: ${fr}`, en: `Columns not used: ${en}` };
  if (ignored !== '') tell('columns', 'info', ignored, message);
}

const NO_MEMBER: Text = {
  fr: 'Aucun adhérent dans ce fichier\u202f: un en-tête et aucune ligne de données',
  br: 'Ezel ebet er restr-mañ\u202f: un talbenn ha linenn roadennoù ebet',
  en: 'No member in this file: a header and no line of data',
};

const NO_EVENT: Text = {
  fr: 'Aucun événement dans ce fichier\u202f: un en-tête et aucune ligne de données',
  en: 'No event in this file: a header and no line of data',
};

const cutFinding = (
  file: string,
  { field: title = '', column = '' }: Pick<FindingPlace, 'field' | 'column'>,
  lines: readonly number[],
): Finding => {
  const field = title.slice(0, 80);
  const [line = 1] = lines;
  const [fr, br, en] = (['fr', 'br', 'en'] as const).map((language) => linesIn(language, lines));
  return {
    rule: 'cell-length',
    severity: 'warning',
    certainty: 'certain',
    where: { file, line, ...(lines.length > 1 ? { lines } : {}), field, column },
    found: field,
    message: {
      fr: `${fr}\u202f: colonne ${quoted(field)}, texte de plus de 2\u202f000 signes\u202f; la suite n’est pas lue`,
      br: `${br}\u202f: bann ${quoted(field)}, testenn hiroc’h eget 2\u202f000 arouezenn\u202f; n’eo ket lennet ar peurrest`,
      en: `${en}: column "${field}", text of more than 2,000 characters; the rest is not read`,
    },
  };
};

/** Says that lines are read as events, and by which columns: the author may mean members. */
function readAsEvents(file: string, { columns, texts }: Headers): Finding {
  const [title, date] = (['name', 'start'] as const).map((field) => texts[columns.get(field) ?? -1] ?? '');
  return {
    rule: 'events-list',
    severity: 'info',
    certainty: 'certain',
    where: { file },
    found: `${title}, ${date}`,
    message: {
      fr: `Lu comme une liste d’événements (colonnes ${quoted(title ?? '')} et ${quoted(date ?? '')})\u202f; «\u202f#kind=members\u202f» à la fin de l’adresse en fait une liste d’adhérents`,
      en: `Read as a list of events (columns "${title}" and "${date}"); "#kind=members" at the end of the address makes it a list of members`,
    },
  };
}

const REPEATED_MEMBER = {
  fr: 'sans doute un en-tête répété, compté parmi les adhérents\u202f; gardez un seul en-tête',
  br: 'lennet e vez evel un talbenn ha kontet eo evel un ezel\u202f; mirit un talbenn hepken',
  en: 'probably a repeated header, counted among the members; keep a single header',
};

const REPEATED_EVENT = {
  fr: 'sans doute un en-tête répété, compté parmi les événements\u202f; gardez un seul en-tête',
  en: 'probably a repeated header, counted among the events; keep a single header',
};

const ERROR = {
  rule: 'cell-error',
  severity: 'warning',
  fr: 'une formule n’a pas pu être calculée, la cellule est lue comme vide',
  en: 'a formula could not be computed, the cell is read as empty',
} as const;

function reportRow(row: ParsedRow, headers: Headers, report: ReportRemark): void {
  const { line, cells } = row;
  const filled = (list: readonly string[]): readonly string[] => list.filter((cell) => cell !== '');
  if (repeatsHeader(row, headers)) {
    report(line, {
      rule: 'header',
      severity: 'warning',
      certainty: 'likely',
      found: filled(cells).join(', '),
      repair: 'remove',
      ...(headers.kind === 'events' ? REPEATED_EVENT : REPEATED_MEMBER),
    });
  }
  for (const [field, column] of headers.columns) {
    const found = cells[column] ?? '';
    if (isErrorCell(found)) report(line, { ...ERROR, field, found });
  }
  const extra = filled(cells.slice(headers.texts.length)).join(' ');
  if (extra === '') return;
  report(line, {
    rule: 'cells',
    severity: 'warning',
    found: extra,
    fr: 'plus de cellules que de colonnes, les valeurs sont peut-être décalées',
    en: 'more cells than columns, values may be shifted',
  });
}
