/** Errors of the reading policy. Each names the address, and the setting that would allow it where there is one. */
import { EssError } from '../errors.ts';
import { HIGHEST_MAX_BYTES } from './reading.ts';

/** Returns the error of an address inside a data set that leads to a host which the page's author does not list. */
export function blockedError(url: string): EssError {
  const { host } = new URL(url);
  const cure = `List it if it is meant: data-hosts="${host}" on the loader’s tag, or hosts="${host}" on <ess-provider>.`;
  return new EssError('blocked', `${url} is not read: the data lead to another host, ${host}. ${cure}`, { url, host });
}

/** Returns the error of a file that is larger than what is read of one. */
export function largeError(url: string, maxBytes: number): EssError {
  const limit = maxBytes / 1_000_000;
  const highest = HIGHEST_MAX_BYTES / 1_000_000;
  const cure =
    limit < highest
      ? ` Up to ${highest} MB can be allowed: data-max-bytes on the loader’s tag, or max-bytes on <ess-provider>.`
      : '';
  return new EssError('large', `${url} is larger than ${limit} MB, and is not read.${cure}`, { url, limit });
}
