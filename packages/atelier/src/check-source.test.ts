import { describe, expect, it } from 'vitest';
import { checkSource } from './check-source.ts';

const HERE = 'https://cress.example/ess/atelier/';

/** A server that answers each mode with a status, or not at all. */
const answering = (modes: Readonly<Record<string, number>>, headers: HeadersInit = {}) => {
  const asked: RequestInit[] = [];
  const ask: typeof fetch = async (_url, init = {}) => {
    asked.push(init);
    const status = modes[init.mode ?? ''];
    if (status === undefined) throw new TypeError('Failed to fetch');
    return new Response(null, { status, headers });
  };
  return { ask, asked };
};

describe('the check of a source', () => {
  it.each([
    ['may be read by pages of other sites', 'https://a.example/l.csv', { cors: 200 }, {}, 'cors'],
    ['answers, and no page may read it', 'https://a.example/l.csv', { 'no-cors': 200 }, {}, 'blocked'],
    ['does not answer', 'https://a.example/l.csv', {}, {}, 'gone'],
    ['says that there is nothing', 'https://a.example/l.csv', { cors: 404 }, {}, 'gone'],
    ['is in http', 'http://a.example/l.csv', { cors: 200 }, {}, 'http'],
    ['is of this site, for nobody else', 'https://cress.example/l.csv', { cors: 200 }, {}, 'blocked'],
    [
      'is of this site, for all',
      'https://cress.example/l.csv',
      { cors: 200 },
      { 'access-control-allow-origin': '*' },
      'cors',
    ],
  ] as const)('finds that it %s', async (_what, src, modes, headers, found) => {
    const { ask, asked } = answering(modes, headers);
    expect(await checkSource(src, HERE, ask)).toBe(found);
    expect(asked.every(({ credentials, method }) => credentials === 'omit' && method === undefined)).toBe(true);
  });
});
