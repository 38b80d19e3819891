/** What a figure is about. Apart from the labels of parts, so that a page whose measures are written loads no arithmetic. */
import { type Dataset, type MeasuresDocument, parseWhere, recordName, type Text } from '../model/index.ts';

/**
 * Returns the names of the parts that an indicator is kept to by a `where`: those that the document gives them where it
 * splits that indicator. A pair that it does not know has no name.
 */
export function partNames(
  document: MeasuresDocument | undefined,
  indicator: string,
  where: string | undefined,
): readonly Text[] {
  return Object.entries(parseWhere(where)).flatMap(([by, id]) => {
    const parts = document?.measures.flatMap((m) => (m.indicator === indicator && m.by === by && m.parts) || []);
    return parts?.findLast((part) => part.id === id)?.label ?? [];
  });
}

/** What of a request or of a measure decides about its subject. */
export interface Subject {
  readonly indicator: string;
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
}

/** A value or a territory that a figure is kept to, and its name; undefined where the data do not name it. */
interface KeptName {
  readonly id: string;
  readonly name: Text | undefined;
}

/**
 * Returns the subject of a figure: what it is kept to by its pairs and by its territory, under the names that a build has written,
 * else those of the records that it was computed with. Tiles, charts, tables, stills, their files and the source card name a part
 * with this alone.
 */
export const subjectOf = (
  { indicator, where, territory }: Subject,
  { measures, collections }: Pick<Dataset, 'measures' | 'collections'>,
): readonly KeptName[] => [
  ...Object.entries(parseWhere(where)).map(([by, id]) => ({
    id,
    name: partNames(measures, indicator, `${by}=${id}`)[0] ?? nameOfId(collections, by, id),
  })),
  ...(territory ? [{ id: territory, name: collections.territories?.find(({ id }) => id === territory)?.name }] : []),
];

/** Returns the name of a value from its record, for indicators whose parts no build has written. */
function nameOfId(collections: Dataset['collections'], by: string, id: string): Text | undefined {
  const lists: readonly (readonly { readonly id: string; readonly dimension?: string }[] | undefined)[] =
    Object.values(collections);
  for (const list of lists) {
    const record = list?.find((each) => each.id === id && (each.dimension ?? by) === by);
    if (record) return recordName(record);
  }
  return undefined;
}
