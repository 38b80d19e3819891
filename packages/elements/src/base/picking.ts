/**
 * The choice of the data of the widgets of this page: `pick.ts` of the core, with what the sources were found to hold. Loaded
 * where there are several addresses to choose among.
 */
import {
  type Client,
  type DeclaredSources,
  isSourcesFile,
  kindsOf,
  type PickedAddresses,
  type PickRequest,
  pickAddresses,
  pickReference,
  readSourceLines,
  readSourcesFile,
  type SourceKind,
  unknownNames,
} from '@ess-widgets/core/data';
import type { Dataset } from '@ess-widgets/core/model';
import { absolute, addressesOf } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';
import { pageClient } from './page.ts';
import type { SourcesAround } from './pick.ts';
import { warn } from './warn.ts';

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

/** What a page or a provider declares, by its text: read, or on its way. */
const declarations = new Map<string, DeclaredSources | Promise<DeclaredSources>>();
const NONE: DeclaredSources = { sources: [], problems: [] };

/** Tells the author what cannot be read, and gives the page what a file of its own says of it. */
function learned(text: string, declared: DeclaredSources): DeclaredSources {
  declarations.set(text, declared);
  for (const { en } of declared.problems) warn(`config/${en}`, `sources: ${en}`);
  if (text === pageDefaults.sources) {
    pageDefaults.reference ||= declared.reference;
    pageDefaults.zone ||= declared.zone;
  }
  return declared;
}

/** Returns what a text declares, or waits for its file. A file that cannot be had declares nothing, until the next page. */
function declaredIn(text: string | undefined): DeclaredSources | Promise<DeclaredSources> {
  if (!text?.trim()) return NONE;
  const known = declarations.get(text);
  if (known) return known;
  if (!isSourcesFile(text)) return learned(text, readSourceLines(text));
  const reading = pageClient()
    .file(text.trim(), (content, from) => readSourcesFile(JSON.parse(content), from), { author: 'site' })
    .catch((error: unknown) => {
      warn(`config/${text}`, `sources: ${text.trim()} could not be read: ${String(error)}`);
      return NONE;
    })
    .then((declared) => learned(text, declared));
  declarations.set(text, reading);
  return reading;
}

/** Waits until what is declared around a widget is known. */
export const sourcesAround = (from: SourcesAround = {}): Promise<unknown> =>
  Promise.all([declaredIn(from.sources), declaredIn(pageDefaults.sources)]);

/** Returns what a widget asks for and what there is around it; undefined while a file of sources is on its way. */
function requestOf(own: SourcesAround, from: SourcesAround = {}): Omit<PickRequest, 'kinds'> | undefined {
  const format = own.format || from.format;
  const [provided, paged] = [declaredIn(from.sources), declaredIn(pageDefaults.sources)];
  if (provided instanceof Promise || paged instanceof Promise) return undefined;
  const { src, source } = from;
  return {
    own,
    provider: { src, source, reference: from.reference || provided.reference, format, sources: provided.sources },
    page: {
      src: pageDefaults.src,
      reference: pageDefaults.reference,
      format: src ? own.format : format,
      sources: paged.sources,
    },
  };
}

/**
 * Returns the addresses that a widget reads; null where there are none, undefined while a file of sources is on its way.
 * @param own the widget; its format is also that of an address around it
 * @param from the provider around it
 */
export function addressesFor(
  kinds: readonly SourceKind[],
  own: SourcesAround,
  from: SourcesAround | undefined,
): PickedAddresses | null | undefined {
  const request = requestOf(own, from);
  const known = kindsRead();
  return request && pickAddresses({ kinds, ...request }, (src) => known.get(addressesOf(src).join(' ')));
}

/** Returns the names that a widget asks for in vain, and those that there are; null where it asks for none. */
export function strangeNames(own: SourcesAround, from?: SourcesAround): ReturnType<typeof unknownNames> | null {
  const request = requestOf(own, from);
  const names = request && unknownNames(request);
  return names?.unknown.length ? names : null;
}

/** Returns the absolute address of the reference data around a widget. @param from the provider around it */
export function referenceFor(from?: SourcesAround): string | undefined {
  const [first] = addressesOf(pickReference(requestOf({}, from) ?? {}) ?? '');
  return first && absolute(first);
}
