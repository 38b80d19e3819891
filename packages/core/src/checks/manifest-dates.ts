import type { Finding } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { report } from './shared/finding.ts';

const id = 'manifest-dates';

/** Checks the dates of the manifest itself: they must be days that exist. */
function* heads({ dataset, index }: CheckContext): Generator<Finding> {
  const { updated, nextUpdate, documents } = dataset.manifest;
  const dated = Object.entries(documents).map(([name, { date }]) => [`documents.${name}.date`, date] as const);
  for (const [field, date] of [['updated', updated], ['nextUpdate', nextUpdate], ...dated] as const) {
    // The hour of a day does not matter here.
    if (date === undefined || index.span(date.replace(/T.*$/, ''))) continue;
    yield report({
      rule: id,
      severity: 'error',
      certainty: 'certain',
      where: { file: 'manifest.json', field },
      subject: { fr: 'manifeste', en: 'manifest' },
      found: date,
      expected: 'YYYY-MM-DD',
      what: {
        fr: `« ${field} » vaut « ${date} », qui n'est pas une date`,
        en: `"${field}" is "${date}", which is no date`,
      },
      todo: {
        fr: 'Écrivez une date qui existe, comme 2025-03-05.',
        en: 'Write a date that exists, such as 2025-03-05.',
      },
    });
  }
}

/** Finds a next update that is expected before the last one. */
function* order({ dataset, index }: CheckContext): Generator<Finding> {
  const { updated, nextUpdate } = dataset.manifest;
  const [last, next] = [updated, nextUpdate].map((date) => index.span(date?.replace(/T.*$/, '')));
  if (!last || !next || next.last >= last.first) return;
  yield report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: { file: 'manifest.json', field: 'nextUpdate' },
    subject: { fr: 'manifeste', en: 'manifest' },
    found: nextUpdate ?? '',
    expected: `≥ ${updated}`,
    what: {
      fr: `la prochaine mise à jour, ${nextUpdate ?? ''}, est avant la dernière, ${updated}`,
      en: `the next update, ${nextUpdate ?? ''}, is before the last one, ${updated}`,
    },
    todo: { fr: 'Corrigez l’une des deux dates.', en: 'Correct one of the two dates.' },
  });
}

/** Two years joined by a slash. Authors may mean a season; the format reads two civil years. */
const TWO_YEARS = /^(\d{4})\/(\d{4})$/;

/** Seasons written as two civil years: each year but the first and the last is in two of them, and counted twice. */
function* seasons({ dataset }: CheckContext): Generator<Finding> {
  const { periods } = dataset.manifest;
  for (const text of periods) {
    const [, start = '', end = ''] = TWO_YEARS.exec(text) ?? [];
    const before = periods.find((other) => TWO_YEARS.exec(other)?.[2] === start);
    if (before === undefined || before === text) continue;
    const ends = `${start}-07/${end}-06`;
    yield report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: { file: 'manifest.json', field: `periods.${periods.indexOf(text)}` },
      subject: { fr: 'manifeste', en: 'manifest' },
      found: text,
      expected: `${start}-SY`,
      what: {
        fr: `${before} et ${text} sont deux années civiles chacune, et ${start} est dans les deux`,
        en: `${before} and ${text} are two civil years each, and ${start} is in both`,
      },
      todo: {
        fr: `Une saison s’écrit ${start}-SY (de septembre à août), sinon par ses mois, comme ${ends}.`,
        en: `A season is written ${start}-SY (September to August), otherwise by its months, such as ${ends}.`,
      },
    });
  }
}

/** Dates of the manifest that are none, or say another time than is meant: all that is dated leans on them. */
export const manifestDates: Check = {
  id,
  label: { fr: 'Dates du manifeste', en: 'Dates of the manifest' },
  needs: [],
  run: (context) => [...heads(context), ...order(context), ...seasons(context)],
};
