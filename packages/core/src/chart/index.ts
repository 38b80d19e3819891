export * from './agenda.ts';
export * from './bars.ts';
export * from './csv-rows.ts';
export * from './next-event.ts';
export * from './shares.ts';
export * from './stack.ts';
export * from './table.ts';
