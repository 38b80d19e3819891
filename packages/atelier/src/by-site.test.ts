import { describe, expect, it } from 'vitest';
import { bySite, type SiteReading } from './by-site.ts';

const SITE: SiteReading = { ask: 'https://asso.example/check', headers: { 'x-nonce': 'n' } };
const LIST = 'https://cloud.example/l.csv';

/** A browser that may read its own site alone, and what was asked of it. */
function browser(answer: unknown) {
  const asked: (readonly [string, RequestInit | undefined])[] = [];
  const ask: typeof fetch = async (address, init) => {
    asked.push([String(address), init]);
    if (address !== SITE.ask) throw new TypeError('Failed to fetch');
    return Response.json(answer);
  };
  return { ask, asked };
}

describe('the reading by the site', () => {
  it('gives the bytes of what the browser may not read, whatever their encoding', async () => {
    const { ask, asked } = browser({ body: btoa('Nom;Ville\nCaf\u00e9;Brest'), type: 'text/csv' });
    const answer = await bySite(() => SITE, ask)(LIST);
    expect([answer.ok, answer.headers.get('content-type')]).toEqual([true, 'text/csv']);
    expect([...new Uint8Array(await answer.arrayBuffer())].slice(10, 14)).toEqual([67, 97, 102, 0xe9]);
    const [, [, init]] = asked as [unknown, readonly [string, RequestInit]];
    expect([init.method, init.credentials, init.headers]).toEqual(['POST', 'same-origin', { 'x-nonce': 'n' }]);
    expect(String(init.body)).toBe(new URLSearchParams({ src: LIST, whole: '1' }).toString());
  });

  it('says what the site says where it cannot be had', async () => {
    const { ask } = browser({ isGood: false, text: 'Le serveur répond 404.' });
    await expect(bySite(() => SITE, ask)(LIST)).rejects.toMatchObject({
      code: 'network',
      details: { remedy: { fr: 'Le serveur répond 404.' } },
    });
  });

  it('asks no site outside a plugin, where the browser may read, or once nobody waits', async () => {
    const alone = browser({});
    await expect(bySite(() => null, alone.ask)(LIST)).rejects.toThrow('Failed to fetch');
    const open: typeof fetch = async () => new Response('Nom');
    expect(await (await bySite(() => SITE, open)(LIST)).text()).toBe('Nom');
    const gone = browser({});
    await expect(bySite(() => SITE, gone.ask)(LIST, { signal: AbortSignal.abort() })).rejects.toThrow(
      'Failed to fetch',
    );
    expect([alone.asked.length, gone.asked.length]).toEqual([1, 1]);
  });
});
