/** The look of every page that asks for no other: *marinière* stripes, the blue-green *glaz* as accent, a thin frame. */
import type { Colours } from './look.ts';

/** Colours of every widget. */
export const rivage: Colours = [
  ['surface', '#ffffff', '#10222a'],
  ['surface-2', '#f2f6f6', '#172e38'],
  ['surface-3', '#e4edee', '#203b46'],
  ['ink', '#0f2a36', '#eef4f3'],
  ['ink-2', '#435a64', '#b7c7cb'],
  ['ink-3', '#5a6f78', '#98abb1'],
  ['line', '#d5dfe1', '#2b444e'],
  ['line-strong', '#76898f', '#78919a'],
  ['accent', '#0b5a6b', '#79cdd3'],
  ['accent-hover', '#073f4c', '#a9e3e6'],
  ['accent-soft', '#dff0f0', '#17404b'],
  ['on-accent', '#ffffff', '#0b1d25'],
  ['warn', '#8a5200', '#f0c469'],
  ['warn-soft', '#fdf3dc', '#3a2f17'],
  ['error', '#9c2f1c', '#ff9e87'],
  ['error-soft', '#fbe9e4', '#43231d'],
  ['focus', '#0f2a36', '#ffffff'],
  ['focus-halo', '#ffd24a', '#8a5a00'],
];
