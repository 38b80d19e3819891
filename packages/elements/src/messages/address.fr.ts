/** French texts about the page's address: loaded where an element keeps its state there. */
export const address = {
  addressBad: {
    one: 'Une partie de l’adresse de cette page ne veut rien dire ici\u202f: «\u202f{what}\u202f». Le reste est montré.',
    other:
      'Des parties de l’adresse de cette page ne veulent rien dire ici\u202f: «\u202f{what}\u202f». Le reste est montré.',
  },
  addressTerritory:
    'L’adresse de cette page demande le territoire «\u202f{territory}\u202f», qui n’est pas dans ces données. Le reste est montré.',
  addressGone: 'Ce que le lien demandait n’existe plus ici\u202f: «\u202f{what}\u202f». Le reste est montré.',
} as const;
