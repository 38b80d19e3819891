import type { Headers } from './headers.ts';
import { fromLambert } from './lambert.ts';
import type { Row } from './report.ts';
import type { ParsedRow } from './table.ts';

/** A point in degrees, WGS 84. */
export interface DegreePoint {
  readonly lat: number;
  readonly lon: number;
}

/** Coordinates as a row states them. */
export type Coordinates =
  | { readonly kind: 'none' }
  | { readonly kind: 'point'; readonly point: DegreePoint }
  /** One of the two is missing or is no number. */
  | { readonly kind: 'half'; readonly field: 'lat' | 'lon' | 'latlon'; readonly found: string }
  /** Cannot be; `swapped` is the reading that could. */
  | {
      readonly kind: 'impossible';
      readonly found: string;
      readonly why: 'swapped' | 'projected' | 'zero' | 'range';
      readonly swapped?: DegreePoint;
    };

/**
 * Returns the header without a "Position" or "Location" that says words, of which none has a figure: a place, a state.
 */
export function withoutWords(headers: Headers, rows: readonly ParsedRow[]): Headers {
  const column = headers.columns.get('latlon');
  if (column === undefined || rows.some(({ cells }) => /\d/.test(cells[column] ?? ''))) return headers;
  const columns = new Map([...headers.columns].filter(([field]) => field !== 'latlon'));
  return { ...headers, columns, ignored: [...headers.ignored, headers.texts[column] ?? ''] };
}

/** Degrees, with minutes and seconds or without, and a letter for the side of the globe at either end. */
const DEGREES =
  /^([nsewo])?\s*([-+]?\d+(?:\.\d*)?)\s*°?\s*(?:(\d+(?:\.\d*)?)\s*['’′]\s*(?:(\d+(?:\.\d*)?)\s*(?:["”″]|''|’’|′′)\s*)?)?([nsewo])?$/i;

/** More characters than any coordinate has, with a second and its decimals. */
const LONGEST = 60;

/**
 * Returns a coordinate as a decimal, or null: `48,39`, `48° 23′ 24″ N`, `4°29'10"O`, and metres in groups,
 * `6 840 000,2`.
 */
function degrees(text: string): number | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .replace(',', '.')
    .replace('−', '-')
    .replace(/(?<=^[-+]?\d[\d\s]*)\s(?=\d{3}(?!\d))/g, '')
    .trim();
  const [, before = '', whole = '', minutes = '0', seconds = '0', after = ''] = DEGREES.exec(plain) ?? [];
  if (whole === '' || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  return whole.startsWith('-') || /[swo]/i.test(before || after) ? -size : size;
}

/** Reads the coordinates of a row, from two columns or from one. */
export function readCoordinates(row: Row): Coordinates {
  const [lat, lon, both] = [row.get('lat'), row.get('lon'), row.get('latlon')];
  if (lat !== '' || lon !== '') return fromTwo(lat, lon);
  if (both === '') return { kind: 'none' };
  const pair = splitPair(both);
  return pair ? judge(pair, both) : { kind: 'half', field: 'latlon', found: both };
}

function fromTwo(lat: string, lon: string): Coordinates {
  const [y, x] = [degrees(lat), degrees(lon)];
  if (y === null) return { kind: 'half', field: 'lat', found: lat };
  if (x === null) return { kind: 'half', field: 'lon', found: lon };
  return judge({ lat: y, lon: x }, `${lat} ${lon}`);
}

/**
 * Returns the point of a pair in one cell: `47.76,7.32`, `47,76;7,32`, `47,76, 7,32`, `48° 23′ N 4° 29′ O`,
 * `POINT(7.32 47.76)`.
 */
function splitPair(text: string): DegreePoint | null {
  if (text.length > 3 * LONGEST) return null;
  const point = /^(?:SRID=\d+;)?POINT\s*\(\s*(\S+)\s+(\S+)\s*\)$/i.exec(text);
  const [first, second] = point ? [point[2] ?? '', point[1] ?? ''] : halves(text);
  const [lat, lon] = [degrees(first), degrees(second)];
  return lat === null || lon === null ? null : { lat, lon };
}

function halves(text: string): readonly [string, string] {
  const bare = text.replace(/[()[\]]/g, '').trim();
  for (const separator of [/(?<=[nsewo])[\s,;]+/i, /\s*;\s*/, /,\s+/, /\s+/, /,/]) {
    const [first = '', second = '', more] = bare.split(separator);
    if (second !== '' && more === undefined) return [first, second];
  }
  return ['', ''];
}

function judge(point: DegreePoint, found: string): Coordinates {
  const { lat, lon } = point;
  if (lat === 0 && lon === 0) return { kind: 'impossible', found, why: 'zero' };
  const swapped = { lat: lon, lon: lat };
  if (!inFrance(point) && inFrance(swapped)) return { kind: 'impossible', found, why: 'swapped', swapped };
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { kind: 'point', point };
  // Eastings and northings are too far from each other to be mistaken, whichever comes first.
  const metres = fromLambert(lon, lat) ?? fromLambert(lat, lon);
  if (metres) return { kind: 'point', point: metres };
  // Metres of another projection, a UTM zone: hundreds of thousands, then millions.
  return { kind: 'impossible', found, why: Math.abs(lat) > 10_000 && Math.abs(lon) > 10_000 ? 'projected' : 'range' };
}

/** Whether a point lies in the European part of France, with a margin. */
const inFrance = ({ lat, lon }: DegreePoint): boolean => lat >= 41 && lat <= 51.5 && lon >= -5.5 && lon <= 10;
