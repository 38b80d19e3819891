import { loadIndicators } from '@ess-widgets/core/indicators';
import { readFiles, readNetwork, writeFiles } from './files.ts';

const size = Number(process.argv[2] ?? 25000);
const cat = await loadIndicators();
const files = writeFiles(size);
const warm = await readFiles(files);
const run = (dataset: any) => {
  const t: Record<string, number> = {};
  for (const i of cat)
    for (const period of dataset.manifest.periods)
      for (const by of [undefined, ...i.dimensions.map((d) => d.id)]) {
        const c = process.cpuUsage();
        i.compute(dataset, { period, ...(by ? { by } : {}) });
        const d = process.cpuUsage(c);
        const k = i.id;
        t[k] = (t[k] ?? 0) + (d.user + d.system) / 1000;
      }
  return t;
};
for (let k = 0; k < 2; k++) {
  const d = k === 0 ? warm : await readFiles(files);
  const t = run(d);
  if (k === 1) {
    const total = Object.values(t).reduce((a, b) => a + b);
    console.log(total.toFixed(0));
    for (const [k, v] of Object.entries(t)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40))
      console.log(v.toFixed(1).padStart(9), k);
  }
}
