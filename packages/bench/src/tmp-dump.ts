import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadIndicators } from '@ess-widgets/core/indicators';
import { collectionSchemas } from '@ess-widgets/core/model';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';
import { readNetwork } from './files.ts';

const cat = await loadIndicators();
const base = '/work/main/packages/bretagne/data/';
const snap = new Map(readdirSync('/tmp/bretagne-snap').map((f) => [f, readFileSync('/tmp/bretagne-snap/' + f)]));
const breton = (
  await essDataset.load(
    { src: 'https://x.example/manifest.json', need: Object.keys(collectionSchemas) as any },
    { signal: new AbortController().signal, fetch: async (u) => new Response(snap.get(u.split('/').pop()!)!) },
  )
).dataset;
const out: Record<string, string> = {};
const incomplete = (d: any) => ({
  ...d,
  manifest: {
    ...d.manifest,
    collections: Object.fromEntries(
      Object.entries(d.manifest.collections).map(([k, v]: any) => [k, { ...v, coverage: [] }]),
    ),
  },
});
const sets: any = { breton, big: await readNetwork(1500) };
sets.listed = incomplete(sets.big);
for (const [name, d] of Object.entries(sets) as any)
  for (const i of cat)
    for (const period of [undefined, ...d.manifest.periods, '2022', '2024-H1', '2024-03', '2023-09/2024-02'])
      for (const territory of [
        undefined,
        name === 'breton' ? 'departement-29' : 'departement-z1',
        name === 'breton' ? 'commune-29019' : 'commune-z10000',
      ])
        for (const by of [undefined, ...i.dimensions.map((x: any) => x.id)]) {
          const req = { ...(period ? { period } : {}), ...(territory ? { territory } : {}), ...(by ? { by } : {}) };
          const m = i.compute(d, req);
          out[[name, i.id, period, territory, by].join('|')] = JSON.stringify(m);
          if (by && m.parts)
            for (const part of m.parts.slice(0, 2))
              for (const other of [undefined, ...i.dimensions.map((x: any) => x.id)])
                if (!period || period === '2024') {
                  const r2 = {
                    ...(period ? { period } : {}),
                    ...(territory ? { territory } : {}),
                    where: `${by}=${part.id}`,
                    ...(other ? { by: other } : {}),
                  };
                  out[[name, i.id, period, territory, other, r2.where].join('|')] = JSON.stringify(i.compute(d, r2));
                }
        }
writeFileSync(process.argv[2]!, JSON.stringify(out, null, 0));
console.log(Object.keys(out).length);
