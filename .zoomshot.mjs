import { chromium } from 'playwright-core';
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p = await b.newPage({viewport:{width:1200,height:900}});
await p.goto('http://127.0.0.1:5301/'); await p.waitForSelector('ess-member-map .marker'); await p.waitForTimeout(500);
const box = await p.locator('ess-member-map .stage').boundingBox();
for (const [name,fx,fy,n] of [['iroise',.068,.338,3],['sein',.09,.527,4],['brehat',.48,.10,4]]) {
 await p.reload(); await p.waitForSelector('ess-member-map .marker'); await p.waitForTimeout(400);
 for (let i=0;i<n;i++){ await p.mouse.dblclick(box.x+box.width*fx, box.y+box.height*fy); await p.waitForTimeout(450);} 
 await p.locator('ess-member-map .stage').screenshot({path:`/tmp/sea-look/z2-${name}.png`});
}
await b.close();
