/**
 * The choice of the data of a widget: its own address, that of the provider around it or of the page, or the reference data.
 * Pure: `pick.json` holds its vectors.
 */
import type { Manifest } from '../model/index.ts';
import type { NamedSource } from './named.ts';

/** Kind of what a widget shows and a source holds; `figures` are published figures, and all that goes with them. */
export type SourceKind = 'members' | 'events' | 'figures';

/** Data that a page or a provider gives to the widgets that name none. */
export interface SourceDefaults {
  /** Addresses of its data, separated by spaces, and their formats. */
  readonly src?: string | undefined;
  readonly format?: string | undefined;
  /** Address of its reference data: communes, territories, ground, catalogue and published figures. */
  readonly reference?: string | undefined;
  /** Names of the sources that are shown, separated by spaces; several are joined. */
  readonly source?: string | undefined;
  /** The sources that are declared here. */
  readonly sources?: readonly NamedSource[] | undefined;
}

/** A widget, and what stands around it. */
export interface PickRequest {
  /** The kinds that the widget shows: one of them is enough, and each other has a list of its own where there is one. */
  readonly kinds: readonly SourceKind[];
  readonly own?: Pick<SourceDefaults, 'src' | 'format' | 'source'> | undefined;
  readonly provider?: SourceDefaults | undefined;
  readonly page?: SourceDefaults | undefined;
}

/** Addresses that a widget reads. */
export type PickedAddresses = Pick<SourceDefaults, 'format'> & { readonly src: string };

/** Kinds that a source was found to hold once it was read; undefined before. */
type KindsRead = (src: string) => readonly SourceKind[] | undefined;

const LIST: readonly SourceKind[] = ['members', 'events'];

