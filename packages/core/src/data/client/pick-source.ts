import { EssError } from '../../errors.ts';
import type { Source } from '../sources/source.ts';
import { resolveHref } from './reading.ts';
import type { ClientOptions } from './types.ts';

/** An address recognised this surely is not looked into. */
const SURE = 0.5;

/**
 * Returns the source that reads an address: the one that is named or recognises the address among those at hand, else
 * the best of all sources, which may read the start of the content.
 * @throws EssError `config` naming the formats that there are; `html` for a page
 */
export async function pickSource(
  { sources, moreSources }: Pick<ClientOptions, 'sources' | 'moreSources'>,
  src: string,
  format: string | undefined,
  readHead: () => Promise<string>,
): Promise<Source> {
  const known = sources.find((source) => (format ? source.id === format : source.detect(src) >= SURE));
  if (known) return known;
  const [{ recognise }, more = []] = await Promise.all([import('./recognise.ts'), moreSources?.()]);
  return recognise([...sources, ...more], src, format, readHead);
}

/**
 * Returns the absolute http(s) address that a `src` means.
 * @throws EssError `config` with the text received
 */
export function resolveSrc(src: string, base: string | undefined): string {
  const url = resolveHref(src, base);
  if (src !== '' && typeof url === 'string') return url;
  const given = `src="${src}"`;
  const message = `${given} cannot be read: expected an http(s) address, or one relative to the page.`;
  throw new EssError('config', message, { url: src, given });
}
