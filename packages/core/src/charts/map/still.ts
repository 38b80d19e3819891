/** The map of a directory. */

/** Looks of the still. */
export const skin = `
`;
