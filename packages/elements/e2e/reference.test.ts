/** A network's own list, or calendar, as the source of a page, beside the reference data that its loader's tag names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { settled, states, texts, visitor } from './support/visit.ts';

const site = useSite();
const hosts: Host[] = [];
afterAll(() => Promise.all(hosts.map((host) => host.close())));

/** The commune table of the reference data: the first 26 towns with a position that have a name and a postal code of their own. */
const { columns } = JSON.parse(readFileSync(path.join(ROOT, 'packages/bretagne/data/communes.json'), 'utf8')) as {
  readonly columns: {
    readonly name: readonly string[];
    readonly lon: readonly (number | null)[];
    readonly postal: readonly (readonly string[])[];
  };
};
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ').toUpperCase();
const timesOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  list.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<string, number>());
const names = timesOf(columns.name.map(bare));
const codes = timesOf(columns.postal.flat());
const TOWNS = columns.name
  .flatMap((name, at) => {
    const [code = ''] = columns.postal[at] ?? [];
    return columns.lon[at] !== null && names.get(bare(name)) === 1 && codes.get(code) === 1 ? [{ name, code }] : [];
  })
  .slice(0, 26);

const list = (head: string, cells: (town: (typeof TOWNS)[number]) => string) => ({
  body: [`nom;${head}`, ...TOWNS.map((town, at) => `Coopérative imaginaire ${at + 1};${cells(town)}`), ''].join('\n'),
  type: 'text/csv; charset=utf-8',
});
const LISTS = {
  'towns and postal codes': list('code postal;commune', ({ name, code }) => `${code};${name}`),
  'towns alone': list('commune', ({ name }) => name),
  'postal codes alone': list('code postal', ({ code }) => code),
  'towns without accents, hyphens and small letters': list('ville', ({ name }) => bare(name)),
};
const CALENDAR = {
  body: [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:essai',
    ...[1, 2, 3, 4].map(
      (n) =>
        `BEGIN:VEVENT\r\nUID:${n}@essai\r\nDTSTAMP:20250101T000000Z\r\nDTSTART:2025060${n}T100000Z\r\nSUMMARY:Rencontre imaginaire ${n}\r\nEND:VEVENT`,
    ),
    'END:VCALENDAR\r\n',
  ].join('\r\n'),
  type: 'text/calendar; charset=utf-8',
};
const MEMBERS = LISTS['towns and postal codes'];

const WIDGETS = ['member-map', 'member-list', 'indicator', 'event-agenda', 'event-counter'] as const;
const block = (name: string, more = ''): string =>
  `<div data-ess="${name}"${name === 'indicator' ? ' data-ess-indicator="members-stock"' : ''}${more}></div>`;
const BODY = WIDGETS.map((name) => block(name)).join('');
const REFERENCE = 'data-reference="/data/manifest.json"';
const tag = (attributes: string): string => `<script type="module" src="/ess/ess.js" ${attributes}></script>`;

/**
 * Opens a page on a first visit, and returns what its widgets say.
 * @param hasFrance whether the communes of France lie beside the code, as they do where the whole folder was copied
 */
async function shown(head: string, body = BODY, hasFrance = true) {
  const pages = {
    '/': pageOf(body, head),
    '/agenda.ics': CALENDAR,
    '/files/1': MEMBERS,
    '/files/2': CALENDAR,
    ...Object.fromEntries(Object.entries(LISTS).map(([name, page]) => [`/${name.replaceAll(' ', '-')}.csv`, page])),
    '/adherents.csv': MEMBERS,
  };
  const host = await openHost({ pages });
  hosts.push(host);
  const visit = await visitor(site.browser);
  if (!hasFrance) await visit.page.route('**/reference/communes/**', (route) => route.fulfill({ status: 404 }));
  await visit.page.goto(host.url);
  // A classic script brings the loader when the page is there already.
  await visit.page.locator('ess-indicator, ess-member-map').first().waitFor({ state: 'attached' });
  await settled(visit.page);
  const text = async (name: string): Promise<string> =>
    (await texts(visit.page, `ess-${name}`)).join().replace(/[\u202f\u00a0]/g, ' ');
  const [map = '', members = '', indicator = '', agenda = '', counter = ''] = await Promise.all(WIDGETS.map(text));
  const found = { map, members, indicator, agenda, counter, states: await states(visit.page) };
  const complaints = [...visit.complaints];
  await visit.close();
  return { ...found, complaints };
}

