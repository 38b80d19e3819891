/**
 * `npm run sync -- picture` writes the picture in the README, `docs/site.webp`: a map and two charts of the built site, as a visitor
 * sees them. Needs `npm run build`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { goTo, offTheMap, visitor } from '../packages/elements/e2e/support/visit.ts';
import { openBrowser } from './site/browser.mjs';
import { ROOT } from './site/mounts.mjs';
import { serveSite } from './site/server.mjs';

const FILE = 'docs/site.webp';
/** Ground of the page around the widgets, px. */
const MARGIN = 12;

const [browser, site] = await Promise.all([openBrowser(), serveSite({ port: 0 })]);
try {
  // As high as the page, so that all of it is drawn.
  const visit = await visitor(browser, { viewport: { width: 1000, height: 4000 } });
  await goTo(visit.page, site.url);
  await offTheMap(visit);
  const [map, charts] = await Promise.all(
    ['ess-member-map', 'ess-member-map + .pair'].map((each) => visit.page.locator(each).boundingBox()),
  );
  if (!map || !charts) throw new Error('The page has no map above its charts.');
  const [x, y] = [map.x - MARGIN, map.y - MARGIN];
  const size = { width: map.width + 2 * MARGIN, height: charts.y + charts.height + MARGIN - y };
  const clip = { x, y, ...size, scale: 1 };
  // Playwright writes no WebP; the browser does, at half the bytes of a PNG.
  const session = await visit.context.newCDPSession(visit.page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80, clip });
  writeFileSync(path.join(ROOT, FILE), Buffer.from(data, 'base64'));
} finally {
  await Promise.all([browser.close(), site.close()]);
}
