/** Coverage of a year: the boxes of the sheets, the parts of lists, and what last year declared. */
import { type CollectionName, type Coverage, parsePeriod, parseWhere } from '../model/index.ts';
import { plainCell } from './cells.ts';
import { choiceLabel } from './choices.ts';
import { filledRows, type Grid, type ReadGrid } from './grid.ts';
import { writePeriod } from './periods.ts';
import type { CellProblem } from './rows.ts';
import { type Sheet, valuesList } from './tables.ts';
import { shifted, type YearData } from './year-data.ts';

/** Name of the sheet of the parts. */
export const PARTS_SHEET = 'Listes complètes';

const HEADINGS = ['Feuille', 'Partie de la liste', 'Complète\u202f?', 'Repère'] as const;

/** A part of a list that may be declared complete for the year. */
interface Part {
  readonly sheet: Sheet;
  readonly coverage: Coverage;
  /** The declaration of last year that it goes on from. */
  readonly was: Coverage;
}

const FLOWS: Readonly<Record<string, string>> = {
  joined: 'les entrées',
  left: 'les sorties',
  stock: 'ceux qui sont là à la fin',
};

/** Whether a declaration of last year is about its last year, civil or school, or about the whole list. */
const isLatest = ({ period }: Coverage, { before }: YearData): boolean =>
  period === undefined || parsePeriod(period)?.last.startsWith(before) === true || period.startsWith(before);

/** Returns the parts that last year declared complete, for the year that follows; those of the boxes are left out. */
function partsOf(sheets: readonly Sheet[], data: YearData): readonly Part[] {
  return sheets.flatMap((sheet) => {
    const declared = data.manifest.collections[sheet.collection]?.coverage ?? [];
    return declared.flatMap((was): readonly Part[] => {
      if (!was.complete || !isLatest(was, data)) return [];
      const period = was.period === undefined ? data.year : shifted(was.period, data);
      const isBox = period === data.year && sheet.claims.includes(was.where ?? '');
      return isBox ? [] : [{ sheet, was, coverage: { ...was, period } }];
    });
  });
}

const partKey = ({ sheet, coverage }: Part): string =>
  [sheet.collection, coverage.period, coverage.where].filter(Boolean).join(' | ');

/** Returns the keys of the parts that last year declared complete. */
export const partKeys = (sheets: readonly Sheet[], data: YearData): ReadonlySet<string> =>
  new Set(partsOf(sheets, data).map((part) => plainCell(partKey(part))));

function partLabel({ coverage: { where, period } }: Part, data: YearData): string {
  const pairs = Object.entries(parseWhere(where)).map(([key, value]) =>
    key === 'flow' ? (FLOWS[value] ?? value) : choiceLabel(valuesList(key), value, data),
  );
  const when = period === data.year || period === undefined ? '' : ` (${writePeriod(period)})`;
  return `${pairs.join(', ') || 'toute la liste'}${when}`;
}

/** Returns the sheet of the parts, all of them unanswered; null where last year declared none. */
export function coverageGrid(sheets: readonly Sheet[], data: YearData): Grid | null {
  const parts = partsOf(sheets, data);
  if (parts.length === 0) return null;
  return {
    name: PARTS_SHEET,
    rows: [HEADINGS, ...parts.map((part) => [part.sheet.name, partLabel(part, data), 'non', partKey(part)])],
    columns: [
      { width: 26, isShown: true },
      { width: 60, isShown: true },
      { width: 14, list: 'yes-no', isStrict: true },
      { width: 50, isShown: true },
    ],
    head: 1,
  };
}

/** Answers of a workbook on what is complete. */
export interface Answers {
  /** Names of the sheets whose box says yes. */
  readonly sheets: ReadonlySet<string>;
  /** Keys of the parts that are complete. */
  readonly parts: ReadonlySet<string>;
  readonly problems: readonly CellProblem[];
}

/** Reads yes or no. @returns null for another word */
export const yesOrNo = (text: string): boolean | null =>
  /^(?:oui|yes|x|vrai|true)$/i.test(text) ? true : /^(?:non|no|faux|false|)$/i.test(text) ? false : null;

const NO_PART = {
  fr: 'ce repère n’est celui d’aucune partie\u202f: remettez-le comme il était',
  en: 'this id is that of no part: put it back as it was',
};
const NO_ANSWER = { fr: 'attendu\u202f: oui ou non', en: 'expected: oui or non' };

/** @param boxes the box of each sheet, by its name @param keys those of the parts that there are */
export function readAnswers(
  boxes: ReadonlyMap<string, string>,
  parts: ReadGrid | undefined,
  keys: ReadonlySet<string>,
): Answers {
  const problems: CellProblem[] = [];
  const sheets = new Set<string>();
  for (const [sheet, value] of boxes) {
    const answer = yesOrNo(value);
    if (answer === null)
      problems.push({ rule: 'answer', sheet, line: 1, heading: 'Liste complète', value, said: NO_ANSWER });
    if (answer) sheets.add(sheet);
  }
  const complete = new Set<string>();
  for (const { line, cells } of parts ? filledRows(parts, HEADINGS).rows : []) {
    const at = { sheet: PARTS_SHEET, line };
    const value = plainCell(cells.get(HEADINGS[2])?.text ?? '');
    const answer = yesOrNo(value);
    if (answer === null) problems.push({ ...at, rule: 'answer', heading: HEADINGS[2], value, said: NO_ANSWER });
    if (!answer) continue;
    const key = plainCell(cells.get(HEADINGS[3])?.text ?? '');
    if (keys.has(key)) complete.add(key);
    else problems.push({ ...at, rule: 'row-id', heading: HEADINGS[3], value: key, said: NO_PART });
  }
  return { sheets, parts: complete, problems };
}

/**
 * Returns the coverage of each collection: what last year declared, of its own year and no later day, and what the workbook
 * declares for the year. A list that nobody says is complete counts nothing that it lacks as nought.
 */
export function coverageOf(
  sheets: readonly Sheet[],
  data: YearData,
  answers: Answers,
): (name: CollectionName) => readonly Coverage[] {
  const claimed = partsOf(sheets, data).filter((part) => answers.parts.has(plainCell(partKey(part))));
  const goesOn = new Set(claimed.filter(({ was }) => was.period === undefined).map(({ was }) => was));
  const boxes = sheets.filter(({ name }) => answers.sheets.has(name));
  return (name) => {
    const declared = data.manifest.collections[name]?.coverage ?? [];
    const until = declared.map((was) => (goesOn.has(was) ? was : clipped(was, data)));
    const parts = claimed.filter(({ sheet, was }) => sheet.collection === name && !goesOn.has(was));
    const whole = boxes
      .filter(({ collection }) => collection === name)
      .flatMap(({ claims }) => claims)
      .map((where): Coverage => ({ period: data.year, ...(where ? { where } : {}), complete: true }));
    const all = [...until, ...parts.map(({ coverage }) => coverage), ...whole];
    return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  };
}

/** First day of a list without one: earlier than any record. */
const BEGINNING = '0001-01-01';

/**
 * Returns a declaration as far as the year before: of the days of the new year it knows some at most, and what it lacks there is
 * no nought.
 */
function clipped(was: Coverage, { manifest, before }: YearData): Coverage {
  const [updated, end] = [manifest.updated.slice(0, 10), `${before}-12-31`];
  const day = updated < end ? updated : end;
  const span = was.period === undefined ? undefined : parsePeriod(was.period);
  if (span && span.last <= day) return was;
  const first = span?.first ?? BEGINNING;
  return first > day ? { ...was, complete: false } : { ...was, period: `${first}/${day}` };
}
