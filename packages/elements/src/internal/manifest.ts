import type { Client } from '@ess-widgets/core/client';
import type { Manifest } from '@ess-widgets/core/model';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';

/** The manifest of a data set, for what needs no more than that. @throws EssError as loading the data set would */
export const manifestAt = (client: Client, url: string): Promise<Manifest> =>
  client.file(url, async (text) => {
    const fetch = async (): Promise<Response> => new Response(text);
    const { signal } = new AbortController();
    return (await essDataset.load({ src: url, need: [] }, { fetch, signal })).dataset.manifest;
  });
