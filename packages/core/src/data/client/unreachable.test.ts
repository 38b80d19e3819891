import { describe, expect, it } from 'vitest';
import type { ClientOptions } from './types.ts';
import { unreachable } from './unreachable.ts';

const clock = { now: () => 0, setTimeout: () => 0, clearTimeout: () => undefined } as unknown as ClientOptions['clock'];
const SRC = 'https://agenda.example/a.ics';

/** Returns the error of a page of a host whose request failed, where the server is there for requests that want no answer. */
const errorIn = (host: ClientOptions['host']) =>
  unreachable(
    { clock, host, base: 'https://site.example/', fetch: async () => new Response() },
    SRC,
    { redirect: 'follow', wasRead: false },
    new TypeError('Failed to fetch'),
  );

describe('an address that answers, but not to pages of other sites', () => {
  it.each([
    [undefined, /placez une copie du fichier à côté de la page/],
    ['wordpress', /ajoutez-la aux «\u202fSources du site\u202f», dans les réglages d’ESS Widgets/],
    ['spip', /ajoutez-la aux «\u202fSources du site\u202f», dans les réglages d’ESS Widgets/],
  ] as const)('is told with what its host can do: %s', async (host, said) => {
    const { code, details } = await errorIn(host);
    expect(code).toBe('cors');
    expect(details.remedy?.fr).toMatch(said);
  });
});
