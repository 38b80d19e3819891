/**
 * A large directory on pages whose policy forbids some way of starting a worker: each time the next rung holds. And one whose
 * code does not come.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { datasetFile } from '../src/testing/testing.ts';
import { codeFile } from './support/code.ts';
import { type Host, type HostOptions, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, until, type Visit, visitor, warnings } from './support/visit.ts';

const NUMBER = 300;
const numbers = [...new Array<number>(NUMBER).keys()];
const COLLEGES = ['associations', 'scop'];
const COLLEGE_RECORDS = COLLEGES.map((id, at) => ({
  id,
  network: 'reseau',
  label: { fr: `Collège ${id}` },
  order: at + 1,
}));
const TERRITORIES = [{ id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: [] }];
const { json: RECORDS } = datasetFile(
  {
    organisations: numbers.map((n) => ({
      id: `o${n}`,
      name: n === 7 ? 'Phare du bout du monde' : `Organisation ${n}`,
      territories: ['departement-29'],
      town: 'Brest',
      ...(n % 10 === 9
        ? {}
        : { position: { lon: -4.4 + (n % 20) / 20, lat: 48.2 + Math.floor(n / 20) / 60, precision: 'address' } }),
    })),
    memberships: numbers.map((n) => ({
      id: `m${n}`,
      organisation: `o${n}`,
      network: 'reseau',
      college: COLLEGES[n % 2],
    })),
    colleges: COLLEGE_RECORDS,
    territories: TERRITORIES,
  },
  { catalogue: undefined },
);

const WIDGETS =
  '<ess-member-map src="/large/manifest.json" basemap="none"></ess-member-map><ess-member-list src="/large/manifest.json"></ess-member-list>';

const site = useSite();
const folder = mkdtempSync(path.join(tmpdir(), 'ess-large-'));

beforeAll(() => {
  const records = path.join(folder, 'records.json');
  writeFileSync(records, JSON.stringify(RECORDS));
  const main = path.join(ROOT, 'packages/cli/src/main.ts');
  const pack = ['--conditions=ess-source', '--import', 'tsx', main, 'pack', records, '--out'];
  const run = (...rest: readonly string[]) =>
    execFileSync(process.execPath, [...pack, ...rest], { cwd: ROOT, stdio: 'pipe' });
  run(path.join(folder, 'packed'), '--no-records');
  run(path.join(folder, 'both'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One organisation more than a page reads by itself, and their memberships, as files. */
function plainPages(): NonNullable<HostOptions['pages']> {
  const all = [...new Array<number>(20_001).keys()];
  const lists = {
    colleges: COLLEGE_RECORDS,
    territories: TERRITORIES,
    organisations: all.map((n) => ({ id: `o${n}`, name: `Organisation ${n}`, territories: ['departement-29'] })),
    memberships: all.map((n) => ({ id: `m${n}`, organisation: `o${n}`, network: 'reseau', college: 'scop' })),
  };
  const listed = Object.entries(lists).map(([name, records]) => {
    return [name, { href: `${name}.json`, count: records.length, hash: name, coverage: [{ complete: true }] }] as const;
  });
  const manifest = { ...(RECORDS as object), collections: Object.fromEntries(listed) };
  const page = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' });
  return {
    '/plain/manifest.json': page(manifest),
    ...Object.fromEntries(Object.entries(lists).map(([name, records]) => [`/plain/${name}.json`, page(records)])),
  };
}

const hostOf = (options: HostOptions): Promise<Host> =>
  openHost({
    mounts: [
      ...MOUNTS,
      { url: '/large/', folder: path.join(folder, 'packed') },
      { url: '/both/', folder: path.join(folder, 'both') },
    ],
    ...options,
  });

interface Open {
  readonly visit: Visit;
  /** Directives that something was blocked by, each once. */
  readonly blocked: Set<string>;
}

async function open(url: string): Promise<Open> {
  const visit = await visitor(site.browser);
  const blocked = new Set<string>();
  await visit.page.exposeFunction('noteViolation', (directive: string) => blocked.add(directive));
  await visit.page.addInitScript(() => {
    const page = globalThis as unknown as { noteViolation(directive: string): void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      page.noteViolation(violatedDirective),
    );
  });
  await visit.page.goto(url);
  await settled(visit.page);
  return { visit, blocked };
}

