import type { PickedAddresses, SourceDefaults } from '@ess-widgets/core/data';
import { addressesOf } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';

/** Where a widget, a provider or the page says its data are, as attributes have it. */
export interface SourcesAround extends Omit<SourceDefaults, 'sources'> {
  /** Declared sources: lines, or the address of a file. */
  readonly sources?: string | undefined;
}

/** Tells whether there are names, or several addresses, of data or of reference data, to choose among. */
export const isChoice = (own: SourcesAround, from: SourcesAround = {}): boolean => {
  const places: readonly SourcesAround[] = [own, from, pageDefaults];
  return (
    places.some(({ source, sources }) => source || sources) ||
    new Set(places.flatMap(({ src = '', reference = '' }) => [src, reference].flatMap(addressesOf))).size > 1
  );
};

/** Returns what there is where there is no choice, or where the widget has an address of its own; null where there is nothing. */
export function onlyAddress(own: SourcesAround, from: SourcesAround = {}): PickedAddresses | null {
  if (own.src) return { src: own.src, format: own.format };
  const src = from.src || pageDefaults.src;
  if (src) return { src, format: own.format || from.format };
  const reference = from.reference || pageDefaults.reference;
  return reference ? { src: reference, format: undefined } : null;
}
