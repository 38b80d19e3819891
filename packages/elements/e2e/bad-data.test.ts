/** A spreadsheet with the mistakes that spreadsheets have, on the page of a local hub. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, openHost } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const SHEET = [
  'Nom;Collège;Commune;Code postal;Latitude;Longitude',
  'Épicerie imaginaire;Coopératives;Morlaix;29600;48,5777;-3,8279',
  'Atelier inventé;Associations;Brest;29200;;',
  ';Associations;Quimper;29000;;',
  'Mutuelle à l’envers;Mutuelles;Landerneau;29800;-4,25;48,45',
  'Ferme de nulle part;Associations;Ker-Nulle-Part;;;',
  'Épave retrouvée;Associations;Brest;29200;47,5;-5,5',
  '<b>Balises</b> & Cie;Associations;Rennes;35000;;',
].join('\n');

describe('a spreadsheet with mistakes', () => {
  let host: Host;
  let visit: Visit;
  beforeAll(async () => {
    const page = readFileSync(path.join(ROOT, 'examples/pole-site/index.html'), 'utf8');
    host = await openHost({
      mounts: MOUNTS,
      pages: { '/pole/': page, '/pole/adherents.csv': { body: SHEET, type: 'text/csv; charset=utf-8' } },
    });
    visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}pole/`);
  });
  afterAll(async () => {
    await visit?.close();
    await host?.close();
  });
  const map = async () => (await texts(visit.page, 'ess-member-map')).join();

  it('shows every member that has a name', async () => {
    expect((await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
    // Those without a place are counted on one line, which opens.
    await visit.page.locator('ess-member-map').getByText('3 sans lieu').click();
    await expect.poll(map).toContain('Ferme de nulle part');
    for (const name of [
      'Épicerie imaginaire',
      'Atelier inventé',
      'Mutuelle à l’envers',
      'Ferme de nulle part',
      'Épave retrouvée',
    ]) {
      expect(await map()).toContain(name);
    }
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain('6');
  });

  it('places those that it can and says how many', async () => {
    expect(await map()).toContain('6 adhérents, dont 3 situés sur la carte');
  });

  it('has a remark that opens on what is wrong, line by line', async () => {
    expect(await map()).toContain('1 ligne de la source n’a pas pu être lue et n’est pas comptée.');
    await visit.page.locator('ess-member-map .issues summary').click();
    const remarks = await map();
    expect(remarks).toMatch(/ligne 4 : nom manquant, ligne laissée de côté/);
    expect(remarks).toMatch(/ligne 5 .*(inversées|échangées)/);
    expect(remarks).toMatch(/La position de «\s?Épave retrouvée\s?» est en mer\s?: elle n’est pas placée sur la carte/);
    expect(remarks).toMatch(/ligne 6 : commune inconnue « Ker-Nulle-Part »/);
  });

  it('is text: markup in a cell is read as it is written', async () => {
    expect(await map()).toContain('<b>Balises</b> & Cie');
  });

  it('costs one line in the console: where a position in the sea is to be mended', () => {
    expect(visit.complaints).toEqual([
      expect.stringMatching(/at sea.*Épave retrouvée: longitude -5\.5, latitude 47\.5.*\(position;/),
    ]);
  });
});

describe('the page of a local hub as it is published', () => {
  it.each([1200, 360])('is ready, complete and no wider than %i px', async (width) => {
    const visit = await visitor(site.browser, { viewport: { width, height: 800 } });
    await goTo(visit.page, `${site.url}pole/`);
    expect((await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
    const members =
      readFileSync(path.join(ROOT, 'examples/pole-site/adherents.csv'), 'utf8').trim().split('\n').length - 1;
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain(String(members));
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