/** The whole way of a visitor: numbers, markers, rows, a filter, a search. */
async function use({ page }: Visit): Promise<void> {
  const shown = (selector: string, text: RegExp) =>
    expect.poll(async () => (await texts(page, selector)).join(), { timeout: 20_000 }).toMatch(text);
  await shown('ess-member-map', /300 adhérents, dont 270 situés sur la carte/);
  await shown('ess-member-list', /300 adhérents.*1 à 50 sur 300/);
  await until(async () => ((await page.locator('ess-member-map .marker').count()) > 0 ? [] : ['no marker']));
  const map = page.locator('ess-member-map');
  // With its number: markers are called by their collège until their names have come.
  await map.getByRole('button', { name: /^Collège scop \d/ }).click();
  await shown('ess-member-map', /150 résultats sur 300, dont 120 sur la carte/);
  await page.locator('ess-member-list').getByRole('searchbox').fill('phare');
  await shown('ess-member-list', /1 résultat sur 300.*Phare du bout du monde/);
}

const LITTLE = "script-src 'self'; style-src 'self'";
const TRUSTED = `${LITTLE}; require-trusted-types-for 'script'`;

describe.each<[policy: string, worker: RegExp | null, blocked: readonly string[]]>([
  // The first policy allows ours by its name, the second allows any.
  [`${TRUSTED}; trusted-types lit-html ess-widgets; worker-src 'self'`, /\/ess\/[^/]+\/packed-worker\.js/, []],
  [`${TRUSTED}; worker-src 'self'`, /\/ess\/[^/]+\/packed-worker\.js/, []],
  [`${TRUSTED}; trusted-types lit-html`, null, ['require-trusted-types-for', 'trusted-types']],
  [`${TRUSTED}; worker-src 'none'`, null, ['worker-src']],
  [`${LITTLE}; worker-src blob:`, /^blob:/, ['worker-src']],
])('a large directory under %s', (policy, worker, expected) => {
  let host: Host;
  let opened: Open;
  beforeAll(async () => {
    const loader = '<script type="module" src="/ess/ess.js"></script>';
    host = await hostOf({ headers: { 'content-security-policy': policy }, pages: { '/': pageOf(WIDGETS, loader) } });
    opened = await open(host.url);
  });
  afterAll(async () => {
    await opened?.visit.close();
    await host?.close();
  });

  it('answers its visitor', async () => {
    await use(opened.visit);
  });

  it(`runs ${worker ? 'in a worker' : 'on the page'}, and nothing else was blocked`, () => {
    const workers = opened.visit.page.workers().map((one) => one.url());
    expect(workers).toEqual(worker ? [expect.stringMatching(worker)] : []);
    expect([...opened.blocked].sort()).toEqual(expected);
    expect(opened.visit.complaints.filter((line) => !/Content Security Policy|TrustedScriptURL/i.test(line))).toEqual(
      [],
    );
  });
});

describe('a large directory whose code comes from another site, under a policy that allows it and workers of text', () => {
  let elsewhere: Host;
  let host: Host;
  let opened: Open;
  beforeAll(async () => {
    elsewhere = await hostOf({ headers: { 'access-control-allow-origin': '*' } });
    const other = elsewhere.url.slice(0, -1);
    const policy = `script-src ${other}; style-src 'self'; worker-src blob:; connect-src 'self' ${other}; require-trusted-types-for 'script'`;
    const loader = `<script type="module" src="${other}/ess/ess.js"></script>`;
    host = await hostOf({ headers: { 'content-security-policy': policy }, pages: { '/': pageOf(WIDGETS, loader) } });
    opened = await open(host.url);
  });
  afterAll(async () => {
    await opened?.visit.close();
    await host?.close();
    await elsewhere?.close();
  });

  it('runs in a worker made of its text, and answers its visitor', async () => {
    await use(opened.visit);
    expect(opened.visit.page.workers().map((one) => one.url())).toEqual([expect.stringMatching(/^blob:/)]);
  });
});

describe('a large directory whose code does not come', () => {
  it('says so, in map and list, and answers its visitor once they try again', async () => {
    const loader = '<script type="module" src="/ess/ess.js"></script>';
    const host = await hostOf({ pages: { '/': pageOf(WIDGETS, loader) } });
    const visit = await visitor(site.browser);
    const { page } = visit;
    await page.route(codeFile('elements/directory/large/large-directory'), (route) => route.abort());
    await goTo(page, host.url);
    expect(await states(page)).toEqual(['ess-member-map error', 'ess-member-list error']);
    for (const tag of ['ess-member-map', 'ess-member-list'])
      expect((await texts(page, tag))[0]).toContain('Données indisponibles – la source ne répond pas');
    expect(warnings(visit)).toEqual([expect.stringContaining('a large directory cannot be shown')]);
    await page.unrouteAll();
    const retry = (tag: string) => page.locator(tag).getByRole('button', { name: 'Réessayer' });
    await retry('ess-member-map').click();
    // The code that has come for the map may have reached the list before its own button is pressed.
    await retry('ess-member-list')
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await use(visit);
    await visit.close();
    await host.close();
  });
});

