import { openStage } from './browser/bench.ts';
import { visitor } from './browser/chromium.ts';
import { BARS, EVENTS, mapsOf } from './browser/works.ts';
import { writeBars, writeMembers, writeEvents } from './data/folders.ts';
import { frenchCommunes } from './data/communes.ts';
import { makeMembers } from './data/members.ts';
import path from 'node:path';
const all = [...BARS, ...mapsOf(), ...EVENTS];
const stage = await openStage(all);
writeBars(path.join(stage.made, 'bars'), [{label:'Assoc',value:59},{label:'Coop',value:19}]);
writeMembers(path.join(stage.made, 'map'), makeMembers(117, frenchCommunes().filter(c=>['22','29','35','56'].includes(c.departement))), '../../data/basemap.json');
writeEvents(path.join(stage.made, 'events'), 24, new Date());
const wanted = process.argv[2]!;
for (const c of all.filter(c => c.name.includes(wanted))) {
  const ctx = await visitor(stage.browser);
  const page = await ctx.newPage();
  page.on('console', m => console.log('console', m.text()));
  page.on('pageerror', e => console.log('error', e.message));
  page.on('requestfailed', r => console.log('failed', r.url()));
  page.on('response', r => { if (r.status()>=400) console.log(r.status(), r.url()); });
  const folder = BARS.includes(c) ? (c.kind==='ours' ? '/data/' : '/made/bars/') : EVENTS.includes(c) ? '/made/events/' : '/made/map/';
  const url = stage.page(c, { folder, ground: folder.includes('map') ? '../../data/basemap.json' : undefined });
  await page.goto(url); await page.waitForTimeout(2500);
  if (c.kind !== 'ours') console.log((await page.locator('#box').innerHTML()).slice(0, 1500));
  await page.screenshot({ path: `/tmp/shot-${c.name.replace(/\W+/g,'-')}-${folder.replace(/\W/g,'')}.png` });
  await ctx.close();
}
await stage.close();
