/** The kinds of address that people may paste: each gives its data, or what to do, and none those of another product. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../address.ts';
import table from './services.json' with { type: 'json' };

interface Sample {
  readonly kind: string;
  readonly address: string;
  readonly wanted: 'data' | 'remedy';
}

const FILE = path.resolve(import.meta.dirname, '../../../../../../shared/samples/feed/addresses.json');
const samples: readonly Sample[] = JSON.parse(readFileSync(FILE, 'utf8'));
const buttons = new Map(table.services.map(({ id, button }) => [id, button.fr]));

/** Words of the kinds that are other names than that of the service which must know them. */
const SERVICES: readonly (readonly [kind: RegExp, service: string])[] = [
  [/^YesWiki/, 'yeswiki'],
  [/My Maps/, 'google-my-maps'],
  [/^Overpass turbo/, 'overpass-turbo'],
  [/^OSM requête/, 'overpass'],
  [/^uMap/, 'umap'],
  [/^Mobilizon/, 'mobilizon'],
  [/^Gancio/, 'gancio'],
  [/^Démosphère/, 'demosphere'],
  [/^Agenda du Libre/, 'agenda-du-libre'],
  [/^(?:Framagenda|Nextcloud dav)/, 'nextcloud-calendar'],
  [/^Google (?:ics )?public/, 'google-calendar'],
  [/^Google Sheet edit/, 'google-sheets-link'],
  [/^Google Sheet pubhtml/, 'google-sheets'],
  [/^Google Form/, 'google-forms'],
  [/^WP TEC/, 'tec'],
  [/^WP rest/, 'wordpress-posts'],
  [/^WP MEC/, 'mec'],
  [/^WP EventON/, 'event-page'],
  [/^SPIP ics/, 'spip-calendar'],
  [/^SPIP agenda/, 'spip'],
  [/^(?:Framacalc|Ethercalc)/, 'ethercalc'],
  [/^Framatableur/, 'nextcloud-file'],
  [/^(?:Excel Online|SharePoint)/, 'onedrive'],
  [/^data\.gouv dataset/, 'data-gouv'],
  [/^data\.gouv/, 'data-gouv-resource'],
  [/^(?:ODS|RNA)/, 'opendatasoft'],
  [/^(?:Transiscope|PDCN|Carteco)/, 'gogocarto'],
  [/^SIRENE/, 'annuaire-entreprises'],
  [/^Recherche ent/, 'recherche-entreprises'],
  [/^WP /, 'tec'],
];

/** Returns the service that must know a kind: by the list above, else by its name. */
const serviceOf = (kind: string): string =>
  SERVICES.find(([pattern]) => pattern.test(kind))?.[1] ??
  table.services.find(({ id }) => kind.toLowerCase().replaceAll(' ', '-').startsWith(id))?.id ??
  '';

describe('the kinds of address', () => {
  it('are ninety, forty-six of them with data', () => {
    expect([samples.length, samples.filter(({ wanted }) => wanted === 'data').length]).toEqual([90, 46]);
  });

  it.each(samples)('$kind: $wanted', ({ kind, address, wanted }) => {
    const { service = '', src, remedy, format } = readAddress(address) ?? {};
    expect(service).toBe(serviceOf(kind));
    expect(remedy?.fr).toContain(buttons.get(service));
    // The page of one event of unknown make is read for what it says of itself.
    const isOwnMarkup = format === 'jsonld' && src === address;
    expect(src === undefined || isOwnMarkup ? 'remedy' : 'data').toBe(wanted);
  });
});
