/** The folders that the pages read: ours in `ess-dataset/1`, and beside it the same members as one array for the peers. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COLLEGES, NETWORK, NETWORKS } from '../network/memberships.ts';
import { range } from '../network/written.ts';
import { makeCalendar } from './calendar.ts';
import type { Member } from './members.ts';

/** Form of the members that our own page reads. */
export type DataForm = 'plain' | 'packed';

const LABEL = 'Données produites pour la mesure';
const YEAR = 2024;
const source = { document: 'mesure', section: '1', page: 1 } as const;

const write = (file: string, value: unknown): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
};

interface ManifestParts {
  readonly collections: Readonly<Record<string, readonly unknown[]>>;
  readonly periods: readonly string[];
  readonly updated: string;
  readonly basemap?: string | undefined;
}

function writeDataset(folder: string, { collections, periods, updated, basemap }: ManifestParts): void {
  const entries = Object.entries(collections);
  for (const [name, records] of entries) write(path.join(folder, `${name}.json`), records);
  const listed = entries.map(([name, { length }]) => {
    return [name, { href: `${name}.json`, count: length, hash: `${name}-${length}`, coverage: [{ complete: true }] }];
  });
  write(path.join(folder, 'manifest.json'), {
    format: 'ess-dataset/1',
    id: 'mesure',
    title: { fr: LABEL, en: 'Data generated for measuring' },
    publisher: { name: LABEL },
    licence: { name: 'CC0' },
    language: 'fr',
    updated,
    network: NETWORK,
    periods,
    documents: { mesure: { title: { fr: LABEL }, date: updated } },
    ...(basemap === undefined ? {} : { basemap }),
    collections: Object.fromEntries(listed),
  });
}

/**
 * Writes `manifest.json` with its collections, and `points.json` with the same members.
 * @param basemap address of the ground, from the folder
 */
export function writeMembers(folder: string, members: readonly Member[], basemap?: string): void {
  const organisations = members.map(({ id, name, town, lon, lat }) => {
    return { id, name, position: { lon, lat, precision: 'address' }, town, source };
  });
  const memberships = members.map(({ id, college }) => {
    return { id: `${id}/1`, organisation: id, network: NETWORK, college, start: '2020-01-01', source };
  });
  const collections = { organisations, memberships, networks: NETWORKS, colleges: COLLEGES };
  writeDataset(folder, { collections, periods: [String(YEAR)], updated: `${YEAR + 1}-03-05`, basemap });
  const points = members.map(({ id, name, town, lon, lat, college }) => ({ id, name, town, lon, lat, college }));
  write(path.join(folder, 'points.json'), points);
}

/** Writes the members as a spreadsheet exports them, without positions. */
export function writeList(file: string, members: readonly Member[]): void {
  const labels = new Map(COLLEGES.map(({ id, label }) => [id, label?.fr]));
  const lines = members.map(({ name, town, college }) => [name, town, labels.get(college)].join(';'));
  writeFileSync(file, `${['Structure;Commune;Collège', ...lines].join('\r\n')}\r\n`);
}

/** Packs a data set with our own command line, as a publisher does. @throws Error with what it says */
export function packFolder(folder: string, out: string): void {
  const root = path.resolve(import.meta.dirname, '../../../..');
  const args = ['run', '--silent', 'ess', '--', 'pack', folder, '--out', out];
  const { status, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the data set could not be packed: ${stderr}`);
}

/** Events to come that follow those that were held. */
const TO_COME = 6;

const DAY = 86_400_000;
const dayAfter = (from: Date, days: number): string => new Date(from.getTime() + days * DAY).toISOString().slice(0, 10);

/** Writes so many events held in the last forty days, and six to come; `list.json` is for the peers. */
export function writeEvents(folder: string, held: number, now: Date): void {
  const events = range(held + TO_COME).map((n) => ({
    id: `e${n}`,
    title: { fr: `Rencontre ${n + 1}` },
    date: dayAfter(now, n < held ? Math.floor((n * 39) / held) - 40 : n - held + 2),
    status: n < held ? 'held' : 'planned',
    series: 'rencontres',
    place: 'Rennes',
    source,
  }));
  const series = [{ id: 'rencontres', name: { fr: 'Rencontres' }, source }];
  const periods = [...new Set(events.map(({ date }) => date.slice(0, 4)))];
  writeDataset(folder, { collections: { events, series }, periods, updated: dayAfter(now, 0) });
  const list = events.map(({ id, title, date, place }) => ({ id, title: title.fr, date, place }));
  write(path.join(folder, 'list.json'), list);
}

/** Writes the calendar file of a year, half of which is over. */
export function writeCalendar(folder: string, events: number, now: Date): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'agenda.ics'), makeCalendar(events, new Date(now.getTime() - (365 / 2) * DAY)));
}

/** One bar: a collège and its members. */
export interface CollegeBar {
  readonly label: string;
  readonly value: number;
}

/** Writes the bars for the peers; ours reads the data set that they come from. */
export const writeBars = (folder: string, bars: readonly CollegeBar[]): void =>
  write(path.join(folder, 'bars.json'), bars);
