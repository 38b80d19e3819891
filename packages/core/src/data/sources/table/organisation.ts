import type { Link, Organisation } from '../../../model/index.ts';
import { slug } from './normalise.ts';
import { readPhone } from './phone.ts';
import type { Place } from './place.ts';
import { quoted, type Remark, type ReportRemark, type Row } from './report.ts';
import { isDepartement } from './territories.ts';

/** Gives each organisation an id of its own: the column's, else its name, its town, a number. One that is taken is reported. */
export function createIds(report: ReportRemark): (row: Row) => string {
  /** Each id with its line. */
  const taken = new Map<string, number>();
  /** Number from which a name is tried: a list may have ten thousand of one name. */
  const numbers = new Map<string, number>();
  return (row) => {
    const name = slug(row.get('name')) || 'organisation';
    const candidates = [() => row.get('id'), () => name, () => `${name}-${slug(row.get('town'))}`];
    let id: string | undefined;
    for (const candidate of candidates) {
      const free = candidate();
      if (free === '' || free.endsWith('-') || taken.has(free)) continue;
      id = free;
      break;
    }
    for (let n = numbers.get(name) ?? 2; id === undefined; n++) {
      if (!taken.has(`${name}-${n}`)) id = `${name}-${n}`;
      numbers.set(name, n + 1);
    }
    const first = taken.get(row.get('id'));
    if (first !== undefined) report(row.line, idTaken(row.get('id'), first, id));
    taken.set(id, row.line);
    return id;
  };
}

const idTaken = (found: string, first: number, given: string): Remark => ({
  rule: 'duplicate-id',
  severity: 'warning',
  field: 'id',
  found,
  fr: `l’identifiant ${quoted(found)} est déjà pris ligne ${first}\u202f; cette ligne est gardée sous ${quoted(given)}`,
  br: `kemeret eo an anv-se ${quoted(found)} dija el linenn ${first}\u202f; dalc’het eo al linenn-mañ dindan ${quoted(given)}`,
  en: `the id "${found}" is already taken on line ${first}; this line is kept under "${given}"`,
});

/** Returns the organisation of a row. Never throws: a field that cannot be read is left out and reported. */
export function toOrganisation(row: Row, id: string, place: Place, report: ReportRemark): Organisation {
  const text = (field: 'kind' | 'legalForm' | 'description'): string | null => row.get(field) || null;
  return {
    id,
    name: row.get('name').replace(/\s+/g, ' '),
    aliases: cellValues(row.get('aliases')),
    kind: text('kind'),
    legalForm: text('legalForm'),
    siren: sirenOf(row, report),
    territories: territoriesOf(place),
    position: place.position,
    town: place.town || null,
    activities: cellValues(row.get('activities')),
    description: text('description'),
    links: linksOf(row, place, report),
  };
}

/** Returns the commune of a place, else the département that tells its town apart from another of that name. */
export function territoriesOf({ insee, elsewhere }: Place): string[] {
  if (insee !== null) return [`commune-${insee}`];
  return isDepartement(elsewhere) ? [`departement-${elsewhere}`] : [];
}

/** Splits a cell into its values: lines, semicolons, bars; commas only where they separate short words. */
export function cellValues(text: string): string[] {
  const parts = text.split(/[\n\r;|]+/);
  const whole = parts.length > 1 || /,.{40,}/.test(text) ? parts : text.split(/,/);
  return [...new Set(whole.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** Returns the repair of a number with other signs around its figures: "n° 123-456-782", "FR 12 123456782". */
function sirenRepair(found: string): Pick<Remark, 'repair'> {
  const figures = found.replace(/\D/g, '');
  const number = /^\s*FR/i.test(found) && figures.length === 11 ? figures.slice(2) : figures;
  return /^\d{9}(\d{5})?$/.test(number) && isChecked(number) ? { repair: { siren: number } } : {};
}

/** Whether the last figure of a number is the one that the others demand (Luhn): a slip of one figure never passes. */
function isChecked(number: string): boolean {
  const sum = [...number].reverse().reduce((total, figure, index) => {
    const value = Number(figure) * (1 + (index % 2));
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Returns nine figures; the first nine of a SIRET. */
function sirenOf(row: Row, report: ReportRemark): string | null {
  const found = row.get('siren');
  const figures = found.replace(/[\s.\u00a0\u202f]/g, '');
  if (figures === '') return null;
  if (/^\d{9}(\d{5})?$/.test(figures)) return figures.slice(0, 9);
  report(row.line, {
    rule: 'siren',
    severity: 'info',
    field: 'siren',
    found,
    ...sirenRepair(found),
    expected: '9 / 14',
    fr: `numéro SIREN ou SIRET illisible ${quoted(found)}, laissé de côté`,
    en: `SIREN or SIRET number "${found}" cannot be read and is left out`,
  });
  return null;
}

/** Words of a remark for the cell that a link was read from. */
const LINKS = {
  site: { fr: 'site web', en: 'website' },
  email: { fr: 'courriel', en: 'email' },
  phone: { fr: 'téléphone', en: 'telephone' },
} as const;

function linksOf(row: Row, { isAbroad }: Place, report: ReportRemark): Link[] {
  const phone = readPhone(row.get('phone'), isAbroad);
  const read = [
    { kind: 'site', url: siteAddress(row.get('site')) },
    { kind: 'email', url: emailOf(row.get('email')) },
    { kind: 'phone', url: phone && `tel:${phone}` },
  ] as const;
  return read.flatMap(({ kind, url }): readonly Link[] => {
    if (url !== null) return [{ kind, url }];
    const found = row.get(kind);
    // A dash says that there is none.
    if (/[\p{L}\d]/u.test(found)) {
      const { fr, en } = LINKS[kind];
      report(row.line, {
        rule: 'link',
        severity: 'info',
        field: kind,
        found,
        fr: `${fr} illisible ${quoted(found)}, laissé de côté`,
        en: `${en} "${found}" cannot be read and is left out`,
      });
    }
    return [];
  });
}

/** Returns the first address of a cell, which often lacks its `https://`. Any other scheme is refused. */
export function siteAddress(text: string): string | null {
  const [first = ''] = text.split(/[\s;,|]+/);
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  return /^https?:\/\/[^/\s:@]+\.[a-z]{2,}(:\d+)?([/?#]\S*)?$/i.test(address) ? address : null;
}

const OUTSIDE_EMAIL = /[\s"<>?&:;,()]/;

/** Returns the first address in a cell, whatever stands around it. */
function emailOf(text: string): string | null {
  const parts = text.split('@');
  for (let index = 0; index < parts.length - 1; index += 1) {
    // Each part is cut at the signs that no address has: a pattern over the whole cell would try again from each letter.
    const user = (parts[index] ?? '').split(OUTSIDE_EMAIL).at(-1);
    const [host = ''] = (parts[index + 1] ?? '').split(OUTSIDE_EMAIL, 1);
    const domain = user ? /^.+\.[a-z]{2,}/i.exec(host) : null;
    if (domain) return `mailto:${user}@${domain[0]}`;
  }
  return null;
}
