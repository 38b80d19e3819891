import { describe, expect, it } from 'vitest';
import { framedIn, heightMessages, sizerIn } from './frame.ts';

describe('the query of a frame', () => {
  it('names a widget, its attributes and a source', () => {
    expect(framedIn('?widget=member-map&source=adherents&territory=departement-29&theme=dark&lang=en')).toEqual({
      widget: 'member-map',
      source: 'adherents',
      attributes: { territory: 'departement-29', theme: 'dark', lang: 'en' },
    });
  });

  it('writes no address, no handler, no consent, and nothing that widens what is read', () => {
    const hostile =
      'src=https://evil.example/&basemap=https://evil.example/&boundaries=x&calendar=https://evil.example/a.ics&tiles=osm&tiles-consent=granted&audience=internal&hosts=evil.example&max-bytes=9&onclick=alert(1)&style=x&format=csv';
    expect(framedIn(`?widget=member-map&${hostile}`)).toEqual({ widget: 'member-map', source: '', attributes: {} });
  });

  it.each([
    '',
    '?widget=',
    '?widget=provider',
    '?widget=<b>',
    '?widget=data-check',
    '?widget=member-map&source=https://evil.example/',
  ])('is refused as %j', (query) => expect(framedIn(query)).toBeNull());
});

describe('the height of a frame', () => {
  it('is said to us, to WordPress by its secret, and to iframe-resizer once it has asked', () => {
    expect(heightMessages(420, '#?secret=aB3', 'frame-1')).toEqual([
      { type: 'ess-height', height: 420 },
      { message: 'height', value: 420, secret: 'aB3' },
      '[iFrameSizer]frame-1:420:0:resize',
    ]);
    expect(heightMessages(420, '', null)).toEqual([{ type: 'ess-height', height: 420 }]);
    expect(heightMessages(420, '#?secret=<script>', null)).toEqual([{ type: 'ess-height', height: 420 }]);
  });

  it('takes of a message the name alone', () => {
    expect(sizerIn('[iFrameSizer]frame-1:8:false:true:32')).toBe('frame-1');
    for (const data of [
      null,
      {},
      7,
      '[iFrameSizer]',
      '[iFrameSizer]<b>:1',
      'height',
      { type: 'ess-height', height: 1 },
    ])
      expect(sizerIn(data)).toBeNull();
  });
});
