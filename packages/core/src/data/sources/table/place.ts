import type { CommuneLocator, Placement, Position, Territory, Town } from '../../../model/index.ts';
import { type Coordinates, type DegreePoint, readCoordinates } from './coordinates.ts';
import type { Headers } from './headers.ts';
import { normalise } from './normalise.ts';
import { quoted, type Remark, type ReportRemark, type Row } from './report.ts';

/** Location of a row's organisation, as far as it is known. */
export interface Place {
  readonly position: Position | null;
  readonly insee: string | null;
  /** Whether that code is one of another country: it does not begin with that of a département. */
  readonly isAbroad: boolean;
  /** Code of the département that it names where the commune table has none of its communes. */
  readonly elsewhere: string | null;
  /** Name of the town as the commune table has it, else as written. */
  readonly town: string;
  /** The territories that contain its commune, nearest first, as far as the commune table knows them. */
  readonly within: readonly Territory[];
}

/** Returns five figures: spreadsheets drop the zero in front of `01200`, and write a number in groups (`1 200`). */
const five = (code: string): string => (/^\d{4}$/.test(code) ? `0${code}` : code);

/** Returns a code as it stands there, without the spaces that group figures: `H2X 1Y4` keeps its own. */
const asWritten = (code: string): string => code.replace(/(?<=\d)\s(?=\d)/g, '').toUpperCase();

const isCode = (code: string): boolean => /^(\d{5}|2[AB]\d{3})$/.test(code);

/** A postal code and a town at the end of an address. */
const IN_ADDRESS = /(?:^|\s)(\d{5})\s+([^\d\s]\D*(?:\bcedex\s+\d{1,2})?)$/i;

/** Returns the town that a row states. */
export function townOf(row: Row): Town {
  // "12 rue des Forges, 29200 Brest", "29609 Brest Cedex 9" where towns have no column.
  const isTold = row.get('town') !== '' && row.get('postcode') !== '';
  const inAddress = isTold ? null : IN_ADDRESS.exec(row.get('address'));
  const written = row.get('town') || (inAddress?.[2] ?? '').trim();
  // "Moulins (03)" is told apart from its namesakes.
  const [, commune = written, bracketed = ''] = /^(.*\S)\s*\((\d{2}|2[ab]|97\d)\)$/i.exec(written) ?? [];
  const codes = { postcode: asWritten(row.get('postcode')), insee: asWritten(row.get('insee')) };
  const postcode = five(codes.postcode) || (inAddress?.[1] ?? '');
  const insee = five(codes.insee);
  const french = { ...(isCode(postcode) ? { postcode } : {}), ...(isCode(insee) ? { insee } : {}) };
  // The table decides: a lost zero in France, a code of its own elsewhere.
  const departement = row.get('departement') || bracketed;
  const others = (['postcode', 'insee'] as const).filter((field) => codes[field] && french[field] !== codes[field]);
  return {
    ...(commune ? { commune } : {}),
    ...french,
    ...(commune && departement ? { departement } : {}),
    ...(others.length > 0 ? { written: Object.fromEntries(others.map((field) => [field, codes[field]])) } : {}),
  };
}

/** Whether a file says at all where its members are. */
export const hasPlaceColumns = ({ columns }: Headers): boolean =>
  (['town', 'postcode', 'insee', 'address', 'lat', 'lon', 'latlon'] as const).some((field) => columns.has(field));

/** Whether the commune table is needed to place a row, or to know its commune. */
export function needsPlacer(row: Row): boolean {
  const town = townOf(row);
  return Object.keys(town).length > 0 && (town.insee === undefined || readCoordinates(row).kind !== 'point');
}

/** Places a row: at its coordinates, else at its town. What cannot be is never moved, only reported. */
export function placeRow(row: Row, headers: Headers, placer: CommuneLocator | null, report: ReportRemark): Place {
  const coordinates = readCoordinates(row);
  const town = townOf(row);
  const placement = placer && Object.keys(town).length > 0 ? placer(town) : null;
  const found = placement?.kind === 'found' ? placement : null;
  const isExact = coordinates.kind === 'point';
  reportCoordinates(row, coordinates, report);
  if (placer && placement && !found) reportTown(row, town, placement, isExact, placer, report);
  if (found?.position === null && !isExact) reportPointless(row, found.name, 'warning', report);
  const { written: _, ...french } = town;
  const isNowhere = coordinates.kind === 'none' && !placement && Object.keys(french).length === 0;
  // A file without any such column says it once, not on every line.
  if (isNowhere && hasPlaceColumns(headers)) reportNowhere(row, report);
  return {
    position: positionOf(coordinates, found?.position ?? null),
    insee: found?.insee ?? (placement?.abroad ? null : (town.insee ?? null)),
    isAbroad: placement?.abroad ?? false,
    elsewhere: (placement?.kind === 'unknown' && placement.elsewhere) || null,
    town: row.get('town') || (town.commune ?? found?.name ?? ''),
    within: found?.within ?? [],
  };
}

function positionOf(coordinates: Coordinates, ofTown: Position | null): Position | null {
  switch (coordinates.kind) {
    case 'point':
      return { ...coordinates.point, precision: 'address' };
    case 'impossible':
      return null;
    case 'half':
    case 'none':
      return ofTown;
  }
}

const MISSING = {
  lat: { fr: 'latitude manquante', en: 'latitude missing' },
  lon: { fr: 'longitude manquante', en: 'longitude missing' },
  latlon: { fr: 'coordonnées illisibles', en: 'coordinates that cannot be read' },
} as const;

const UNREADABLE = {
  lat: { fr: 'latitude illisible', en: 'latitude that cannot be read' },
  lon: { fr: 'longitude illisible', en: 'longitude that cannot be read' },
  latlon: MISSING.latlon,
} as const;

