// The indicators of the Breton data set from Node: no DOM, no element. Run `npm run build:lib` first, or with
// `node --conditions=ess-source --import tsx examples/headless-node/index.mjs` straight from the sources.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadIndicators } from '@ess-widgets/core';
import { formatCount, formatPeriod } from '@ess-widgets/core/format';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';

const src = import.meta.resolve('@ess-widgets/bretagne/data/manifest.json');
const fetch = async (url) =>
  new Response(await readFile(fileURLToPath(url)), { headers: { 'content-type': 'application/json' } });
const indicators = await loadIndicators();
const need = [...new Set(indicators.flatMap((indicator) => indicator.needs))];
const { dataset } = await essDataset.load({ src, need }, { fetch, signal: AbortSignal.timeout(10_000) });
for (const indicator of indicators) {
  const { quantity, period, basis } = indicator.compute(dataset);
  if (quantity)
    console.log(`${indicator.label.fr} : ${formatCount(quantity, 'fr')} (${formatPeriod(period, 'fr')}, ${basis})`);
}
