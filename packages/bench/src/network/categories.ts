import type { Written } from './written.ts';

/** Values of the dimensions that the records use, by dimension. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  theme: 'reemploi culture sport alimentation logement mobilite energie emploi egalite numerique'.split(' '),
  format: ['fiche', 'etude', 'pdf', 'video'],
  affiliation: ['ess', 'public', 'entreprise', 'ecole', 'particulier'],
  gender: ['women', 'men'],
  attendance: ['present', 'represented', 'absent'],
  contract: ['permanent', 'fixed-term', 'subsidised'],
  establishment: ['college', 'lycee', 'superieur'],
  'exit-reason': ['lapse', 'dissolution', 'withdrawal'],
  lot: ['lot-1', 'lot-2'],
  mode: ['individual', 'collective'],
  'programme-kind': ['support', 'transition', 'school', 'study'],
  result: ['selected', 'rejected', 'pending'],
  stage: ['application', 'advance', 'balance'],
  direction: ['in', 'out'],
};

export const CATEGORIES: readonly Written<'categories'>[] = Object.entries(VALUES).flatMap(([dimension, ids]) =>
  ids.map((id, at) => ({ id, dimension, label: { fr: id }, order: at + 1 })),
);

/** Returns the ids of the values of a dimension. */
export const dimensionValues = (dimension: string): readonly string[] => VALUES[dimension] ?? [];

export const THEMES = dimensionValues('theme');
