/**
 * The sheet « Textes »: texts of last year's report, which are published for the year once somebody has read them again.
 * Figures in them follow the period by themselves; what the sentences say of the year does not.
 */
import { personIn } from '../data/index.ts';
import type { RefusalText } from '../prepare/index.ts';
import { plainCell } from './cells.ts';
import { yesOrNo } from './coverage.ts';
import { filledRows, type Grid, type ReadGrid } from './grid.ts';
import { type CellProblem, PERSON_REMARKS } from './rows.ts';
import { type Fields, textAt, type YearData } from './year-data.ts';

/** Name of the sheet. */
export const TEXTS_SHEET = 'Textes';

const headingsOf = ({ before, year }: YearData) =>
  ({
    section: 'Section',
    title: 'Titre',
    was: `Texte de ${before}`,
    isRead: 'Relu\u202f?',
    now: `Texte de ${year}, s’il change`,
    id: 'Repère',
  }) as const;

/** Fields of a report that hold a text, and those that hold parts of it. */
const TEXTS = ['text', 'intro'] as const;
const PARTS = ['opening', 'chapters', 'sections'] as const;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Returns a report in which each text is what `change` makes of it, and left out where that is nothing.
 * @param change gets the text, the id of its place and the title there
 */
export function withTexts(
  part: Fields,
  change: (text: Fields, id: string, title: string) => Fields | undefined,
  id = 'opening',
): Fields {
  const at = textAt(part, 'id') || id;
  const entries = Object.entries(part).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (TEXTS.some((name) => name === key) && isFields(value)) {
      const text = change(value, at, textAt(part, 'title.fr'));
      return text ? [[key, text]] : [];
    }
    if (!PARTS.some((name) => name === key)) return [[key, value]];
    const inner = (each: unknown): unknown => (isFields(each) ? withTexts(each, change) : each);
    return [[key, Array.isArray(value) ? value.map(inner) : inner(value)]];
  });
  return Object.fromEntries(entries);
}

interface Place {
  readonly id: string;
  readonly title: string;
  readonly text: Fields;
}

function placesOf(report: Fields): readonly Place[] {
  const places: Place[] = [];
  withTexts(report, (text, id, title) => {
    places.push({ id, title, text });
    return text;
  });
  return places;
}

export const hasTexts = (report: Fields): boolean => placesOf(report).length > 0;

/** Returns the sheet, with no text read again; null where the report has none. */
export function textsGrid(report: Fields, data: YearData): Grid | null {
  const places = placesOf(report);
  if (places.length === 0) return null;
  const rows = places.map(({ id, title, text }) => [
    id === 'opening' ? 'Ouverture' : id,
    title,
    textAt(text, 'fr'),
    'non',
    '',
    id,
  ]);
  return {
    name: TEXTS_SHEET,
    rows: [Object.values(headingsOf(data)), ...rows],
    columns: [
      { width: 10, isShown: true },
      { width: 36, isShown: true },
      { width: 80, isShown: true },
      { width: 10, list: 'yes-no', isStrict: true },
      { width: 80 },
      { width: 12, isShown: true },
    ],
    head: 1,
  };
}

/** A text of last year that nobody has read again: the id of its place, and its line where it still has one. */
export interface UnreadText {
  readonly id: string;
  readonly line?: number;
}

/** Texts of a report as the sheet gives them. */
interface ReadTexts {
  /** By the id of their place. */
  readonly read: ReadonlyMap<string, Fields>;
  readonly unread: readonly UnreadText[];
  readonly problems: readonly CellProblem[];
}

/** Reads the sheet. A text that is written anew has been read; its translations are those of the former one. */
export function readTexts(grid: ReadGrid | undefined, report: Fields | null, data: YearData): ReadTexts {
  const read = new Map<string, Fields>();
  const unread: UnreadText[] = [];
  const problems: CellProblem[] = [];
  const headings = headingsOf(data);
  const places = new Map(report ? placesOf(report).map((place) => [place.id, place]) : []);
  const { rows, letters } = grid
    ? filledRows(grid, Object.values(headings))
    : { rows: [], letters: new Map<string, string>() };
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const cell = (name: keyof typeof headings): string => cells.get(headings[name])?.text.trim() ?? '';
    const problem = (name: keyof typeof headings, rule: string, said: RefusalText): CellProblem => ({
      rule,
      sheet: TEXTS_SHEET,
      line,
      heading: headings[name],
      column: letters.get(headings[name]),
      value: cell(name),
      said,
    });
    const place = places.get(plainCell(cell('id')));
    const answer = yesOrNo(plainCell(cell('isRead')));
    const person = personIn(cell('now'));
    if (!place || seen.has(place.id)) {
      if ([...cells.values()].some(({ text }) => plainCell(text) !== ''))
        problems.push(problem('id', 'row-id', NO_PLACE));
      continue;
    }
    seen.add(place.id);
    if (answer === null) problems.push(problem('isRead', 'answer', NO_ANSWER));
    else if (person) problems.push(problem('now', 'person-in-text', PERSON_REMARKS[person]));
    else if (cell('now') !== '') read.set(place.id, { fr: cell('now') });
    else if (answer) read.set(place.id, place.text);
    else unread.push({ id: place.id, line });
  }
  for (const { id } of places.values()) if (!seen.has(id)) unread.push({ id });
  return { read, unread, problems };
}

const NO_PLACE: RefusalText = {
  fr: 'ce repère n’est celui d’aucun texte du rapport, ou d’une autre ligne\u202f: remettez-le comme il était',
  en: 'this id is that of no text of the report, or of another row: put it back as it was',
};
const NO_ANSWER: RefusalText = { fr: 'attendu\u202f: oui ou non', en: 'expected: oui or non' };
