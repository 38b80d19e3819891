import type { Measure } from '@ess-widgets/core/model';
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { datasetFile, settle, useFiles } from '../testing/testing.ts';
import './define.ts';
import type { EssIndicator } from './ess-indicator.ts';

const people = (value: number, more: object = {}) => ({ value, op: '=', unit: 'people', ...more });
const measure = (more: object): Partial<Measure> => ({
  indicator: 'visits',
  period: '2024',
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
  ...more,
});
const part = (id: string, fr: string) => ({ id, label: { fr }, quantity: people(4) });
const texts = {
  label: { fr: 'Visites des ateliers', br: 'Gweladennoù', en: 'Visits to the workshops' },
  short: { fr: 'Visites', en: 'Visits' },
  shorts: [{ where: 'place=forge', short: { fr: 'Visites de la forge', en: 'Visits to the forge' } }],
  definition: { fr: 'Visites.' },
  kind: 'flow',
  unit: 'people',
  dimensions: [{ id: 'place', label: { fr: 'lieu' }, exclusive: true }],
};
const split = measure({ by: 'place', quantity: people(9), parts: [part('forge', 'Forge'), part('kiln', 'Four')] });

/** Shows a figure that a build has written. */
async function tile(written: object, attributes: object = {}): Promise<EssIndicator> {
  const { json } = datasetFile({}, { measures: 'measures.json' });
  const measures = [split, measure(written)];
  const document = { format: 'ess-measures/1', hashes: {}, indicators: { visits: texts }, measures };
  useFiles({ 'data.json': { json }, 'measures.json': { json: document } });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const given = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  host.innerHTML = `<ess-indicator src="data.json" indicator="visits" period="2024" ${given.join(' ')}></ess-indicator>`;
  const element = host.firstElementChild as EssIndicator;
  await settle(element);
  return element;
}

/** Returns the label that is seen, and the one that is read out. */
function labelsOf({ renderRoot }: EssIndicator): readonly [seen: string, read: string] {
  const title = renderRoot.querySelector('[part=title]')?.cloneNode(true) as HTMLElement;
  const without = (selector: string): string => {
    const copy = title.cloneNode(true) as HTMLElement;
    for (const each of copy.querySelectorAll(selector)) each.remove();
    return copy.textContent.trim();
  };
  return [without('.hidden'), without('[aria-hidden=true]')];
}
const valueOf = ({ renderRoot }: EssIndicator): string | undefined =>
  renderRoot.querySelector('.value')?.textContent?.replaceAll(/\s/g, ' ');

describe('the label of a tile', () => {
  afterEach(() => setPageClient(undefined));

  it('is short for the eye, and in full for a screen reader', async () => {
    const element = await tile({ quantity: people(9) });
    expect(labelsOf(element)).to.deep.equal(['Visites', 'Visites des ateliers']);
    await expect(element).to.be.accessible();
  });

  it('is that of the part which the figure is kept to', async () => {
    const where = 'place=forge';
    const element = await tile({ quantity: people(4), where }, { where });
    expect(labelsOf(element)).to.deep.equal(['Visites de la forge', 'Visites des ateliers · Forge']);
    const english = await tile({ quantity: people(4), where }, { where, lang: 'en' });
    expect(labelsOf(english)[0]).to.equal('Visits to the forge');
  });

  it('is in full, without a comma, where the catalogue has none that is short', async () => {
    const where = 'place=kiln';
    const element = await tile({ quantity: people(4), where }, { where });
    expect(labelsOf(element)).to.deep.equal(['Visites des ateliers · Four', 'Visites des ateliers · Four']);
  });

  it('is never in another language where the full one is in that of the visitor', async () => {
    expect(labelsOf(await tile({ quantity: people(9) }, { lang: 'br' }))[0]).to.equal('Gweladennoù');
  });
});

describe('the number of a tile', () => {
  afterEach(() => setPageClient(undefined));

  it('is round where it was calculated from approximate ones, and in words where it is small', async () => {
    expect(valueOf(await tile({ quantity: people(1886, { op: '~' }), basis: 'computed' }))).to.equal('près de 1 900');
    expect(valueOf(await tile({ quantity: people(421, { op: '>=', approx: true }), basis: 'listed' }))).to.equal(
      'plus de 400',
    );
    expect(valueOf(await tile({ quantity: people(1886, { op: '~' }) }))).to.equal('≈ 1 886');
    const words = await tile({ quantity: people(60.6, { op: '~' }), basis: 'computed' });
    expect(valueOf(words)).to.equal('une soixantaine');
  });

  it('of a ratio of few things is their counts', async () => {
    const operands = [8, 9].map((value) => ({ label: { fr: '…' }, quantity: people(value) }));
    const quantity = { value: 88.9, op: '=', unit: 'percent' };
    const element = await tile({ quantity, basis: 'computed', calculation: { form: 'ratio', operands } });
    expect(valueOf(element)).to.equal('8 sur 9');
  });

  it('in words stays within its tile, as narrow as it may be', async () => {
    const element = await tile({ quantity: people(60.6, { op: '~' }), basis: 'computed' });
    for (const width of ['9rem', '19.5rem', '30rem']) {
      element.style.inlineSize = width;
      const [figure, frame] = ['.cited', '.frame'].map((each) => element.renderRoot.querySelector(each));
      expect(figure?.getBoundingClientRect().right, width).to.be.at.most(frame?.getBoundingClientRect().right ?? 0);
    }
  });
});
