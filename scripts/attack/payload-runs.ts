/** Puts payloads into every place of the built widgets, presses every button and reads every download. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RELEASE } from '@ess-widgets/core/model';
import { hashOf, sealed } from '@ess-widgets/core/reading';
import { pageOf } from '../../packages/elements/e2e/support/host.ts';
import { pressAll } from './detect.ts';
import { faultsOf } from './downloads.ts';
import { randomOf } from './options.ts';
import { isPayloadClass, PAYLOADS, payloads } from './payloads.ts';
import {
  COLUMNS,
  dataFiles,
  documented,
  enrich,
  GLOBALS,
  HANDLERS,
  hostileBoundaries,
  hostileCsv,
  MANIFEST_HREFS,
  manifestWith,
  NOT_OF_BLOCKS,
  ODD_NAMES,
  PARAMETERS,
  plant,
} from './places.ts';
import type { PagePolicy } from './policies.ts';
import { frames, type Stand, settle, type Watch, type WatchOptions, watch } from './stand.ts';
import { type Breach, breachesOf, type Tally } from './tally.ts';

export interface Attack {
  readonly stand: Stand;
  readonly tally: Tally;
  readonly seed: number;
  /** Places that a payload was put into. */
  readonly places: Set<string>;
}

let counter = 0;

