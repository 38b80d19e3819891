import type { Dataset, SourceRef } from '@ess-widgets/core/model';
import { expect, fixture, html } from '@open-wc/testing';
import { loadMessages } from '../texts/texts.ts';
import { sourceReference } from './frame.ts';

const BASE = 'https://data.example/2024/manifest.json';

/** The reference to a document that is at an address, as a manifest has it. */
async function reference(href: string | undefined): Promise<HTMLAnchorElement | null> {
  const m = await loadMessages('fr', []);
  const documents = { rapport: { title: { fr: 'Rapport' }, ...(href === undefined ? {} : { href }) } };
  const dataset = { manifest: { documents }, base: BASE, collections: {} } as Pick<Dataset, 'base'> as Dataset;
  const source: SourceRef = { document: 'rapport', section: 'I.1', page: 4 };
  const box = await fixture<HTMLElement>(html`<div>${sourceReference(dataset, source, m)}</div>`);
  expect(box.textContent).to.match(/^Rapport, I\.1, p\.\s4$/);
  return box.querySelector('a');
}

describe('the reference of a source', () => {
  it('leads to its document, against the address of the data', async () => {
    expect((await reference('rapport.pdf'))?.href).to.equal('https://data.example/2024/rapport.pdf');
    expect((await reference('https://other.example/r.pdf'))?.href).to.equal('https://other.example/r.pdf');
  });

  it('is a text where the document has no address, one that no page may follow, or one that cannot be read', async () => {
    for (const href of [undefined, 'javascript:alert(1)', 'https://', 'https://[data.example/r.pdf'])
      expect(await reference(href), href).to.equal(null);
  });
});
