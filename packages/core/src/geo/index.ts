export * from './basemap.ts';
export * from './cluster.ts';
export * from './commune-suggest.ts';
export * from './communes.ts';
export * from './territory-tree.ts';
export * from './search.ts';
export * from './placer.ts';
