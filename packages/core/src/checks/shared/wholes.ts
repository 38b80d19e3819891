/** Words that name a part, and those that name its whole in the same place of a name: certified of candidates. */
export const WHOLES: Readonly<Record<string, readonly string[]>> = {
  certified: ['candidates'],
  cancelled: ['planned', 'scheduled'],
  supported: ['sensitised'],
  selected: ['applications', 'candidates'],
  laureates: ['applications', 'candidates'],
  responses: ['invitations', 'sent', 'surveyed', 'invited'],
  present: ['invited', 'registered', 'seats'],
  attended: ['invited', 'registered'],
  fte: ['headcount'],
};

/** Returns the names of what may be a part of a figure: `webinars-cancelled` of `webinars-planned`. */
export function partNames(whole: string): readonly string[] {
  const words = whole.split('-');
  return words.flatMap((word, at) =>
    Object.entries(WHOLES).flatMap(([part, wholes]) => (wholes.includes(word) ? [words.with(at, part).join('-')] : [])),
  );
}
