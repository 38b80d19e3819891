import { type Categories, entryName, layerLabels } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { type CsvCell, toCsv } from '@ess-widgets/core/format';
import { type Commune, type CommuneTable, toGeoJson } from '@ess-widgets/core/geo';
import { DIRECTORY_LAYERS, latestPeriod } from '@ess-widgets/core/model';
import { css, html, nothing } from 'lit';
import { addStyles } from '../../base/added-styles.ts';
import type { PictureKind } from '../../base/card/picture.ts';
import { communesOf } from '../../base/communes-of.ts';
import { download } from '../../base/download.ts';
import type { EssElement } from '../../base/element.ts';
import type { Content } from '../../base/frame.ts';
import { Late } from '../../base/late.ts';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import type { Directory } from '../types.ts';
import type * as mapCode from './map-picture.ts';
import { precisionOf } from './rows-table.ts';

type Entries = readonly DirectoryEntry[];

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

const pictures = new WeakMap<EssElement, Late<typeof mapCode>>();
/** Reasons why a file could not be made. They are shown until another file is asked for. */
const failures = new WeakMap<EssElement, MessageKey>();

/** Offers the files of a directory: its entries as a spreadsheet and as GeoJSON, and a map as a picture too. */
export function filesView(host: EssElement, directory: Directory, m: Localized): Content {
  // The texts are on their way, and render the element again when they come.
  if (!m.has('cardGiven')) {
    host.details.ask();
    return nothing;
  }
  addStyles(host, [styles]);
  const { categories, dataset, large } = directory;
  const name = fileName(host, directory, m);
  const button = (label: string, give: () => unknown): Content =>
    html`<button class="link" type="button" @click=${give}><span class="hidden">${m.content('download')} </span>${label}</button>`;
  type Write = (entries: Entries, table: CommuneTable | null) => string;
  const give = async (end: string, write: Write, type: string): Promise<void> => {
    // A large directory holds only the entries on screen.
    const entries = (await large?.everything()) ?? directory.shown;
    // A file without the table only lacks postal codes.
    const table = await communesOf(dataset).catch(() => null);
    download(`${name}.${end}`, write(entries, table), type);
    tell(host, m, 'cardGiven', `${name}.${end}`);
  };
  const draw = (kind: PictureKind) => (): Promise<void> => picture(host, directory, name, kind, m);
  const failure = failures.get(host);
  return html`<div class="files">
    ${button('CSV', () => give('csv', (entries, table) => entriesCsv(entries, { categories, table, m }), 'text/csv'))}
    ${button('GeoJSON', () => give('geojson', (entries, table) => entriesGeoJson(entries, { categories, table, m }), 'application/geo+json'))}
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
  const known = pictures.get(host) ?? new Late(host, 'the picture', () => import('./map-picture.ts'));
  pictures.set(host, known);
  const code = await known.want();
  if (!code) return;
  const file = code.svgOfMap(host, directory, m);
  if (!file) return tell(host, m, 'cardNoMap', name);
  const { said, file: given } = await code.downloadPicture(file, name, kind);
  tell(host, m, said, given);
}

/** Announces what became of a file. A visitor sees a download, but not that it failed, so a failure is shown too. */
function tell(host: EssElement, m: Localized, said: MessageKey, file: string): void {
  if (said === 'cardGiven') failures.delete(host);
  else failures.set(host, said);
  host.announce(m.text(said, { file }));
  host.requestUpdate();
}

/** Returns "adherents-2024": the layers and the period. */
function fileName(host: EssElement, { layers, dataset }: Directory, m: Localized): string {
  const kinds = DIRECTORY_LAYERS.filter((layer) => layers.has(layer));
  const words = (kinds.length ? kinds : (['members'] as const)).map((layer) => m.text(layerLabels[layer]));
  return [...words, host.requestedScope().period ?? latestPeriod(dataset.manifest)]
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
}

/** Tells whether there are entries of another layer than members. */
const isMixed = (entries: Entries): boolean => entries.some(({ layer }) => layer !== 'members');

/** Sources of the words in a file. */
interface Words {
  readonly categories: Categories;
  /** Communes of the data; null where they have none. */
  readonly table: CommuneTable | null;
  readonly m: Localized;
}

/** The name of a column, and its cell for an entry. */
type Column = readonly [name: string, of: (entry: DirectoryEntry) => CsvCell];

/**
 * Returns the columns of both files. Members stand under the names that the spreadsheet source reads again. Where there are
 * other layers, each entry names its own, and the columns of members alone (a collège, a membership) are empty for the others.
 */
function columnsOf(entries: Entries, { categories, table, m }: Words): readonly Column[] {
  const mixed = isMixed(entries);
  const member = (name: string, of: Column[1]): Column => [name, (e) => (e.layer === 'members' ? of(e) : null)];
  const other = (name: string, of: Column[1]): readonly Column[] =>
    mixed ? [[name, (e) => (e.layer === 'members' ? null : of(e))]] : [];
  const layer: Column = ['couche', (e) => m.text(layerLabels[e.layer])];
  return [
    ['nom', (e) => entryName(e, m)],
    ...(mixed ? [layer] : []),
    // A list that is read again has no collège of the name of none.
    member('collège', (e) => e.college && categories.labelOf(e, m)),
    member('activités', ({ activities }) => activities.join('; ') || null),
    member('code postal', (e) => postcodeOf(communeOf(e, table))),
    member('commune', (e) => e.place?.fr),
    member('code insee', insee),
    ...other('lieu', (e) => e.place?.fr),
    ...POSITION,
    ['précision', (e) => precisionOf(e, m)],
    member('adhésion', (e) => e.date),
    ...other('date', (e) => e.date),
    ...other('statut', ({ status }) => status && statusText(status, m)),
    ['site', ({ links }) => links.find(({ kind }) => kind === 'site')?.url],
  ];
}

/** Returns the code of the commune that an entry lies in. */
const insee = ({ lineage }: DirectoryEntry): string | undefined =>
  lineage.find((id) => id.startsWith('commune-'))?.replace('commune-', '');

function communeOf(entry: DirectoryEntry, table: CommuneTable | null): Commune | undefined {
  const code = insee(entry) ?? '';
  return table?.byInsee.get(code) ?? table?.formerByInsee.get(code);
}

/** Returns the postal code of a commune that has only one: of several, none is known to be that of an address in it. */
const postcodeOf = (commune: Commune | undefined): string | undefined =>
  commune?.postal.length === 1 ? commune.postal[0] : undefined;

/** Columns for a spreadsheet alone, because GeoJSON has a position as such. */
const POSITION: readonly Column[] = [
  ['latitude', ({ position }) => position?.lat],
  ['longitude', ({ position }) => position?.lon],
];

/** Returns the text of a status. A word that a source wrote has none, and stays as it is. */
function statusText(status: string, m: Localized): string {
  const key = `dirStatus${status.charAt(0).toUpperCase()}${status.slice(1)}` as MessageKey;
  return m.has(key) ? m.text(key) : status;
}

/** Writes the entries as a spreadsheet. */
export function entriesCsv(entries: Entries, words: Words): string {
  const columns = columnsOf(entries, words);
  const rows = entries.map((entry) => columns.map(([, of]) => of(entry)));
  return toCsv(
    columns.map(([name]) => name),
    rows,
  );
}

/** Writes the entries as GeoJSON, with the same columns but for the position. */
export function entriesGeoJson(entries: Entries, words: Words): string {
  const columns = columnsOf(entries, words).filter((column) => !POSITION.includes(column));
  return toGeoJson(
    entries.map((entry) => ({
      id: entry.id,
      position: entry.position,
      properties: Object.fromEntries(columns.map(([name, of]) => [name, of(entry)])),
    })),
  );
}