const IMPOSSIBLE = {
  swapped: { fr: 'latitude et longitude semblent inversées', en: 'latitude and longitude look swapped' },
  projected: {
    fr: 'coordonnées en mètres, mais pas en Lambert\u00a093',
    en: 'coordinates in metres that are not those of Lambert 93',
  },
  zero: { fr: 'coordonnées 0, 0', en: 'coordinates 0, 0' },
  range: { fr: 'coordonnées hors du globe', en: 'coordinates off the globe' },
} as const;

/** Returns the cells of coordinates that stand in each other's place: two cells as they are written, or one. */
const swapOf = (row: Row, { lat, lon }: DegreePoint): NonNullable<Remark['repair']> =>
  row.get('lat') === '' ? { latlon: `${lat}, ${lon}` } : { lat: row.get('lon'), lon: row.get('lat') };

function reportCoordinates(row: Row, coordinates: Coordinates, report: ReportRemark): void {
  if (coordinates.kind === 'half') {
    const { field, found } = coordinates;
    const { fr, en } = (found === '' ? MISSING : UNREADABLE)[field];
    const detail = found === '' ? { fr, en } : { fr: `${fr}\u202f: ${quoted(found)}`, en: `${en}: "${found}"` };
    report(row.line, { rule: 'coordinates', severity: 'warning', field, found, ...detail });
  }
  if (coordinates.kind !== 'impossible') return;
  const { found, why, swapped } = coordinates;
  const proposal = swapped ? `${swapped.lat}, ${swapped.lon}` : undefined;
  const expected = why === 'projected' ? 'WGS 84' : proposal;
  const isSaid = why === 'range' || why === 'projected';
  const { fr, en } = IMPOSSIBLE[why];
  report(row.line, {
    rule: 'coordinates',
    severity: 'warning',
    certainty: why === 'swapped' ? 'likely' : 'certain',
    field: row.get('latlon') === '' || row.get('lat') !== '' ? 'lat' : 'latlon',
    found,
    ...(expected === undefined ? {} : { expected }),
    ...(swapped ? { repair: swapOf(row, swapped) } : {}),
    fr: `${fr}${isSaid ? `\u202f: ${quoted(found)}` : ''}, gardé sans position${proposal ? ` (proposition\u202f: latitude ${swapped?.lat}, longitude ${swapped?.lon})` : ''}`,
    en: `${en}${isSaid ? `: "${found}"` : ''}, kept without a position${proposal ? ` (proposal: latitude ${swapped?.lat}, longitude ${swapped?.lon})` : ''}`,
  });
}

/** Returns the repair of a town's name, where the proposed one leads to a commune with the codes of its row. */
function townRepair(town: Town, suggestion: string, placer: CommuneLocator): Pick<Remark, 'repair'> {
  const commune = suggestion.replace(/ \([^()]*\)$/, '');
  // Slips are rarely in the first letter: "Nantes" is no "Santec" of a table that does not know Nantes. Long names are
  // alike by chance more rarely.
  const isAlike = commune.length > 7 || normalise(commune)[0] === normalise(town.commune ?? '')[0];
  return isAlike && placer({ ...town, commune }).kind === 'found' ? { repair: { town: commune } } : {};
}

function reportTown(
  row: Row,
  town: Town,
  placement: Placement,
  isExact: boolean,
  placer: CommuneLocator,
  report: ReportRemark,
): void {
  const { insee, postcode, commune, departement } = { ...town, ...town.written };
  const code = insee ?? postcode;
  const aside = code === undefined && departement !== undefined ? `(${departement})` : undefined;
  const found = [code, commune, aside].filter((part) => part !== undefined).join(' ');
  const severity = isExact ? 'info' : 'warning';
  const field = commune === undefined ? (insee === undefined ? 'postcode' : 'insee') : 'town';
  if (placement.kind === 'ambiguous') {
    const candidates = placement.candidates.join(', ');
    const fr = `plusieurs communes possibles pour ${quoted(found)}\u202f: ${candidates}`;
    const en = `several communes may be "${found}": ${candidates}`;
    report(row.line, { rule: 'town-ambiguous', severity, field, found, expected: candidates, fr, en });
  }
  if (placement.kind !== 'unknown') return;
  const { suggestion, elsewhere } = placement;
  // A table of one region knows no town of another: that is no mistake of the file.
  if (elsewhere !== undefined) {
    if (!isExact) reportPointless(row, found, 'info', report);
    return;
  }
  report(row.line, {
    rule: 'town-unknown',
    severity,
    field,
    found,
    ...(suggestion === undefined ? {} : { expected: suggestion, ...townRepair(town, suggestion, placer) }),
    fr: `commune inconnue ${quoted(found)}${suggestion ? ` (peut-être ${suggestion})` : ''}`,
    en: `unknown commune "${found}"${suggestion ? ` (perhaps ${suggestion})` : ''}`,
  });
}

function reportNowhere(row: Row, report: ReportRemark): void {
  const fr = 'ni commune ni coordonnées, gardé sans position';
  const en = 'neither a commune nor coordinates, kept without a position';
  report(row.line, { rule: 'place-missing', severity: 'warning', fr, en });
}

function reportPointless(row: Row, found: string, severity: 'warning' | 'info', report: ReportRemark): void {
  report(row.line, {
    rule: 'town-position',
    severity,
    found,
    fr: `la table des communes n’a pas de position pour ${quoted(found)}, gardé sans position`,
    br: `n’eus lec’hiadur ebet evit ${quoted(found)} e taolenn ar c’humunioù, miret eo hep lec’hiadur`,
    en: `the commune table has no position for "${found}", kept without a position`,
  });
}
