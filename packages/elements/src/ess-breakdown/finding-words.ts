/** Titles that say what a chart shows, in words that read well with any label. */

import type { ChartFinding } from '@ess-widgets/core/charts';
import { shareText } from '@ess-widgets/core/charts';
import { capitalised, formatCount, formatQuantity, unitWord } from '@ess-widgets/core/format';
import { type IndicatorTexts, type Quantity, resolveText, type Text } from '@ess-widgets/core/model';
import type { Localized, MessageKey, Params } from '../texts/texts.ts';
import { PLURAL_COUNT } from '../views/breakdown-words.ts';

/**
 * Returns the title that a finding makes; null where the language has no words for it, or the data no label in that language. The
 * neutral title then stays.
 */
export function findingTitle(
  finding: ChartFinding | null,
  { label, unit }: Pick<IndicatorTexts, 'label' | 'unit'>,
  m: Localized,
): string | null {
  if (!finding) return null;
  const write = (key: MessageKey, params: Params): string | null => {
    // Words that fell back to French would stand among labels of another language.
    const words = m.content(key, params);
    return typeof words === 'string' ? capitalised(words) : null;
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
      return what && write('findingMaximum', { what, value: formatCount(finding.quantity, m.lang) });
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

type HalfKey = 'findingHalf' | 'findingNearHalf' | 'findingOverHalf';

/** Returns the words for a share of 45 to 55 %: half is what rounds to 50. */
function halfKey({ value = 0 }: Quantity): HalfKey {
  if (value < 49.5) return 'findingNearHalf';
  return value < 50.5 ? 'findingHalf' : 'findingOverHalf';
}

/** Returns the plural of a unit; null where it has no word, as a percent has none, or is not counted alone. */
const wordOf = (unit: string, m: Localized): string | null =>
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
