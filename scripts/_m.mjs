import { openBrowser } from './site/browser.mjs';
import { serveSite } from './site/server.mjs';
const site = await serveSite({ port: 0 });
const browser = await openBrowser();
const watch = () => {
  globalThis.shift = 0; globalThis.shifts = [];
  new PerformanceObserver((list) => { for (const e of list.getEntries()) { if (e.hadRecentInput) continue; globalThis.shift += e.value;
    const near=[...document.querySelector('ess-report').shadowRoot.querySelectorAll('[data-section] *')].filter(n=>!n.closest('.contents')).filter(n=>e.sources.some(({currentRect:c})=>Math.abs(n.getBoundingClientRect().y-c.y)<2&&Math.abs(n.getBoundingClientRect().x-c.x)<2)).map(n=>n.localName+'.'+n.className+'@'+(n.closest('[data-section]').dataset.section)+' '+Math.round(n.getBoundingClientRect().y)+'+'+Math.round(n.getBoundingClientRect().height)).join('; '); globalThis.shifts.push(near+' ## '+e.value.toFixed(4)+' y='+scrollY+' '+e.sources.map(({node,previousRect:p,currentRect:c})=>((node?.nodeType===1? node.localName+'.'+node.className+' '+(node.closest?.('[data-section]')?.getAttribute('data-section')??''):node?.nodeName)+` x${Math.round(c.x||p.x)} ${Math.round(p.y)}+${Math.round(p.height)}→${Math.round(c.y)}+${Math.round(c.height)}`)).join(' | ')); } }).observe({type:'layout-shift',buffered:true});
};
for (const width of (process.argv[2]??'1200,360').split(',').map(Number)) for (const mode of (process.argv[3]??'steps,jump').split(',')) {
  const context = await browser.newContext({ locale:'fr-FR', viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch); if (process.env.LOG) await page.addInitScript(()=>{globalThis.LOG=1});
  await page.goto(new URL('rapport/', site.url).href);
  await page.waitForFunction(() => document.querySelector('ess-report')?.state === 'ready');
  await page.waitForTimeout(1500);
  await page.evaluate(()=>{globalThis.shifts.push('---- loaded '+globalThis.shift)});
  if (mode === 'steps') {
    await page.evaluate(async () => { for (let top = 0; top < document.documentElement.scrollHeight; top += 600) { scrollTo(0, top); await new Promise(r=>setTimeout(r,120)); } });
  } else {
    await page.evaluate(async () => {
  const root = document.querySelector('ess-report').shadowRoot; const seen = new Map(); const t0 = performance.now();
  scrollTo(0, document.documentElement.scrollHeight);
  const log = () => { if (performance.now()-t0>3500) return; for (const n of root.querySelectorAll('.blocks > *, .section, .part, .text')) { const r = n.getBoundingClientRect(); if (r.bottom<-200||r.top>1300) continue; const v = Math.round(r.height); const k=n; const id = n.closest('[data-section]').dataset.section+' '+n.localName+'.'+n.className.replace(' held','')+' '+(n.state??''); const y=Math.round(r.top); const was=seen.get(k); if (was!==id+v+y) { seen.set(k,id+v+y); globalThis.shifts.push('  t'+Math.round(performance.now()-t0)+' '+id+' y'+y+' h'+v+' vis '+getComputedStyle(n).visibility+' sy'+Math.round(scrollY)); } } requestAnimationFrame(log); };
  if (location.hash!=='#x' && globalThis.LOG) requestAnimationFrame(log); });
  }
  await page.waitForTimeout(6000);
  const { shift, shifts } = await page.evaluate(() => ({shift: globalThis.shift, shifts: globalThis.shifts}));
  console.log('=====', width, mode, shift.toFixed(4));
  for (const s of shifts) console.log('  ', s.slice(0, 600));
  await context.close();
}
await browser.close(); await site.close();