describe.concurrent('a list beside reference data', () => {
  it.each(Object.keys(LISTS))('is on the map, of %s; the figures are published ones', async (name) => {
    const src = `data-src="/${name.replaceAll(' ', '-')}.csv"`;
    const page = await shown(tag(`${REFERENCE} ${src}`));
    expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
    expect(page.members).toContain('26 adhérents');
    expect(page.indicator).toContain('117');
    expect(page.agenda).not.toContain('26 adhérents');
    expect(page.agenda).toMatch(/\d rendez-vous/);
    expect(page.counter).toMatch(/\d/);
    expect(page.states).toEqual(WIDGETS.map((each) => `ess-${each} ready`));
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['the tag names the list first', tag(`data-src="/adherents.csv" ${REFERENCE}`)],
    ['its address tells nothing', tag(`${REFERENCE} data-src="/files/1"`)],
    ['the tag is classic', `<script src="/ess/ess.classic.js" ${REFERENCE} data-src="adherents.csv"></script>`],
    ['another tag names the list', tag(REFERENCE) + tag('data-src="/adherents.csv"').replace('module', 'text/plain')],
  ])('is on the map where %s', async (_how, head) => {
    const page = await shown(head);
    expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
    expect(page.indicator).toContain('117');
    expect(page.complaints).toEqual([]);
  });

  it('may be in a provider', async () => {
    const inside = (attributes: string) => `<ess-provider ${attributes}>${BODY}</ess-provider>`;
    const all = inside('src="/adherents.csv" reference="/data/manifest.json"');
    for (const [head, body] of [
      [tag(''), all],
      [tag(REFERENCE), inside('src="/adherents.csv"')],
      [tag('data-src="/data/manifest.json"'), inside('src="/adherents.csv"')],
      [tag('data-src="/adherents.csv"'), inside('reference="/data/manifest.json"')],
    ] as const) {
      const page = await shown(head, body);
      expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
      expect(page.indicator).toContain('117');
    }
  });

  it('is not given reference data by a block, nor by a provider where contributors write', async () => {
    const own = block('indicator', ' data-ess-reference="/data/manifest.json"');
    expect((await shown(tag('data-src="/adherents.csv"'), own)).indicator).toMatch(/\b26\b/);
    const provider = `<ess-provider reference="/data/manifest.json">${block('indicator')}</ess-provider>`;
    expect((await shown(tag('data-src="/adherents.csv" data-cms="spip"'), provider)).indicator).toMatch(/\b26\b/);
  });

  it('is counted where a widget names it itself', async () => {
    const page = await shown(tag(REFERENCE), block('indicator', ' data-ess-src="/adherents.csv"'));
    expect(page.indicator).toMatch(/\b26\b/);
  });

  it('lies in the territory of the page, which is one of the reference data', async () => {
    const page = await shown(tag(`${REFERENCE} data-src="/adherents.csv" data-territory="region-53"`));
    expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
  });

  it('is beside a calendar, whichever comes first', async () => {
    for (const src of ['/adherents.csv /agenda.ics', '/agenda.ics /adherents.csv', '/files/1 /files/2']) {
      const page = await shown(tag(`${REFERENCE} data-src="${src}"`));
      expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
      expect(page.agenda).toContain('Rencontre imaginaire 4');
      expect(page.indicator).toContain('117');
    }
  });
});

describe.concurrent('a calendar beside reference data', () => {
  it.each(['/agenda.ics', '/files/2'])('%s gives the agenda its dates, and the others nothing', async (src) => {
    const page = await shown(tag(`${REFERENCE} data-src="${src}"`));
    expect(page.agenda).toMatch(/4 rendez-vous[^]*Rencontre imaginaire 4/);
    expect(page.map).toContain('117 adhérents publiés');
    expect(page.members).toContain('117 adhérents publiés');
    expect(page.indicator).toContain('117');
    expect(page.complaints).toEqual([]);
  });
});

describe.concurrent('a page without reference data', () => {
  it('finds the towns of a list in the communes of France', async () => {
    const page = await shown(tag('data-src="/adherents.csv"'));
    expect(page.map).toContain('26 adhérents, dont 26 situés sur la carte');
    expect(page.complaints).toEqual([]);
  });

  it('says of a list to its author alone that these are missing, once', async () => {
    const page = await shown(tag('data-src="/adherents.csv"'), BODY, false);
    expect(page.map).toContain('26 adhérents, dont 0 situé');
    expect(page.map).not.toMatch(/remarque|data-/);
    expect(page.agenda).toContain('26 adhérents, aucun rendez-vous');
    expect(page.complaints.filter((line) => line.includes('"data-reference"'))).toHaveLength(1);
  });

  it('says of a calendar what it is', async () => {
    const page = await shown(tag('data-src="/agenda.ics"'));
    expect(page.map).toContain('4 rendez-vous, aucun adhérent');
    expect(page.members).toContain('4 rendez-vous, aucun adhérent');
    expect(page.agenda).toContain('Rencontre imaginaire 1');
    expect(page.indicator).not.toMatch(/\b0\b/);
  });
});