/** Serves files of its own below a folder, and what it does not hold from the repository's data. */
export function serveFiles(
  { stand }: Pick<Attack, 'stand'>,
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): string {
  const folder = `/case-${++counter}/` as const;
  stand.serve(folder, (request: IncomingMessage, response: ServerResponse) => {
    const name = (request.url ?? '').slice(folder.length).split(/[?#]/, 1)[0] || 'index.html';
    // A name from the data may be that of a method of every object.
    const body = Object.hasOwn(files, name) ? files[name] : undefined;
    const type = name.endsWith('.html') ? 'text/html' : name.endsWith('.csv') ? 'text/csv' : 'application/json';
    response.writeHead(body === undefined ? 404 : 200, { ...headers, 'content-type': `${type}; charset=utf-8` });
    response.end(body ?? 'not found');
  });
  return `${stand.url}${folder.slice(1)}`;
}

export const loader = (src = 'manifest.json'): string =>
  `<script type="module" src="/ess/ess.js"${src ? ` data-src="${src}"` : ''}></script>`;

/** One of each widget. */
const WIDGETS = `<ess-provider url-state="r">
  <ess-territory-picker fields="territory period compare"></ess-territory-picker>
  <ess-territory-sheet territory="departement-29"></ess-territory-sheet>
  <ess-indicator indicator="members-stock"></ess-indicator>
  <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
  <ess-trend indicator="audience-followers"></ess-trend>
  <ess-event-counter series="mois-de-l-ess"></ess-event-counter>
  <ess-event-agenda></ess-event-agenda>
  <ess-member-list></ess-member-list>
  <ess-member-map layers="members events projects" boundaries="boundaries.json"></ess-member-map>
  <ess-table collection="organisations"></ess-table>
  <ess-table indicator="members-stock" by="college"></ess-table>
  <ess-timeline collections="meetings votes events publications"></ess-timeline>
</ess-provider>`;
const REPORT = '<ess-report></ess-report>';

/** Widths in turn: that of a desktop, and two of phones. */
const WIDTHS = [1000, 320, 360];

/** Takes the texts of a class, or of all, in turn from a place that the seed and the round say. */
export function turnOf({ stand, seed }: Pick<Attack, 'stand' | 'seed'>, only: string | undefined, round: number) {
  const all = payloads(stand.canary, only && isPayloadClass(only) ? only : undefined);
  let at = Math.floor(randomOf(seed + round * 977)() * all.length);
  return (): string => all[at++ % all.length] ?? '';
}

/**
 * Opens a page, waits, does something with it, and counts what it finds.
 * @param part its row in the table, and what repeats it
 * @param only the class of payloads that repeats it in place of its part
 */
async function run(
  attack: Attack,
  part: string,
  only: string | undefined,
  url: string,
  {
    act,
    limit,
    isAuthors = false,
    ...options
  }: WatchOptions & {
    /** The addresses are those of the page's author, who may name any host. */
    readonly isAuthors?: boolean;
    readonly act?: (visit: Watch) => Promise<readonly string[] | void>;
    readonly limit?: number;
  } = {},
): Promise<readonly string[]> {
  const { stand, tally } = attack;
  const kind = only ?? part;
  const start = performance.now();
  const before = stand.asked.length;
  const visit = await watch(stand, options);
  try {
    await visit.page.goto(url, { waitUntil: 'commit' });
    await visit.page.waitForLoadState('domcontentloaded');
    await settle(visit.page, limit);
    const other = (await act?.(visit)) ?? [];
    await frames(visit.page);
    let found = await visit.look();
    // A search that was typed, or a choice, begins to load a little later.
    for (let turns = 0; turns < 20 && found.blank.length > 0; turns++) {
      await visit.page.waitForTimeout(250);
      await settle(visit.page, limit);
      found = await visit.look();
    }
    const elsewhere = isAuthors ? [] : [...visit.elsewhere, ...stand.asked.slice(before)];
    const isNarrow = (options.viewport?.width ?? 1000) < 500;
    const bytes = await visit.page.evaluate(
      async () => (await navigator.storage?.estimate().catch(() => null))?.usage ?? 0,
    );
    const breaches = breachesOf(found, { ...visit, elsewhere }, isNarrow);
    return tally.add(part, kind, { ...breaches, other }, { ms: performance.now() - start, bytes });
  } catch (error) {
    return tally.add(part, kind, { other: [String(error)] }, { ms: performance.now() - start });
  } finally {
    await visit.close();
  }
}

/** Presses everything and reads what is given. */
export const pressAndRead =
  (text: string, most = 600) =>
  async (visit: Watch): Promise<readonly string[]> => {
    await visit.page.evaluate(async () => {
      for (let top = 0, turns = 0; top < document.body.scrollHeight && turns < 30; top += 1500, turns++) {
        scrollTo(0, top);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      scrollTo(0, 0);
    });
    await visit.page.evaluate(pressAll, { text, most });
    await settle(visit.page);
    return faultsOf(visit.page, await visit.downloads());
  };

/**
 * Every text and address of the data set, the report, the basemap and boundaries.
 * @param most how many buttons are pressed on each of the two pages
 * @param isTrusted whether the manifest states that all of it was judged, so that no schema reads it
 */
export async function attackData(
  attack: Attack,
  only: string | undefined,
  round: number,
  most: number,
  isTrusted = false,
): Promise<readonly string[]> {
  const next = turnOf(attack, only, round);
  const hostile = hostileFiles(attack, only, round);
  const files = {
    ...(isTrusted ? await declaredJudged(hostile) : hostile),
    'index.html': pageOf(WIDGETS, loader()),
    'report.html': pageOf(REPORT, loader()),
  };
  const url = serveFiles(attack, files);
  const viewport = { width: WIDTHS[round % WIDTHS.length] ?? 1000, height: 900 };
  const lines: string[] = [];
  await inLanes(['', 'report.html'], async (page) => {
    const act = pressAndRead(next(), most);
    lines.push(...(await run(attack, isTrusted ? 'trusted' : 'data', only, `${url}${page}`, { viewport, act })));
  });
  return lines;
}

/** Returns the files of the repository's data set with a hostile text in each place. */
function hostileFiles(attack: Attack, only: string | undefined, round: number): Readonly<Record<string, string>> {
  const next = turnOf(attack, only, round);
  const addresses = turnOf(attack, only ?? 'address', round);
  let at = 0;
  const files: Record<string, string> = {};
  for (const [name, document] of dataFiles()) {
    const planted = plant(enrich(name, document), name, (kind, place) => {
      at++;
      // Codes are what records are joined by: a few of them are hostile in each round, so that most still show something.
      if (kind === 'code' && (at + round) % 50 !== 0) return undefined;
      attack.places.add(place);
      return kind === 'address' && at % 3 ? addresses() : next();
    });
    files[name] = JSON.stringify(planted);
  }
  files['boundaries.json'] = JSON.stringify(hostileBoundaries(next));
  return files;
}

/** Seals a data set whose files say of themselves that they were judged. */
async function declaredJudged(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) hashes[name] = await hashOf(text);
  const judged = { release: RELEASE, seal: '', hashes };
  return {
    ...files,
    'manifest.json': await sealed(JSON.stringify({ ...JSON.parse(files['manifest.json'] ?? ''), judged })),
  };
}

/** Values of other types than a field has. */
const OTHER_TYPES: readonly unknown[] = ['7', 7, null, true, {}, [], [7], { fr: 7 }, { value: '7' }, ''];

/** Words of a page whose data have a type that nobody thought of. */
const ODD = /\bNaN\b|\bundefined\b|\[object |\bInfinity\b/;

/** Data that state to have been judged, with wrong types in many places: words follow, and never a wrong figure. */
export async function attackTypes(attack: Attack, round: number): Promise<readonly string[]> {
  const random = randomOf(attack.seed + round * 31);
  const walk = (value: unknown, depth: number): unknown => {
    if (depth > 1 && random() < 0.004) return OTHER_TYPES[Math.floor(random() * OTHER_TYPES.length)];
    if (Array.isArray(value)) return value.map((each) => walk(each, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, depth + 1)]));
  };
  const files = Object.fromEntries(
    [...dataFiles()].map(([name, document]) => [
      name,
      JSON.stringify(name === 'manifest.json' ? document : walk(document, 0)),
    ]),
  );
  const pages = { 'index.html': pageOf(WIDGETS, loader()), 'report.html': pageOf(REPORT, loader()) };
  const url = serveFiles(attack, { ...(await declaredJudged(files)), ...pages });
  const lines: string[] = [];
  for (const page of ['', 'report.html']) {
    const act = async ({ page: opened }: Watch): Promise<readonly string[]> => {
      const texts = await opened.evaluate(() => {
        const inside = (root: ParentNode): string =>
          [...root.querySelectorAll('*')]
            .map(({ shadowRoot }) => (shadowRoot ? `${shadowRoot.textContent} ${inside(shadowRoot)}` : ''))
            .join(' ');
        return inside(document);
      });
      return ODD.test(texts) ? [`shown: ${texts.slice(Math.max(0, texts.search(ODD) - 60)).slice(0, 120)}`] : [];
    };
    lines.push(...(await run(attack, 'trusted', undefined, `${url}${page}`, { act })));
  }
  return lines;
}

/** Hostile data on a page whose policy allows little: no payload may make use of what the policy leaves open. */
export async function attackUnder(attack: Attack, policy: PagePolicy, round: number): Promise<readonly string[]> {
  const { headers, nonce, isClosed } = policy;
  const tag = nonce ? loader().replace('<script', `<script nonce="${nonce}"`) : loader();
  // Under a policy that lets no script load, the check reads the content that the page has put inside the elements.
  const body = ['member-list', 'event-agenda', 'member-map', 'report', 'table collection="organisations"']
    .map((name) => `<ess-${name}>${isClosed ? 'Nos adhérents' : ''}</ess-${name.split(' ')[0]}>`)
    .join('');
  const page = pageOf(body, tag).replace('<link rel="icon" href="data:,">', '');
  const url = serveFiles(attack, { ...hostileFiles(attack, undefined, round), 'index.html': page }, headers);
  return run(attack, 'policies', undefined, url, isClosed ? { limit: 3_000 } : {});
}

/** A list of members as a spreadsheet, with a hostile text in each cell. */
export async function attackCsv(attack: Attack, only: string | undefined, round: number): Promise<readonly string[]> {
  const next = turnOf(attack, only, round);
  const body = `<ess-member-list src="liste.csv"></ess-member-list><ess-member-map src="liste.csv"></ess-member-map>
    <ess-indicator src="liste.csv" indicator="members-stock"></ess-indicator>
    <ess-table src="liste.csv" collection="organisations"></ess-table>`;
  // A file with this sign is no text to its reader, and would be refused as a whole: `body-nul` of the faults does that.
  const cell = (): string => next().replaceAll('\u0000', '');
  for (const column of COLUMNS) attack.places.add(`liste.csv.${column}`);
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader('')), 'liste.csv': hostileCsv(cell, 60) });
  const viewport = { width: WIDTHS[round % WIDTHS.length] ?? 1000, height: 900 };
  return run(attack, 'csv', only, url, { viewport, act: pressAndRead(next()) });
}

