export * from './basemap.ts';
export * from './cluster.ts';
export * from './commune-suggest.ts';
export * from './communes.ts';
export * from './directory.ts';
export * from './placer.ts';
export * from './search.ts';
export * from './territory-tree.ts';
