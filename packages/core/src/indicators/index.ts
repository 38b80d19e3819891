export * from './catalogue.ts';
export * from './compute-all.ts';
export * from './derive.ts';
export * from './excerpts.ts';
export * from './indicator.ts';
export * from './labels.ts';
export * from './territory.ts';
export * from './written.ts';