/** Records that are called as what every object has. */
export async function attackNames(attack: Attack): Promise<readonly string[]> {
  const ids = PAYLOADS.prototype;
  const text = (id: string) => ({ fr: id });
  const dataset = {
    format: 'ess-dataset/1',
    id: 'constructor',
    title: { fr: 'Données' },
    publisher: { name: '__proto__' },
    licence: { name: 'toString' },
    language: 'fr',
    updated: '2025-03-05',
    network: '__proto__',
    periods: ['2024'],
    documents: Object.fromEntries(ids.map((id) => [id, { title: text(id) }])),
    collections: {
      networks: [{ id: '__proto__', name: text('__proto__') }],
      colleges: ids.map((id, order) => ({ id, network: '__proto__', label: text(id), order })),
      territories: ids.map((id) => ({ id: `commune-${id}`, kind: 'commune', name: text(id) })),
      organisations: ids.map((id) => ({ id, name: id, town: id, territories: [`commune-${id}`], kind: id })),
      memberships: ids.map((id) => ({
        id,
        organisation: id,
        network: '__proto__',
        college: id,
        start: '2023',
        end: null,
      })),
      series: ids.map((id) => ({ id, name: text(id) })),
      events: ids.map((id) => ({ id, title: text(id), date: '2024-06-18', status: 'held', series: id, themes: [id] })),
      observations: ids.map((id) => ({ id, indicator: id, period: '2024', value: 1, unit: id, where: `${id}=${id}` })),
    },
  };
  // As JSON writes it: a literal would set the prototype.
  const json = JSON.stringify(dataset).replace('"documents":{', '"documents":{"__proto__":{"title":{"fr":"a"}},');
  attack.places.add('ids');
  const url = serveFiles(attack, { 'index.html': pageOf(WIDGETS, loader()), 'manifest.json': json });
  return run(attack, 'data', 'prototype', url, { act: pressAndRead('__proto__', 200) });
}

