import { CSV_HEADER, contextRows, csvRows, placeName } from '@ess-widgets/core/charts';
import { citation, figureSentence, type Stated, toCsv } from '@ess-widgets/core/format';
import { keptNames } from '@ess-widgets/core/indicators';
import { type Dataset, type Measure, resolveText, type Text } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { today } from '../clock.ts';
import { controlIcon } from '../control-icons.ts';
import { csvButton, fileName } from '../csv-button.ts';
import type { Content } from '../frame.ts';
import { Late } from '../late.ts';
import type { CardController } from './card-controller.ts';
import { embedded, scriptLine, snippet } from './embed.ts';
import type * as pictureCode from './picture.ts';
import type { Shown, ShownData } from './source-card.ts';

/** Text that was last taken from a card. The card shows it, so that it can be read, and copied by hand where copying failed. */
interface Taken {
  readonly label: MessageKey;
  /** Null where there is only something to say. */
  readonly text: string | null;
  /** Code that it is: the block of a widget, or the line that a site has once. */
  readonly code?: 'block' | 'script' | undefined;
}

const taken = new WeakMap<CardController, Taken>();
const loadPictures = () => import('./picture.ts');
const pictures = new WeakMap<CardController, Late<typeof pictureCode>>();

/** Forgets what was taken from a card. */
export const forget = (card: CardController): void => void taken.delete(card);

/** Renders the actions of a figure: copy it in a sentence, cite it, download it, put it on another page. */
export function actionsView(shown: Shown): TemplateResult {
  const { dataset, measure, m, card } = shown;
  const stated: Stated = { ...shown, manifest: dataset.manifest, limits: limitsOf(dataset, measure, m) };
  const sentence = figureSentence(stated, m.lang);
  const address = /^https?:$/.test(location.protocol) ? location.href : '';
  const button = (label: MessageKey, text: () => string): Content =>
    html`<button class="link" type="button" @click=${() => take(shown, text())}>${m.content(label)}</button>`;
  return html`<div class="doings" role="group" aria-label=${m.text('cardActions')}>
    ${sentence ? button('cardCopySentence', () => sentence) : nothing}
    ${button('cardCite', () => citation(stated, { address, day: today() }, m.lang))}
    ${csvButton(fileName(measure), () => csvOf(shown), m)}
    ${card.picture ? html`${pictureButton(shown, 'svg')}${pictureButton(shown, 'png')}` : nothing}
    ${embedButton(shown)}
  </div>${takenView(shown)}`;
}

/** Renders the one action of data: put their widget on another page. */
export const embedView = (shown: ShownData): TemplateResult =>
  html`<div class="doings">${embedButton(shown)}</div>${takenView(shown)}`;

/** Renders the button of the code for another page; none where the data have no address that another page could name. */
function embedButton(shown: ShownData): Content {
  const widget = embedded(shown);
  if (!widget.src) return nothing;
  return html`<button class="link" type="button" @click=${() => take(shown, snippet(widget), 'block')}>${shown.m.content('cardEmbed')}</button>`;
}

const pictureButton = (shown: Shown, kind: pictureCode.PictureKind): Content =>
  html`<button class="link" type="button" @click=${() => save(shown, kind)}
    >${controlIcon('download')}<span class="hidden">${shown.m.content('download')} </span>${kind.toUpperCase()}</button>`;

function takenView(shown: ShownData): Content {
  const { card, m } = shown;
  const last = taken.get(card);
  if (!last) return nothing;
  const { label, text, code } = last;
  if (text === null) return html`<p class="said">${m.content(label)}</p>`;
  return html`<label class="said">${m.content(label)}
    <textarea class=${code ? 'code' : nothing} readonly rows=${code ? 4 : 3} spellcheck="false" .value=${text}
      @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}></textarea></label>${
        code === 'block'
          ? html`<p class="once">${m.content('cardEmbedOnce')} <button class="link" type="button" @click=${() => take(shown, scriptLine(), 'script')}>${m.content('cardEmbedScript')}</button></p>`
          : nothing
      }`;
}

function show({ card, m }: ShownData, next: Taken): void {
  taken.set(card, next);
  card.host.requestUpdate();
  card.host.announce(m.text(next.label));
}

/** Copies a text. Where the browser refuses (no permission, a page without encryption) the text is shown and selected. */
async function take(shown: ShownData, text: string, code?: Taken['code']): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    show(shown, { label: 'cardCopied', text, code });
  } catch {
    show(shown, { label: 'cardCopyByHand', text, code });
    await shown.card.host.updateComplete;
    shown.card.host.renderRoot.querySelector<HTMLTextAreaElement>('.card textarea')?.focus();
  }
}

/** Downloads the chart. Success is only announced, since a visitor sees the download; any other outcome is shown too. */
async function save(shown: Shown, kind: pictureCode.PictureKind): Promise<void> {
  const { card, measure, m } = shown;
  const known = pictures.get(card) ?? new Late(card.host, 'the picture', loadPictures);
  pictures.set(card, known);
  const code = await known.want();
  if (!code) return;
  const file = await code.svgOf(shown);
  if (!file) return show(shown, { label: 'cardNoPicture', text: null });
  const { said, file: given } = await code.downloadPicture(file, fileName(measure), kind);
  if (said === 'cardGiven') card.host.announce(m.text(said, { file: given }));
  else show(shown, { label: said, text: null });
}

/** Returns the rows of a figure and its parts as CSV; for combined figures the rows of each, in the order of the screen. */
function csvOf({ dataset, measure, texts, m }: Shown): string {
  const labelOf = ({ indicator }: Measure): Text =>
    (measure.combines && measure.parts?.find(({ id }) => id === indicator)?.label) ?? texts.label;
  const rows = (measure.combines ?? [measure]).flatMap((each) => {
    // What a figure is kept to stands in its column as ids alone; its territory as well, but one file may hold several.
    const { indicator, where } = each;
    const kept = where ? limitsOf(dataset, { indicator, where }, m) : [];
    const own = csvRows(each, m.lang, [...kept, resolveText(labelOf(each), m.lang).text].join(' · '));
    return [...own, ...(measure.combines ? [] : contextRows({ measure: each, texts }, dataset, m.lang))];
  });
  return toCsv(CSV_HEADER, rows);
}

/** Returns the names of the values and of the territory that a measure is limited to, or their ids if the data set has none. */
export function limitsOf(
  dataset: Dataset,
  { indicator, territory, where }: Pick<Measure, 'indicator' | 'territory' | 'where'>,
  m: Localized,
): readonly string[] {
  const place = placeName(dataset, territory, m);
  const kept = keptNames(dataset, { indicator, where }).map(({ id, name }) =>
    name ? resolveText(name, m.lang).text : id,
  );
  return place ? [...kept, place] : kept;
}
