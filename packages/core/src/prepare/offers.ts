/** What data can show: widgets with their attributes, none of which would end empty. */
import { hasStill, lightStill } from '../charts/index.ts';
import { directoryOf } from '../directory/index.ts';
import { formatNumber, formatValue, periodInWords } from '../format/index.ts';
import { indicatorsOf } from '../indicators/index.ts';
import {
  comparePeriods,
  type Dataset,
  forAudience,
  type IndicatorTexts,
  isHidden,
  type Measure,
  type MeasuresDocument,
  records,
  resolveText,
} from '../model/index.ts';
import { computeAll } from './compute-all.ts';
import type { RefusalText } from './refusal.ts';

/** A widget that some data can show. */
interface Offer {
  /** Its name without `ess-`: `member-map`. */
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: RefusalText;
  /** What it would show: `26 adhérents situés`. */
  readonly says: RefusalText;
}

/** Offers that are shown at first; the others are asked for by name. */
export const OFFERS_FIRST = 12;

/** Parts and periods that a breakdown and a trend need at least. */
const [PARTS, PERIODS] = [2, 3];

const inBoth = (write: (lang: 'fr' | 'en') => string): RefusalText => ({ fr: write('fr'), en: write('en') });

/** Writes a count with the singular of both languages, whose plurals end in `s`. */
const counted = (n: number, fr: string, en: string): RefusalText => ({
  fr: `${formatNumber(n, 'fr')} ${n > 1 ? fr.replaceAll(/(?= |$)/g, 's') : fr}`,
  en: `${formatNumber(n, 'en')} ${n === 1 ? en : en.replace(/(?= |$)/, 's')}`,
});

/**
 * Returns what data can show to visitors: records first, then the figures of which most is known.
 * A map needs one placed member, list, agenda and counter one record, an indicator a value, a breakdown two parts and a
 * trend three periods.
 * @param today day of the clock, `YYYY-MM-DD`: an agenda depends on it
 */
export function offersOf(given: Dataset, today: string): readonly Offer[] {
  const { measures: written } = given;
  const dataset = forAudience({ ...given, measures: written ?? computeAll(given, indicatorsOf(given)) });
  const figures = figureOffers(dataset, dataset.measures ?? computeAll(dataset, []));
  return [...recordOffers(dataset), ...figures].filter(
    ({ widget, attributes }) => widget === 'report' || isShown(dataset, widget, attributes, today),
  );
}

/** Whether a widget has something to show, as its still says. What has no still is not offered. */
function isShown(dataset: Dataset, widget: string, attributes: Offer['attributes'], today: string): boolean {
  const tag = `ess-${widget}`;
  return hasStill(tag) && lightStill(dataset, { tag, attributes, lang: 'fr', today }) !== null;
}

function recordOffers(dataset: Dataset): readonly Offer[] {
  const members = directoryOf(dataset, { layers: ['members'] });
  const placed = members.filter(({ position }) => position !== null).length;
  const events = records(dataset, 'events').length;
  const offers: readonly (Offer | false)[] = [
    placed > 0 && {
      widget: 'member-map',
      attributes: {},
      title: { fr: 'La carte des adhérents', en: 'The map of members' },
      says: counted(placed, 'adhérent situé', 'member placed'),
    },
    members.length > 0 && {
      widget: 'member-list',
      attributes: {},
      title: { fr: 'La liste des adhérents', en: 'The list of members' },
      says: counted(members.length, 'adhérent', 'member'),
    },
    events > 0 && {
      widget: 'event-agenda',
      attributes: {},
      title: { fr: 'L’agenda', en: 'The agenda' },
      says: counted(events, 'événement', 'event'),
    },
    events > 0 && {
      widget: 'event-counter',
      attributes: {},
      title: { fr: 'Le nombre d’événements', en: 'The number of events' },
      says: counted(events, 'événement', 'event'),
    },
    dataset.manifest.report !== undefined && {
      widget: 'report',
      attributes: {},
      title: { fr: 'Le rapport de l’année', en: 'The report of the year' },
      says: { fr: 'textes, chiffres et graphiques', en: 'texts, figures and charts' },
    },
  ];
  return offers.flatMap((offer) => offer || []);
}

/**
 * Offers of the indicators: the value, one split and the periods of each, those first of which most is known; then their other
 * splits.
 */
function figureOffers(dataset: Dataset, { indicators, measures }: MeasuresDocument): readonly Offer[] {
  const shown = Object.entries(indicators).flatMap(([id, texts]) => {
    const own = measures.filter(
      ({ indicator, where, territory }) => indicator === id && where === undefined && territory === undefined,
    );
    return isHidden(dataset, id) || own.length === 0 ? [] : [{ id, own, ...offersOfFigure(id, texts, own) }];
  });
  const known = shown.sort((one, other) => other.own.length - one.own.length);
  return [...known.flatMap(({ first }) => first), ...known.flatMap(({ others }) => others)];
}

function offersOfFigure(
  indicator: string,
  { label, dimensions }: IndicatorTexts,
  own: readonly Measure[],
): { readonly first: readonly Offer[]; readonly others: readonly Offer[] } {
  const whole = own.filter(({ by, quantity }) => by === undefined && quantity !== null);
  const value = latest(whole);
  const title = (more?: RefusalText): RefusalText =>
    inBoth((lang) => `${resolveText(label, lang).text}${more ? ` – ${more[lang]}` : ''}`);
  const attributes = { indicator };
  const [split, ...others] = dimensions.flatMap(({ id, label: name }): readonly Offer[] => {
    const parts = latest(own.filter(({ by }) => by === id))?.parts?.filter(({ quantity }) => quantity !== null) ?? [];
    if (parts.length < PARTS) return [];
    const says = counted(parts.length, 'part', 'part');
    const by = inBoth((lang) => resolveText(name, lang).text.toLowerCase());
    return [{ widget: 'breakdown', attributes: { ...attributes, by: id }, title: title(by), says }];
  });
  const periods = new Set(whole.map(({ period }) => period)).size;
  const first: readonly (Offer | false | undefined)[] = [
    value && { widget: 'indicator', attributes, title: title(), says: inBoth((lang) => valueSaid(value, lang)) },
    split,
    periods >= PERIODS && {
      widget: 'trend',
      attributes,
      title: title({ fr: 'évolution', en: 'over time' }),
      says: counted(periods, 'période', 'period'),
    },
  ];
  return { first: first.flatMap((offer) => offer || []), others };
}

const latest = (measures: readonly Measure[]): Measure | undefined =>
  measures.reduce<Measure | undefined>(
    (found, each) => (found && comparePeriods(found.period, each.period) > 0 ? found : each),
    undefined,
  );

const valueSaid = (measure: Measure, lang: 'fr' | 'en'): string => {
  const { quantity, period } = measure;
  return `${quantity ? formatValue(quantity, measure, lang, { unit: 'long' }) : ''} (${periodInWords(period, lang)})`;
};
