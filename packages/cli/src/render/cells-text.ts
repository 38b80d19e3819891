/** Cells of a workbook that are wrong or doubtful, as sentences with their sheet, row and column. */
import { Refusal } from '@ess-widgets/core/prepare';
import type { CellProblem } from '@ess-widgets/core/workbook';
import { type Language, say } from '../language.ts';

/** Problems that are printed one by one. */
const DETAILED = 60;

/** Returns problems as lines, the first of them and the number of the others. */
export function problemLines(problems: readonly CellProblem[], lang: Language): readonly string[] {
  const lines = problems.slice(0, DETAILED).map((problem) => `  ${problemText(problem, lang)}`);
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, say({ fr: `  … et ${rest} de plus.`, en: `  … and ${rest} more.` }, lang)] : lines;
}

/** Returns the refusal of a workbook: each problem with its sheet, its row and its column. Nothing is written. */
export function refusalOfRows(problems: readonly CellProblem[], given: string): Refusal {
  const n = problems.length;
  const text = (lang: Language): string => {
    const head = say(
      {
        fr: `${given}\u202f: ${n} cellule${n > 1 ? 's' : ''} à corriger, rien n’est écrit.`,
        en: `${given}: ${n} cell${n > 1 ? 's' : ''} to correct, nothing is written.`,
      },
      lang,
    );
    return [head, ...problemLines(problems, lang)].join('\n');
  };
  return new Refusal({ fr: text('fr'), en: text('en') });
}

function problemText({ sheet, line, heading, column: letter, value, said }: CellProblem, lang: Language): string {
  const cell = letter === undefined ? '' : ` (${letter}${line ?? ''})`;
  const row = line === undefined ? '' : say({ fr: `, ligne ${line}`, en: `, row ${line}` }, lang);
  const column = heading
    ? say({ fr: `, colonne «\u202f${heading}\u202f»${cell}`, en: `, column “${heading}”${cell}` }, lang)
    : cell && say({ fr: `, colonne ${letter}`, en: `, column ${letter}` }, lang);
  const what = value === undefined ? '' : say({ fr: `«\u202f${value}\u202f»\u202f: `, en: `“${value}”: ` }, lang);
  return `${sheet}${row}${column}${lang === 'en' ? ': ' : '\u202f: '}${what}${say(said, lang)}.`;
}
