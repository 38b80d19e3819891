/**
 * Tests what the loader requests on a first visit: the files that the widgets read, once, before there is code to read
 * them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { codeFile } from './support/code.ts';
import { type Host, type HostPage, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, visitor } from './support/visit.ts';

const WIDGETS: Readonly<Record<string, string>> = {
  'ess-breakdown': 'indicator="members-stock"',
  'ess-event-agenda': 'series="mois-de-l-ess"',
  'ess-event-counter': 'series="mois-de-l-ess"',
  'ess-indicator': 'indicator="members-stock"',
  'ess-member-list': '',
  'ess-member-map': '',
  'ess-report': 'view="whole"',
  'ess-table': 'collection="publications"',
  'ess-territory-picker': '',
  'ess-territory-sheet': 'territory="departement-29"',
  'ess-timeline': 'collections="meetings votes"',
  'ess-trend': 'indicator="audience-followers"',
};

const site = useSite();
const hosts: Host[] = [];
afterAll(() => Promise.all(hosts.map((host) => host.close())));

const DATA = '/data/';
const isData = (address: string): boolean => new URL(address).pathname.startsWith(DATA);
const widget = (tag: string): string => `<${tag} ${WIDGETS[tag] ?? ''}></${tag}>`;

async function addressOf(body: string, pages: Readonly<Record<string, string | HostPage>> = {}): Promise<string> {
  const host = await openHost({ pages: { '/': pageOf(body, LOADER), ...pages } });
  hosts.push(host);
  return host.url;
}

/** The data set as it would be if no build had written its measures. */
function unwritten(): Readonly<Record<string, string>> {
  const file = path.join(ROOT, 'packages/bretagne/data/manifest.json');
  const { measures: _whole, excerpts: _parts, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  return { [`${DATA}manifest.json`]: JSON.stringify(manifest) };
}

/** Data files that a first visit asks for, sorted; `isLate` keeps the loader from asking for any. */
async function filesOf(url: string, isLate = false): Promise<readonly string[]> {
  const visit = await visitor(site.browser);
  const asked: string[] = [];
  visit.page.on('request', (request) => {
    if (isData(request.url())) asked.push(new URL(request.url()).pathname.slice(DATA.length));
  });
  if (isLate) await visit.page.addInitScript(() => Object.defineProperty(indexedDB, 'databases', { value: undefined }));
  await goTo(visit.page, url);
  await visit.page.waitForLoadState('networkidle');
  // On a busy machine a page may be silent for half a second, and have more to ask for once it has drawn.
  for (let before = -1; before !== asked.length; await visit.page.waitForTimeout(250)) {
    before = asked.length;
    await visit.page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  }
  expect(visit.complaints).toEqual([]);
  await visit.close();
  return asked.toSorted();
}

describe.concurrent('the loader on a first visit', () => {
  it.each(Object.keys(WIDGETS))('asks for what <%s> reads and nothing else, each file once', async (tag) => {
    const url = await addressOf(widget(tag));
    const files = await filesOf(url);
    expect(files).toEqual([...new Set(files)]);
    expect(files).toEqual(await filesOf(url, true));
  });

  it('finds the files of a manifest that is redirected beside the place that it came from', async () => {
    const body = widget('ess-member-map');
    const loader = LOADER.replace('/data/manifest.json', '/latest/data');
    const pages = { '/': pageOf(body, loader), '/latest/data': { body: '', to: '/data/manifest.json' } };
    const files = await filesOf(await addressOf(body, pages));
    expect(files).toContain('basemap.json');
    expect(files).toEqual(await filesOf(await addressOf(body)));
  });

  it('asks once for what several widgets read', async () => {
    const files = await filesOf(await addressOf(Object.keys(WIDGETS).map(widget).join('')));
    expect(files).toContain('organisations.json');
    expect(files).toEqual([...new Set(files)]);
  });

  it('asks for an excerpt of the measures where few figures are shown, for all of them where a report is', async () => {
    const measures = async (body: string) =>
      (await filesOf(await addressOf(body))).filter((file) => file.startsWith('measures'));
    expect(await measures(widget('ess-indicator'))).toEqual(['measures-members.json']);
    const figures = `${widget('ess-indicator')}<ess-indicator indicator="vote-share"></ess-indicator>`;
    expect(await measures(figures)).toEqual(['measures-governance.json', 'measures-members.json']);
    expect(await measures(widget('ess-report'))).toEqual(['measures.json']);
  });

  it('asks for the ground and the records of a map before there is any code to read them', async () => {
    const visit = await visitor(site.browser);
    const names = [
      'manifest',
      'organisations',
      'memberships',
      'colleges',
      'territories',
      'measures-members',
      'basemap',
    ];
    const asked = Promise.all(
      names.map((name) => visit.page.waitForRequest((request) => request.url().endsWith(`${DATA}${name}.json`))),
    );
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, await addressOf(widget('ess-member-map')));
    expect(await states(visit.page)).toEqual(['ess-member-map ready']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('fetches what finds the nearest name for an author who mistypes one, and for no other', async () => {
    const finds = async (body: string): Promise<boolean> => {
      const visit = await visitor(site.browser);
      const asked: string[] = [];
      visit.page.on('request', (request) => asked.push(request.url()));
      await goTo(visit.page, await addressOf(body));
      await states(visit.page);
      await visit.page.waitForLoadState('networkidle');
      await visit.close();
      // Attributes are looked at.
      expect(asked.some((url) => codeFile('elements/base/ignored-attributes').test(url))).toBe(true);
      return asked.some((url) => codeFile('core/model/closest').test(url));
    };
    const chart = '<ess-breakdown indicator="members-stock" lang="fr" territoire="departement-29"></ess-breakdown>';
    expect(await finds(chart)).toBe(true);
    expect(await finds(chart.replace(/ territoire="[^"]+"/, ''))).toBe(false);
  });

  it('asks for one file more while the manifest is on its way: the code that reads records', async () => {
    const visit = await visitor(site.browser);
    const records = visit.page.waitForRequest(codeFile('core/data/client/files'));
    await visit.page.route(/\/manifest\.json$/, async (route) => {
      await records;
      await route.continue();
    });
    await goTo(visit.page, await addressOf(widget('ess-member-map')));
    expect(await states(visit.page)).toEqual(['ess-member-map ready']);
    await visit.close();
  });

  it('asks for what a report begins with before the report has come, which names it', async () => {
    const visit = await visitor(site.browser);
    const asked = Promise.all(
      [/\/ess-indicator\.js/, codeFile('core/data/client/files')].map((name) => visit.page.waitForRequest(name)),
    );
    await visit.page.route(/\/report-2024\.json$/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, await addressOf(widget('ess-report')));
    await visit.page.locator('ess-report ess-indicator [part~="value"]').first().waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it.each([
    ['ess-table', ['elements/views/symbols', 'elements/views/grid-view']],
    ['ess-territory-picker', ['core/directory/plain-search', 'core/data/client/files']],
    ['ess-timeline', ['elements/views/dated.styles', 'core/data/client/files']],
    ['ess-trend', ['elements/views/symbols', 'elements/views/grid-view']],
  ])('asks for what <%s> shows its data with before there is any code to ask for it', async (tag, names) => {
    const visit = await visitor(site.browser);
    const asked = Promise.all(names.map((name) => visit.page.waitForRequest(codeFile(name))));
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, await addressOf(widget(tag)));
    expect(await states(visit.page)).toEqual([`${tag} ready`]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('asks for what is further down once the code of what is in sight has come, and at once where nothing is', async () => {
    const far = `<p style="height:300vh"></p>${widget('ess-trend')}`;
    const visit = await visitor(site.browser);
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const isAsked = (): boolean =>
      asked.some((file) => /\/(ess-trend|grid-view)\.js|measures-communication/.test(file));
    let before: boolean | undefined;
    await visit.page.route(/\/ess-indicator\.js/, async (route) => {
      await visit.page.waitForRequest(/measures-members/);
      await visit.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      before = isAsked();
      await route.continue();
    });
    await goTo(visit.page, await addressOf(`${widget('ess-indicator')}${far}`));
    expect(await states(visit.page)).toEqual(['ess-indicator ready', 'ess-trend ready']);
    expect([before, isAsked()]).toEqual([false, true]);
    await goTo(visit.page, await addressOf(far));
    expect(await states(visit.page)).toEqual(['ess-trend ready']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('waits some seconds at most for code in sight that never comes', async () => {
    const far = `<p style="height:300vh"></p>${widget('ess-trend')}`;
    const visit = await visitor(site.browser);
    // The test itself decides when those seconds are over.
    await visit.page.addInitScript(() => {
      const later = window.setTimeout.bind(window);
      const past: (() => void)[] = [];
      const mine = (run: () => void, ms = 0) => (ms === 5_000 ? past.push(run) : later(run, ms));
      Object.assign(window, { setTimeout: mine, past });
    });
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await visit.page.route(/\/ess-indicator\.js/, () => undefined);
    await visit.page.goto(await addressOf(`${widget('ess-indicator')}${far}`), { waitUntil: 'domcontentloaded' });
    await expect.poll(() => asked.filter((file) => /measures-members/.test(file))).not.toEqual([]);
    expect(asked.filter((file) => /ess-trend\.js/.test(file))).toEqual([]);
    await visit.page.evaluate(() => {
      for (const run of (globalThis as unknown as { past: readonly (() => void)[] }).past) run();
    });
    await expect.poll(() => states(visit.page)).toContain('ess-trend ready');
    await visit.close();
  });

  it.each(['ess-event-counter', 'ess-indicator', 'ess-trend'])(
    'asks for what <%s> computes its figure from, and nothing else, where no build has written it',
    async (tag) => {
      const body = tag === 'ess-event-counter' ? `<${tag}></${tag}>` : widget(tag);
      const url = await addressOf(body, unwritten());
      const files = await filesOf(url);
      expect(files).toContain('observations.json');
      expect(files.filter((file) => file.startsWith('measures'))).toEqual([]);
      expect(files).toEqual([...new Set(files)]);
      expect(files).toEqual(await filesOf(url, true));
    },
  );

  it.each([
    ['', false],
    ['compare="none"', false],
    ['compare="2023"', false],
    ['period="2024-01/2024-12"', false],
    ['compare="2022"', true],
  ])('computes a figure only where no build has written it: with %s, %s', async (attribute, isComputed) => {
    const visit = await visitor(site.browser);
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await goTo(visit.page, await addressOf(`<ess-indicator indicator="members-stock" ${attribute}></ess-indicator>`));
    await visit.page.waitForLoadState('networkidle');
    expect(await states(visit.page)).toEqual(['ess-indicator ready']);
    await visit.close();
    for (const part of ['/catalogue.json', '/observations.json'])
      expect([part, asked.some((file) => file.includes(part))]).toEqual([part, isComputed]);
  });

  const LIST = '/liste.csv';
  const FIGURE = 'indicator="members-stock"';
  const LISTED = {
    'ess-breakdown': `${FIGURE} by="college"`,
    'ess-indicator': FIGURE,
    'ess-member-list': '',
    'ess-member-map': FIGURE,
  };
  const listed = (tag: keyof typeof LISTED): string => `<${tag} src="${LIST}" ${LISTED[tag]}></${tag}>`;

  it.each(Object.keys(LISTED) as (keyof typeof LISTED)[])(
    'asks for a list of members that <%s> names, and for what it takes to show it, before there is any code to ask for it',
    async (tag) => {
      const url = await addressOf(listed(tag), { [LIST]: 'Nom;Commune;Collège\nLa Criée;Brest;Associations\n' });
      const visit = await visitor(site.browser);
      // A directory shows the members before it says how many they are.
      const counting = tag.startsWith('ess-member-') ? [] : ['elements/base/computer'];
      const code = ['core/data/sources/csv/load', 'elements/base/placer', ...counting];
      const files = [/liste\.csv/, /communes\.json/, ...(tag === 'ess-member-map' ? [/basemap\.json/] : [])];
      const wanted = [...files, ...code.map((name) => codeFile(name))];
      const asked = Promise.all(wanted.map((name) => visit.page.waitForRequest((request) => name.test(request.url()))));
      await visit.page.route(/\/base\.js/, async (route) => {
        await asked;
        await route.continue();
      });
      await goTo(visit.page, url);
      expect(await states(visit.page)).toEqual([`${tag} ready`]);
      expect(visit.complaints).toEqual([]);
      await visit.close();
      const all = await filesOf(url);
      expect(all).toEqual([...new Set(all)]);
      expect(all).toEqual(await filesOf(url, true));
    },
  );

  it('asks for each of several lists before there is any code to join them', async () => {
    const body = '<ess-member-map src="/liste.csv /autre.csv"></ess-member-map>';
    const autre = 'Nom;Commune;Collège\nLe Phare;Rennes;Coopératives\n';
    const url = await addressOf(body, {
      [LIST]: 'Nom;Commune;Collège\nLa Criée;Brest;Associations\n',
      '/autre.csv': autre,
    });
    const visit = await visitor(site.browser);
    const wanted = [/liste\.csv/, /autre\.csv/, /communes\.json/, codeFile('core/data/sources/csv/load')];
    const asked = Promise.all(wanted.map((name) => visit.page.waitForRequest((request) => name.test(request.url()))));
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(await states(visit.page)).toEqual(['ess-member-map ready']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
    const files = await filesOf(url);
    expect(files).toEqual([...new Set(files)]);
    expect(files).toEqual(await filesOf(url, true));
  });

  it('asks for a calendar, and for what it takes to read it, before there is any code to ask for it', async () => {
    const start = `${new Date().getFullYear() + 1}0330`;
    const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Fête\nDTSTART:${start}\nEND:VEVENT\nEND:VCALENDAR\n`;
    const url = await addressOf('<ess-event-agenda src="/agenda.ics"></ess-event-agenda>', { '/agenda.ics': calendar });
    const visit = await visitor(site.browser);
    const requests: string[] = [];
    visit.page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    const wanted = [
      /\/agenda\.ics/,
      ...['core/data/all', 'core/data/client/recognise', 'core/data/sources/ical/load'].map((name) => codeFile(name)),
    ];
    const asked = Promise.all(wanted.map((name) => visit.page.waitForRequest((request) => name.test(request.url()))));
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(await states(visit.page)).toEqual(['ess-event-agenda ready']);
    expect(visit.complaints).toEqual([]);
    const unread = [
      'core/data/sources/ess-dataset/judge-records',
      'elements/directory/directory-element',
      'elements/base/placer',
    ];
    // It is asked for once, and what looks for mistakes of a data set or shows members is not on the page.
    expect(requests.filter((each) => each === '/agenda.ics')).toHaveLength(1);
    expect(requests.filter((each) => unread.some((name) => codeFile(name).test(each)))).toEqual([]);
    await visit.close();
  });

  it('asks for no table of communes where a list has positions', async () => {
    const list = 'Nom;Latitude;Longitude;Collège\nLa Criée;48,39;-4,48;Associations\n';
    const files = await filesOf(await addressOf(listed('ess-member-map'), { [LIST]: list }));
    expect(files).toEqual(['basemap.json', 'manifest.json']);
  });

  it('asks for what a data set of an element or of its provider names before there is any code to read it', async () => {
    for (const body of [
      '<ess-provider src="/data/manifest.json"><ess-indicator indicator="members-stock"></ess-indicator></ess-provider>',
      '<ess-indicator src="/data/manifest.json" indicator="members-stock"></ess-indicator>',
    ]) {
      const visit = await visitor(site.browser);
      const measures = visit.page.waitForRequest(/measures-members\.json/);
      await visit.page.route(/\/base\.js/, async (route) => {
        await measures;
        await route.continue();
      });
      const pages = { '/': pageOf(body, '<script type="module" src="/ess/ess.js"></script>') };
      await goTo(visit.page, await addressOf(body, pages));
      expect(await states(visit.page)).toContain('ess-indicator ready');
      expect(visit.complaints).toEqual([]);
      await visit.close();
    }
  });

  it('asks for the code that computes a figure before there is any to ask for it', async () => {
    const visit = await visitor(site.browser);
    const asked = Promise.all(
      [
        codeFile('elements/base/computer'),
        codeFile('core/data/client/files'),
        /events\.json/,
        /observations\.json/,
      ].map((name) => visit.page.waitForRequest((request) => name.test(request.url()))),
    );
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, await addressOf('<ess-event-counter></ess-event-counter>', unwritten()));
    expect(await states(visit.page)).toEqual(['ess-event-counter ready']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('asks for the code that computes an indicator, and for its definition, before the element has come', async () => {
    const visit = await visitor(site.browser);
    const names = [codeFile('elements/base/computer'), /catalogue\.json/, /observations\.json/];
    const asked = Promise.all(names.map((name) => visit.page.waitForRequest(name)));
    await visit.page.route(/\/\/ess-indicator\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, await addressOf(widget('ess-indicator'), unwritten()));
    expect(await states(visit.page)).toEqual(['ess-indicator ready']);
    await visit.close();
  });

  it('asks for the ground that the page’s author names, for none where none is wanted', async () => {
    const maps = '<ess-member-map basemap="/data/basemap.json?own"></ess-member-map>';
    expect((await filesOf(await addressOf(maps))).filter((file) => file === 'basemap.json')).toHaveLength(1);
    expect(await filesOf(await addressOf('<ess-member-map basemap="none"></ess-member-map>'))).not.toContain(
      'basemap.json',
    );
  });

  it('asks once for what a widget with data of its own reads, and for nothing of the page’s', async () => {
    const files = await filesOf(
      await addressOf('<ess-indicator src="/data/manifest.json" indicator="members-stock"></ess-indicator>'),
    );
    expect(files).toEqual(['manifest.json', 'measures-members.json']);
    const provided = `<ess-provider src="/data/manifest.json?own">${widget('ess-indicator')}</ess-provider>`;
    expect(await filesOf(await addressOf(provided))).toEqual(['manifest.json', 'measures-members.json']);
  });
});
