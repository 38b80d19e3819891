import { type Client, essDataset } from '@ess-widgets/core/data';
import type { Dataset } from '@ess-widgets/core/model';
import { isNamedBySite, pageDefaults } from './defaults.ts';

/** Returns the address of the reference data of the page. A page with a manifest alone needs no code that chooses. */
export async function pageReference(): Promise<string | undefined> {
  const { src = '', reference } = pageDefaults;
  if (!reference && !pageDefaults.sources && /^\S+\.json$/.test(src)) return src;
  const { referenceFor, sourcesAround } = await import('./picking.ts');
  await sourcesAround();
  return referenceFor();
}

/**
 * Returns a data set without its collections, for what needs no more than that. @throws EssError as loading the data set
 * would
 */
export const manifestAt = (client: Client, url: string): Promise<Dataset> =>
  client.file(url, async (text, src, reach) => {
    const fetch = async (): Promise<Response> => new Response(text);
    const { signal } = new AbortController();
    return {
      ...(await essDataset.load({ src, need: [] }, { fetch, signal, isOwn: isNamedBySite(url) })).dataset,
      reach,
    };
  });
