import type { PickedAddresses, SourceDefaults } from '@ess-widgets/core/data';
import { addressesOf } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';

/** Tells whether there are several addresses, of data or of reference data, to choose among. */
export const isChoice = (own: SourceDefaults, from: SourceDefaults = {}): boolean =>
  new Set([own, from, pageDefaults].flatMap(({ src = '', reference = '' }) => [src, reference].flatMap(addressesOf)))
    .size > 1;

/** Returns what there is where there is no choice, or where the widget has an address of its own; null where there is nothing. */
export function onlyAddress(own: SourceDefaults, from: SourceDefaults = {}): PickedAddresses | null {
  if (own.src) return { src: own.src, format: own.format };
  const src = from.src || pageDefaults.src;
  if (src) return { src, format: own.format || from.format };
  const reference = from.reference || pageDefaults.reference;
  return reference ? { src: reference, format: undefined } : null;
}
