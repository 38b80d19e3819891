import { expect, fixture, html } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { clientOf, datasetFile, type FileAnswer, settle, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';

const figure = (indicator: string, value: number, unit: string) => ({
  id: indicator,
  indicator,
  label: { fr: indicator },
  period: '2024',
  quantity: { value, op: '=', unit },
  source: { document: 'rapport', page: 1 },
});
const entry = (id: string, unit: string, more: object = {}) => ({
  id,
  kind: 'flow',
  unit,
  label: { fr: `Vélos : ${id}` },
  definition: { fr: 'Vélos.' },
  dimensions: [],
  needs: ['observations'],
  ...more,
});
const catalogue = {
  format: 'ess-catalogue/1',
  indicators: [
    entry('bikes-repaired', 'people'),
    entry('bike-events', 'events'),
    entry('bikes-per-event', 'people/event', {
      kind: 'rate',
      formula: { name: 'quotient', top: 'bikes-repaired', bottom: 'bike-events' },
    }),
    entry('bikes-lost', 'people', { formula: { name: 'guess' } }),
  ],
};
const data = datasetFile({
  observations: [figure('bikes-repaired', 120, 'people'), figure('bike-events', 8, 'events')],
});

/** Shows an indicator of an invented network, and says which files were asked for. */
async function show(indicator: string, files: Readonly<Record<string, FileAnswer>>) {
  const asked: string[] = [];
  const watched = Object.fromEntries(
    Object.entries(files).map(([name, answer]) => [name, { get: () => (asked.push(name), answer), enumerable: true }]),
  );
  setPageClient(clientOf(Object.defineProperties({}, watched)));
  const element = await fixture<EssElement>(
    html`<ess-indicator src="data.json" indicator=${indicator} lang="fr"></ess-indicator>`,
  );
  await settle(element);
  return { element, asked };
}

describe('<ess-indicator> of a network that brings its own indicators', () => {
  afterEach(() => setPageClient(undefined));

  it('computes one that no code of ours knows', async () => {
    const { element } = await show('bikes-per-event', { 'data.json': data, 'catalogue.json': { json: catalogue } });
    await waitUntil(() => visibleText(element).includes('15'), 'the figure');
    expect(visibleText(element)).to.contain('Vélos : bikes-per-event');
  });

  it('reads no catalogue where the build has written the figure', async () => {
    const { indicator, ...observed } = { indicator: 'bikes-repaired', period: '2024' };
    const measure = {
      ...{ indicator, ...observed, quantity: { value: 120, op: '=', unit: 'people' }, basis: 'published' },
      ...{ population: null, missing: null, sources: [], notes: [] },
    };
    const { label, definition, kind, unit, dimensions } = entry('bikes-repaired', 'people');
    const measures = {
      format: 'ess-measures/1',
      hashes: {},
      indicators: { [indicator]: { label, definition, kind, unit, dimensions } },
      measures: [measure],
    };
    const { element, asked } = await show(indicator, {
      'data.json': datasetFile({}, { measures: 'measures.json' }),
      'measures.json': { json: measures },
      'catalogue.json': { json: catalogue },
    });
    expect(visibleText(element)).to.contain('120');
    expect(asked).to.deep.equal(['data.json', 'measures.json']);
  });

  it('reads nothing more to say that a figure is known by parts alone, and names what these are', async () => {
    const { label, definition, kind, unit } = entry('bikes-repaired', 'people');
    const dimensions = [
      { id: 'town', label: { fr: 'ville' }, exclusive: true },
      { id: 'kind', label: { fr: 'type' }, exclusive: true },
    ];
    const parts = [{ id: 'a', label: { fr: 'A' }, quantity: { value: 7, op: '=', unit } }];
    const measure = {
      indicator: 'bikes-repaired',
      period: '2024',
      quantity: null,
      basis: 'published',
      by: 'town',
      parts,
    };
    const measures = {
      ...{ format: 'ess-measures/1', hashes: {} },
      indicators: { 'bikes-repaired': { label, definition, kind, unit, dimensions, whole: false } },
      measures: [{ ...measure, population: null, missing: null, sources: [], notes: [] }],
    };
    const { element, asked } = await show('bikes-repaired', {
      'data.json': datasetFile({}, { measures: 'measures.json' }),
      'measures.json': { json: measures },
      'catalogue.json': { json: catalogue },
    });
    expect(element.state).to.equal('empty');
    expect(visibleText(element)).to.contain('Connu seulement par\u202f: ville, type');
    expect(asked).to.deep.equal(['data.json', 'measures.json']);
  });

  it('says that it knows no indicator whose definition cannot be used, and names the reason in the console', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    try {
      const { element } = await show('bikes-lost', { 'data.json': data, 'catalogue.json': { json: catalogue } });
      await waitUntil(() => element.renderRoot.querySelector('.notice'), 'the notice');
      expect(visibleText(element)).to.contain('bikes-lost');
      expect(lines.some((line) => line.includes('no formula "guess"'))).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});
