/**
 * Whether some of these records know pairs with this key: it names a field of theirs, in the singular where that is a
 * list, or a section of the report.
 */
export const knowsPair = (records: readonly object[], key: string): boolean =>
  key === 'section' || records.some((record) => key in record || `${key}s` in record);
