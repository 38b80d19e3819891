import { type MeasuredFigure, panelUnit, type TrendPanel, type TrendSeries } from '@ess-widgets/core/charts';
import { capitalised, formatList, formatMeasured, periodInWords } from '@ess-widgets/core/format';
import { comparePeriods, parsePeriod, resolveText } from '@ess-widgets/core/model';
import type { Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { byWords } from '../views/breakdown-words.ts';

/** Content of a trend: the latest measure of each indicator, and their lines. */
export interface Trend {
  readonly figures: readonly MeasuredFigure[];
  /** All figures combined, for the source line. */
  readonly figure: MeasuredFigure;
  readonly series: readonly TrendSeries[];
  readonly panels: readonly TrendPanel[];
}

/** Largest number of names in a title. */
const NAMED = 3;

/** Renders the title: "Abonnés par canal", "Adhérents et nouvelles adhésions"; a general one for more indicators. */
export function trendTitle({ figures }: Trend, m: Localized): Content {
  const [first] = figures;
  if (!first || figures.length > NAMED) return m.content('trendTitle');
  if (figures.length > 1) {
    return formatList(
      figures.map(({ texts }, at) => (at ? uncapitalised : String)(resolveText(texts.label, m.lang).text)),
      m.lang,
    );
  }
  const dimension = first.texts.dimensions.find(({ id }) => id === first.measure.by);
  const label = domainText(first.texts.label, m);
  const [words, by] = [first.texts.label, dimension?.label].map(
    (text) => text && resolveText(text, m.lang).text.toLowerCase(),
  );
  return dimension && by && !words?.includes(by) ? byWords(label, domainText(dimension.label, m), m) : label;
}

/** Renders the subtitle: the unit, the first and the last period, and that the scale starts at zero. */
export function trendSubtitle({ panels }: Trend, m: Localized): Content {
  // The line ends where its last value does: on the day until which a period that is not over is measured.
  const periods = panels
    .flatMap((panel) => panel.periods.map(({ period, until = period }) => until))
    .sort(comparePeriods);
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (!first || !last || panels.every(({ form }) => form === 'single')) return '';
  const at = periodInWords(first === last ? first : `${first}/${last}`, m.lang);
  const [only, ...others] = panels;
  const unit = only && others.length === 0 ? panelUnit(only, m) : '';
  return unit ? m.content('trendIn', { unit, at }) : m.content('trendAt', { at: capitalised(at) });
}

/** Returns a text as it is written within a sentence; an abbreviation stays as it is. */
const uncapitalised = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll}|’)/u, (letter) => letter.toLowerCase());

/** Renders the note of a single known period: "Une seule année connue : 2024." */
export function onlyNote({ periods: [only] }: TrendPanel, m: Localized): Content {
  if (!only) return '';
  const isYear = only.until === undefined && parsePeriod(only.period)?.kind === 'year';
  return m.content(isYear ? 'trendOneYear' : 'trendOnePeriod', { period: formatMeasured(only, m.lang) });
}
