/** Errors of an HTTP answer that is a refusal. */
import { EssError } from '../../errors.ts';
import { MAX_WAIT } from '../../reading/index.ts';

/** Returns the error of an answer that is none, with the wait that it asks for. */
export function httpError(url: string, response: Response, now: number): EssError {
  const { status } = response;
  const retryAfter = retryAfterOf(response.headers, now);
  const wait = retryAfter === undefined ? '' : ` It asks to wait ${retryAfter} s.`;
  const details = retryAfter === undefined ? { url, status } : { url, status, retryAfter };
  return new EssError('http', `${url} answered with status ${status}.${wait}`, details);
}

/** Returns the seconds to wait according to `Retry-After` (seconds, or a date): an hour at most. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), MAX_WAIT);
}
