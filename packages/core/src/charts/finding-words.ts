/** Titles that say what a chart shows, in words that read well with any label. */

import {
  capitalised,
  elided,
  formatCount,
  formatFigureDate,
  formatMeasured,
  formatQuantity,
  type MessageParams,
  periodInWords,
  unitWord,
} from '../format/index.ts';
import { type IndicatorTexts, parsePeriod, type Quantity, resolveText, type Text } from '../model/index.ts';
import { type Figure, hasMixedUnits, shareText } from './figure.ts';
import type { ChartFinding } from './finding.ts';
import type { baseWords } from './words/base.fr.ts';
import type { chartsWords } from './words/charts.fr.ts';

type Key = keyof typeof chartsWords | keyof typeof baseWords;

/** Texts of a language that titles and subtitles are made of. */
export interface TitleWords {
  readonly lang: string;
  readonly text: (key: Key, params?: MessageParams) => string;
  /** The text in this language alone; null where it would be French. */
  readonly own: (key: Key, params?: MessageParams) => string | null;
}

/** Any number that takes the plural. */
export const PLURAL_COUNT = 100;

/**
 * Returns the title that a finding makes; null where the language has no words for it, or the data no label in that language. The
 * neutral title then stays.
 */
export function findingTitle(
  finding: ChartFinding | null,
  { label, unit }: Pick<IndicatorTexts, 'label' | 'unit'>,
  m: TitleWords,
): string | null {
  if (!finding) return null;
  const write = (key: Key, params: MessageParams): string | null => {
    // Words that fell back to French would stand among labels of another language.
    const words = m.own(key, params);
    return words === null ? null : capitalised(words);
  };
  const inLang = (text: Text, isName?: boolean): string | null => {
    const found = resolveText(text, m.lang);
    return isName || found.lang === m.lang ? found.text : null;
  };
  switch (finding.says) {
    case 'change': {
      const [what, word] = [inLang(label), wordOf(finding.to.unit, m)];
      const [from, to] = [formatQuantity(finding.from, m.lang), formatQuantity(finding.to, m.lang)];
      if (!what) return null;
      // "Les adhérents passent…": only a label that is the plural of its unit is sure to be one.
      return word && isUnit(what, word)
        ? write('findingChangeOf', { what, unit: word, from, to })
        : write('findingChange', { what, from, to });
    }
    case 'half':
    case 'share': {
      const what = inLang(finding.part, finding.isName);
      // A percent keeps the decimals that it has beside its bar; a share of a count is written in whole percents there too.
      const share = finding.isPercent ? formatQuantity(finding.share, m.lang) : shareText(finding.share, m);
      const word = wordOf(unit, m);
      if (!what) return null;
      if (!word) return write('findingPercent', { what, share });
      // A part of the new members is none of the members: only a label that is its unit names the whole.
      const whole = isUnit(resolveText(label, m.lang).text, word)
        ? m.text('findingAll', { unit: word })
        : m.text('findingTotal');
      const part = what.charAt(0).toLowerCase() + what.slice(1);
      const key = finding.says === 'half' ? halfKey(finding.share) : 'findingShare';
      return write(isPlural(what, m.lang) ? `${key}Of` : key, { what, part, whole, share });
    }
    case 'maximum': {
      const what = inLang(finding.part, finding.isName);
      return (
        what && write('findingMaximum', { what: quoted(what, m.lang), value: formatCount(finding.quantity, m.lang) })
      );
    }
    case 'rise':
    case 'fall': {
      const what = inLang(finding.part, finding.isName);
      const [from, to] = [formatQuantity(finding.from, m.lang), formatQuantity(finding.to, m.lang)];
      return what && write(finding.says === 'rise' ? 'findingRise' : 'findingFall', { what, from, to });
    }
    case 'ratio': {
      const { filled, of, unit: both } = finding.ratio;
      const what = finding.group ?? inLang(label);
      const count: Quantity = { value: both && m.lang !== 'fr' ? of : filled, op: '=', unit: both ?? 'ratio' };
      const word = both && unitWord(both, count.value ?? 0, m.lang);
      const [left, right] = m.lang === 'fr' ? [[filled, word], [of]] : [[filled], [of, word]];
      const join = (words: readonly (string | number | null | undefined)[]): string =>
        words.filter((each) => each !== null && each !== undefined).join('\u00a0');
      return what && write('findingRatio', { what, filled: join(left), of: join(right) });
    }
  }
}

