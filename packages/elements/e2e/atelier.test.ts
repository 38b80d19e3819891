/** Tests the Atelier as it is built, from what somebody brings to the code that is pasted and the archive that is taken home. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ess } from '../../../packages/cli/src/testing/io.ts';
import { archiveOf, unarchived } from '../../../packages/core/src/prepare/archive.ts';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { violations } from './support/axe.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { type Visit, visitor } from './support/visit.ts';

const LIST = `Structure;Commune;Collège;Courriel
Coop A;Rennes;Coopératives;personne.une@gmail.com
Asso B;Brest;Associations;personne.deux@gmail.com
<img src=x onerror=alert(1)>;Quimper;Mutuelles;personne.trois@gmail.com
`;
const AGENDA = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a//b
BEGIN:VEVENT
UID:1@asso.example
DTSTART:20990401T180000
SUMMARY:Café des coops
LOCATION:Brest
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');
const HOME = 'https://asso.example/ess-widgets/';

const site = useSite();
const work = mkdtempSync(path.join(tmpdir(), 'ess-atelier-'));
let host: Host;
let visit: Visit;

beforeAll(async () => {
  const list = { body: LIST.split('\n').slice(0, 3).join('\n'), type: 'text/csv; charset=utf-8' };
  host = await openHost({ pages: { '/list.csv': list } });
});
afterAll(async () => {
  await host?.close();
  rmSync(work, { recursive: true });
});
afterEach(() => visit.close());

const page = (): Page => visit.page;
const code = () => page().getByLabel('Code à coller').inputValue();

async function open(fragment = '', width = 1200): Promise<void> {
  const viewport = { width, height: 900 };
  visit = await visitor(site.browser, { viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  await page().goto(`${host.url}ess/atelier/${fragment}`);
  await page().getByRole('heading', { name: 'Apporter' }).waitFor();
}

/** Drops a list, as its visitor chooses a file, and waits for what it can show. */
async function drop(text: string, name = 'adherents.csv'): Promise<void> {
  const buffer = Buffer.from(text);
  await page().locator('ess-data-check input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page().getByRole('group', { name: 'Widget' }).waitFor();
}

/** Takes an archive home. @returns its bytes */
async function take(name: string): Promise<Buffer> {
  const wait = page().waitForEvent('download');
  await page().getByRole('button', { name }).click();
  return readFileSync(await (await wait).path());
}

/** Presses a key until the element of a role and a name has the focus. */
async function reach(key: string, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const focused = await page().evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
    });
    if (focused.replaceAll(/\s+/g, ' ').trim().startsWith(name)) return;
    await page().keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${name}`);
}

describe('the Atelier', () => {
  it('leads from the figures of the Cress to a copied code by the keyboard alone', async () => {
    await open();
    await reach('Tab', 'Prendre les chiffres');
    await page().keyboard.press('Enter');
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    expect(await page().evaluate(() => document.activeElement?.textContent)).toContain('Choisir');
    await page().keyboard.press('Tab');
    await page().keyboard.press('Space');
    await page().locator('.stage ess-member-map:state(ready)').waitFor();
    await reach('Tab', 'Où le coller');
    await page().keyboard.type('WordPress, sans');
    await reach('Tab', 'Copier');
    await page().keyboard.press('Enter');
    const copied = await page().evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^<div data-ess="member-map" data-ess-src="[^"]+\/data\/manifest\.json" style="min-height:[^"]+"><a href/,
    );
    expect(copied).toBe(await code());
    expect(new URL(page().url()).hash).toBe('#from=cress&widget=member-map&to=wordpress');
    expect(visit.complaints).toEqual([]);
  });

  it('asks what a figure is split by in the words of the data', async () => {
    await open('#from=cress&widget=breakdown&indicator=members-stock&by=college');
    const split = page().getByRole('combobox', { name: 'Répartir par' });
    await split.waitFor();
    expect(await split.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.textContent)).toBe('collège');
    await split.selectOption({ index: 0 });
    await expect.poll(() => new URL(page().url()).hash).not.toContain('by=');
  });

  it('makes nothing public of a list but what is ticked, asks nobody, and executes nothing', async () => {
    await open();
    await drop(LIST);
    const ticked = page().getByRole('group', { name: 'Ce qui devient public' });
    expect(await ticked.getByLabel('Commune').isChecked()).toBe(true);
    expect(await ticked.getByLabel('Courriel').isChecked()).toBe(false);
    const files = unarchived(await take('Pour le site'));
    const written = [...files].filter(([name]) => !name.startsWith('ess/'));
    const holding = (words: RegExp, of: RegExp = /./) =>
      written.flatMap(([name, bytes]) => (of.test(name) && words.test(Buffer.from(bytes).toString()) ? [name] : []));
    expect(holding(/Asso B/)).toContain('data/organisations.json');
    expect(holding(/personne\.(?:une|deux)/)).toEqual([]);
    expect(holding(/<img/, /html$/)).toEqual([]);
    expect(page().url()).toContain('#from=file&file=adherents.csv');
    expect(visit.complaints).toEqual([]);
    // What is ticked by hand is wanted.
    await ticked.getByLabel('Courriel').check();
    await page().getByText('Lecture en cours').waitFor({ state: 'detached' });
    const more = unarchived(await take('À garder'));
    expect(Buffer.from(more.get('data/organisations.json') ?? []).toString()).toContain('personne.une@gmail.com');
  });

  it('reads the cells of a workbook that has more: a chart, a comment, a table', async () => {
    const sheet = {
      name: 'Liste',
      rows: [
        ['Structure', 'Commune'],
        ['Coop A', 'Rennes'],
        ['Asso B', 'Brest'],
      ],
      tables: [{ name: 'T', range: 'A1:B3', columns: [{ name: 'Structure' }, { name: 'Commune' }] }],
      charts: [
        {
          type: 'bar',
          title: 'x',
          series: [{ name: 's', values: 'Liste!$B$2:$B$3' }],
          anchor: { from: { row: 5, col: 0 } },
        },
      ],
      cells: new Map([['1,0', { value: 'Coop A', comment: { author: 'a', text: 'note' } }]]),
    };
    const bytes = await writeXlsx({ sheets: [sheet] } as unknown as Parameters<typeof writeXlsx>[0]);
    expect([...unarchived(bytes).keys()]).toEqual(
      expect.arrayContaining(['xl/charts/chart1.xml', 'xl/comments1.xml', 'xl/tables/table1.xml']),
    );
    await open();
    await page()
      .locator('ess-data-check input[type=file]')
      .setInputFiles({ name: 'liste.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    await page().getByText('2 adhérents, dont 2 situés').first().waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('has no code for data without an address, until that of the folder is known', async () => {
    await open();
    await drop(LIST);
    await page().getByRole('radio', { name: 'La carte des adhérents 3' }).check();
    await page().getByLabel('Où le coller').selectOption('html');
    await page().getByText('emportez d’abord le dossier').waitFor();
    await page().getByLabel('Adresse du dossier emporté').fill(HOME.slice(0, -1));
    await page().getByLabel('Adresse du dossier emporté').press('Tab');
    expect(await code()).toContain(`<script type="module" src="${HOME}ess/ess.js?v=`);
    expect(await code()).toContain(`<div data-ess="member-map" data-ess-src="${HOME}data/manifest.json"`);
    await page().getByLabel('Où le coller').selectOption('wordpress-plugin');
    expect(await code()).toBe('<!-- wp:ess/widget {"widget":"member-map","source":"adherents"} /-->');
    await page().getByLabel('Où le coller').selectOption('spip');
    expect(await code()).toBe('<ess|carte|source=adherents>');
    expect(await page().getByLabel('Message à envoyer').inputValue()).toContain(`${HOME}data/manifest.json`);
    await page().getByLabel('Où le coller').selectOption('wordpress');
    await page().getByLabel('Vos droits').selectOption('author');
    expect(await code()).toBe(`${HOME}f/member-map.fr/`);
    await page().getByLabel('Où le coller').selectOption('frame');
    expect(await code()).toMatch(
      /src="https:\/\/asso\.example\/ess-widgets\/ess\/atelier\/embed\.html\?widget=member-map&amp;source=donnees" .*height:\d{3}px/,
    );
    await page().getByLabel('Où le coller').selectOption('mail');
    const picture = await take('Prendre l’image');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    await page().getByRole('button', { name: 'Copier l’image, la phrase et le lien' }).click();
    await page().locator('#place .note', { hasText: 'Copié' }).waitFor();
    const pasted = await page().evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const partOf = async (type: string) => (await item?.getType(type))?.text();
      const types = [...(item?.types ?? [])].sort();
      return { types, html: await partOf('text/html'), plain: await partOf('text/plain') };
    });
    expect(pasted.types).toEqual(['image/png', 'text/html', 'text/plain']);
    expect(pasted.plain).toBe(`La carte des adhérents\u202f: 3 adhérents situés\n${HOME}f/member-map.fr/`);
    expect(pasted.html).toMatch(
      /<img [^>]*src="data:image\/png;base64,[^"]{1000,}"[^>]* alt="La carte des adhérents[^"]*3[^"]*situés"[^>]*>.*<p[^>]*>La carte[^<]*<\/p>.*<a href="https:\/\/asso\.example\/ess-widgets\/f\/member-map\.fr\/"/s,
    );
    const files = unarchived(await take('Pour le site'));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'f/member-map.fr/index.html',
        'f/member-map.fr/oembed.json',
        'images/member-map.fr.png',
        'images/member-map.fr.svg',
        '.htaccess',
      ]),
    );
  });

  it('checks the address that is asked for, where a service has another one for its data', async () => {
    const csv = { body: LIST, type: 'text/csv; charset=utf-8' };
    const cloud = await openHost({
      pages: { '/s/AbCdEfGhIjKlMno/download': csv },
      headers: { 'access-control-allow-origin': '*' },
    });
    await open();
    await page().getByLabel('ou donnez l’adresse').fill(`${cloud.url}s/AbCdEfGhIjKlMno`);
    await page().getByLabel('ou donnez l’adresse').press('Enter');
    await page().getByRole('radio', { name: 'La carte des adhérents 3' }).check();
    await page().getByLabel('Où le coller').selectOption('html');
    await page()
      .locator('#place p', { hasText: /^Vérifié|^Cette adresse/ })
      .waitFor();
    expect(
      await page()
        .locator('#place p', { hasText: /^Vérifié|^Cette adresse/ })
        .innerText(),
    ).toContain('les pages d’autres sites peuvent lire cette adresse');
    // One that cannot be read, or gives a secret away, is in no link, and nobody takes it for a file.
    const secret = 'https://calendar.google.com/calendar/ical/a%40b.fr/private-0123456789abcdef/basic.ics';
    for (const wrong of [`${cloud.url}absent.csv`, secret]) {
      await page().getByLabel('ou donnez l’adresse').fill(wrong);
      await page().getByLabel('ou donnez l’adresse').press('Enter');
      await page().getByText('Il manque une source').first().waitFor();
      expect(await page().getByText('redéposez-le').count()).toBe(0);
      expect(page().url()).not.toMatch(/absent|private/);
    }
    await cloud.close();
  });

  it('shows a list and an agenda together, names each where it is placed, and takes both home as one', async () => {
    visit = await visitor(site.browser, { viewport: { width: 1200, height: 900 } });
    await page().goto(`${host.url}ess/atelier/`);
    await page().getByLabel('ou donnez l’adresse').fill(`${host.url}list.csv`);
    await page().getByLabel('ou donnez l’adresse').press('Enter');
    await page().getByRole('radio', { name: 'La carte des adhérents 2' }).check();
    await page().getByRole('button', { name: 'Ajouter une autre source' }).click();
    await page().getByText('Apportez maintenant l’autre source').waitFor();
    await drop(AGENDA, 'agenda.ics');
    await page()
      .getByRole('radio', { name: /^L’agenda/ })
      .waitFor();
    const sources = page().locator('.sources li');
    await expect.poll(() => sources.count()).toBe(2);
    expect((await sources.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^adherents \(list\), 2 adhérents, données du .* Retirer « adherents »$/),
      expect.stringMatching(/^agenda, 1 événement, données du .* Retirer « agenda »$/),
    ]);
    // What was chosen stays, and reads what has an address.
    expect(await page().getByRole('radio', { name: 'La carte des adhérents 2' }).isChecked()).toBe(true);
    await page().getByLabel('Où le coller').selectOption('wordpress-plugin');
    expect(await code()).toBe('<!-- wp:ess/widget {"widget":"member-map","source":"adherents"} /-->');
    await page().getByText('cette adresse répond. Le serveur de votre site la lira.').waitFor();
    await page().getByLabel('Où le coller').selectOption('html');
    await page().getByText('Cette adresse ne se laisse pas lire par d’autres pages').waitFor();
    await page().getByLabel('Où le coller').selectOption('wordpress-plugin');
    await page()
      .getByRole('radio', { name: /^L’agenda/ })
      .check();
    await page().getByText('Vos données viennent d’un fichier').waitFor();
    const files = unarchived(await take('Pour le site'));
    const jsonIn = (name: string) => JSON.parse(Buffer.from(files.get(name) ?? []).toString());
    expect(jsonIn('data/organisations.json').map(({ name }: { name: string }) => name)).toEqual(['Coop A', 'Asso B']);
    expect(jsonIn('data/events.json').map(({ title }: { title: { fr: string } }) => title.fr)).toEqual([
      'Café des coops',
    ]);
    expect(Object.keys(jsonIn('sources.json').sources)).toEqual(['adherents', 'donnees']);
    expect(Buffer.from(files.get('data/organisations.json') ?? []).toString()).not.toContain('personne');
    // One that was kept goes, then the last one.
    const map = page().getByRole('radio', { name: /^La carte des adhérents/ });
    await page().getByRole('button', { name: 'Retirer « adherents »' }).click();
    await map.waitFor({ state: 'detached' });
    expect(await sources.count()).toBe(1);
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('title-bring');
    await page().getByRole('button', { name: 'Ajouter une autre source' }).click();
    await page().getByText('Apportez maintenant l’autre source').waitFor();
    await drop(LIST);
    await page().getByRole('button', { name: 'Retirer « adherents »' }).click();
    await map.waitFor({ state: 'detached' });
    expect(
      await page()
        .getByRole('radio', { name: /^L’agenda/ })
        .count(),
    ).toBe(1);
    expect(visit.complaints).toEqual([]);
  });

  it('says that a browser does not let a picture be copied, and still gives it', async () => {
    await open('#from=cress&widget=indicator&indicator=members-stock&to=mail');
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    // The words of this figure, not those of the first.
    expect(await code()).toMatch(/>Adhérents<\/a>$/);
    await page().evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
      Object.defineProperty(navigator.clipboard, 'write', { value: refuse });
    });
    await page().getByRole('button', { name: 'Copier l’image' }).click();
    await page().locator('#place .notice', { hasText: 'rien n’a été copié' }).waitFor();
    expect((await take('Prendre l’image')).readUInt32BE(16)).toBe(1200);
  });

  it('shows what a link says, drops what means nothing, and says so; a file is asked for again', async () => {
    await open('#from=file&file=adherents.csv&widget=member-map&to=html&right=root&src=https://a.example/&theme=noir');
    const notice = await page().locator('header .notice').textContent();
    for (const name of ['right', 'src', 'theme']) expect(notice).toContain(`« ${name} »`);
    await page().getByText('redéposez-le').waitFor();
    expect(await page().getByLabel('Où le coller').inputValue()).toBe('html');
    expect(visit.complaints).toEqual([]);
  });

  it('reads an address of a link once its reader has pressed the button that names its host', async () => {
    await open(`#from=${encodeURIComponent(`${host.url}data/manifest.json`)}`);
    const button = page().getByRole('button', { name: `Lire ${new URL(host.url).host}` });
    await button.waitFor();
    expect([...visit.data].filter((address) => address.endsWith('events.json'))).toEqual([]);
    await button.click();
    await page().getByRole('group', { name: 'Widget' }).waitFor();
  });

  it('gives a workbook of the year, reads it filled, says what is wrong at its cell, and takes its data home', async () => {
    await open();
    await page().getByText('Le classeur de l’année, ou').click();
    await page().getByLabel('Année').fill('2025');
    const blank = await take('Prendre un classeur à remplir');
    const read = async (bytes: Uint8Array, title: string): Promise<void> => {
      await page()
        .locator('.year input[accept=".xlsx"]')
        .setInputFiles({ name: 'annee.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
      await page().getByRole('heading', { name: title }).waitFor();
      await page().getByText('Lecture en cours').waitFor({ state: 'detached' });
    };
    const parts = [...unarchived(blank)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()] as const);
    const wrong = parts.map(([name, text]) => [name, Buffer.from(text.replaceAll('>2025<', '>2024<'))] as const);
    await read(archiveOf(new Map(wrong)), 'Le classeur de 2024');
    expect(await page().locator('.year li').first().textContent()).toMatch(/^Lisez-moi.*2024/);
    expect(await page().getByRole('group', { name: 'Widget' }).count()).toBe(0);
    await read(blank, 'Le classeur de 2025');
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    expect(await page().locator('.year').textContent()).toMatch(/0 fiche nouvelle.*textes de l’an dernier, non relus/s);
    const kept = await take('À garder');
    expect([...unarchived(kept).keys()]).toEqual(expect.arrayContaining(['annee.xlsx', 'data/manifest.json']));
    await page()
      .locator('.year input[accept=".zip"]')
      .setInputFiles({ name: 'a-garder.zip', mimeType: '', buffer: kept });
    await page().getByText('Lecture en cours').waitFor({ state: 'detached' });
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('is where every widget leads to, at the step that places it', async () => {
    const own = await openHost({
      pages: { '/': pageOf('<ess-breakdown indicator="members-stock" by="college"></ess-breakdown>', LOADER) },
    });
    visit = await visitor(site.browser);
    await page().goto(own.url);
    await page().getByRole('button', { name: 'Intégrer' }).click();
    const href = await page().getByRole('link', { name: 'Où le coller' }).getAttribute('href');
    await page().goto(href ?? '');
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    await page().getByRole('heading', { name: 'Placer' }).and(page().locator(':focus')).waitFor();
    await page().getByLabel('Où le coller').selectOption('wordpress-plugin');
    expect(await code()).toBe(
      '<!-- wp:ess/widget {"widget":"breakdown","indicator":"members-stock","by":"college"} /-->',
    );
    await own.close();
  });

  it('does all of it on its own thread where no worker may run, and without storage', async () => {
    visit = await visitor(site.browser);
    await page().addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
    await page().goto(`${host.url}ess/atelier/`);
    await page().getByRole('heading', { name: 'Apporter' }).waitFor();
    await drop(LIST);
    const files = unarchived(await take('Pour le site'));
    expect(Buffer.from(files.get('data/organisations.json') ?? []).toString()).toContain('Asso B');
  });

  it('refuses an archive that is none, and one that says it holds very much', async () => {
    await open();
    await page().getByText('Le classeur de l’année, ou').click();
    const read = (buffer: Buffer) =>
      page().locator('.year input[accept=".zip"]').setInputFiles({ name: 'a.zip', mimeType: '', buffer });
    await read(Buffer.from('PK\u0003\u0004 nothing'));
    await page().locator('.notice.error', { hasText: 'abîmée' }).waitFor();
    await read(Buffer.from(archiveOf(new Map([['a.txt', Buffer.from('a')]]))));
    await page().locator('.notice.error', { hasText: 'n’a pas de dossier' }).waitFor();
    const bomb = Buffer.from(archiveOf(new Map([['data/manifest.json', Buffer.from('{}')]])));
    // The size that its directory declares.
    bomb.writeUInt32LE(2_000_000_000, bomb.indexOf('PK\u0001\u0002') + 24);
    await read(bomb);
    await page().locator('.notice.error', { hasText: 'plus de 100' }).waitFor();
  });

  it('takes home what the command line prepares, byte for byte', async () => {
    // Without a choice: the widgets that are shown first.
    await open('#from=cress');
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    const archive = await take('Pour le site');
    const atelier = path.join(ROOT, 'packages/elements/cdn/atelier');
    const release = readFileSync(path.join(atelier, 'folder.zip'));
    for (const [name, bytes] of [...unarchived(release), ['atelier/folder.zip', release] as const]) {
      mkdirSync(path.dirname(path.join(work, 'ess', name)), { recursive: true });
      writeFileSync(path.join(work, 'ess', name), bytes);
    }
    const data = MOUNTS.find(({ url }) => url === '/data/')?.folder;
    const { err } = await ess(`prepare ${data}/manifest.json --site site.zip --ess ess`, {
      cwd: work,
      today: '2025-03-10',
    });
    expect(err).toBe('');
    const [own, other] = [archive, readFileSync(path.join(work, 'site.zip'))].map((bytes) => unarchived(bytes));
    // Pictures are drawn by a browser alone.
    const drawn = [...(own?.keys() ?? [])].filter((name) => name.endsWith('.png'));
    expect(drawn.length).toBe(12);
    const names = [...new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])];
    const differing = names
      .filter((each) => !drawn.includes(each))
      .filter((name) => Buffer.compare(own?.get(name) ?? Buffer.alloc(0), other?.get(name) ?? Buffer.alloc(0)) !== 0);
    expect(differing).toEqual([]);
  });

  it.each([1200, 360])('has no fault that axe finds, and no line wider than the window, at %i px', async (width) => {
    await open('#from=cress&widget=member-map&to=wordpress&right=editor', width);
    await page().getByRole('group', { name: 'Widget' }).waitFor();
    expect(await violations(page(), 'body', ['.stage', 'ess-data-check'])).toEqual([]);
    const wide = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    // Nor does the preview of a phone scroll on a phone, which shows it in full width.
    await page().getByRole('radio', { name: '360' }).check();
    const seen = await page()
      .locator('[data-width="360"]')
      .evaluate(({ clientWidth, parentElement: stage }) => [
        clientWidth,
        (stage?.scrollWidth ?? 0) - (stage?.clientWidth ?? 0),
      ]);
    expect(seen).toEqual([360, 0]);
  });
});
