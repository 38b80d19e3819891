import { describe, expect, it } from 'vitest';
import { stillKey } from './key.ts';
import vectors from './key-vectors.json' with { type: 'json' };

describe('the key of a still', () => {
  // Hosts that are not written in TypeScript make the same keys from the same list.
  it.each(vectors)('is $key', ({ key, ...request }) => {
    const attributes = Object.fromEntries(
      Object.entries(request.attributes).map(([name, value]) => [name, value ?? '']),
    );
    expect(stillKey({ ...request, attributes, lang: request.lang as 'fr' })).toBe(key);
  });

  it('does not depend on the order of the attributes', () => {
    const key = (attributes: Readonly<Record<string, string>>) =>
      stillKey({ tag: 'ess-trend', attributes, lang: 'fr' });
    expect(key({ indicator: 'a', by: 'b' })).toBe(key({ by: 'b', indicator: 'a' }));
  });
});
