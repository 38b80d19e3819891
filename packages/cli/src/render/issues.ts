import { type Finding, resolveText } from '@ess-widgets/core/model';
import type { Context } from '../commands/command.ts';
import { readable } from '../dataset/address.ts';
import { say } from '../language.ts';

/** How many remarks are printed one by one. */
const DETAILED = 20;

/** What was wrong with the data, a line each; empty when there is nothing to say. */
export function issuesText(issues: readonly Finding[], { io, lang }: Context): string {
  const told = issues.filter(({ severity }) => severity !== 'info');
  const lines = told.slice(0, DETAILED).map(({ where, message }) => {
    const file = where.file ? `${readable(where.file, io.cwd)}: ` : '';
    const place = [where.collection, where.id].filter((each) => each !== undefined).join('/');
    return `${file}${place ? `${place}: ` : ''}${resolveText(message, lang).text}`;
  });
  const rest = told.length - lines.length;
  if (rest > 0) lines.push(say({ fr: `… et ${rest} autres remarques.`, en: `… and ${rest} more remarks.` }, lang));
  return lines.map((line) => `${line}\n`).join('');
}
