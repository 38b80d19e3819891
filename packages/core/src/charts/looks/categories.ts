import type { Colours } from './look.ts';

/** Colours of the categories, in the order of their shapes. */
export const categoryColours: Colours = [
  ['cat-1', '#049db6', '#4bcfe4'],
  ['cat-2', '#7a2f9f', '#a16aa3'],
  ['cat-3', '#0e315d', '#527ee3'],
  ['cat-4', '#b38b21', '#e2c262'],
  ['cat-5', '#8a3110', '#cc4e37'],
  ['cat-6', '#485864', '#dfe5eb'],
  ['cat-7', '#65783f', '#86aa55'],
  ['cat-8', '#e15684', '#fa87a4'],
];
