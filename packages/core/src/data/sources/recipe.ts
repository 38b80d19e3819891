/**
 * What an author says of a source besides its address: how it is read. Written as JSON in `sources.json`, or behind the address,
 * `#kind=members&columns=Coopérative:name,Horodateur:-`. Its vectors, for every reader of it, are in `recipe-vectors.json`.
 */
import { EssError } from '../../errors.ts';
import { creditOf, type Recipe, textParts } from './recipe-text.ts';
import { FIELDS, type Field, type ListKind } from './table/headers.ts';

/**
 * Returns the recipe that options say.
 * @param url address of the source, for errors
 * @throws EssError `config` for a kind, a line or a field that there is not, naming those that there are
 */
export function recipeOf(options: Readonly<Record<string, string>>, url: string): Recipe {
  const { kind, header, columns, id, records, table, zone, past, credit } = options;
  const wrong = (given: string, expected: string): EssError =>
    new EssError('config', `${url}#${given}: expected ${expected}.`, { url, given });
  if (kind !== undefined && kind !== 'members' && kind !== 'events') {
    throw wrong(`kind=${kind}`, 'kind=members or kind=events');
  }
  if (header !== undefined && !/^[1-9]\d{0,6}$/.test(header))
    throw wrong(`header=${header}`, 'the line of the headers');
  return {
    ...(kind ? { kind } : {}),
    ...(header === undefined ? {} : { header: Number(header) }),
    ...(columns === undefined ? {} : { columns: columnsIn(columns, kind, wrong) }),
    ...{
      ...(id ? { id } : {}),
      ...(records ? { records } : {}),
      ...(table ? { table } : {}),
      ...(zone ? { zone } : {}),
    },
    ...(past === 'held' ? { past } : {}),
    ...(credit ? { credit: creditOf(credit) } : {}),
  };
}

/** Returns the field of each header: `Coopérative:name,Horodateur:-`. The last colon of a part is the one before the field. */
function columnsIn(
  text: string,
  kind: ListKind | undefined,
  wrong: (given: string, expected: string) => EssError,
): Readonly<Record<string, Field | null>> {
  const known: readonly string[] = kind ? FIELDS[kind] : [...FIELDS.members, ...FIELDS.events];
  return Object.fromEntries(
    textParts(text).map((part) => {
      const [, title = '', field = ''] = /^(.*):\s*([\w-]*)\s*$/s.exec(part) ?? [];
      if (field === '-' || field === 'null') return [title, null];
      if (known.includes(field)) return [title, field as Field];
      throw wrong(
        `columns=${part}`,
        `Header:field, with - for a column that is not read, else ${[...new Set(known)].join(', ')}`,
      );
    }),
  );
}
