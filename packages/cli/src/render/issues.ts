import { type Finding, resolveText } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Context } from '../command.ts';
import { readable } from '../dataset/address.ts';
import { type Language, say } from '../language.ts';

/** Number of remarks that are printed one by one. */
const DETAILED = 100;

/** Returns the findings on the data, a line each; empty when there are none. */
export function issuesText(issues: readonly Finding[], { io, lang }: Context): string {
  return linesOf(
    issues.filter(({ severity }) => severity !== 'info'),
    io.cwd,
    lang,
  )
    .map((line) => `${line}\n`)
    .join('');
}

/** Returns the refusal that names all reasons why data cannot be read. */
export function issuesRefusal(issues: readonly Finding[], src: string, cwd: string): Refusal {
  const file = readable(src, cwd);
  return new Refusal({
    fr: [`${file} n’a pas la forme attendue.`, ...linesOf(issues, cwd, 'fr').map((line) => `  ${line}`)].join('\n'),
    en: [`${file} is not as expected.`, ...linesOf(issues, cwd, 'en').map((line) => `  ${line}`)].join('\n'),
  });
}

function linesOf(issues: readonly Finding[], cwd: string, lang: Language): readonly string[] {
  // One more is shown as well as said.
  const shown = issues.length === DETAILED + 1 ? issues : issues.slice(0, DETAILED);
  const lines = shown.map(({ where, message }) => {
    const file = where.file ? `${readable(where.file, cwd)}: ` : '';
    const place = [where.collection, where.id].filter((each) => each !== undefined).join('/');
    return `${file}${place ? `${place}: ` : ''}${resolveText(message, lang).text}`;
  });
  const rest = issues.length - lines.length;
  if (rest <= 0) return lines;
  return [...lines, say({ fr: `… et ${rest} autres remarques.`, en: `… and ${rest} more remarks.` }, lang)];
}
