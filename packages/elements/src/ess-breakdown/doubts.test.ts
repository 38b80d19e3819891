/** Parts that a check of the build puts in doubt. */
import { expect, fixture, html } from '@open-wc/testing';
import { nothing } from 'lit';
import { setPageClient } from '../base/page.ts';
import { appears, came, cardOpen, datasetFile, settle, useFiles, visibleText } from '../testing/testing.ts';
import './define.ts';
import type { EssBreakdown } from './ess-breakdown.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };

/** A figure that the build has measured, split in parts of which the second is in doubt. */
async function withDoubt(unit: string, values: readonly number[], chart?: string): Promise<EssBreakdown> {
  const parts = values.map((value, at) => ({
    id: `b${at}`,
    label: { fr: ['Bureau', 'Équipe', 'Conseil'][at] },
    quantity: { value, op: '=', unit, ...(unit === 'percent' ? { base: 'meetings' } : {}) },
    ...(at === 1 ? { checks: ['announced-and-listed'] } : {}),
    ...(chart === 'grouped' ? { previous: { value: 1, op: '=', unit } } : {}),
  }));
  const previous = { period: '2023', quantity: { value: 3, op: '=', unit } };
  const measure = { indicator: 'x', period: '2024', by: 'body', quantity: null, parts, previous, basis: 'published' };
  const added = ['check'];
  const dimensions = [{ id: 'body', label: { fr: 'instance' }, exclusive: true }];
  const texts = { label: { fr: 'Réunions' }, definition: { fr: '…' }, kind: 'flow', unit, dimensions };
  const measures = [{ ...measure, added, population: null, missing: null, sources: [source], notes: [] }];
  useFiles({
    'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
    'measures.json': { json: { format: 'ess-measures/1', hashes: {}, indicators: { x: texts }, measures } },
  });
  const element = await fixture<EssBreakdown>(
    html`<ess-breakdown lang="fr" evidence="full" src="data.json" indicator="x" by="body" chart=${chart ?? nothing}></ess-breakdown>`,
  );
  await settle(element);
  return element;
}

const texts = (element: EssBreakdown, selector: string): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText.trim());

describe('a breakdown of which a part is in doubt', () => {
  afterEach(() => setPageClient(undefined));

  it('says so beside that part, among bars and in the table, and at its foot', async () => {
    const element = await withDoubt('meetings', [4, 9, 6], 'bars');
    expect(texts(element, '.bars .label').map((label) => label.split(/\s+/))).to.deep.equal([
      ['Équipe', 'à', 'vérifier'],
      ['Conseil'],
      ['Bureau'],
    ]);
    expect(texts(element, '[part~="source"] .badge').at(-1)).to.equal('à vérifier');
    await expect(element).to.be.accessible();
    element.view = 'table';
    await came(element, import('./table-view.ts'));
    expect(texts(element, 'tbody th .badge')).to.deep.equal(['à vérifier']);
    expect(element.shadowRoot!.querySelector('tbody th:has(.badge)')!.textContent).to.contain('Équipe');
  });

  it('says so beside the category where it stands beside another year, and of which year that is', async () => {
    const element = await withDoubt('meetings', [4, 9, 6], 'grouped');
    expect(element.shadowRoot!.querySelectorAll('.bars .bar')).to.have.length(6);
    expect(texts(element, '.bars .label .badge')).to.deep.equal(['à vérifier (2024)']);
    element.view = 'table';
    await came(element, import('./table-view.ts'));
    expect(texts(element, 'tbody th .badge')).to.deep.equal(['à vérifier (2024)']);
  });

  it('says so in the legend of a stack', async () => {
    const element = await withDoubt('percent', [50, 20, 30], 'stack');
    expect(texts(element, '.legend th .badge')).to.deep.equal(['à vérifier']);
    expect(element.shadowRoot!.querySelector('.legend th:has(.badge)')!.textContent).to.contain('Équipe');
  });

  it('names the part in its source card', async () => {
    const element = await withDoubt('meetings', [4, 9, 6], 'bars');
    element.shadowRoot!.querySelector<HTMLElement>('button.badge')!.click();
    await cardOpen(element);
    await appears(element, '#card');
    expect(visibleText(element)).to.contain(
      'Équipe – Une vérification signale que la liste du même document n’en compte pas le même nombre.',
    );
  });
});
