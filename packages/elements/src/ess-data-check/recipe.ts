/** The recipe of a table, for the settings of a host site: its server reads the columns that it names, and no other. */
import { type ListKind, withRecipe } from '@ess-widgets/core/data';
import type { ExaminedFile } from '@ess-widgets/core/doctor';
import { dom } from '../base/dom.ts';
import { createHost } from './host.ts';

/** How a table is read, and what is found in it. */
export interface TableRecipe {
  readonly kind: ListKind;
  /** Options behind an address: `columns=Nom:name,Commune:town`. */
  readonly recipe: string;
  readonly count: number;
  /** Records whose commune is known. */
  readonly placed: number;
  /** Titles of columns that are read, of those that are not, and of those that look personal, which are not read. */
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly personal: readonly string[];
}

/**
 * Returns how a table is read; null where nothing can be read of it.
 * @param communes the commune table of the site, as its file has it
 */
export async function tableRecipe(file: ExaminedFile, communes: string | null): Promise<TableRecipe | null> {
  const today = new Date().toISOString().slice(0, 10);
  // A host hands over few rows: no worker is worth its start.
  const { list, preview } = await createHost().examine({ file, communes, today, base: dom.baseURI }, () => undefined);
  const { organisations = [], events = [] } = preview?.collections ?? {};
  if (!list || organisations.length + events.length === 0) return null;
  const { kind, columns, personal } = list;
  const isPersonal = (index: number): boolean => personal.includes(index);
  const titled = columns.filter(({ title }) => title !== '');
  const named = titled.map(({ title, field, index }) => {
    const same = titled.filter((other) => other.title === title && other.index <= index).length;
    return [same > 1 ? `${title}#${same}` : title, isPersonal(index) ? null : field] as const;
  });
  // A column of a person is named as one that is not read, or a browser would guess it again.
  const kept = named.filter(([, field], at) => field !== null || isPersonal(titled[at]?.index ?? -1));
  const titles = (test: (column: (typeof titled)[number]) => boolean) => titled.filter(test).map(({ title }) => title);
  return {
    kind,
    recipe: withRecipe('', { columns: Object.fromEntries(kept) }).slice(1),
    count: organisations.length + events.length,
    placed: [...organisations, ...events].filter(({ territories = [] }) =>
      territories.some((id) => id.startsWith('commune-')),
    ).length,
    read: titles(({ field, index }) => field !== null && !isPersonal(index)),
    unread: titles(({ field, index }) => field === null && !isPersonal(index)),
    personal: titles(({ index }) => isPersonal(index)),
  };
}
