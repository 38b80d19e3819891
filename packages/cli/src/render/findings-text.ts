import { remedyOf } from '@ess-widgets/core/doctor';
import { type Finding, resolveText } from '@ess-widgets/core/model';
import type { CheckReport } from '../contract/check-report.ts';
import { type CommandText, type Language, say } from '../language.ts';
import type { Paint, PaintStyle } from './paint.ts';

/** Number of findings of one gravity that are printed. */
const DETAILED = 100;

const GROUPS: readonly {
  readonly severity: Finding['severity'];
  readonly title: CommandText;
  readonly style: PaintStyle;
}[] = [
  { severity: 'error', title: { fr: 'Erreurs', en: 'Errors' }, style: 'red' },
  { severity: 'warning', title: { fr: 'À vérifier', en: 'To be checked' }, style: 'yellow' },
  { severity: 'info', title: { fr: 'À savoir', en: 'Good to know' }, style: 'cyan' },
];

const CERTAINTY: Readonly<Record<Finding['certainty'], CommandText>> = {
  certain: { fr: '', en: '' },
  likely: { fr: 'probable', en: 'likely' },
  possible: { fr: 'possible', en: 'possible' },
};

/** Returns findings as text: by gravity, each with its place, then their number. */
export function findingsText({ summary, findings }: CheckReport, title: string, lang: Language, paint: Paint): string {
  const groups = GROUPS.flatMap(({ severity, title: name, style }) => {
    const of = findings.filter((finding) => finding.severity === severity);
    if (of.length === 0) return [];
    const lines = of.slice(0, DETAILED).map((finding) => findingText(finding, lang, paint));
    const rest = of.length - lines.length;
    const more = say(
      { fr: `… et ${rest} de plus (--json les donne tous)`, en: `… and ${rest} more (--json lists all)` },
      lang,
    );
    return [
      `${paint(`${say(name, lang)} (${of.length})`, style)}\n${[...lines, ...(rest > 0 ? [`  ${more}\n`] : [])].join('')}`,
    ];
  });
  const read = say(
    {
      fr: `${counted(summary.collections, 'collection', lang)}, ${counted(summary.records, 'fiche', lang)}`,
      en: `${counted(summary.collections, 'collection', lang)}, ${counted(summary.records, 'record', lang)}`,
    },
    lang,
  );
  return [`${paint(title, 'bold')}\n${read}\n`, ...groups, `${totalText(summary, lang, paint)}\n`].join('\n');
}

function findingText({ rule, certainty, where, message }: Finding, lang: Language, paint: Paint): string {
  const file = where.file === undefined ? '' : `${where.file}${where.line === undefined ? '' : `:${where.line}`}`;
  const record = [where.collection, where.id].filter((each) => each !== undefined).join('/');
  const section = where.section === undefined ? '' : `§ ${where.section}`;
  const column = [where.column, where.field].filter(Boolean).join(' ');
  const place = [file, record, column, section].filter(Boolean).join('  ');
  const remedy = where.column === undefined ? undefined : remedyOf(rule);
  const tag = [rule, say(CERTAINTY[certainty], lang)].filter(Boolean).join(', ');
  const lines = resolveText(message, lang).text.split('\n');
  const said = [...lines, ...(remedy ? [`→ ${say(remedy, lang)}`] : [])];
  return `  ${place}${place ? '  ' : ''}${paint(`[${tag}]`, 'dim')}\n${said.map((line) => `    ${line}\n`).join('')}`;
}

/** Returns a number and its word, whose plural takes an s: none is plural in English, singular in French. */
const counted = (n: number, one: string, lang: Language, many = `${one}s`): string =>
  `${n} ${n > 1 || (n === 0 && lang === 'en') ? many : one}`;

function totalText({ findings, passed }: CheckReport['summary'], lang: Language, paint: Paint): string {
  const { error, warning, info } = findings;
  if (error + warning + info === 0)
    return paint(say({ fr: 'Rien à signaler.', en: 'Nothing to report.' }, lang), 'green');
  const count = (n: number, one: string, many: string): string => counted(n, one, lang, many);
  const text = say(
    {
      fr: `${count(error, 'erreur', 'erreurs')}, ${count(warning, 'point à vérifier', 'points à vérifier')}, ${count(info, 'remarque', 'remarques')}.`,
      en: `${count(error, 'error', 'errors')}, ${count(warning, 'point to check', 'points to check')}, ${count(info, 'remark', 'remarks')}.`,
    },
    lang,
  );
  return paint(text, passed ? 'green' : 'red');
}
