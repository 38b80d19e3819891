/** French texts of a counter that counts what the agenda does. */
export const tallyWords = {
  counterTally_upcoming: { one: '{count} à venir', other: '{count} à venir' },
  counterTally_unconfirmed: { one: '{count} passé non confirmé', other: '{count} passés non confirmés' },
  counterTally_past: { one: '{count} passé', other: '{count} passés' },
};
