/** A filled workbook: its rows read into last year's records, and all that is wrong with it. */

import { collectionSchemas } from '@ess-widgets/core/model';
import type { Language } from '../language.ts';
import { say } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { type Answers, PARTS_SHEET, readAnswers } from './coverage.ts';
import { gridNamed, type ReadWorkbook } from './files.ts';
import { columnLetters, filledRows } from './grid.ts';
import { createRowReader, type Problem, type RowReader } from './rows.ts';
import { SHEETS, type Sheet } from './tables.ts';
import type { Draft } from './year-data.ts';

/** Result of reading a workbook. */
export interface FilledWorkbook {
  readonly reader: RowReader;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  /** Columns that no sheet has, by sheet. */
  readonly strange: ReadonlyMap<string, readonly string[]>;
}

/** Sheets in the order in which their records name each other: a body before its meetings. */
const readingOrder = (): readonly Sheet[] => {
  const names = Object.keys(collectionSchemas);
  const last = (sheet: Sheet): number =>
    sheet.collection === 'observations'
      ? names.length
      : FIRST.includes(sheet.collection)
        ? -1
        : names.indexOf(sheet.collection);
  return [...SHEETS].sort((a, b) => last(a) - last(b));
};

/** Collections that records of others name. */
const FIRST: readonly string[] = ['bodies', 'series', 'programmes', 'calls'];

/**
 * Reads the sheets of a workbook into a draft.
 * @param document id of the document that states them
 */
export function readFilled(workbook: ReadWorkbook, draft: Draft, document: string): FilledWorkbook {
  const reader = createRowReader(draft, document);
  const boxes = new Map<string, string>();
  const problems: Problem[] = [];
  const strange = new Map<string, readonly string[]>();
  for (const sheet of readingOrder()) {
    const grid = gridNamed(workbook, sheet.name);
    if (!grid) continue;
    const columns = sheet.columns(draft);
    const filled = filledRows(
      grid,
      columns.map(({ heading }) => heading),
    );
    const required = columns.filter((column) => column.required).map(({ heading }) => heading);
    const lost = filled.missing.filter((heading) => required.includes(heading));
    if (lost.length > 0 && filled.rows.length > 0) {
      problems.push({
        sheet: sheet.name,
        line: 1,
        said: {
          fr: `colonne introuvable\u202f: ${lost.join(', ')}. Remettez les titres des colonnes comme ils étaient`,
          en: `no such column: ${lost.join(', ')}. Put the headings back as they were`,
        },
      });
      continue;
    }
    if (filled.strange.length > 0) strange.set(sheet.name, filled.strange);
    boxes.set(sheet.name, filled.isComplete);
    reader.read(sheet, filled.rows);
  }
  reader.finish();
  const answers = readAnswers(boxes, gridNamed(workbook, PARTS_SHEET));
  return { reader, answers, problems: [...problems, ...reader.problems, ...answers.problems], strange };
}

/** Problems that are printed one by one. */
const DETAILED = 60;

/** Returns the refusal of a workbook: each problem with its sheet, its row and its column. Nothing is written. */
export function refusalOfRows(problems: readonly Problem[], given: string, draft: Draft): Refusal {
  const text = (lang: Language): string => {
    const lines = problems.slice(0, DETAILED).map((problem) => `  ${problemText(problem, lang, draft)}`);
    const rest = problems.length - lines.length;
    const more = rest > 0 ? [say({ fr: `  … et ${rest} de plus.`, en: `  … and ${rest} more.` }, lang)] : [];
    const n = problems.length;
    const head = say(
      {
        fr: `${given}\u202f: ${n} cellule${n > 1 ? 's' : ''} à corriger, rien n’est écrit.`,
        en: `${given}: ${n} cell${n > 1 ? 's' : ''} to correct, nothing is written.`,
      },
      lang,
    );
    return [head, ...lines, ...more].join('\n');
  };
  return new Refusal({ fr: text('fr'), en: text('en') });
}

function problemText({ sheet, line, heading, value, said }: Problem, lang: Language, draft: Draft): string {
  const columns = SHEETS.find(({ name }) => name === sheet)?.columns(draft) ?? [];
  const at = columns.findIndex((column) => column.heading === heading);
  const letter = at < 0 ? '' : ` (${columnLetters(at)}${line})`;
  const place = say(
    {
      fr: `${sheet}, ligne ${line}${heading ? `, colonne «\u202f${heading}\u202f»${letter}` : ''}`,
      en: `${sheet}, row ${line}${heading ? `, column “${heading}”${letter}` : ''}`,
    },
    lang,
  );
  const what = value === undefined ? '' : say({ fr: `«\u202f${value}\u202f»\u202f: `, en: `“${value}”: ` }, lang);
  return `${place}${lang === 'en' ? ': ' : '\u202f: '}${what}${say(said, lang)}.`;
}
