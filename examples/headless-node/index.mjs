// The indicators of the Breton data set from Node: no DOM, no element. After `npm run build:lib`:
//   node examples/headless-node/index.mjs
// or straight from the sources: node --conditions=ess-source --import tsx examples/headless-node/index.mjs
import { readFile } from 'node:fs/promises';
import { essDataset } from '@ess-widgets/core/data';
import { formatCount } from '@ess-widgets/core/format';
import { indicatorsOf } from '@ess-widgets/core/indicators';

const src = import.meta.resolve('@ess-widgets/bretagne/data/manifest.json');
const fetch = async (/** @type {string} */ url) => new Response(await readFile(new URL(url)));
const context = { fetch, signal: AbortSignal.timeout(10_000) };
const defined = await essDataset.load({ src, need: ['catalogue'] }, context);
const indicators = indicatorsOf(defined.dataset);
const { dataset } = await essDataset.load({ src, need: indicators.flatMap(({ needs }) => needs) }, context);
for (const { label, compute } of indicators) {
  const { quantity, basis } = compute(dataset);
  if (quantity) console.log(`${label.fr} : ${formatCount(quantity, 'fr')} (${basis})`);
}
