import { formatChange, formatCount, formatPeriod } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import type { CollectionDiff, DatedValue, DiffReport, IndicatorDiff, RecordName } from '../contract/diff-report.ts';
import { type Language, say } from '../language.ts';
import { align } from './align.ts';
import type { Paint } from './paint.ts';

/** Number of records of a collection that are printed one by one. */
const DETAILED = 20;

/** Returns the differences as text: records by collection, then indicators. */
export function diffText(report: DiffReport, lang: Language, paint: Paint): string {
  const { summary, collections, indicators } = report;
  const sides = `${summary.old.source} → ${summary.new.source}`;
  if (collections.length + indicators.length === 0) {
    return `${paint(sides, 'bold')}\n\n${say({ fr: 'Aucune différence.', en: 'No difference.' }, lang)}\n`;
  }
  const parts = [
    ...collections.map((each) => collectionText(each, lang, paint)),
    ...(indicators.length > 0 ? [indicatorsText(indicators, lang, paint)] : []),
  ];
  return [`${paint(sides, 'bold')}\n`, ...parts, `${totalText(summary, lang)}\n`].join('\n');
}

function collectionText({ collection, added, removed, changed }: CollectionDiff, lang: Language, paint: Paint): string {
  const counts = `+${added.length} −${removed.length} ~${changed.length}`;
  const name = ({ id, name: text }: RecordName): string => (text === undefined ? id : `${id}  ${text}`);
  const lines = [
    ...limited(added, lang, (each) => paint(`  + ${name(each)}`, 'green')),
    ...limited(removed, lang, (each) => paint(`  − ${name(each)}`, 'red')),
    ...limited(changed, lang, (each) =>
      [
        paint(`  ~ ${name(each)}`, 'yellow'),
        ...each.fields.map(
          ({ field, before, after }) => `      ${field}\u00a0: ${brief(before, lang)} → ${brief(after, lang)}`,
        ),
      ].join('\n'),
    ),
  ];
  return `${paint(collection, 'bold')}  ${counts}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function limited<T>(all: readonly T[], lang: Language, line: (each: T) => string): readonly string[] {
  const lines = all.slice(0, DETAILED).map(line);
  const rest = all.length - lines.length;
  if (rest === 0) return lines;
  return [...lines, `  … ${say({ fr: `et ${rest} de plus (--json)`, en: `and ${rest} more (--json)` }, lang)}`];
}

function brief(value: unknown, lang: Language): string {
  const text = value === undefined || value === null ? say({ fr: 'rien', en: 'nothing' }, lang) : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function indicatorsText(indicators: readonly IndicatorDiff[], lang: Language, paint: Paint): string {
  const value = ({ period, quantity }: DatedValue): string =>
    quantity
      ? `${formatCount(quantity, lang)} (${formatPeriod(period, lang)})`
      : say({ fr: 'inconnu', br: 'dianav', en: 'unknown' }, lang);
  const rows = indicators.map(({ indicator, label, before, after, change }) => [
    `  ${indicator}`,
    resolveText(label, lang).text,
    value(before),
    `→ ${value(after)}`,
    change ? formatChange(change, lang) : '',
  ]);
  return `${paint(say({ fr: 'indicateurs', en: 'indicators' }, lang), 'bold')}\n${align(rows)}`;
}

function totalText({ added, removed, changed, indicators }: DiffReport['summary'], lang: Language): string {
  return say(
    {
      fr: `Fiches\u202f: ${added} de plus, ${removed} de moins, ${changed} modifiée${changed > 1 ? 's' : ''}. Indicateurs modifiés\u202f: ${indicators}.`,
      en: `Records: ${added} more, ${removed} fewer, ${changed} changed. Indicators changed: ${indicators}.`,
    },
    lang,
  );
}
