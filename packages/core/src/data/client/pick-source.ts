import { EssError } from '../../errors.ts';
import type { Source } from '../sources/source.ts';
import { resolveHref } from './reading.ts';
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
  /** Adds what makes the address readable to the error of its reading, where that is known. */
  readonly explain?: ((error: unknown) => unknown) | undefined;
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
  options: Pick<ClientOptions, 'base' | 'sources' | 'moreSources' | 'addresses'>,
  asked: string,
  format: string | undefined,
  readHead: (src: string) => Promise<string>,
): Promise<Picked> {
  const { sources, base } = options;
  const url = resolveHref(asked, base, schemesOf(base));
  const isAddress = asked !== '' && typeof url === 'string';
  const known = isAddress && sources.find((source) => (format ? source.id === format : source.detect(url) >= SURE));
  if (known) return { source: known, src: url };
  const { recognise } = await import('./recognise.ts');
  return recognise(options, asked, format, readHead);
}

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
