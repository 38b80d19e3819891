import { describe, expect, it } from 'vitest';
import type { Manifest } from '../model/index.ts';
import { kindsOf, type PickRequest, pickAddresses, pickReference, type SourceKind } from './pick.ts';
import vectors from './pick-vectors.json' with { type: 'json' };

interface Vector extends PickRequest {
  readonly says: string;
  readonly read?: Readonly<Record<string, readonly SourceKind[]>>;
  readonly picked: string | null;
  readonly reference: string | null;
}

describe('the data of a widget', () => {
  it.each(vectors as readonly Vector[])('$says', ({ read = {}, picked, reference, ...request }) => {
    expect(pickAddresses(request, (src) => read[src])?.src ?? null).toBe(picked);
    expect(pickReference(request) ?? null).toBe(reference);
  });

  it('keeps the format beside the addresses that it belongs to', () => {
    const provider = { src: 'p', format: 'csv-events', reference: 'r.json' };
    const of = (kind: SourceKind) => pickAddresses({ kinds: [kind], provider }, () => undefined);
    expect(of('events')).toEqual({ src: 'p', format: 'csv-events' });
    expect(of('members')).toEqual({ src: 'r.json', format: undefined });
    const two = { src: 'a b', format: 'ical csv-members' };
    expect(pickAddresses({ kinds: ['members'], provider: two }, () => undefined)).toEqual({
      src: 'b',
      format: 'csv-members',
    });
    const own = { src: 'o', format: undefined };
    expect(pickAddresses({ kinds: ['events'], own, provider }, () => undefined)).toEqual(own);
  });
});

describe('the kinds of a data set', () => {
  const kinds = (manifest: object) => kindsOf({ collections: {}, ...manifest } as Manifest);
  const entry = { href: 'x.csv', count: 0, hash: '', coverage: [] };

  it('are those of its collections, be they empty', () => {
    expect(kinds({ collections: { organisations: entry, memberships: entry } })).toEqual(['members']);
    expect(kinds({ collections: { events: entry } })).toEqual(['events']);
    expect(kinds({ packed: 'packed.bin' })).toEqual(['members']);
  });

  it('are figures too where it publishes some', () => {
    expect(kinds({ collections: { observations: entry } })).toEqual(['figures']);
    expect(kinds({ measures: 'measures.json' })).toEqual(['figures']);
    expect(kinds({ catalogue: { href: 'catalogue.json', hash: '' } })).toEqual(['figures']);
  });
});
