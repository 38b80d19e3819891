/**
 * The choice of the data of the widgets of this page: `pick.ts` of the core, with what the sources were found to hold. Loaded
 * where there are several addresses to choose among.
 */
import {
  type Client,
  kindsOf,
  type PickedAddresses,
  pickAddresses,
  pickReference,
  type SourceDefaults,
  type SourceKind,
} from '@ess-widgets/core/data';
import type { Dataset } from '@ess-widgets/core/model';
import { absolute, addressesOf } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';
import { pageClient } from './page.ts';

/** Kinds that sources were found to hold, by their addresses; another client may read others there. */
const read = new WeakMap<Client, Map<string, readonly SourceKind[]>>();

function kindsRead(): Map<string, readonly SourceKind[]> {
  const client = pageClient();
  const known = read.get(client) ?? new Map<string, readonly SourceKind[]>();
  read.set(client, known);
  return known;
}

/** Keeps the kinds of a source that was read. @param src its absolute addresses */
export function learnKinds(src: readonly string[], { manifest }: Dataset): void {
  kindsRead().set(src.join(' '), kindsOf(manifest));
}

/**
 * Returns the addresses that a widget reads; null where there are none.
 * @param own the widget; its format is also that of an address around it
 * @param from the provider around it
 */
export function addressesFor(
  kinds: readonly SourceKind[],
  own: SourceDefaults,
  from: SourceDefaults | undefined,
): PickedAddresses | null {
  const format = own.format || from?.format;
  const known = kindsRead();
  return pickAddresses(
    {
      kinds,
      own,
      provider: { src: from?.src, reference: from?.reference, format },
      page: { ...pageDefaults, format: from?.src ? own.format : format },
    },
    (src) => known.get(addressesOf(src).join(' ')),
  );
}

/** Returns the absolute address of the reference data around a widget. @param from the provider around it */
export function referenceFor(from?: SourceDefaults): string | undefined {
  const [first] = addressesOf(pickReference({ provider: from, page: pageDefaults }) ?? '');
  return first && absolute(first);
}
