import type { DirectoryQuery } from '@ess-widgets/core/directory';
import { forAudience } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { datasetFile, serve } from '../../testing/testing.ts';
import { type LargeRequest, openingOf } from './large-request.ts';
import { openRecords } from './open-records.ts';
import { grid, reach } from './testing.ts';

const addressOf = (value: unknown): string => serve(JSON.stringify(value));

const COUNT = 6_000;

/** A manifest whose members are so many records, three of which are bad. */
function plain(): string {
  const collections = grid(COUNT);
  const [first, second, third, ...others] = collections.organisations ?? [];
  const organisations = [
    { ...first, name: 7 },
    { ...second, position: { lon: 0, lat: 0, precision: 'address' } },
    third,
    third,
    ...others,
  ];
  const listed = Object.entries({ ...collections, organisations }).map(([name, records = []]) => {
    return [name, { href: addressOf(records), count: records.length, hash: name, coverage: [{ complete: true }] }];
  });
  const { json } = datasetFile({});
  return addressOf({ ...(json as object), collections: Object.fromEntries(listed) });
}

const ALL: DirectoryQuery = { where: undefined, territory: undefined, facets: {}, words: '', near: null, within: null };

describe('the engine of plain records', () => {
  it('says what is wrong with them, and holds the others', async () => {
    const { engine, told } = await openRecords({ src: plain(), reach, packed: null, period: undefined, labels: {} });
    expect(told.map(({ rule }) => rule)).to.have.members(['schema', 'position', 'duplicate-id']);
    const counts = await engine.counts(ALL);
    expect(counts.all.n).to.equal(COUNT - 1);
    const rows = await engine.page(0, COUNT);
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(COUNT - 1);
  });

  it('are the members of the network that is asked for', async () => {
    const collections = grid(6);
    const memberships = collections.memberships?.map((one, at) => (at < 2 ? { ...one, network: 'autre' } : one));
    const { json } = datasetFile({ ...collections, memberships } as typeof collections);
    const opening = { src: addressOf(json), reach, packed: null, period: undefined, labels: {} };
    const countOf = async (network?: string): Promise<number> =>
      (await (await openRecords({ ...opening, where: network && `network=${network}` })).engine.counts(ALL)).all.n;
    expect(await countOf('autre')).to.equal(2);
    expect(await countOf('personne')).to.equal(0);
    expect(await countOf('reseau')).to.equal(4);
  });

  it('are found by the postal codes of their commune table, and without them where it does not come', async () => {
    const { organisations = [], ...others } = grid(3);
    const placed = organisations.map((one, at) => (at ? one : { ...one, territories: ['commune-29019'] }));
    const table = {
      format: 'ess-communes/1',
      columns: { insee: ['29019'], name: ['Brest'], lon: [-4.49], lat: [48.39], postal: [['29200']], epci: [null] },
      epci: [],
      attribution: { fr: '' },
      licences: [],
    };
    const found = async (communes: string): Promise<number> => {
      const { json } = datasetFile({ organisations: placed, ...others }, { communes });
      const { engine } = await openRecords({
        src: addressOf(json),
        reach,
        packed: null,
        period: undefined,
        labels: {},
      });
      return (await engine.counts({ ...ALL, words: '29200' })).shown.n;
    };
    expect(await found(addressOf(table))).to.equal(1);
    expect(await found(addressOf('no table'))).to.equal(0);
  });

  it('are read in place of the packed ones, which are of the data set’s own network, where another is asked for', () => {
    const manifest = { network: 'reseau', packed: 'p.bin', periods: ['2024'], collections: { organisations: {} } };
    const dataset = { manifest, base: 'https://x/', collections: {} } as unknown as LargeRequest['dataset'];
    const packedFor = (where?: string): string | null =>
      openingOf({ dataset: forAudience(dataset), scope: { where } } as unknown as LargeRequest).packed;
    expect([
      packedFor(),
      packedFor('network=reseau'),
      packedFor('college=scop'),
      packedFor('network=autre'),
      packedFor('college=scop departement=departement-29'),
      packedFor('town=Brest'),
    ]).to.deep.equal(['p.bin', 'p.bin', 'p.bin', null, 'p.bin', null]);
  });

  it('are read in place of the packed ones, which are for visitors, by an internal page, if there are any', () => {
    const openingFor = (collections: object, audience?: string) => {
      const manifest = { packed: 'p.bin', periods: ['2024'], collections };
      const dataset = { manifest, base: 'https://x/', collections: {} } as unknown as LargeRequest['dataset'];
      const { packed, audience: asked } = openingOf({
        dataset: forAudience(dataset, audience),
        scope: {},
      } as unknown as LargeRequest);
      return [packed, asked];
    };
    expect(openingFor({ organisations: {} })).to.deep.equal(['p.bin', 'public']);
    expect(openingFor({ organisations: {} }, 'internal')).to.deep.equal([null, 'internal']);
    expect(openingFor({}, 'internal')).to.deep.equal(['p.bin', 'internal']);
  });

  it('has internal members for an internal page alone, in its rows, its counts and its search', async () => {
    const { organisations = [], ...others } = grid(6);
    const { json } = datasetFile({
      ...others,
      organisations: organisations.map((one, at) =>
        at === 2 ? { ...one, name: 'Réservé', audience: 'internal' } : one,
      ),
    });
    const opening = { src: addressOf(json), reach, packed: null, period: undefined, labels: {} };
    const shown = async (audience?: string) => {
      const { engine } = await openRecords({ ...opening, audience });
      const { n } = (await engine.counts({ ...ALL, words: 'réservé' })).shown;
      const counts = await engine.counts(ALL);
      const names = (await engine.page(0, 9)).map(({ name }) => Object.values(name)[0]);
      return [counts.all.n, n, names.includes('Réservé')];
    };
    expect(await shown()).to.deep.equal([5, 0, false]);
    expect(await shown('public')).to.deep.equal([5, 0, false]);
    expect(await shown('internal')).to.deep.equal([6, 1, true]);
  });

  it('reads them on the page’s own thread with many pauses, to the same end', async () => {
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
    };
    const opening = { src: plain(), reach, packed: null, period: undefined, labels: {} };
    const [apart, sliced] = [await openRecords(opening), await openRecords(opening, pause)];
    // Parsed, checked, listed and sorted: each of them in parts.
    expect(pauses).to.be.greaterThan(35);
    expect(sliced.told.map(({ message }) => message.fr)).to.deep.equal(apart.told.map(({ message }) => message.fr));
    expect(await sliced.engine.counts(ALL)).to.deep.equal(await apart.engine.counts(ALL));
    expect(await sliced.engine.page(0, 500)).to.deep.equal(await apart.engine.page(0, 500));
    // The words of a search are listed at the first one, in parts too, once for all who wait for them.
    pauses = 0;
    const wish = { ...ALL, words: 'phare' };
    const both = await Promise.all([sliced.engine.counts(wish, 1), sliced.engine.counts({ ...ALL, words: 'pha' }, 2)]);
    expect(both.map(({ shown }) => shown.n)).to.deep.equal([1, 1]);
    expect(pauses).to.equal(Math.floor((COUNT - 1) / 500));
    expect(await apart.engine.counts(wish)).to.deep.equal(both[0]);
  });
});
