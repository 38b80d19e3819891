/** French texts about the address of the page, which may keep the state of an element. */
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
