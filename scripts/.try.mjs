import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const S='/work/shared/samples/';
const cors={'access-control-allow-origin':'*'};
const file=(f,h=cors)=>({status:200,headers:{...h,'content-type':'text/plain; charset=utf-8'},body:readFileSync(S+f)});
const cases=JSON.parse(process.argv[2]);
for (const {name,html,routes={},w=1200,dark=false,close=[]} of cases){
  const page=await browser.newPage({viewport:{width:w,height:900},colorScheme:dark?'dark':'light'});
  const log=[];page.on('console',m=>log.push(m.text().slice(0,300)));page.on('pageerror',e=>log.push('PAGEERROR '+e));
  await page.route('**/*',async r=>{const u=r.request().url(); if(u.startsWith('http://127.0.0.1:5300/try')) return r.fulfill({contentType:'text/html',body:`<!doctype html><html lang=fr><meta charset=utf-8><meta name=viewport content="width=device-width"><body style="font-family:system-ui;margin:1rem"><script type=module src="/ess/ess.js"></script>${html}`});
    if(u.startsWith('http://127.0.0.1:5300')) return r.continue();
    for(const [k,v] of Object.entries(routes)) if(u.includes(k)) { log.push('GET '+u); return r.fulfill(typeof v==='string'?file(v):v);} 
    if (close.some(c=>u.includes(c))) {log.push('CLOSED '+u); return r.fulfill({status:200,body:'x'});} 
    log.push('ABORT '+u); return r.abort();});
  await page.goto('http://127.0.0.1:5300/try'); await page.waitForTimeout(6000);
  await page.screenshot({path:`/tmp/me/p28/${name}.png`,fullPage:true});
  console.log('##',name); for(const l of log) console.log('  ',l);
  await page.close();
}
await browser.close();
