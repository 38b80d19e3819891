import { formatDate } from '@ess-widgets/core/format';
import { type Manifest, resolveText } from '@ess-widgets/core/model';
import { type Language, say } from '../language.ts';

/** Returns the title of a data set, and its date. */
export function titleText({ title, updated }: Pick<Manifest, 'title' | 'updated'>, lang: Language): string {
  const date = formatDate(updated, lang);
  const dated = say({ fr: `données du ${date}`, br: `roadennoù an ${date}`, en: `data of ${date}` }, lang);
  return `${resolveText(title, lang).text} (${dated})`;
}
