import { openStage } from '../packages/bench/src/browser/bench.ts';
import { SLOW_PHONE, slow, visitor } from '../packages/bench/src/browser/chromium.ts';
import { BARS, mapsOf } from '../packages/bench/src/browser/works.ts';
import { NAMES } from '../packages/bench/src/browser/visit.ts';
import { watch } from '../packages/bench/src/browser/watch.ts';
const R = Number(process.env.R ?? 5);
for (const cdn of process.argv.slice(2)) {
  const stage = await openStage([], cdn);
  for (const [n, c] of [['bars', BARS[0]!], ['map', mapsOf()[0]!]] as const) {
    const rows = new Map<string, [number, number][]>(); const figs: number[] = [];
    for (let r = 0; r < R; r++) {
      const context = await visitor(stage.browser); const page = await context.newPage(); const session = await context.newCDPSession(page);
      await slow(session, SLOW_PHONE); let first = NaN; const by = new Map<string, [string, number]>();
      session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }: any) => { if (!request.url.startsWith('http')) return; if (Number.isNaN(first)) first = timestamp; by.set(requestId, [new URL(request.url).pathname.replace(/-[\w-]{8}\.js/, '.js'), (timestamp - first) * 1000]); });
      session.on('Network.loadingFinished', ({ requestId, timestamp }: any) => { const w = by.get(requestId); if (!w) return; const l = rows.get(w[0]) ?? []; l.push([w[1], (timestamp - first) * 1000]); rows.set(w[0], l); });
      await page.addInitScript({ content: NAMES }); await page.addInitScript(watch, c.signs as any);
      await page.goto(stage.page(c, { folder: '/data/' } as any), { waitUntil: 'commit' });
      figs.push(await page.evaluate(() => (globalThis as any).essWatch.figure)); await page.waitForTimeout(300); await context.close();
    }
    const med = (l: number[]) => [...l].sort((a, b) => a - b)[l.length >> 1] ?? 0;
    console.log(`${cdn} ${n}: figure ${med(figs).toFixed(0)} (${figs.map((f) => f.toFixed(0)).join(' ')})`);
    for (const [p, l] of rows) if (l.length > R / 2) console.log(med(l.map(([a]) => a)).toFixed(0).padStart(6), med(l.map(([, b]) => b)).toFixed(0).padStart(6), p);
  }
  await stage.close();
}
process.exit(0);
