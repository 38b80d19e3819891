import type { Colours } from './look.ts';

/** Colours of sea and land. */
export const groundColours: Colours = [
  ['sea', '#e6f1f3', '#0a1920'],
  ['wave-1', '#dbebee', '#0d2028'],
  ['wave-2', '#cde3e8', '#112a34'],
  ['wave-3', '#b9d7df', '#173743'],
  ['coast', '#5f8794', '#5d8a97'],
  ['land', '#ffffff', '#1b333d'],
  ['land-out', '#f0f1ec', '#13252d'],
  ['map-line', '#a9b8bc', '#4d6872'],
  ['sea-ink', '#41707f', '#7fb0bd'],
];