const CALENDAR = /^webcal|[./=]ics(?=[/?#&]|$)|[?&](outlook-)?ical=1|\/public-calendars\//i;
const TABLE = /[.=]([ct]sv|xls[xm]|ods|geojson)\b/i;

/** Returns the kinds that an address may hold, by its format or its ending; undefined where only reading tells. */
function kindsOfAddress(src: string, format = 'auto'): readonly SourceKind[] | undefined {
  const [, kind] = /^csv-(members|events)$/.exec(format) ?? /[#&]kind=(members|events|figures)(?=&|$)/.exec(src) ?? [];
  if (kind) return [kind as SourceKind];
  if (format === 'ical' || (format === 'auto' && CALENDAR.test(src))) return ['events'];
  return format === 'csv' || (format === 'auto' && TABLE.test(src)) ? LIST : undefined;
}

const wordsOf = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Returns those of several addresses that may hold one of some kinds, each with its format; null where none may. */
function suitable({ src, format }: PickedAddresses, kinds: readonly SourceKind[]): PickedAddresses | null {
  const formats = wordsOf(format);
  // The code of a frame that somebody pasted is one address.
  const all = src.includes('<') ? [src] : wordsOf(src);
  const kept = all
    .map((address, at) => ({ address, format: formats[at], held: kindsOfAddress(address, formats[at]) }))
    .filter(({ held }) => !held || kinds.some((kind) => held.includes(kind)));
  if (kept.length === 0) return null;
  const beside = kept.map((one) => one.format ?? 'auto').join(' ');
  return { src: kept.map(({ address }) => address).join(' '), format: formats.length > 0 ? beside : undefined };
}

/** Returns the kinds that a data set holds, empty or not. */
export function kindsOf({ collections, measures, catalogue, packed }: Manifest): readonly SourceKind[] {
  return [
    ...(collections['organisations'] || packed ? (['members'] as const) : []),
    ...(collections['events'] ? (['events'] as const) : []),
    ...(collections['observations'] || measures || catalogue ? (['figures'] as const) : []),
  ];
}

/**
 * Returns the kinds that a source holds: those that are told of its addresses, which stand, so that the widget says what it found
 * instead; else those that were found. Undefined while nobody knows.
 */
function heldBy({ src, format }: PickedAddresses, read: KindsRead): readonly SourceKind[] | undefined {
  const told = wordsOf(src).map((address, at) => kindsOfAddress(address, wordsOf(format)[at]) ?? LIST);
  return told.every(({ length }) => length === 1) ? told.flat() : read(src);
}

const isOf = (kind: SourceKind, held: readonly SourceKind[] = []): boolean =>
  held.length > 0 && held.every((one) => one === kind);

/** Returns several sources as one. A format stands beside each address. */
function joined(sources: readonly PickedAddresses[]): PickedAddresses {
  const formats = sources.flatMap(({ src, format }) =>
    wordsOf(src).map((_address, at) => wordsOf(format)[at] ?? 'auto'),
  );
  const isTold = sources.some(({ format }) => format);
  return { src: sources.map(({ src }) => src).join(' '), format: isTold ? formats.join(' ') : undefined };
}

/** Returns what names stand for, joined; null where none of them is declared. */
function named(names: string, declared: readonly NamedSource[]): PickedAddresses | null {
  const found = wordsOf(names).flatMap((name) => declared.find((one) => one.name === name) ?? []);
  return found.length === 0 ? null : joined(found);
}

const declaredBy = ({ provider, page }: Pick<PickRequest, 'provider' | 'page'>): readonly NamedSource[] => [
  ...(provider?.sources ?? []),
  ...(page?.sources ?? []),
];

/** Returns the names that a widget, or the provider around it, asks for and nobody declares, and those that there are. */
export function unknownNames(request: Pick<PickRequest, 'own' | 'provider' | 'page'>): {
  readonly unknown: readonly string[];
  readonly known: readonly string[];
} {
  const known = declaredBy(request).map(({ name }) => name);
  const { own, provider } = request;
  const asked = own?.src ? '' : (own?.source ?? (provider?.src ? '' : provider?.source));
  return { unknown: wordsOf(asked).filter((name) => !known.includes(name)), known };
}

/**
 * Returns the addresses that a widget reads: its own, or those that it names; else the first source around it that holds what it
 * shows first, the provider's before the page's, lists before reference data, and beside it the lists that are known to hold the
 * rest. A source that may hold it is tried. Where none does, the first is read, and the widget says what it is. Null where there
 * is no address at all.
 */
export function pickAddresses(request: PickRequest, read: KindsRead): PickedAddresses | null {
  const { kinds, own, provider = {}, page = {} } = request;
  if (own?.src) return { src: own.src, format: own.format };
  const declared = declaredBy(request);
  if (own?.source) return named(own.source, declared);
  const around = [provider, page].flatMap((place): readonly PickedAddresses[] => {
    const first = place.src ? { src: place.src, format: place.format } : named(place.source ?? '', declared);
    return [...(first ? [first] : []), ...(place.sources ?? [])];
  });
  const references = [provider, page].flatMap(({ reference }): readonly PickedAddresses[] =>
    reference ? [{ src: reference }] : [],
  );
  const may = (one: PickedAddresses, kind: SourceKind): boolean => {
    const kept = suitable(one, [kind]);
    return kept !== null && (heldBy(kept, read) ?? [kind]).includes(kind);
  };
  const lead =
    kinds.flatMap((kind) => around.find((one) => may(one, kind)) ?? [])[0] ??
    references.find((one) => kinds.some((kind) => may(one, kind)));
  if (!lead) return around[0] ?? references[0] ?? null;
  const kept = suitable(lead, kinds) ?? lead;
  const held = heldBy(kept, read) ?? kinds;
  const others = references.includes(lead) ? [] : kinds.filter((kind) => !held.includes(kind));
  return joined([kept, ...others.flatMap((kind) => around.find((list) => isOf(kind, heldBy(list, read))) ?? [])]);
}

/**
 * Returns the address of the reference data: the provider's, else the page's; a page that names none may have a data set as its
 * source, which is both. Undefined where there is none.
 */
export function pickReference({ provider, page }: Pick<PickRequest, 'provider' | 'page'>): string | undefined {
  const named = provider?.reference || page?.reference;
  return named || (page?.src && suitable({ ...page, src: page.src }, ['figures'])?.src);
}
