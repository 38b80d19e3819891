import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ESS_WIDGETS } from '../../packages/cli/src/run.ts';
import { runTool } from '../../packages/cli/src/tool.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1@essai.example',
  'DTSTART:20260330T160000Z',
  'SUMMARY:Atelier',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const json = (value: unknown): Response => new Response(JSON.stringify(value));

/** Answers of the services of the guide, by host and path. */
function answer(url: string): Response {
  const { hostname, pathname } = new URL(url);
  const place = `${hostname}${pathname}`;
  if (place === 'framagenda.org/remote.php/dav/public-calendars/AbCdEfGhIjKlMnOp') return new Response(CALENDAR);
  if (place === 'umap.openstreetmap.fr/fr/map/123456/geojson/')
    return json({ properties: { datalayers: [{ id: 'a' }] } });
  if (place === 'umap.openstreetmap.fr/fr/datalayer/123456/a/') {
    const geometry = { type: 'Point', coordinates: [-4, 48] };
    return json({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry, properties: { name: 'Kerhea' } }],
    });
  }
  if (place === 'api.helloasso.com/oauth2/token') return json({ access_token: 'jeton' });
  if (place.startsWith('api.helloasso.com/v5/organizations/')) {
    return json({
      data: [
        { formType: 'Event', state: 'Public', formSlug: 'bal', title: 'Bal', startDate: '2026-06-01T18:00:00+02:00' },
      ],
    });
  }
  return new Response(null, { status: 404 });
}

describe.each(['instantane.fr.mdx', 'snapshot.en.mdx'])('the guide %s', (file) => {
  const guide = readFileSync(path.join(ROOT, 'stories/guides', file), 'utf8');

  it('leads to a data set of its three sources', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ess-guide-'));
    const [, config = ''] = /```json\n([^]*?)```/.exec(guide) ?? [];
    const [, home = '', line = ''] = /^(\S+)\/node_modules\/\.bin\/ess-widgets (snapshot .*)$/m.exec(guide) ?? [];
    const [, secret = ''] = /^HELLOASSO=(\S+)$/m.exec(guide) ?? [];
    // Under the name that the command of the guide gives it.
    const [, name = ''] = /^snapshot \S*?([\w.-]+\.json) /.exec(line) ?? [];
    writeFileSync(path.join(folder, name), config);
    const args = line.replaceAll(`${home}/`, `${folder}/`).replace('/var/www/site/', `${folder}/`).split(' ');
    const printed: string[] = [];
    const status = await runTool(ESS_WIDGETS, args, {
      out: (text) => printed.push(text),
      err: (text) => printed.push(text),
      terminal: { out: false, err: false },
      env: { LANG: 'fr_FR.UTF-8', HELLOASSO: secret },
      cwd: folder,
      wait: async () => undefined,
      fetch: async (url) => answer(url),
    });
    expect([status, printed.join('')]).toEqual([0, expect.stringContaining('Les données ont changé')]);
    const { title, collections } = JSON.parse(readFileSync(path.join(folder, 'data/manifest.json'), 'utf8'));
    expect([title.fr, collections.events.count, collections.organisations.count]).toEqual([
      JSON.parse(config).title,
      2,
      1,
    ]);
    rmSync(folder, { recursive: true });
  });
});