/**
 * A text of the page whose elements are called as what the loader and the elements read of the document. Their addresses lead
 * to a script that must not run and to data that must not be shown.
 * @param tag of a loader
 */
export async function attackPage(attack: Attack, tag: string): Promise<readonly string[]> {
  const { stand, tally } = attack;
  const text = PAYLOADS.name.join('');
  attack.places.add(`page.${tag}`);
  const figure = '<ess-indicator indicator="members-stock"></ess-indicator>';
  const url = serveFiles(attack, { 'index.html': pageOf(text + figure, tag), 'foreign.js': 'hit(1)' });
  const start = performance.now();
  const visit = await watch(stand);
  const asked: string[] = [];
  visit.page.on('request', (request) => {
    if (/foreign\.json/.test(request.url())) asked.push(request.url());
  });
  try {
    await visit.page.goto(url);
    // Read from the prototype, which no name in the text hides.
    const shown = await visit.page
      .waitForFunction(() => {
        const found = Document.prototype.querySelector.call(document, 'ess-indicator')?.shadowRoot?.textContent;
        return found?.includes('117');
      })
      .then(
        () => [],
        () => ['the figure of the site is not shown'],
      );
    const executed = await visit.page.evaluate(() => (globalThis as unknown as { hits: readonly string[] }).hits);
    const { unhandled, lines } = visit;
    const other = [...shown, ...lines, ...asked.map((address) => `asked: ${address}`)];
    return tally.add('page', 'name', { executed, unhandled, other }, { ms: performance.now() - start });
  } finally {
    await visit.close();
  }
}

/** Each address that a manifest names, with a hostile one in its place. */
export async function attackManifests(
  attack: Attack,
  only: string | undefined,
  most: number,
): Promise<readonly string[]> {
  const addresses = payloads(attack.stand.canary, 'address');
  const files = dataFiles();
  const manifest = files.get('manifest.json') as Readonly<Record<string, unknown>>;
  const others = Object.fromEntries([...files].map(([name, each]) => [name, JSON.stringify(each)]));
  const body = `<ess-member-map></ess-member-map><ess-report></ess-report><ess-event-agenda></ess-event-agenda>
    <ess-member-list src="manifest.json ../data/manifest.json"></ess-member-list>
    <ess-indicator indicator="members-stock"></ess-indicator>`;
  const lines: string[] = [];
  const first = Math.floor(randomOf(attack.seed)() * addresses.length);
  const cases = Array.from({ length: most }, (_none, at) => ({
    address: addresses[(first + Math.floor(at / MANIFEST_HREFS.length) + at * 7) % addresses.length] ?? '',
    field: MANIFEST_HREFS[at % MANIFEST_HREFS.length] ?? '',
  }));
  const one = async ({ address, field }: (typeof cases)[number]): Promise<void> => {
    attack.places.add(`manifest.json.${field}`);
    const url = serveFiles(attack, {
      ...others,
      'index.html': pageOf(body, loader()),
      'manifest.json': JSON.stringify(manifestWith(manifest, field, address)),
    });
    const found = await run(attack, 'manifests', only, url, {});
    lines.push(...found.map((line) => `${field} = ${JSON.stringify(address)}: ${line}`));
  };
  await inLanes(cases, one);
  return lines;
}

