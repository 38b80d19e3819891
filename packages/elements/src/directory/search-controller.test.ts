import type { Dataset } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import type { LateHost } from '../base/late.ts';
import { waitUntil } from '../testing/testing.ts';
import { localize } from '../texts/texts.ts';
import { SearchController, type Searched } from './search-controller.ts';

/** A host that counts what it is asked. */
function hostOf(): ReactiveControllerHost & { asked: number } {
  const host = {
    asked: 0,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => void (host.asked += 1),
    updateComplete: Promise.resolve(true),
  };
  return host;
}

/** Waits until the host was asked so many times to update. The search library is loaded meanwhile. */
const updated = (host: { readonly asked: number }, times: number) =>
  waitUntil(() => host.asked === times, `${times} updates`, { timeout: 8000 });

const dataset = { manifest: { collections: {} }, collections: {}, base: '' } as unknown as Dataset;
const m = localize('fr', {}, {});

/** A directory of members with these names. */
const named = (...names: readonly string[]): Searched => ({
  dataset,
  m,
  entries: names.map((name) => ({
    id: name.toLowerCase(),
    layer: 'members',
    name: { fr: name },
    aliases: [],
    college: null,
    position: null,
    place: null,
    departement: null,
    lineage: [],
    date: null,
    status: null,
    description: null,
    activities: [],
    links: [],
  })),
});

describe('the search of a directory', () => {
  it('has nothing to say without a word, and nothing yet with the first one', async () => {
    const host = hostOf();
    const search = new SearchController(host);
    const list = named('Algue', 'Cale');
    expect(search.find('  ', list)).to.deep.equal({ ids: null, pending: false });
    expect(search.find('alg', list)).to.deep.equal({ ids: null, pending: true });
    await updated(host, 1);
    expect(search.find('alg', list)).to.deep.equal({ ids: ['algue'], pending: false });
    expect(search.find('xylophone', list)).to.deep.equal({ ids: [], pending: false });
  });

  it('reads its list with the first word, once', async () => {
    const host = hostOf();
    const search = new SearchController(host);
    let read = 0;
    const list: Searched = {
      dataset,
      m,
      get entries() {
        read += 1;
        return named('Algue').entries;
      },
    };
    search.find('', list);
    expect(read).to.equal(0);
    search.find('alg', list);
    await updated(host, 1);
    search.find('algue', list);
    expect(read).to.equal(1);
  });

  it('looks through what it knows until what is renewed is indexed: the list is never shown whole in between', async () => {
    const host = hostOf();
    const search = new SearchController(host);
    search.find('alg', named('Algue', 'Cale'));
    await updated(host, 1);
    const renewed = named('Algue', 'Algorithme', 'Cale');
    expect(search.find('alg', renewed)).to.deep.equal({ ids: ['algue'], pending: true });
    await updated(host, 2);
    expect(search.find('alg', renewed).ids).to.have.members(['algue', 'algorithme']);
  });

  it('forgets the index of a list that was renewed again meanwhile', async () => {
    const host = hostOf();
    const search = new SearchController(host);
    search.find('alg', named('Algue'));
    const renewed = named('Algorithme');
    search.find('alg', renewed);
    await updated(host, 1);
    expect(search.find('alg', renewed)).to.deep.equal({ ids: ['algorithme'], pending: false });
  });

  it('looks through the names as they are written where there can be no index, which its host says', async () => {
    const host: ReturnType<typeof hostOf> & LateHost = hostOf();
    const search = new SearchController(host);
    const list = { ...named('Algue', 'Cale'), dataset: { manifest: {}, collections: {} } as unknown as Dataset };
    search.find('alg', list);
    await updated(host, 1);
    expect(search.find('ALG', list)).to.deep.equal({ ids: ['algue'], pending: false });
    expect(host.wanted?.error).to.be.an('error');
  });
});
