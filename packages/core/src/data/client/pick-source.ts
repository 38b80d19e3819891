import { EssError } from '../../errors.ts';
import type { Text } from '../../model/index.ts';
import { resolveHref } from '../../reading/index.ts';
import type { Source } from '../sources/source.ts';
import type { ClientOptions } from './types.ts';

/** An address recognised this surely is not looked into. */
const SURE = 0.5;

/** Source of an address, and the address of its data. */
export interface Picked {
  readonly source: Source;
  /** Absolute address of the data: that of a page that was pasted is put in its place. */
  readonly src: string;
  /** Options that the author wrote in the fragment. */
  readonly options?: Readonly<Record<string, string>>;
  /** Other hosts that reading that service needs. */
  readonly hosts?: readonly string[] | undefined;
  /** What to do where the address cannot be read. */
  readonly remedy?: Text | undefined;
  /** What is read where that service does not answer: the page that was pasted, which may describe its data itself. */
  readonly page?: { readonly source: Source; readonly src: string } | undefined;
}

/**
 * Returns the source that reads an address: the one that is named or recognises the address among those at hand, else
 * the best of all sources, which may read the start of the content. A pasted address of a page becomes that of its data.
 * @throws EssError `config` naming the formats that there are, or the remedy of an address that cannot be read; `html` for
 * a page
 */
export async function pickSource(
  options: Pick<ClientOptions, 'base' | 'sources' | 'moreSources' | 'addresses' | 'host'>,
  asked: string,
  format: string | undefined,
  readHead: (src: string) => Promise<string>,
): Promise<Picked> {
  const { sources, base } = options;
  const url = resolveHref(asked, base, schemesOf(base));
  // What an author says behind an address is taken out of it with the other things that surround it.
  const isAddress = asked !== '' && !asked.includes('#') && typeof url === 'string';
  const known = isAddress && sources.find((source) => (format ? source.id === format : source.detect(url) >= SURE));
  if (known) return { source: known, src: url };
  const { recognise } = await import('./recognise.ts');
  return recognise(options, asked, format, readHead);
}

/** Reads a source at an address. */
export type LoadFrom<T> = (from: Pick<Picked, 'source' | 'src'>) => Promise<T>;

/**
 * Loads what was picked. Where the service is not there, the page that was pasted is read in its place; an error gets what
 * makes the address readable, where that is known.
 * @throws what `load` throws
 */
export async function loadPicked<T>(picked: Picked, load: LoadFrom<T>): Promise<T> {
  return picked.remedy ? (await import('./recognise.ts')).loadRecognised(picked, load) : load(picked);
}

/** Whether it is what was answered that is wrong, not that there was no answer. */
export const isRefused = (error: unknown): boolean =>
  !(error instanceof EssError && ['http', 'network', 'timeout', 'cors'].includes(error.code));

/** Whether another answer of the same server may be read where this one could not be. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof EssError && isRefused(error) && !['blocked', 'large'].includes(error.code);

/** A reader without a page may be on a machine, and read its files; the policy of its `fetch` decides which. */
const schemesOf = (base: string | undefined): RegExp | undefined =>
  base === undefined ? /^(https?|file):$/ : undefined;

/**
 * Returns the absolute http(s) address that a `src` means.
 * @throws EssError `config` with the text received
 */
export function resolveSrc(src: string, base: string | undefined): string {
  const url = resolveHref(src, base, schemesOf(base));
  if (src !== '' && typeof url === 'string') return url;
  const given = `src="${src}"`;
  const message = `${given} cannot be read: expected an http(s) address, or one relative to the page.`;
  throw new EssError('config', message, { url: src, given });
}
