export * from './address.ts';
export * from './facets.ts';
export * from './scope.ts';
