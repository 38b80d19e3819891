/** French text of the latest value: loaded by an indicator whose own period has none. */
export const latest = {
  latestKnown: 'Dernière valeur connue\u202f: {value}',
} as const;
