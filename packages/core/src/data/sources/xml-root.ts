/** What a document in XML is of, by its beginning. */

const ROOT = /^\ufeff?\s*(?:<\?[^<>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*)*<([\w.:-]{1,40})[\s>]/;

/** Returns the name of the outermost element, with its prefix; empty for another text, and for a document with a type. */
export const rootOf = (head: string): string => ROOT.exec(head)?.[1] ?? '';
