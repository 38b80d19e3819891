import { expect } from '@open-wc/testing';
import type { Embedded } from '../card/embedded.ts';
import { pageDefaults } from '../defaults.ts';
import { atelierLink } from './atelier-link.ts';

const before = { loader: pageDefaults.loader, atelier: pageDefaults.atelier };

/** Returns the page that a link leads to, and what its fragment says. */
async function linkOf(
  more: Partial<Embedded>,
  defaults: typeof before = { loader: 'https://a.example/ess/ess.js', atelier: undefined },
) {
  Object.assign(pageDefaults, defaults);
  const link = await atelierLink({ tag: 'ess-member-map', attributes: [], src: '', ...more });
  const [page, fragment = ''] = link?.split('#') ?? [];
  return { page, said: Object.fromEntries(new URLSearchParams(fragment)) };
}

describe('the link to the Atelier', () => {
  afterEach(() => void Object.assign(pageDefaults, before));

  it('leads to the step that places this widget, beside the loader', async () => {
    const src = 'https://b.example/liste.csv';
    const attributes = [
      ['territory', 'departement-29'],
      ['format', 'csv'],
    ] as const;
    expect(await linkOf({ src, attributes })).to.deep.equal({
      page: 'https://a.example/ess/atelier/',
      said: { from: src, widget: 'member-map', territory: 'departement-29', step: 'place' },
    });
  });

  it('names the figures of the site by their word', async () => {
    const { said } = await linkOf({ src: 'https://a.example/data/manifest.json' });
    expect(said).to.deep.equal({ from: 'cress', widget: 'member-map', step: 'place' });
  });

  it('never holds an address that opens private data, or that has a key', async () => {
    for (const src of [
      'https://calendar.google.com/calendar/ical/a%40b.example/private-0123456789abcdef0123456789abcdef/basic.ics',
      'https://b.example/liste.csv?token=abcdef',
      'https://b.example/liste.csv?api_key=abcdef',
      'https://a:b@b.example/liste.csv',
      'https://b.example/one.csv https://b.example/two.csv?token=abcdef',
    ])
      expect(await linkOf({ src })).to.deep.equal({
        page: 'https://a.example/ess/atelier/',
        said: { widget: 'member-map', step: 'place' },
      });
  });

  it('leads to the Atelier that the site names, and nowhere where it wants none', async () => {
    const loader = 'https://a.example/ess/ess.js';
    expect((await linkOf({}, { loader, atelier: 'https://c.example/at/' })).page).to.equal('https://c.example/at/');
    expect((await linkOf({}, { loader, atelier: 'off' })).page).to.equal(undefined);
    expect((await linkOf({}, { loader: undefined, atelier: undefined })).page).to.equal(undefined);
    expect((await linkOf({}, { loader, atelier: 'javascript:alert(1)' })).page).to.equal(undefined);
  });
});
