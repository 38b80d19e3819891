import { EssError } from '../../../errors.ts';
import { CATALOGUE_FORMAT, type Catalogue, catalogueShape } from '../../../model/index.ts';
import { checkForm } from '../read.ts';

const FORM = {
  shape: catalogueShape,
  schema: async () => (await import('../../../model/catalogue.ts')).Catalogue,
  what: 'the catalogue',
};

/**
 * Returns the catalogue that a file holds.
 * @param url its address, for messages
 * @throws EssError `schema` for what is no catalogue, `format` for one of another major version
 */
export async function checkCatalogue(value: unknown, url: string): Promise<Catalogue> {
  const catalogue = await checkForm(FORM, value, url);
  // Any minor version of this major one is read.
  if (catalogue.format.split('.', 1)[0] === CATALOGUE_FORMAT) return catalogue;
  const message = `${url} has the format "${catalogue.format}": this release reads ${CATALOGUE_FORMAT}.`;
  throw new EssError('format', message, { url });
}
