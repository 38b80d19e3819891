import { type Categories, entryName, layerLabels } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import type { CsvCell } from '@ess-widgets/core/format';
import { type Commune, type CommuneTable, toGeoJson } from '@ess-widgets/core/geo';
import { communesOf } from '../../base/communes-of.ts';
import { download } from '../../base/download.ts';
import type { EssElement } from '../../base/element.ts';
import type { DataRows } from '../../base/share/share-bar.ts';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { fileName } from '../file-name.ts';
import type { Directory } from '../types.ts';
import { precisionOf } from './rows-table.ts';

type Entries = readonly DirectoryEntry[];

/** Files of a directory: its entries as rows and as GeoJSON. */
interface DirectoryFiles {
  readonly rows: () => Promise<DataRows>;
  readonly geoJson: () => Promise<void>;
}

/** Returns the files of a directory, written when they are asked for. */
export function filesOf(host: EssElement, directory: Directory, m: Localized): DirectoryFiles {
  const { categories, dataset, large } = directory;
  const read = async (): Promise<readonly [Entries, Words]> => {
    // A large directory holds only the entries on screen.
    const entries = (await large?.everything()) ?? directory.shown;
    // A file without the table only lacks postal codes.
    const table = await communesOf(dataset).catch(() => null);
    return [entries, { categories, table, m }];
  };
  return {
    rows: async () => entriesRows(...(await read())),
    geoJson: async () => {
      const file = `${fileName(host.requestedScope(), directory, m)}.geojson`;
      download(file, entriesGeoJson(...(await read())), 'application/geo+json');
      host.announce(m.text('cardGiven', { file }));
    },
  };
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

/** Returns the entries as rows. */
export function entriesRows(entries: Entries, words: Words): DataRows {
  const columns = columnsOf(entries, words);
  return { header: columns.map(([name]) => name), rows: entries.map((entry) => columns.map(([, of]) => of(entry))) };
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
