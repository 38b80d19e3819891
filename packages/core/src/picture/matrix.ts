import { type Dataset, type Participation, type ResolvedText, resolveText, type Text } from '../model/index.ts';
import { namesOf } from './record-values.ts';

/** A programme or an event that organisations take part in, or the smaller ones put together. */
export interface MatrixColumn {
  /** Null where it has several; undefined where the data have neither a name nor an id. */
  readonly name: ResolvedText | null | undefined;
  /** Number of the programmes and events in it. */
  readonly themes: number;
}

/** A programme or an event, and the participations of one organisation in it. */
export interface MatrixLink {
  /** Undefined where the data have neither a name nor an id. */
  readonly theme: ResolvedText | undefined;
  readonly roles: readonly string[];
}

/** An organisation, with what links it to each column. */
interface MatrixRow {
  readonly name: ResolvedText | undefined;
  /** Number of its participations. */
  readonly count: number;
  /** One a column; empty where nothing links them. */
  readonly cells: readonly (readonly MatrixLink[])[];
}

/** Participations as a table: a row an organisation, a column a programme or an event. */
export interface Matrix {
  /** Those of most participations first, then by name. */
  readonly columns: readonly MatrixColumn[];
  /** Those of most participations first, then by name. */
  readonly rows: readonly MatrixRow[];
  readonly organisations: number;
  readonly themes: number;
  readonly links: number;
}

/** Criteria of a matrix. */
export interface MatrixRequest {
  readonly lang: string;
  /** Whether the author asks for it: then two rows and two columns are enough. */
  readonly isAsked: boolean;
  /** Rows that are kept of the longer ones. */
  readonly limit: number;
}

/** Fewer organisations, or fewer themes, are read faster as a list. */
const LEAST = { rows: 8, columns: 3 };
/** Columns that can be read at once. */
const COLUMNS = 12;

/**
 * Returns the participations as a matrix. Null where they are of too few organisations, or of too few programmes and events.
 */
export function matrixOf(
  dataset: Dataset,
  participations: readonly Participation[],
  { lang, isAsked, limit }: MatrixRequest,
): Matrix | null {
  const organisations = sorted(participations, 'organisation', dataset, lang);
  const themes = sorted(participations, 'of', dataset, lang);
  const least = isAsked ? { rows: 2, columns: 2 } : LEAST;
  if (organisations.length < least.rows || themes.length < least.columns) return null;
  const own = themes.length > COLUMNS ? themes.slice(0, COLUMNS - 1) : themes;
  const placeOf = new Map(own.map(({ id }, at) => [id, at]));
  const columns: readonly MatrixColumn[] = [
    ...own.map(({ name }) => ({ name, themes: 1 })),
    ...(own.length < themes.length ? [{ name: null, themes: themes.length - own.length }] : []),
  ];
  const rows = organisations.slice(0, limit).map(({ name, all }): MatrixRow => {
    const cells = columns.map((): MatrixLink[] => []);
    for (const theme of themes) {
      const roles = all.flatMap(({ of, role }) => (of === theme.id ? role : []));
      if (roles.length) cells[placeOf.get(theme.id) ?? own.length]?.push({ theme: theme.name, roles });
    }
    return { name, count: all.length, cells };
  });
  return { columns, rows, organisations: organisations.length, themes: themes.length, links: participations.length };
}

interface Named {
  readonly id: string;
  readonly name: ResolvedText | undefined;
  readonly all: readonly Participation[];
}

/** Returns what a field names, that of most participations first, then by name. */
function sorted(
  participations: readonly Participation[],
  field: 'organisation' | 'of',
  dataset: Dataset,
  lang: string,
): readonly Named[] {
  const names = namesOf(dataset, field);
  const found = new Map<string, Participation[]>();
  for (const one of participations) {
    const own = found.get(one[field]);
    if (own) own.push(one);
    else found.set(one[field], [one]);
  }
  return [...found]
    .map(([id, all]): Named => ({ id, name: nameIn(names?.get(id), id, lang), all }))
    .sort((a, b) => b.all.length - a.all.length || (a.name?.text ?? '').localeCompare(b.name?.text ?? '', lang));
}

/** Returns the name of an id, else the id, as a table does. */
function nameIn(name: Text | undefined, id: string, lang: string): ResolvedText | undefined {
  const found = name && resolveText(name, lang);
  if (found?.text.trim()) return found;
  return id ? { text: id, lang } : undefined;
}
