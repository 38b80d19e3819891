import { EssError } from '../../../errors.ts';
import { CATALOGUE_FORMAT, type Catalogue } from '../../../model/index.ts';

/**
 * Returns the catalogue that a file holds.
 * @param url its address, for messages
 * @param isRead whether it needs no schema
 * @throws EssError `schema` for what is no catalogue, `format` for one of another major version
 */
export async function readCatalogueFile(value: unknown, url: string, isRead = false): Promise<Catalogue> {
  const catalogue = isRead ? (value as Catalogue) : (await import('./judge-catalogue.ts')).judgeCatalogue(value, url);
  // Any minor version of this major one is read.
  if (catalogue.format.split('.', 1)[0] === CATALOGUE_FORMAT) return catalogue;
  const message = `${url} has the format "${catalogue.format}": this release reads ${CATALOGUE_FORMAT}.`;
  throw new EssError('format', message, { url });
}
