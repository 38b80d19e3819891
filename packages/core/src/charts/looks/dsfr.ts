/**
 * A look close to the State design system (DSFR): bleu France, grey rules, square corners. Its letters are Marianne only where the
 * page has that font; no file of it is loaded.
 */
import type { Look } from './look.ts';

export const dsfr: Look = {
  name: 'dsfr',
  colours: [
    ['surface', '#ffffff', '#161616'],
    ['surface-2', '#f6f6f6', '#1e1e1e'],
    ['surface-3', '#eeeeee', '#2a2a2a'],
    ['ink', '#161616', '#ffffff'],
    ['ink-2', '#3a3a3a', '#cecece'],
    ['ink-3', '#666666', '#929292'],
    ['line', '#dddddd', '#353535'],
    ['line-strong', '#6a6a6a', '#929292'],
    ['accent', '#000091', '#8585f6'],
    ['accent-hover', '#1212ff', '#b1b1f9'],
    ['accent-soft', '#e3e3fd', '#21213f'],
    ['on-accent', '#ffffff', '#000033'],
    ['warn', '#b34000', '#fc5d00'],
    ['warn-soft', '#fff4f3', '#2d1814'],
    ['error', '#ce0500', '#ff8f8a'],
    ['error-soft', '#ffe9e9', '#391c1c'],
    ['focus', '#0a76f6', '#0a76f6'],
    ['focus-halo', '#ffffff', '#161616'],
    ['sea', '#eef1fb', '#0f101f'],
    ['wave-1', '#e3e8f8', '#14162a'],
    ['wave-2', '#d5ddf4', '#1b1e38'],
    ['wave-3', '#c2cdee', '#242849'],
    ['coast', '#6a76a8', '#6f79b3'],
    ['land', '#ffffff', '#242424'],
    ['land-out', '#f6f6f6', '#1c1c1c'],
    ['map-line', '#bababa', '#5c5c5c'],
    ['sea-ink', '#4b5791', '#9ea7dc'],
    ['shade-1', '#e3e3fd', '#272b52'],
    ['shade-2', '#b3b8f0', '#3a408a'],
    ['shade-3', '#8187dc', '#5a61bd'],
    ['shade-4', '#3f44ac', '#9aa0ec'],
    ['shade-5', '#000074', '#dcdefc'],
    ['nodata', '#eeeeee', '#1e1e1e'],
  ],
  measures: [
    ['font', 'Marianne, arial, sans-serif'],
    ['font-title', 'Marianne, arial, sans-serif'],
    ['radius-1', '0px'],
    ['radius-2', '0px'],
  ],
};
