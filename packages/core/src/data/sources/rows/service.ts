/** A service that has tables: its answers, and the choice among several. */
import { EssError, type Remedy } from '../../../errors.ts';
import type { Finding } from '../../../model/index.ts';
import type { SourceContext } from '../source.ts';
import type { ListKind } from '../table/headers.ts';
import { normalise } from '../table/normalise.ts';
import type { Table } from '../table/table.ts';

/** A table as a service gives it. */
export interface ServiceTable {
  readonly table: Table;
  readonly title?: string | undefined;
  readonly issues?: readonly Finding[];
  /** The kind of its lines, where these tell it better than the titles of their columns. */
  readonly kind?: ListKind | undefined;
  /** Whether nobody says that it is a list of members or events; true where it is not given. */
  readonly isUnnamed?: boolean;
}

/** A request to a service, and what reads further addresses of it. */
export interface ServiceRequest {
  readonly src: string;
  /** The table that the author chose: `#table=`. */
  readonly chosen: string | undefined;
  /**
   * Reads JSON of an address relative to `src`.
   * @param missing what is said where `src` is a file, beside which nothing is asked
   * @throws EssError `config` with it
   */
  readonly read: (href: string, missing?: Remedy & { readonly en: string }) => Promise<unknown>;
  /** Records that are joined, as {@link SourceContext.maxRecords}. */
  readonly maxRecords: SourceContext['maxRecords'];
}

/** A table among several: the id that its service gives it, and its name. */
interface Choice {
  readonly id: string;
  readonly name: string;
}

/**
 * Returns the table that the author chose, or the only one.
 * @throws EssError `config` naming the tables that there are
 */
export function choose<T extends Choice>(choices: readonly T[], chosen: string | undefined, url: string): T {
  const wanted = normalise(chosen ?? '');
  const found = choices.find(({ id, name }) => [id, name].some((each) => normalise(each) === wanted));
  const [only, another] = choices;
  if (chosen !== undefined && found) return found;
  if (chosen === undefined && only && !another) return only;
  const names = choices.map(({ name }) => name).join(', ');
  const [example = ''] = choices.map(({ id }) => id);
  const remedy = {
    fr: `Cette adresse donne ${choices.length} tableaux\u202f: ${names}. Ajoutez #table= et le nom de l’un d’eux à la fin de l’adresse, par exemple #table=${example}.`,
    en: `This address gives ${choices.length} tables: ${names}. Add #table= and the name of one of them at the end of the address, for example #table=${example}.`,
  };
  throw new EssError('config', `${url}: ${remedy.en}`, { url, remedy });
}