/** Two at a time: while one page is waited for, another is drawn. */
export async function inLanes<T>(cases: readonly T[], each: (one: T) => Promise<void>, lanes = 2): Promise<void> {
  const queue = [...cases];
  const lane = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await each(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** As an address can hold it: without halves of pairs, and not too long for a server. */
const wellFormed = (text: string): string => Buffer.from(text.slice(0, 1_500)).toString();

/** The address of the page: its parameters and its fragment. */
export async function attackAddress(
  attack: Attack,
  only: string | undefined,
  round: number,
): Promise<readonly string[]> {
  const next = turnOf(attack, only, round);
  const query = PARAMETERS.map((name) => {
    attack.places.add(`address.${name}`);
    return `${name}=${encodeURIComponent(wellFormed(next()))}`;
  }).join('&');
  const body = `${WIDGETS}<ess-report url-state="p"></ess-report>`;
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader('/data/manifest.json')) });
  const fragment = encodeURIComponent(wellFormed(next()));
  return run(attack, 'address', only, `${url}?${query}&p-q=${fragment}#${fragment}`, {});
}

/** Every attribute of every element, set while it lives. */
export async function attackAttributes(
  attack: Attack,
  only: string | undefined,
  round: number,
): Promise<readonly string[]> {
  const names = [...new Set([...documented().values()].flat()), 'lang'];
  const next = turnOf(attack, only, round);
  const values = Array.from({ length: names.length * 13 }, () => next().slice(0, 5_000));
  for (const [tag, each] of documented()) for (const name of each) attack.places.add(`${tag}[${name}]`);
  const url = serveFiles(attack, { 'index.html': pageOf(WIDGETS, loader('/data/manifest.json')) });
  return run(attack, 'attributes', only, url, {
    isAuthors: true,
    act: async ({ page }) => {
      await page.evaluate(
        async ({ names, values }) => {
          const widgets = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('ess-'));
          let at = 0;
          for (const name of names) {
            const before = widgets.map((widget) => widget.getAttribute(name));
            for (const widget of widgets) widget.setAttribute(name, values[at++ % values.length] ?? '');
            for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => requestAnimationFrame(resolve));
            for (const [index, widget] of widgets.entries()) {
              const value = before[index] ?? null;
              if (value === null) widget.removeAttribute(name);
              else widget.setAttribute(name, value);
            }
          }
        },
        { names, values },
      );
      await settle(page);
    },
  });
}

