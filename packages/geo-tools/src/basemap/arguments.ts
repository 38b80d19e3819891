/** The options of `ess-geo basemap`. */
import type { Basemap } from '@ess-widgets/core/geo';
import { Refusal } from 'ess-widgets/internal';
import type { LonLatExtent } from '../geometry/rings.ts';
import { commandOptions, metresOf } from '../options.ts';
import { typographic } from '../records.ts';
import { regionCode } from '../regions.ts';

const OPTIONS = {
  region: { type: 'string' },
  country: { type: 'string' },
  from: { type: 'string', multiple: true },
  layer: { type: 'string' },
  about: { type: 'string' },
  land: { type: 'string' },
  towns: { type: 'string' },
  sea: { type: 'string', multiple: true },
  focus: { type: 'string' },
  detail: { type: 'string' },
} as const;

/** The options, read. */
export type Asked = ReturnType<typeof readBasemapArguments>;

/** Reads the options. @throws Refusal for those that cannot be meant */
export function readBasemapArguments(args: readonly string[]) {
  const {
    region,
    country,
    from,
    layer,
    about,
    land,
    towns,
    sea = [],
    focus,
    detail,
    attribution,
    out,
    json,
  } = commandOptions('basemap', OPTIONS, args);
  if (region === undefined && country === undefined && !from) throw WHICH;
  if (country !== undefined && (region !== undefined || from)) throw ALONE;
  return {
    region: region === undefined ? undefined : regionCode(region),
    country,
    from,
    layer,
    land,
    towns,
    attribution,
    out,
    about: (about ?? '').split(',').flatMap((each) => each.trim() || []),
    labels: sea.map(seaOf),
    focus: focus === undefined ? undefined : boxOf(focus),
    detail: detail === undefined ? undefined : metresOf(detail),
    json: json ?? false,
  };
}

function seaOf(text: string): Basemap['labels'][number] {
  const [, name = '', lon, lat] = /^(.+?)[,;]\s*(-?[\d.]+)\s*[,;]\s*(-?[\d.]+)$/u.exec(text.trim()) ?? [];
  const place = { lon: Number(lon), lat: Number(lat) };
  if (Math.abs(place.lon) <= 180 && Math.abs(place.lat) <= 90) {
    return { kind: 'sea', name: { fr: typographic(name.trim()) }, ...place };
  }
  throw new Refusal({
    fr: `--sea ${text} n’est pas un nom suivi de sa longitude et de sa latitude (attendu\u202f: --sea "Océan Indien,55.85,-20.95").`,
    en: `--sea ${text} is no name with its longitude and its latitude (expected: --sea "Indian Ocean,55.85,-20.95").`,
  });
}

function boxOf(text: string): LonLatExtent {
  const numbers = text.split(/[,;\s]+/u).map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const isBox =
    numbers.length === 4 && west >= -180 && west < east && east <= 180 && south >= -85 && south < north && north <= 85;
  if (isBox) return [west, south, east, north];
  throw new Refusal({
    fr: `--focus ${text} n’est pas un cadre (attendu\u202f: ouest, sud, est, nord, en degrés\u202f: --focus=-5.2,47.2,-1,48.9).`,
    en: `--focus ${text} is no box (expected: west, south, east, north, in degrees: --focus=-5.2,47.2,-1,48.9).`,
  });
}

const WHICH = new Refusal({
  fr: 'basemap\u202f: le fond de quel territoire\u202f? Par exemple\u202f: --region 974, --country CH, ou --from cantons.geojson',
  en: 'basemap: the ground of which territory? For example: --region 974, --country CH, or --from cantons.geojson',
});

const ALONE = new Refusal({
  fr: '--country est un contour entier\u202f: il va sans --region et sans --from. Pour ses provinces ou ses cantons, donnez leurs contours par --from.',
  en: '--country is a whole outline: it goes without --region and --from. For its provinces or cantons, give their outlines by --from.',
});
