import { expect } from '@open-wc/testing';
import { framedIn } from './framed.ts';
import { attributeOf } from './names.ts';

const framed = (query: string) => framedIn(query, attributeOf);

describe('the query of a frame', () => {
  it('names a widget, its attributes and a source', () => {
    expect(framed('?widget=member-map&source=adherents&territory=departement-29&theme=dark&lang=en')).to.deep.equal({
      widget: 'member-map',
      source: 'adherents',
      attributes: { territory: 'departement-29', theme: 'dark', lang: 'en' },
    });
  });

  it('writes no address, no handler, no consent, and nothing that widens what is read', () => {
    const hostile =
      'src=https://evil.example/&basemap=https://evil.example/&boundaries=x&calendar=https://evil.example/a.ics&tiles=osm&tiles-consent=granted&audience=internal&hosts=evil.example&max-bytes=9&onclick=alert(1)&style=x&format=csv';
    expect(framed(`?widget=member-map&${hostile}`)).to.deep.equal({ widget: 'member-map', source: '', attributes: {} });
  });

  for (const query of [
    '',
    '?widget=',
    '?widget=provider',
    '?widget=<b>',
    '?widget=data-check',
    '?widget=member-map&source=https://evil.example/',
  ])
    it(`is refused as ${JSON.stringify(query)}`, () => {
      expect(framed(query)).to.equal(null);
    });
});