describe('a first visit to a packed directory', () => {
  const loader = '<script type="module" src="/ess/ess.js" data-src="/large/manifest.json"></script>';
  const columns = /\/columns\.\w+\.bin$/;

  it('has its columns and all its code asked for before there is any to ask for them, and each file once', async () => {
    const host = await hostOf({ pages: { '/': pageOf('<ess-member-map></ess-member-map>', loader) } });
    const visit = await visitor(site.browser);
    const files: string[] = [];
    // The worker, too, asks for what it reads.
    visit.page.context().on('request', (request) => files.push(new URL(request.url()).pathname));
    const wanted = [
      columns,
      /\/colleges\.\w+\.json$/,
      ...['directory/large/large-directory', 'world/coarse', 'map/ground'].map((name) => codeFile(`elements/${name}`)),
    ];
    const asked = Promise.all(wanted.map((name) => visit.page.waitForRequest(name)));
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, host.url);
    await expect
      .poll(async () => (await texts(visit.page, 'ess-member-map')).join(), { timeout: 20_000 })
      .toMatch(/300 adhérents/);
    const data = files.filter((file) => file.startsWith('/large/'));
    expect(data.filter((file) => columns.test(file))).toHaveLength(1);
    expect(data).toEqual([...new Set(data)]);
    // A packed folder needs no code that reads and checks records.
    expect(files.filter((file) => /records-worker/.test(file))).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
    await host.close();
  });

  it('leaves the columns where an attribute asks for other members than theirs, whose records are read', async () => {
    const body = '<ess-member-list where="network=autre"></ess-member-list>';
    const host = await hostOf({ pages: { '/': pageOf(body, loader.replace('/large/', '/both/')) } });
    const visit = await visitor(site.browser);
    const files: string[] = [];
    visit.page.context().on('request', (request) => files.push(new URL(request.url()).pathname));
    await goTo(visit.page, host.url);
    expect(await states(visit.page)).toEqual(['ess-member-list empty']);
    expect(files.filter((file) => /\/organisations\.\w+\.json$/.test(file))).toHaveLength(1);
    expect(files.filter((file) => columns.test(file))).toEqual([]);
    await visit.close();
    await host.close();
  });

  it('has the records of one that is not packed asked for, once, before there is any code to ask for them', async () => {
    const host = await hostOf({
      pages: {
        '/': pageOf(WIDGETS.replaceAll('/large/', '/plain/'), loader.replace('/large/', '/plain/')),
        ...plainPages(),
      },
    });
    const visit = await visitor(site.browser);
    const files: string[] = [];
    visit.page.context().on('request', (request) => files.push(new URL(request.url()).pathname));
    const asked = Promise.all(
      ['organisations', 'memberships'].map((name) => visit.page.waitForRequest(`**/plain/${name}.json`)),
    );
    await visit.page.route(/\/base\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, host.url);
    const count = async () => (await texts(visit.page, 'ess-member-list')).join();
    await expect.poll(count, { timeout: 20_000 }).toMatch(/20.001 adhérents/);
    expect(files.filter((file) => /records-worker/.test(file))).toHaveLength(1);
    const records = files.filter((file) => /\/plain\/(organisations|memberships)/.test(file));
    expect(records.sort()).toEqual(['/plain/memberships.json', '/plain/organisations.json']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
    await host.close();
  });

  it('leaves all of it to a list of its own beside it', async () => {
    const body = '<ess-member-list src="/liste.csv"></ess-member-list>';
    const list = 'Nom;Latitude;Longitude;Collège\nLa Criée;48,39;-4,48;Associations\n';
    const host = await hostOf({ pages: { '/': pageOf(body, loader), '/liste.csv': list } });
    const visit = await visitor(site.browser);
    const files: string[] = [];
    visit.page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await goTo(visit.page, host.url);
    expect(await states(visit.page)).toEqual(['ess-member-list ready']);
    expect(files.filter((file) => /^\/large\/|\/large-directory-/.test(file))).toEqual(['/large/manifest.json']);
    await visit.close();
    await host.close();
  });
});
