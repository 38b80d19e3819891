/** Maps of Google: places, their fields and where they are. */
import { describe, expect, it } from 'vitest';
import { zipOf } from '../xlsx/zip.ts';
import { geojson } from './geojson.ts';

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Nos lieux</name><Style id="a"><IconStyle/></Style>
<Folder><name>Bretagne</name>
<Placemark><name>Kêr &amp; Vro</name><description><![CDATA[Un <b>tiers-lieu</b>.<br>Ouvert]]></description>
<address>1 rue des Forges, 29200 Brest</address><styleUrl>#a</styleUrl>
<ExtendedData><Data name="Collège"><value>Associations</value></Data><Data name="Vide"><value/></Data></ExtendedData>
<Point><coordinates> -4.49,48.39,0 </coordinates></Point></Placemark>
<Placemark><name>Xylm</name><ExtendedData><SchemaData><SimpleData name="commune">Vannes</SimpleData></SchemaData></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>-3,47 -2,47 -2,48,1
-3,48 -3,47</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>Nulle part</name></Placemark>
</Folder></Document></kml>`;

async function load(body: string | Uint8Array<ArrayBuffer>, src = 'https://data.example/lieux.kml') {
  const context = { fetch: async () => new Response(body), signal: new AbortController().signal };
  const { dataset } = await geojson.load({ src, need: ['organisations'] }, context);
  const { organisations = [] } = dataset.collections;
  return {
    title: dataset.manifest.title.fr,
    organisations,
    places: organisations.map(({ name, town, position }) => [name, town ?? '', position?.lat, position?.lon]),
  };
}

const PLACES = [
  ['Kêr & Vro', 'Brest', 48.39, -4.49],
  ['Xylm', 'Vannes', 47.5, -2.5],
  ['Nulle part', '', undefined, undefined],
];

describe('a map in KML', () => {
  it('gives a member a place, with what it says of itself', async () => {
    const { title, places, organisations } = await load(KML);
    expect(title).toBe('Nos lieux');
    expect(places).toEqual(PLACES);
    expect(organisations[0]?.description).toBe('Un tiers-lieu . Ouvert');
  });

  it('is read from an archive (KMZ)', async () => {
    const { places } = await load(zipOf(new Map([['doc.kml', KML]])), 'https://data.example/lieux.kmz');
    expect(places).toEqual(PLACES);
  });

  it('is known by its address and by its content', () => {
    expect(geojson.detect('https://data.example/lieux.kmz?x=1')).toBe(0.9);
    expect(geojson.detect('https://data.example/x', KML)).toBe(0.9);
    expect(geojson.detect('https://data.example/x', '<html><kml>')).toBe(0);
    expect(geojson.detect('https://data.example/x', `${'<!---->'.repeat(280)}<html>`)).toBe(0);
  });

  it.each([
    ['that is cut', KML.slice(0, 400), 'syntax'],
    ['without a place', '<kml></kml>', 'format'],
    [
      'with entities of its own, of which none is opened',
      '<!DOCTYPE k [<!ENTITY a "b">]><kml><Placemark>&a;</Placemark></kml>',
      'html',
    ],
  ])('%s is refused', async (_what, body, code) => {
    await expect(load(body)).rejects.toMatchObject({ name: 'EssError', code });
  });
});
