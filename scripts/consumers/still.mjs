// One still on a server: the widget as HTML, what it was made of, and its style. A project copies these lines.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lightStill, skinCss, stillNeeds } from '@ess-widgets/core/charts';
import { essDataset } from '@ess-widgets/core/data';

const src = pathToFileURL(path.resolve('node_modules/@ess-widgets/bretagne/data/manifest.json')).href;
const fetch = async (url) => new Response(await readFile(new URL(url)));

export async function still(tag, attributes) {
  const need = stillNeeds({ tag, attributes });
  const { dataset } = await essDataset.load({ src, need }, { fetch, signal: AbortSignal.timeout(10_000) });
  const today = new Date().toISOString().slice(0, 10);
  const { html, meta } = lightStill(dataset, { tag, attributes, lang: 'fr', today });
  return { html, mark: meta.mark, css: skinCss({ names: meta.skins }) };
}
