/** What a visitor may take of a directory. Loaded when it is first asked for. */

import { toCsv } from '@ess-widgets/core/format/lean';
import { DIRECTORY_LAYERS, type DirectoryEntry, toGeoJson } from '@ess-widgets/core/geo';
import { latestPeriod } from '@ess-widgets/core/model';
import { css, html, nothing } from 'lit';
import { wearStyles } from '../../grid/late-styles.ts';
import type { Localized, MessageKey } from '../../messages/messages.ts';
import { cardTexts } from '../../messages/topics/card.ts';
import { directoryTableTexts } from '../../messages/topics/directory-table.ts';
import { type Categories, labelText, layerLabels } from '../directory/categories.ts';
import { precisionOf } from '../directory/rows-table.ts';
import { nameOf } from '../directory/texts.ts';
import type { Directory } from '../directory/types.ts';
import { download } from '../download.ts';
import type { EssElement } from '../element.ts';
import type { Content } from '../frame.ts';
import { OnDemand } from '../on-demand.ts';
import type * as mapCode from './map-picture.ts';
import type { PictureKind } from './picture.ts';

const styles = css`
  .actions:has(.files) {
    align-items: start;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    align-items: center;
  }
  .files .said {
    flex-basis: 100%;
    margin: 0;
  }
`;

const pictures = new WeakMap<EssElement, OnDemand<typeof mapCode>>();
/** What could not be given, and why: shown until something else is asked for. */
const failures = new WeakMap<EssElement, MessageKey>();

/** The files of a directory: its entries as a spreadsheet and as GeoJSON; of a map, what it shows as a picture too. */
export function filesView(host: EssElement, directory: Directory, m: Localized): Content {
  // Their texts are on the way, and bring the element here again.
  if (!m.has('cardGiven') || !m.has('dirPrecisionAddress')) {
    void Promise.all([cardTexts, directoryTableTexts].map((topic) => host.wantTexts(topic)));
    return nothing;
  }
  wearStyles(host, [styles]);
  const { categories, large } = directory;
  const name = fileName(host, directory, m);
  const button = (label: string, give: () => unknown): Content =>
    html`<button class="link" type="button" @click=${give}><span class="hidden">${m.content('download')} </span>${label}</button>`;
  type Write = (entries: readonly DirectoryEntry[]) => string;
  const give = async (end: string, write: Write, type: string): Promise<void> => {
    // Of a large directory, only what is on screen is at hand.
    const entries = (await large?.everything()) ?? directory.shown;
    download(`${name}.${end}`, write(entries), type);
    tell(host, m, 'cardGiven', `${name}.${end}`);
  };
  const draw = (kind: PictureKind) => (): Promise<void> => picture(host, directory, name, kind, m);
  const failure = failures.get(host);
  return html`<div class="files">
    ${button('CSV', () => give('csv', (entries) => entriesCsv(entries, categories, m), 'text/csv'))}
    ${button('GeoJSON', () => give('geojson', (entries) => entriesGeoJson(entries, categories, m), 'application/geo+json'))}
    ${host.renderRoot.querySelector('.map-box') ? html`${button('SVG', draw('svg'))}${button('PNG', draw('png'))}` : nothing}
    ${failure ? html`<p class="said">${m.content(failure)}</p>` : nothing}
  </div>`;
}

async function picture(
  host: EssElement,
  directory: Directory,
  name: string,
  kind: PictureKind,
  m: Localized,
): Promise<void> {
  const known = pictures.get(host) ?? new OnDemand(host, 'the picture', () => import('./map-picture.ts'));
  pictures.set(host, known);
  const code = await known.load();
  const file = code?.svgOfMap(host, directory, m);
  if (!code || !file) return tell(host, m, code ? 'cardNoMap' : 'cardNoPicture', name);
  const { said, file: given } = await code.givePicture(file, name, kind);
  tell(host, m, said, given);
}

/** What was asked for and came is said to those who do not see it come; the rest is shown too. */
function tell(host: EssElement, m: Localized, said: MessageKey, file: string): void {
  if (said === 'cardGiven') failures.delete(host);
  else failures.set(host, said);
  host.announce(m.text(said, { file }));
  host.requestUpdate();
}

/** "adherents-2024": what is listed, and when. */
function fileName(host: EssElement, { all, dataset }: Directory, m: Localized): string {
  const layers = new Set(all.map(({ layer }) => layer));
  const kinds = DIRECTORY_LAYERS.filter((layer) => layers.has(layer));
  const words = (kinds.length ? kinds : (['members'] as const)).map((layer) => m.text(layerLabels[layer]));
  return [...words, host.wishes().period ?? latestPeriod(dataset.manifest)]
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
}

/** What both files say of an entry, under the names that the spreadsheet source reads again. */
const columnsOf = (entry: DirectoryEntry, categories: Categories, m: Localized) => ({
  before: { nom: nameOf(entry, m), collège: labelText(categories.of(entry), m), commune: entry.place?.fr },
  after: {
    précision: precisionOf(entry, m),
    adhésion: entry.date,
    site: entry.links.find(({ kind }) => kind === 'site')?.url,
  },
});

/** The entries as a spreadsheet. */
export function entriesCsv(entries: readonly DirectoryEntry[], categories: Categories, m: Localized): string {
  const rows = entries.map((entry) => {
    const { before, after } = columnsOf(entry, categories, m);
    return [...Object.values(before), entry.position?.lat, entry.position?.lon, ...Object.values(after)];
  });
  return toCsv(['nom', 'collège', 'commune', 'latitude', 'longitude', 'précision', 'adhésion', 'site'], rows);
}

/** The entries for a program of maps: the same columns, and positions as such. */
export function entriesGeoJson(entries: readonly DirectoryEntry[], categories: Categories, m: Localized): string {
  return toGeoJson(
    entries.map((entry) => {
      const { before, after } = columnsOf(entry, categories, m);
      return { id: entry.id, position: entry.position, properties: { ...before, ...after } };
    }),
  );
}
