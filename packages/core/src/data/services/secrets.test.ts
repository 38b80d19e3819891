import { describe, expect, it } from 'vitest';
import { readAddress } from '../address.ts';
import vectors from './secret-vectors.json' with { type: 'json' };
import { secrecyOf } from './secrets.ts';

describe('what an address gives away', () => {
  it.each(vectors)('of %s is %s', (address, secrecy) => {
    expect(secrecyOf(new URL(address as string))).toBe(secrecy);
  });

  it.each(vectors.filter(([, secrecy]) => secrecy === 'private' || secrecy === 'secret'))(
    'keeps a page from asking %s',
    (address) => {
      const reading = readAddress(address as string);
      expect(reading?.src).toBeUndefined();
      expect(JSON.stringify(reading?.remedy)).toContain('secrète');
    },
  );
});
