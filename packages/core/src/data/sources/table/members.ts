import {
  type CommuneLocator,
  LIST_NETWORK,
  type Membership,
  type Organisation,
  type Territory,
} from '../../../model/index.ts';
import { type Colleges, createColleges } from './colleges.ts';
import { readDate, readMonthFirst, readSerial } from './dates.ts';
import type { Field, Headers } from './headers.ts';
import { normalise } from './normalise.ts';
import { createIds, toOrganisation } from './organisation.ts';
import { placeRow } from './place.ts';
import { quoted, type Remark, type ReportRemark, type Row, SLICE, type SliceStep } from './report.ts';
import { addTerritories } from './territories.ts';

/** Result of reading a list of members. */
interface Members {
  readonly organisations: readonly Organisation[];
  readonly memberships: readonly Membership[];
  readonly territories: readonly Territory[];
  readonly colleges: Colleges;
  /** Line of each organisation. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Turns rows into members. Every row becomes one, or is reported as left out. */
export async function readMembers(
  rows: readonly Row[],
  headers: Headers,
  placer: CommuneLocator | null,
  report: ReportRemark,
  step: SliceStep,
): Promise<Members> {
  const [organisations, memberships]: [Organisation[], Membership[]] = [[], []];
  const territories = new Map<string, Territory>();
  const colleges = createColleges(rows.map((row) => row.get('college')));
  const idOf = createIds(report);
  const lines = new Map<string, number>();
  const firsts = new Map<string, Row>();
  let read = 0;
  for (const row of rows) {
    if (read % SLICE === 0) await step(read);
    read += 1;
    if (isTotal(row, headers)) {
      report(row.line, TOTAL);
      continue;
    }
    if (row.get('name') === '') {
      report(row.line, NAMELESS);
      continue;
    }
    if (isClosed(row)) {
      report(row.line, CLOSED);
      continue;
    }
    reportDuplicate(row, firsts, report);
    const place = placeRow(row, headers, placer, report);
    const organisation = toOrganisation(row, idOf(row), place, report);
    organisations.push(organisation);
    lines.set(organisation.id, row.line);
    memberships.push(toMembership(row, organisation.id, headers, colleges, report));
    addTerritories(territories, place);
  }
  return { organisations, memberships, territories: [...territories.values()], colleges, lines };
}

const NAMELESS = {
  rule: 'name-missing',
  severity: 'error',
  field: 'name',
  fr: 'nom manquant, ligne laissée de côté',
  en: 'name missing, line left out',
} as const;

/**
 * Returns whether a row is a sum below the list: "TOTAL ; ; ; 1250" where its columns are nothing to us, "Total général ; 9"
 * where a count stands in a column of words, "TOTAL ; 2" where the word stands under "N° adhérent" and the count under the
 * names. A list of names alone may have a member called so.
 */
export function isTotal({ cells }: Row, { columns }: Headers): boolean {
  const at = cells.findIndex((cell) => cell !== '');
  if (!/tota/i.test(cells[at] ?? '')) return false;
  const word = normalise(cells[at] ?? '');
  const isSum = SUM.test(word);
  if (columns.size < 2 || !(isSum || TOTAL_OF.test(word))) return false;
  const fields = new Map([...columns].map(([field, column]) => [column, field]));
  return cells.every((cell, column) => {
    if (cell === '' || column === at) return true;
    const field = fields.get(column);
    return field === undefined ? isSum || COUNT.test(cell) : isSum && isCount(cell, field);
  });
}

/** A total and no more, lest a member whose name begins so be taken for one. */
const SUM =
  /^((sous|sub|grand) ?)?tota(l|ux|ls)( general| generaux)?( (des |d |de l |of )?(adherents?|membres?|structures?|members?|organi[sz]ations?))?$/;

/** A total with the words that say of what: "Total des heures", "Total : 2". */
const TOTAL_OF = /^(sous )?tota(l|ux) /;

/** Fields that hold words: a number alone in them counts lines. */
const WORDED: readonly Field[] = ['name', 'college', 'town', 'activities', 'kind', 'legalForm', 'joined'];
const COUNT = /^\d[\d\s.,]*([%€]|\p{L}+)?$/u;

/** Whether a text counts lines where a field stands: four figures are no postal code, SIREN or telephone number. */
const isCount = (text: string, field: Field): boolean =>
  COUNT.test(text) && (WORDED.includes(field) || /^\d{1,4}$/.test(text));

const TOTAL = {
  rule: 'total',
  severity: 'warning',
  certainty: 'likely',
  field: 'name',
  repair: 'remove',
  fr: 'sans doute un total, non compté parmi les adhérents',
  br: 'lennet e vez evel ur sammad ha n’eo ket kontet evel un ezel',
  en: 'probably a total, not counted among the members',
} as const;

/** Whether an establishment or its legal unit is closed, by the letters of the register or the words of portals. */
const isClosed = (row: Row): boolean =>
  row.all('state').some((text) => /^(f|c|ferme|fermee|cesse|cessee)$/.test(normalise(text)));

const CLOSED = {
  rule: 'closed',
  severity: 'warning',
  field: 'state',
  fr: 'l’établissement est fermé et n’est pas compté comme un adhérent',
  br: 'serret eo ar framm ha n’eo ket kontet evel un ezel',
  en: 'the establishment is closed and is not counted as a member',
} as const;

/** Whether the register tells two lines apart, as namesakes or as two establishments of one town. */
function areNumbered(a: Row, b: Row): boolean {
  const [one, other] = [a, b].map((row) => row.get('siren').replace(/\s/g, ''));
  return one !== other && [one, other].every((text) => /^\d{9}(\d{5})?$/.test(text ?? ''));
}

/** Whether two lines name two towns: by their INSEE codes, or the départements that postal codes or a column name. */
function areApart(a: Row, b: Row): boolean {
  const differ = (read: (row: Row) => string): boolean => {
    const [one, other] = [read(a), read(b)];
    return one !== '' && other !== '' && one !== other;
  };
  // A spreadsheet eats the zero in front of "01200".
  const five = (code: string): string => (code === '' ? '' : code.padStart(5, '0'));
  return (
    differ((row) => five(row.get('insee'))) ||
    differ((row) => five(row.get('postcode')).slice(0, 2)) ||
    differ((row) => normalise(row.get('departement')))
  );
}

/** Whether a line has no cell that differs from one before it: to remove it loses nothing. */
const addsNothing = (row: Row, first: Row): boolean =>
  row.cells.every((cell, column) => cell === '' || cell === first.cells[column]);

function reportDuplicate(row: Row, firsts: Map<string, Row>, report: ReportRemark): void {
  const [name, town] = [row.get('name'), row.get('town')];
  const key = `${normalise(name)}/${normalise(town)}`;
  const first = firsts.get(key);
  if (!first) firsts.set(key, row);
  if (!first || areNumbered(first, row) || areApart(first, row)) return;
  report(row.line, {
    rule: 'duplicate',
    severity: 'warning',
    certainty: 'likely',
    field: 'name',
    found: name,
    ...(addsNothing(row, first) ? { repair: 'remove' } : {}),
    fr: `${quoted(name)}${town ? ` à ${town}` : ''} figure déjà ligne ${first.line}\u202f; les deux sont gardés`,
    en: `"${name}"${town ? ` in ${town}` : ''} is already on line ${first.line}; both are kept`,
  });
}

function toMembership(
  row: Row,
  organisation: string,
  { columns }: Headers,
  colleges: Colleges,
  report: ReportRemark,
): Membership {
  const label = row.get('college');
  const college = colleges.idOf(label);
  if (college === null && columns.has('college')) report(row.line, label === '' ? NO_COLLEGE : severalColleges(label));
  const [start, end] = [dateOf(row, 'joined', report), dateOf(row, 'left', report)];
  return { id: `${LIST_NETWORK}/${organisation}`, organisation, network: LIST_NETWORK, college, start, end };
}

const NO_COLLEGE = {
  rule: 'college-missing',
  severity: 'warning',
  field: 'college',
  fr: 'collège manquant',
  en: 'collège missing',
} as const;

/** A membership is of one collège: to take the first would be to choose. */
const severalColleges = (found: string): Remark => ({
  rule: 'college-several',
  severity: 'warning',
  field: 'college',
  found,
  fr: `deux collèges en un (${quoted(found)}), compté sans collège\u202f; n’écrivez que le sien`,
  br: `daou skolaj en unan (${quoted(found)}), kontet hep skolaj\u202f; na skrivit nemet e hini`,
  en: `two collèges in one ("${found}"), counted without one; write only its own`,
});

function dateOf(row: Row, field: 'joined' | 'left', report: ReportRemark): string | null {
  const found = row.get(field);
  if (found === '') return null;
  const date =
    readDate(found) ?? (/^\d{5}(?:[.,]\d+)?$/.test(found) ? readSerial(Number(found.replace(',', '.'))) : null);
  if (date !== null) return date.slice(0, 10);
  const proposal = readMonthFirst(found);
  report(row.line, {
    rule: 'date',
    severity: 'warning',
    field,
    found,
    ...(proposal === null ? {} : { expected: proposal, repair: { [field]: proposal } }),
    fr: `date illisible ${quoted(found)}${proposal ? ` (proposition\u202f: ${proposal})` : ''}, laissée vide\u202f; écrivez jour, mois, année\u202f: 12/03/2021`,
    br: `ne c’heller ket lenn an deiziad ${quoted(found)}${proposal ? ` (kinnig\u202f: ${proposal})` : ''}, lezet eo goullo\u202f; skrivit deiz, miz, bloaz\u202f: 12/03/2021`,
    en: `date "${found}" cannot be read${proposal ? ` (proposal: ${proposal})` : ''} and is left empty; write day, month, year: 12/03/2021`,
  });
  return null;
}
