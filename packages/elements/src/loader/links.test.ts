/** Links to pages of widgets: blocks with the data and the attributes that their address says, or links. */
import { expect } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { useFiles } from '../testing/testing.ts';
import { embedLink } from './links.ts';
import { attributeOf } from './names.ts';

const FRAME = 'https://a.example/dossier/ess/atelier/embed.html';
const sources = (src: string | readonly string[], more = {}) => ({
  json: { format: 'ess-sources/1', sources: { liste: { src, ...more } } },
});

/** Lets a link become what it may. @returns what stands there then */
async function embedded(href: string): Promise<HTMLElement> {
  const place = document.createElement('p');
  place.innerHTML = '<a data-ess-embed>La <b>carte</b></a>';
  const link = place.firstElementChild as HTMLAnchorElement;
  link.href = href;
  await embedLink(link, attributeOf);
  return place;
}

const attributes = (place: HTMLElement) =>
  Object.fromEntries(
    [...(place.firstElementChild?.attributes ?? [])].map(({ name, value }) => [name.replace(/^data-ess-?/, ''), value]),
  );
const isLink = (place: HTMLElement): boolean => place.innerHTML.startsWith('<a data-ess-embed=');

describe('a link to the page of a widget', () => {
  afterEach(() => setPageClient(undefined));

  it('is a block of the data beside that page, with the link inside', async () => {
    const place = await embedded(`${FRAME}?widget=member-map&territory=departement-29&lang=en`);
    expect(attributes(place)).to.deep.equal({
      '': 'member-map',
      src: 'https://a.example/dossier/data/manifest.json',
      territory: 'departement-29',
      lang: 'en',
    });
    expect(place.querySelector('div > a:not([data-ess-embed])')?.innerHTML).to.equal('La <b>carte</b>');
  });

  it('reads the data that the folder names', async () => {
    useFiles({ 'sources.json': sources('liste.csv', { kind: 'members' }) });
    const { src } = attributes(await embedded(`${FRAME}?widget=member-map&source=liste`));
    expect(src).to.equal('https://a.example/dossier/liste.csv#kind=members');
  });

  for (const src of [
    'https://evil.example/l.csv',
    'http://a.example/l.csv',
    'javascript:alert(1)',
    ['l.csv', 'https://b.example/'],
  ])
    it(`stays a link where its folder names ${src}`, async () => {
      useFiles({ 'sources.json': sources(src) });
      expect(isLink(await embedded(`${FRAME}?widget=member-map&source=liste`))).to.equal(true);
    });

  it('sets no address, handler, consent, or code that its query says', async () => {
    const hostile =
      'src=https://evil.example/&calendar=https://evil.example/&basemap=x&boundaries=x&format=csv&tiles=osm&tiles-consent=granted&audience=internal&hosts=evil.example&max-bytes=9&onclick=alert(1)&style=x&reference=x&sources=x&cms=x&atelier=x';
    expect(attributes(await embedded(`${FRAME}?widget=member-map&${hostile}`))).to.deep.equal({
      '': 'member-map',
      src: 'https://a.example/dossier/data/manifest.json',
    });
  });

  it('of a figure is that of the frame that is named beside it', async () => {
    useFiles({ 'oembed.json': { json: { frame: `${FRAME}?widget=indicator&indicator=members-stock` } } });
    expect(attributes(await embedded('https://a.example/dossier/f/indicator.members-stock.fr/'))).to.deep.equal({
      '': 'indicator',
      src: 'https://a.example/dossier/data/manifest.json',
      indicator: 'members-stock',
    });
  });

  for (const json of [
    null,
    {},
    { frame: 7 },
    { frame: 'javascript:alert(1)' },
    { frame: `${FRAME.replace('a.example', 'evil.example')}?widget=indicator` },
    { html: `<iframe src="${FRAME}?widget=indicator">` },
  ])
    it(`of a figure stays a link beside ${JSON.stringify(json)}`, async () => {
      useFiles({ 'oembed.json': { json } });
      expect(isLink(await embedded('https://a.example/f/x.fr/'))).to.equal(true);
    });

  for (const href of [
    'https://a.example/',
    `${FRAME}`,
    `${FRAME}?widget=%3Cb%3E`,
    `${FRAME}?widget=member-map&source=https://evil.example/`,
    `${FRAME}?widget=member-map&source=absente`,
    'https://a.example/f/absente/',
    'javascript:alert(1)',
    'mailto:a@b.example',
  ])
    it(`stays a link to ${href}`, async () => {
      useFiles({ 'sources.json': sources('liste.csv') });
      expect(isLink(await embedded(href))).to.equal(true);
    });
});
