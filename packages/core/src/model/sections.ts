/** Numbers of the sections of a document. */

/** Returns the id of a section in one spelling, however an address or an attribute writes it: `i.1.A.` is `I.1.a`. */
export const plainSection = (id: string): string => id.trim().replace(/\.$/, '').toLowerCase();

/** Whether a section lies in another one or is it: `I.1.a` lies in `I.1` and in `I`, not in `I.1.b` nor in `II`. */
export const isInSection = (section: string, asked: string): boolean =>
  plainSection(section) === plainSection(asked) || plainSection(section).startsWith(`${plainSection(asked)}.`);