/** Returns a name that has a sentence's signs of its own in quotes: the words after it would read as a part of it. */
const quoted = (name: string, lang: string): string =>
  !/[:,;]/.test(name) ? name : lang === 'en' ? `“${name}”` : `«\u202f${name}\u202f»`;

type HalfKey = 'findingHalf' | 'findingNearHalf' | 'findingOverHalf';

/** Returns the words for a share of 45 to 55 %: half is what rounds to 50. */
function halfKey({ value = 0 }: Quantity): HalfKey {
  if (value < 49.5) return 'findingNearHalf';
  return value < 50.5 ? 'findingHalf' : 'findingOverHalf';
}

/** Returns the plural of a unit; null where it has no word, as a percent has none, or is not counted alone. */
const wordOf = (unit: string, m: TitleWords): string | null =>
  unit === 'percent' || unit.includes('/') ? null : unitWord(unit, PLURAL_COUNT, m.lang);

/** Tells whether a label is the plural of its unit, as "Adhérents" is. */
const isUnit = (label: string, word: string): boolean => label.toLowerCase() === word.toLowerCase();

/** Words that end in "s" or "x" in the singular too. */
const SINGULAR =
  /^(accès|appui|avis|bois|choix|concours|corps|cours|croix|discours|français|palais|parcours|pays|poids|prix|processus|progrès|recours|repas|réseau|secours|succès|temps|tiers|travaux|univers|voix|access|business|class|process|progress)$/iu;

/**
 * Tells whether a label surely is a plural that takes an article: short, without a name, a number or a sign in it, and of which the
 * first word (French) or the last one (English) has the ending of a plural.
 */
function isPlural(label: string, lang: string): boolean {
  const words = label.split(' ');
  const noun = (lang === 'fr' ? words[0] : words[words.length - 1]) ?? '';
  return (
    label.length <= 28 &&
    /^\p{Lu}\p{Ll}+[\p{Ll} -]*(\p{Lu}{2,})?$/u.test(label) &&
    (lang === 'fr' ? /[\p{Ll}][sx]$/u : /\p{Ll}[^s\W]s$/u).test(noun) &&
    !SINGULAR.test(noun)
  );
}

/** What a subtitle says: the definition of the figure where its words do not, then the words of a key, or the date alone. */
interface PartsSaid {
  readonly isDefined: boolean;
  readonly key?: 'breakdownPercent' | 'breakdownPercentBoth' | 'breakdownCount' | 'breakdownCountAndShare';
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Returns what the subtitle of a figure in its parts says: "Nombre d’adhérents et part des 117, au 31 décembre 2024".
 * @param both whether the chart shows the values before too
 */
export function partsSaid(figure: Figure, m: TitleWords, both = false): PartsSaid {
  const { measure, texts, groups } = figure;
  const at = dateOf(figure, m);
  if (figure.isCounted) return { isDefined: !measure.combines, params: { at: capitalised(at) } };
  if (texts.unit === 'percent') {
    const before = periodInWords(figure.before, m.lang);
    return both && !groups
      ? { isDefined: true, key: 'breakdownPercentBoth', params: { at: formatMeasured(measure, m.lang), before } }
      : { isDefined: !measure.combines, key: 'breakdownPercent', params: { at } };
  }
  const unit = hasMixedUnits(figure) ? null : unitWord(partsUnit(figure), PLURAL_COUNT, m.lang);
  if (!unit) return { isDefined: true, params: { at: capitalised(at) } };
  const params = { unit, de: elided(unit), at };
  const { quantity, parts } = measure;
  if (!quantity || groups || !parts?.some(({ share }) => share))
    return { isDefined: false, key: 'breakdownCount', params };
  // Breton counts with the noun, French and English have said it already.
  const total = m.lang === 'br' ? formatCount(quantity, m.lang) : formatQuantity(quantity, m.lang);
  return { isDefined: false, key: 'breakdownCountAndShare', params: { ...params, total } };
}

function dateOf({ measure, texts, groups }: Figure, m: TitleWords): string {
  if (groups?.at) return groups.at;
  const period = formatFigureDate(measure, texts.kind, m.lang);
  if (texts.kind === 'stock' || measure.asOf !== undefined) return period;
  return measure.until === undefined && parsePeriod(measure.period)?.kind === 'year'
    ? m.text('inYear', { period })
    : period;
}

/** Returns the unit of the parts, which may be another one than the indicator's: organisations where it counts people. */
export const partsUnit = ({ measure, texts }: Figure): string =>
  measure.parts?.find(({ quantity }) => quantity)?.quantity?.unit ?? texts.unit;
