/** Tables of services whose fields are known: each is under the title by which a header is recognised. */
import { tableOfRecords } from './of-records.ts';
import type { Table } from './table.ts';

export const EVENT_TITLES = {
  id: 'id',
  title: 'titre',
  start: 'date de debut',
  end: 'date de fin',
  place: 'lieu',
  address: 'adresse',
  town: 'commune',
  postcode: 'code postal',
  insee: 'code insee',
  lat: 'latitude',
  lon: 'longitude',
  status: 'statut',
  themes: 'themes',
  online: 'en ligne',
  url: 'lien',
} as const;

export const MEMBER_TITLES = {
  id: 'id',
  name: 'nom de la structure',
  address: 'adresse',
  town: 'commune',
  postcode: 'code postal',
  lat: 'latitude',
  lon: 'longitude',
  activities: 'activites',
  legalForm: 'forme juridique',
  siren: 'siret',
  description: 'description',
  site: 'site web',
  email: 'courriel',
  phone: 'telephone',
} as const;

/** Fields of an event, and of a member, as a service gives them. */
export type EventFields = { readonly [F in keyof typeof EVENT_TITLES]?: unknown };
export type MemberFields = { readonly [F in keyof typeof MEMBER_TITLES]?: unknown };

export const tableOfEvents = (records: readonly EventFields[]): Table => tableOfFields(records, EVENT_TITLES);
export const tableOfMembers = (records: readonly MemberFields[]): Table => tableOfFields(records, MEMBER_TITLES);

/** Returns a table of the fields that any record has: a column that nobody fills would be missed on every line. */
function tableOfFields(
  records: readonly Readonly<Record<string, unknown>>[],
  titles: Readonly<Record<string, string>>,
): Table {
  const isFilled = (key: string): boolean => records.some((record) => record[key] !== undefined && record[key] !== '');
  const columns = Object.entries(titles).filter(([key]) => /^(title|start|name)$/.test(key) || isFilled(key));
  return tableOfRecords(
    records,
    columns.map(([key, title]) => ({ key, title })),
  );
}
