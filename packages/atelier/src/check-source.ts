/** Tries whether pages of other sites may read an address: as they would, then without reading the answer. */

/** What was found. */
export type SourceFound = 'cors' | 'blocked' | 'gone' | 'http';

/** @param here address of this page */
export async function checkSource(src: string, here: string, ask: typeof fetch = fetch): Promise<SourceFound> {
  const { protocol, hostname, origin } = new URL(src);
  const how = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
  const answer = await ask(src, { ...how, mode: 'cors' }).catch(() => null);
  if (answer && !answer.ok) return 'gone';
  if (answer && protocol === 'http:' && !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return 'http';
  // An answer of this very site can be read whatever it says of others.
  if (answer && origin === new URL(here).origin)
    return answer.headers.get('access-control-allow-origin') === '*' ? 'cors' : 'blocked';
  if (answer) return 'cors';
  const blind = await ask(src, { ...how, mode: 'no-cors' }).catch(() => null);
  return blind ? 'blocked' : 'gone';
}
