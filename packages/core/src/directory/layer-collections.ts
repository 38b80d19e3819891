import type { CollectionName } from '../model/index.ts';
import type { DirectoryLayer } from './directory.ts';

/** Returns the collections that are read for layers of a directory. */
export const collectionsOf = (layers: readonly DirectoryLayer[]): readonly CollectionName[] => [
  'organisations',
  'memberships',
  'colleges',
  'territories',
  ...(layers.includes('events') ? (['events'] as const) : []),
  ...(layers.includes('projects') ? (['projects', 'programmes'] as const) : []),
  ...(layers.includes('programmes') ? (['programmes'] as const) : []),
];
