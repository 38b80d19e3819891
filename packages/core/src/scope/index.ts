export * from './address.ts';
export * from './scope.ts';
