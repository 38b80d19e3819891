/**
 * Whether a pair of this key says something of some of these records: it names a field of theirs, in the singular where that
 * is a list, or the section that they are told in.
 */
export const knowsPair = (records: readonly object[], key: string): boolean =>
  key === 'section' || records.some((record) => key in record || `${key}s` in record);
