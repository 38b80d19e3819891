/** French texts of what lies beyond the ground of a map, at sea or the wrong way round. */
export const beyond = {
  overAtSea: 'La position de « {name} » est en mer : elle n’est pas placée sur la carte.',
  overSwapped:
    'La position de «\u202f{name}\u202f» semble avoir latitude et longitude échangées (proposition\u202f: latitude {lat}, longitude {lon})\u202f: elle n’est pas placée sur la carte.',
  overParts: 'Carte affichée',
  overPartOwn: 'La région',
  overPartFrance: 'France métropolitaine',
  overPartRest: 'Ailleurs',
  overOffChosen: '«\u202f{name}\u202f» est hors de la carte.',
} as const;
