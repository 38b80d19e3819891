import type { Manifest } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import { givenAddress } from '../dataset/address.ts';
import type { DocumentReader } from '../dataset/read.ts';

/**
 * Returns the texts of documents, by their id in the manifest.
 * @param given `rapport-2024=rapport.txt`, each as typed
 * @throws Refusal for a document that the data set does not have, or a text that cannot be read
 */
export async function readDocumentTexts(
  given: readonly string[],
  { documents }: Pick<Manifest, 'documents'>,
  cwd: string,
  reader: DocumentReader,
): Promise<Readonly<Record<string, string>>> {
  const texts = given.map(async (each) => {
    const cut = each.indexOf('=');
    const [document, file] = [each.slice(0, Math.max(0, cut)), each.slice(cut + 1)];
    if (!Object.hasOwn(documents, document)) throw unknownDocument(each, Object.keys(documents));
    const address = givenAddress(file, cwd);
    const response = await reader.fetchFor(address)(address);
    if (!response.ok) throw unreadable(file);
    return [document, await response.text()] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

function unknownDocument(received: string, known: readonly string[]): Refusal {
  const documents = known.join(', ');
  return new Refusal({
    fr: `--text ${received}\u202f: attendu <document>=<fichier>. Documents\u202f: ${documents || 'aucun'}.`,
    en: `--text ${received}: expected <document>=<file>. Documents: ${documents || 'none'}.`,
  });
}

const unreadable = (file: string): Refusal =>
  new Refusal({ fr: `${file} ne peut pas être lu.`, en: `${file} cannot be read.` });
