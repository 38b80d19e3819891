/** Tests that data which were declared good and cannot be shown are judged: their fault is said in words. */
import { createClient, createMemoryCache, essDataset, systemClock } from '@ess-widgets/core/data';
import { RELEASE } from '@ess-widgets/core/model';
import { hashOf, sealed } from '@ess-widgets/core/reading';
import { expect, fixture, html } from '@open-wc/testing';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import '../ess-indicator/define.ts';
import { settle, visibleText, waitUntil } from '../testing/testing.ts';
import { isNamedBySite, pageDefaults } from './defaults.ts';
import type { EssErrorEvent } from './events.ts';
import { setPageClient } from './page.ts';

const SRC = new URL('/declared/manifest.json', location.href).href;

/** Makes the page's client read a measure that a manifest of the site declares good. */
async function declare(quantity: unknown): Promise<void> {
  const measures = JSON.stringify({
    format: 'ess-measures/1',
    hashes: {},
    indicators: {
      'members-stock': {
        label: { fr: 'Adhérents' },
        definition: { fr: '' },
        kind: 'stock',
        unit: 'members',
        dimensions: [],
      },
    },
    measures: [
      {
        ...{ indicator: 'members-stock', period: '2024', quantity, basis: 'published' },
        ...{ population: null, missing: null, sources: [], notes: [] },
      },
    ],
  });
  const manifest = {
    format: 'ess-dataset/1',
    id: 'essai',
    title: { fr: 'Données d’essai' },
    publisher: { name: 'Réseau d’essai' },
    licence: { name: 'CC0' },
    language: 'fr',
    updated: '2025-03-05',
    periods: ['2024'],
    documents: {},
    collections: {},
    measures: 'measures.json',
    judged: { release: RELEASE, seal: '', hashes: { 'measures.json': await hashOf(measures) } },
  };
  const files: Readonly<Record<string, string>> = {
    'manifest.json': await sealed(JSON.stringify(manifest)),
    'measures.json': measures,
  };
  setPageClient(
    createClient({
      sources: [essDataset],
      cache: createMemoryCache({}),
      clock: systemClock,
      base: document.baseURI,
      isOwn: (url) => url === SRC,
      fetch: async (url) => new Response(files[url.split('/').pop() ?? ''] ?? ''),
    }),
  );
}

const figure = (): Promise<EssIndicator> =>
  fixture<EssIndicator>(html`<ess-indicator src=${SRC} indicator="members-stock"></ess-indicator>`);

describe('an address of data', () => {
  const before = { ...pageDefaults };
  afterEach(() => {
    Object.assign(pageDefaults, { loader: before.loader, src: before.src, reference: before.reference });
  });

  it('is the site’s own where the tag of the loader has it, and nowhere else', () => {
    Object.assign(pageDefaults, {
      loader: 'https://a.example/ess.js',
      src: 'https://a.example/b.json',
      reference: SRC,
    });
    expect([SRC, 'https://a.example/b.json', 'https://a.example/c.json'].map(isNamedBySite)).to.eql([
      true,
      true,
      false,
    ]);
  });

  it('is the application’s own where there is no loader', () => {
    Object.assign(pageDefaults, { loader: undefined });
    expect(isNamedBySite('https://a.example/c.json')).to.equal(true);
  });
});

describe('data that were declared good', () => {
  afterEach(() => setPageClient(undefined));

  it('are shown', async () => {
    await declare({ value: 117, op: '=', unit: 'members' });
    const element = await figure();
    await waitUntil(() => element.state === 'ready');
    expect(visibleText(element)).to.contain('117');
  });

  for (const quantity of ['117', { value: '117', op: '=', unit: 'members' }, { op: '=', unit: 'members' }, true])
    it(`and have ${JSON.stringify(quantity)} for a quantity are judged: words follow, and no figure`, async () => {
      await declare(quantity);
      const told: string[] = [];
      const tell = (event: Event): unknown => told.push((event as EssErrorEvent).error.message);
      document.addEventListener('ess-error', tell, true);
      const element = await figure();
      await waitUntil(() => element.state === 'error');
      await settle(element);
      document.removeEventListener('ess-error', tell, true);
      expect(visibleText(element)).not.to.match(/117|NaN|undefined/);
      expect(told.join(' ')).to.contain('measures.0.quantity');
    });
});
