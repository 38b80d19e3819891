/** The places of a map of Google (KML, KMZ) as the features of any other map. */
import { decodeText } from '../../../reading/index.ts';
import { plainText } from '../plain-text.ts';
import { budgetOf } from '../xlsx/bounds.ts';
import { openZip } from '../xlsx/zip.ts';
import { attributeIn, readXml } from '../xml.ts';

/** What a place says of itself, by what a list would call it. */
const OWN: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  address: 'adresse',
  phoneNumber: 'telephone',
};

/**
 * Returns the map as a collection of features.
 * @throws EssError `syntax` for a file that is cut, `format` or `large` for an archive that cannot be read
 */
export async function mapOfKml(bytes: ArrayBuffer, url: string): Promise<Readonly<Record<string, unknown>>> {
  const isPacked = new Uint8Array(bytes)[0] === 0x50;
  const xml = isPacked
    ? await openZip(bytes, url, budgetOf(bytes.byteLength).bytes).text('doc.kml')
    : decodeText(bytes);
  const features: object[] = [];
  const path: string[] = [];
  let title = '';
  let key = '';
  let text = '';
  let place: { readonly properties: Record<string, string>; readonly points: (readonly number[])[] } | null = null;
  const end = (name: string): void => {
    const parent = path.at(-1) ?? '';
    if (name === 'Document' || !place) {
      if (name === 'name' && parent === 'Document') title = plainText(text);
    } else if (name === 'Placemark') {
      const { properties, points } = place;
      features.push({ type: 'Feature', properties, geometry: points.length > 0 ? { coordinates: points } : null });
      place = null;
    } else if (name === 'coordinates') {
      for (const tuple of text.trim().split(/\s+/)) {
        const [lon, lat] = tuple.split(',').map(Number);
        if (lon !== undefined && lat !== undefined && Number.isFinite(lon + lat)) place.points.push([lon, lat]);
      }
    } else if (parent === 'Placemark' && OWN[name]) place.properties[OWN[name]] = plainText(text);
    else if ((name === 'value' || name === 'SimpleData') && key !== '') place.properties[key] = plainText(text);
  };
  readXml(xml, url, {
    open: (name, attributes) => {
      path.push(name);
      text = '';
      if (name === 'Placemark') place = { properties: {}, points: [] };
      if (name === 'Data' || name === 'SimpleData') key = attributeIn(attributes, 'name');
    },
    close: (name) => {
      path.pop();
      end(name);
      text = '';
    },
    text: (part) => {
      text += part;
    },
  });
  return { type: 'FeatureCollection', name: title === '' ? undefined : title, features };
}
