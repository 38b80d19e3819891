/** The kinds of territories, in the order in which they are shown: the narrowest first. */
export const TERRITORY_KINDS = ['commune', 'epci', 'pays', 'pole', 'departement', 'region'] as const;

/** Those that files of boundaries outline. */
export const OUTLINED_KINDS = ['commune', 'epci', 'departement', 'region'] as const;
export type OutlinedKind = (typeof OUTLINED_KINDS)[number];