/** Blocks with every name of the HTML standard, at load and by a later change. */
export async function attackBlocks(attack: Attack, only: string | undefined): Promise<readonly string[]> {
  const tags = documented();
  const names = [...HANDLERS, ...GLOBALS, ...NOT_OF_BLOCKS];
  for (const name of names) attack.places.add(`data-ess-${name}`);
  const valueOf = (name: string): string =>
    name.startsWith('on')
      ? 'hit(1)'
      : name === 'style'
        ? 'position:fixed;inset:0;animation:k 1s'
        : name === 'hosts'
          ? attack.stand.canary
          : '1';
  const written = names.map((name) => `data-ess-${name}="${valueOf(name)}"`).join(' ');
  const kinds = [...tags.keys()].map((tag) => tag.slice('ess-'.length));
  const block = (kind: string, more: string): string =>
    `<div data-ess="${kind}" data-ess-indicator="members-stock" data-ess-by="college" data-ess-collection="organisations" data-ess-collections="events" ${more}></div>`;
  const odd = ODD_NAMES.map((name) => `data-ess-${name}="1"`).join(' ');
  const body = `<style>@keyframes k{}</style>${block('indicator', odd)}${kinds.map((kind) => block(kind, written)).join('')}`;
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader('/data/manifest.json')) });
  const allowed = Object.fromEntries(
    [...tags].map(([tag, attributes]) => [
      tag,
      [...attributes.filter((name) => !NOT_OF_BLOCKS.includes(name)), 'lang', 'data-ess'],
    ]),
  );
  return run(attack, 'blocks', only, url, {
    act: async ({ page }) => {
      await page.waitForFunction(
        (count) => document.querySelectorAll('[data-ess] > *').length >= count,
        kinds.length + 1,
        { timeout: 20_000 },
      );
      return page.evaluate(
        async ({ names, allowed, wide }) => {
          const union = new Set(Object.values(allowed).flat());
          const strangers = (): string[] =>
            [...document.querySelectorAll('[data-ess] > *')].flatMap((element) =>
              element
                .getAttributeNames()
                // Set by the widgets themselves on their own box.
                .filter((name) => !union.has(name) && !wide.includes(name))
                .map((name) => `<${element.localName}> has got "${name}"`),
            );
          const found = strangers();
          for (const name of names) {
            for (const each of document.querySelectorAll('[data-ess]')) {
              each.setAttribute(`data-ess-${name}`, `${each.getAttribute(`data-ess-${name}`) ?? ''} `);
              each.setAttribute(`data-ess-${name}`, name.startsWith('on') ? 'hit(2)' : 'x');
            }
          }
          await new Promise((resolve) => setTimeout(resolve, 300));
          for (const element of document.querySelectorAll<HTMLElement>('[data-ess] > *')) {
            for (const name of names) if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
          }
          return [...new Set([...found, ...strangers()])];
        },
        { names, allowed, wide: ['role', 'aria-busy', 'data-state', 'state'] },
      );
    },
  });
}

/** Sees each detector fire on a page that makes every mistake. @returns detectors that saw nothing */
export async function provesItself({ stand }: Pick<Attack, 'stand'>): Promise<readonly string[]> {
  const title = '<img canary src=x onerror="hit(1)"><a href="javascript:hit(1)">a</a>';
  const naive = `<div id="naive"></div><ess-silent></ess-silent><p style="width:600px">a</p><script>
    document.querySelector('#naive').attachShadow({mode: 'open'}).innerHTML = ${JSON.stringify(title)};
    document.querySelector('ess-silent').attachShadow({mode: 'open'}).innerHTML = '<div part="frame"></div>';
    fetch('http://${stand.canary}/asked').catch(() => {});
    const stranger = document.createElement('img'); stranger.src = 'http://stranger.invalid/a.png'; document.body.append(stranger);
    Promise.reject(new Error('nobody listens'));
    const give = (name, text) => {
      const link = document.createElement('a'); link.download = name;
      link.href = URL.createObjectURL(new Blob([text])); link.click();
    };
    give('a.csv', 'a;b\\r\\n1;"x,=1+1"\\r\\n\\t=2;\\u0007');
    give('a.ics', 'BEGIN:VCALENDAR\\r\\nBEGIN:VEVENT\\r\\nATTACH:http://a/\\r\\nEND:VCALENDAR\\r\\n');
    give('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="hit(1)"><script/></svg>');
  </script>`;
  const url = serveFiles({ stand }, { 'index.html': pageOf(naive) });
  const visit = await watch(stand, { viewport: { width: 320, height: 600 } });
  try {
    await visit.page.goto(url);
    await frames(visit.page);
    const found = await visit.look();
    const faults = await faultsOf(visit.page, await visit.downloads());
    const breaches: Partial<Record<Breach, readonly string[]>> = { ...breachesOf(found, visit, true), other: faults };
    const silent = Object.entries(breaches).flatMap(([breach, all]) => (all.length > 0 ? [] : [breach]));
    for (const expected of ['=1+1', '\\u0007', 'ATTACH', 'VEVENT', 'onload', 'script'])
      if (!faults.some((fault) => fault.includes(expected))) silent.push(`downloads: ${expected}`);
    for (const host of [stand.canary, 'stranger.invalid'])
      if (!visit.elsewhere.some((each) => each.includes(host))) silent.push(`request to ${host}`);
    return silent;
  } finally {
    await visit.close();
  }
}
