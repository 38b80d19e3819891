/** A page for each widget that is taken home: its address is shared, and shown as a card or as the widget itself where it is pasted. */
import { CARD_SIZE, CSV_HEADER, escapeXml, figureCsv, rivage, shareCard, stillKey } from '../charts/index.ts';
import { dateInWords, figureSentence, figureWords, formatCount, toCsv } from '../format/index.ts';
import { comparePeriods, type Dataset, type Measure, resolveText } from '../model/index.ts';
import { textBytes } from './bytes.ts';
import { FRAME_HEIGHTS } from './frame-heights.ts';
import { offersOf } from './offers.ts';

/** A widget, and the HTML of its page. */
interface PagedWidget {
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the pages are made of. */
interface PagesJob {
  readonly dataset: Dataset;
  readonly widgets: readonly PagedWidget[];
  readonly lang: 'fr' | 'en';
  readonly today: string;
  /** Address of the folder, with a slash at its end; null where nobody has said: then no page says its own. */
  readonly address: string | null;
  /** Writes a page of one widget. @param root way from the page to the folder */
  readonly pageOf: (
    widget: PagedWidget,
    page: { readonly title: string; readonly head: string; readonly root: string; readonly foot: string },
  ) => string;
}

/** Width of a frame, and the height of one whose widget has none of its own, px. */
const [FRAME_WIDTH, FRAME_HEIGHT] = [600, 600];

/** Returns the name of the page of a widget; null for one with too many attributes. */
const pageKey = ({ widget, attributes }: PagedWidget, lang: 'fr' | 'en'): string | null =>
  stillKey({ tag: `ess-${widget}`, attributes, lang });

/** Attributes that change what a widget counts. */
const NARROWING = ['territory', 'where', 'period', 'series', 'edition', 'section', 'collections', 'layers'];

interface PageWords {
  readonly subject: string;
  readonly value: string;
  readonly period: string;
  /** Title of a page: the sentence of its figure, else subject and value. */
  readonly title: string;
}

/** Returns the words of a card: its figure, else what an offer says of the widget as long as nothing narrows it. */
function wordsOf(job: Omit<PagesJob, 'pageOf' | 'address'>): (widget: PagedWidget) => PageWords {
  const { dataset, lang, today } = job;
  const { manifest } = dataset;
  const whole = resolveText(manifest.title, lang).text;
  const offers = offersOf(dataset, today);
  return ({ widget, attributes }) => {
    const offer = offers.find(
      (each) =>
        each.widget === widget &&
        ['indicator', 'by'].every((name) => (each.attributes[name] ?? '') === (attributes[name] ?? '')),
    );
    const subject = attributes['heading'] || offer?.title[lang] || whole;
    const [measure] = widget === 'indicator' ? measuresOf(dataset, attributes) : [];
    const texts = measure && dataset.measures?.indicators[measure.indicator];
    const isNarrowed = NARROWING.some((name) => attributes[name]);
    const said = isNarrowed ? undefined : offer?.says[lang];
    const words = (measure && texts && figureWords({ measure, texts }, lang)) ?? said ?? whole;
    const count = measure?.quantity ? formatCount(measure.quantity, lang) : '';
    // The number is read from afar, its day below it.
    const value = count && words.startsWith(`${count} `) ? count : words;
    const sentence = measure && texts ? figureSentence({ measure, texts, manifest }, lang) : null;
    // A sentence names no territory: a title that could be read as that of the whole is none.
    return {
      subject,
      value,
      period: words.slice(value.length).trim(),
      title: (!isNarrowed && sentence) || `${subject}\u202f: ${words}`,
    };
  };
}

/** Returns the measures of a figure, of its period or of all, the latest first. */
function measuresOf({ measures }: Dataset, attributes: PagedWidget['attributes']): readonly Measure[] {
  const own = measures?.measures.filter(
    (each) =>
      (each.by ? each.parts : each.quantity) &&
      (['indicator', 'by', 'where', 'territory'] as const).every(
        (name) => (each[name] ?? '') === (attributes[name] ?? ''),
      ) &&
      (!attributes['period'] || each.period === attributes['period']),
  );
  return own?.toSorted((one, other) => comparePeriods(other.period, one.period)) ?? [];
}

/** Widgets whose data are the rows of one figure. */
const FIGURES = ['indicator', 'breakdown', 'trend'];

/** Returns the rows of the figure that a widget shows, as its share bar gives them; null for a widget of records. */
function csvOf(dataset: Dataset, { widget, attributes }: PagedWidget, lang: string): string | null {
  const texts = dataset.measures?.indicators[attributes['indicator'] ?? ''];
  const measures = measuresOf(dataset, attributes);
  const shown = widget === 'trend' ? measures : measures.slice(0, 1);
  if (!texts || shown.length === 0 || !FIGURES.includes(widget) || (widget === 'breakdown' && !attributes['by']))
    return null;
  return toCsv(
    CSV_HEADER,
    shown.flatMap((measure) => figureCsv({ measure, texts }, dataset, lang)),
  );
}

/** Colours of the page around a widget, those of the widget itself: it stands on its own ground, light or dark as the visitor's system is. */
const pageColours = (column: 1 | 2): string =>
  rivage
    .flatMap((each) => (/^(?:surface|ink|accent)$/.test(each[0]) ? [`--${each[0]}:${each[column]}`] : []))
    .join(';');
const STYLE = `    <style>:root{color-scheme:light dark;${pageColours(1)}}@media screen and (prefers-color-scheme:dark){:root{${pageColours(2)}}}body{background:var(--surface);color:var(--ink)}main>p a{color:var(--accent)}</style>\n`;

const FOOT = { fr: 'Télécharger\u202f:', en: 'Download:' } as const;

/** The card of a widget: its picture, which a page draws as PNG, and what it says, in one sentence. */
export interface ShareCard {
  readonly svg: string;
  readonly title: string;
}

/** Returns the cards of widgets, by the names of their pages. */
export function shareCards(job: Omit<PagesJob, 'pageOf' | 'address'>): ReadonlyMap<string, ShareCard> {
  const { dataset, lang } = job;
  const { title, publisher, updated } = dataset.manifest;
  const words = wordsOf(job);
  const source = `${resolveText(title, lang).text}, ${dateInWords(updated, lang)}`;
  return new Map(
    job.widgets.flatMap((widget) => {
      const key = pageKey(widget, lang);
      if (key === null) return [];
      const { title: sentence, ...own } = words(widget);
      const svg = shareCard({ lang, ...own, source, publisher: publisher.name });
      return [[key, { svg, title: sentence }] as const];
    }),
  );
}

/** Returns the pages, their cards and what services ask of them, by their paths in the folder. */
export function figurePages(job: PagesJob): ReadonlyMap<string, Uint8Array> {
  const { dataset, lang, address, widgets, pageOf } = job;
  const words = wordsOf(job);
  const cards = shareCards(job);
  const files = new Map<string, string>();
  for (const widget of widgets) {
    const key = pageKey(widget, lang);
    if (key === null || files.has(`f/${key}/index.html`)) continue;
    const { title } = words(widget);
    const { name } = dataset.manifest.publisher;
    const own = address === null ? null : `${address}f/${key}/`;
    const csv = csvOf(dataset, widget, lang);
    const ways = [
      ...(csv === null ? [] : [['CSV', `${key}.csv`]]),
      ['SVG', `../../images/${key}.svg`],
      // Whoever draws it knows the address.
      ...(own === null ? [] : [['PNG', `../../images/${key}.png`]]),
    ].map(([name, href = '']) => `<a href="${escapeXml(href)}" download>${name}</a>`);
    const whole = escapeXml(resolveText(dataset.manifest.title, lang).text);
    const foot = `<p>${FOOT[lang]} ${ways.join(' · ')}</p>\n      <p><a href="../../">${whole}</a></p>`;
    const shared = own === null ? '' : headOf({ title, name, lang, own, image: `${address}images/${key}.png` });
    const shown = { ...widget, attributes: { theme: 'auto', ...widget.attributes } };
    files.set(`f/${key}/index.html`, pageOf(shown, { title, head: STYLE + shared, root: '../../', foot }));
    if (csv !== null) files.set(`f/${key}/${key}.csv`, csv);
    files.set(`images/${key}.svg`, cards.get(key)?.svg ?? '');
    if (own !== null && address !== null)
      files.set(
        `f/${key}/oembed.json`,
        `${JSON.stringify(oembedOf(widget, { title, name, lang, own, address }), null, 2)}\n`,
      );
  }
  return new Map([...files].map(([path, text]) => [path, textBytes(text)]));
}

interface HeadWords {
  readonly title: string;
  readonly name: string;
  readonly lang: 'fr' | 'en';
  readonly own: string;
  readonly image: string;
}

function headOf({ title, name, lang, own, image }: HeadWords): string {
  const meta = {
    'og:title': title,
    'og:type': 'article',
    'og:site_name': name,
    'og:locale': lang === 'fr' ? 'fr_FR' : 'en_GB',
    'og:url': own,
    'og:image': image,
    'og:image:width': String(CARD_SIZE.width),
    'og:image:height': String(CARD_SIZE.height),
    'og:image:alt': title,
  };
  const lines = Object.entries(meta).map(([key, value]) => `<meta property="${key}" content="${escapeXml(value)}" />`);
  return [
    ...lines,
    '<meta name="twitter:card" content="summary_large_image" />',
    `<link rel="canonical" href="${escapeXml(own)}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${escapeXml(own)}oembed.json" title="${escapeXml(title)}" />`,
  ]
    .map((line) => `    ${line}\n`)
    .join('');
}

/** Returns the answer of oEmbed: a link that reads well, and the frame. WordPress shows the first until the second is ready. */
function oembedOf(
  { widget, attributes }: PagedWidget,
  { title, name, lang, own, address }: Omit<HeadWords, 'image'> & { readonly address: string },
): object {
  const said = { widget, ...attributes, ...(lang === 'fr' ? {} : { lang }) };
  const frame = `${address}ess/atelier/embed.html?${new URLSearchParams(said)}`;
  const height = FRAME_HEIGHTS[widget] ?? FRAME_HEIGHT;
  const html = `<blockquote class="wp-embedded-content"><a href="${escapeXml(own)}">${escapeXml(title)}</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts allow-popups allow-downloads" security="restricted" title="${escapeXml(title)}" src="${escapeXml(frame)}" width="${FRAME_WIDTH}" height="${height}" loading="lazy"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: name,
    provider_url: address,
    width: FRAME_WIDTH,
    height,
    html,
    // A link that becomes a widget finds its frame here.
    frame,
  };
}
