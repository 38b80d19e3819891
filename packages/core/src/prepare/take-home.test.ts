import { afterEach, describe, expect, it, vi } from 'vitest';
import { collectionNames, type Manifest, RELEASE } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { catalogue } from '../testing/bretagne.ts';
import { archiveOf } from './archive.ts';
import { contentHash, fileText, textBytes } from './bytes.ts';
import { type PrepareJob, prepare } from './prepare.ts';
import { type TakeHomeJob, takeHome } from './take-home.ts';

const ORGANISATIONS = [
  { id: 'open', name: 'Ouverte', position: null },
  { id: 'hidden', name: 'Cachée', position: null, audience: 'internal' },
];
const MOVEMENT = {
  id: 'm',
  direction: 'in',
  period: '2024',
  count: { value: 3, op: '=', unit: 'people' },
  reason: 'recruitment',
};
const EVENT = { id: 'e', title: { fr: 'Bal <b>' }, date: '2024-06-18', status: 'held' };
const FIGURES = [
  { ...figure('members-stock', 117), source: { document: 'report' } },
  { ...figure('members-left', 5), audience: 'internal', source: { document: 'report' } },
];

function figure(indicator: string, value: number) {
  return {
    id: indicator,
    indicator,
    label: { fr: indicator },
    period: '2024',
    quantity: { value, op: '=', unit: 'members' },
  };
}

function jobOf(more: Partial<PrepareJob> = {}): PrepareJob {
  const records = { organisations: ORGANISATIONS, movements: [MOVEMENT], events: [EVENT], observations: FIGURES };
  const complete = [{ period: '2024', complete: true }];
  const made = makeDataset(records, { coverage: { organisations: complete, events: complete } });
  const dataset = { ...made, catalogue };
  const { collections, ...head } = dataset.manifest;
  return {
    dataset,
    table: null,
    records: collectionNames.flatMap((name) => {
      const list = records[name as keyof typeof records] as readonly Record<string, unknown>[] | undefined;
      return list ? [[name, list] as const] : [];
    }),
    head,
    coverage: (name) => collections[name]?.coverage ?? [],
    beside: [],
    report: null,
    story: null,
    next: null,
    ...more,
  };
}

afterEach(() => vi.unstubAllGlobals());

const LOADER = textBytes('// loader\n');

async function homeJob(more: Partial<TakeHomeJob> = {}): Promise<TakeHomeJob> {
  return {
    prepared: await prepare(jobOf()),
    purpose: 'site',
    widgets: [
      { widget: 'event-agenda', attributes: {} },
      { widget: 'indicator', attributes: { indicator: 'members-stock' } },
      { widget: 'trend', attributes: { indicator: 'nothing"<' } },
    ],
    lang: 'fr',
    today: '2025-03-10',
    release: new Map([
      ['ess.js', LOADER],
      ['.htaccess', textBytes('# Apache\n')],
    ]),
    ...more,
  };
}

const texts = async (job: TakeHomeJob): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await takeHome(job))].map(([name, bytes]) => [name, fileText(bytes)]));

const manifestIn = (files: ReadonlyMap<string, string>): Manifest => JSON.parse(files.get('data/manifest.json') ?? '');

describe('a site that is taken home', () => {
  it('has its pages, its data, its sources and the release', async () => {
    const names = [...(await texts(await homeJob())).keys()];
    expect(names.slice(0, 2)).toEqual(['LISEZMOI.html', 'index.html']);
    expect(names).toEqual(
      expect.arrayContaining([
        'data/events.json',
        'data/measures.json',
        'data/stills/index.json',
        'data/stills/still.css',
        'data/stills/event-agenda.fr.html',
        'sources.json',
        'ess/ess.js',
        'ess/.htaccess',
      ]),
    );
    expect(names.filter((name) => /^(?:f|images)\//.test(name))).toEqual(
      ['event-agenda.fr', 'indicator.members-stock.fr', 'trend.nothing~22~3c.fr'].flatMap((key) => [
        `f/${key}/index.html`,
        ...(key.startsWith('indicator') ? [`f/${key}/${key}.csv`] : []),
        `images/${key}.svg`,
      ]),
    );
  });

  it('has a page for each widget, which says its own address where that is known', async () => {
    const files = await texts(await homeJob({ address: 'https://a.example/ess/' }));
    const page = files.get('f/indicator.members-stock.fr/index.html') ?? '';
    const own = 'https://a.example/ess/f/indicator.members-stock.fr/';
    expect(page).toContain(`<link rel="canonical" href="${own}" />`);
    expect(page).toContain('content="https://a.example/ess/images/indicator.members-stock.fr.png"');
    expect(/<meta property="og:title" content="([^"]*)"/.exec(page)?.[1]).toMatch(
      /^Au 31 décembre 2024.*117\sadhérents \(source/,
    );
    expect(page).toContain('src="../../ess/ess.js" data-src="../../data/manifest.json"');
    const oembed = JSON.parse(files.get('f/indicator.members-stock.fr/oembed.json') ?? '');
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 158 });
    expect(oembed.frame).toBe('https://a.example/ess/ess/atelier/embed.html?widget=indicator&indicator=members-stock');
    expect(oembed.html).toContain(`<blockquote class="wp-embedded-content"><a href="${own}">`);
    expect(oembed.html).toContain('embed.html?widget=indicator&amp;indicator=members-stock"');
    expect(oembed.html).toContain(' width="600" height="158" ');
    const english = await texts(await homeJob({ address: 'https://a.example/ess/', lang: 'en' }));
    expect(JSON.parse(english.get('f/indicator.members-stock.en/oembed.json') ?? '').frame).toMatch(/&lang=en$/);
    const silent = await texts(await homeJob());
    expect(silent.get('f/indicator.members-stock.fr/index.html')).not.toMatch(/og:|canonical|oembed/);
    expect(silent.has('f/indicator.members-stock.fr/oembed.json')).toBe(false);
  });

  it('gives a figure as its share bar does, and its card, from its page', async () => {
    const files = await texts(await homeJob({ address: 'https://a.example/ess/' }));
    const linksOf = (page: string) =>
      [...(files.get(page) ?? '').matchAll(/<a href="([^"]*)" download>(\w+)<\/a>/g)].map(([, href, name]) => [
        name,
        href,
      ]);
    const key = 'indicator.members-stock.fr';
    expect(linksOf(`f/${key}/index.html`)).toEqual([
      ['CSV', `${key}.csv`],
      ['SVG', `../../images/${key}.svg`],
      ['PNG', `../../images/${key}.png`],
    ]);
    expect(linksOf('f/event-agenda.fr/index.html').map(([name]) => name)).toEqual(['SVG', 'PNG']);
    const [header, row, ...others] = (files.get(`f/${key}/${key}.csv`) ?? '').trim().split('\r\n');
    expect(header).toMatch(/^\ufeff?"indicator";"period";"dimension"/);
    expect(row).toMatch(/^"members-stock";"2024";"";"";"Adhérents";117;/);
    expect(others).toEqual([]);
    const silent = (await texts(await homeJob())).get(`f/${key}/index.html`);
    expect(silent).toContain('Télécharger\u202f:');
    expect(silent).not.toContain('PNG');
  });

  it('writes no markup of a hostile attribute into a page, a card or an answer', async () => {
    const hostile = '"><img src=x onerror=alert(1)>]]>&';
    const widgets = [{ widget: 'indicator', attributes: { indicator: 'members-stock', heading: hostile } }];
    const files = await texts(await homeJob({ widgets, address: 'https://a.example/' }));
    const own = [...files].filter(([name]) => /^(?:f|images)\//.test(name));
    expect(own.length).toBe(4);
    // The title of an answer is a text.
    const markup = own.map(([name, text]) => [name, name.endsWith('.json') ? JSON.parse(text).html : text] as const);
    for (const [name, text] of markup) expect([name, text.includes('<img')]).toEqual([name, false]);
    expect(own.find(([name]) => name.endsWith('.svg'))?.[1]).toMatch(/^<svg [^>]*viewBox="0 0 1200 630"[^>]*>/);
  });

  it('leaves out what is internal: records, collections and figures, and its figures count them', async () => {
    const files = await texts(await homeJob());
    const all = [...files.values()].join('\n');
    expect(all).not.toContain('Cachée');
    expect(all).not.toContain('recruitment');
    expect([...files.keys()]).not.toContain('data/movements.json');
    const { collections, hash } = manifestIn(files);
    expect(Object.keys(collections)).toEqual(['organisations', 'events', 'observations']);
    expect(collections['organisations']).toMatchObject({ count: 1, coverage: [] });
    expect(collections['events']).toMatchObject({ count: 1, coverage: [{ period: '2024', complete: true }] });
    expect(JSON.parse(files.get('data/observations.json') ?? '').map(({ id }: { id: string }) => id)).toEqual([
      'members-stock',
    ]);
    const measures = JSON.parse(files.get('data/measures.json') ?? '');
    const figures: readonly string[] = measures.measures.map(({ indicator }: { indicator: string }) => indicator);
    expect(figures).toContain('members-stock');
    expect(figures).not.toContain('members-left');
    expect(measures.hashes).toEqual(
      Object.fromEntries(Object.entries(collections).map(([name, entry]) => [name, entry?.hash])),
    );
    for (const [name, entry] of Object.entries(collections))
      expect(contentHash(files.get(`data/${name}.json`) ?? '')).toBe(entry?.hash);
    expect(hash).not.toBe((await prepare(jobOf())).dataset.manifest.hash);
  });

  it('has the same hashes where the platform has none, as over plain http', async () => {
    const { judged } = manifestIn(await texts(await homeJob()));
    vi.stubGlobal('crypto', undefined);
    const there = manifestIn(await texts(await homeJob()));
    expect(there.judged).toEqual(judged);
    expect(there.judged?.seal).not.toBe('');
  });

  it('names its stills, and what was judged', async () => {
    const { stills, judged } = manifestIn(await texts(await homeJob()));
    expect(stills).toBe('stills/index.json');
    expect(judged).toMatchObject({ release: RELEASE, seal: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(Object.keys(judged?.hashes ?? {})).toEqual(expect.arrayContaining(['events.json', 'measures.json']));
  });

  it('shows the chosen widgets with their stills inside, and says which have nothing to show', async () => {
    const files = await texts(await homeJob());
    const page = files.get('index.html') ?? '';
    expect(page).toMatch(
      /<div data-ess="event-agenda" data-ess-heading-level="2" data-ess-still="[0-9a-f]{16} [^"]+"><div class="ess-still/,
    );
    expect(page).toContain('<script type="module" src="ess/ess.js" data-src="data/manifest.json"></script>');
    expect(page).toContain('117');
    expect(page).toContain('data-ess-indicator="nothing&quot;&lt;"></div>');
    expect(page).not.toContain('Bal <b>');
    expect(files.get('LISEZMOI.html')).toContain('Sans rien à montrer\u202f: ess-trend.');
  });

  it('explains itself in French and English', async () => {
    expect((await texts(await homeJob())).get('LISEZMOI.html')).toMatch(/<html lang="fr">[^]*Par FTP[^]*L’an prochain/);
    const english = await texts(await homeJob({ lang: 'en' }));
    expect(english.get('LISEZMOI.html')).toMatch(/<html lang="en">[^]*By FTP[^]*Next year/);
    expect(english.get('index.html')).toContain('<html lang="en">');
  });

  it('is the same each time, and so is its archive', async () => {
    const [one, other] = [await takeHome(await homeJob()), await takeHome(await homeJob())];
    expect([...one.keys()]).toEqual([...other.keys()]);
    expect(contentHash(archiveOf(one))).toBe(contentHash(archiveOf(other)));
  });

  it('names addresses that stay live, and refuses those that no page may read', async () => {
    const live = { name: 'agenda', src: 'https://example.org/a.ics', format: 'ics' };
    const file = JSON.parse((await texts(await homeJob({ sources: [live] }))).get('sources.json') ?? '');
    expect(file).toEqual({
      format: 'ess-sources/1',
      sources: {
        agenda: { src: 'https://example.org/a.ics', format: 'ics' },
        donnees: { src: 'data/manifest.json' },
      },
    });
    for (const wrong of [
      { ...live, name: 'Mon Agenda' },
      { ...live, name: 'donnees' },
      { ...live, src: 'https://me:secret@example.org/a.ics' },
      { ...live, src: 'file:///etc/passwd' },
      { ...live, src: 'javascript:alert(1)' },
    ])
      await expect(homeJob({ sources: [wrong] }).then(takeHome)).rejects.toThrow('cannot be named in a page');
    await expect(homeJob({ sources: [live, live] }).then(takeHome)).rejects.toThrow('cannot be named in a page');
  });

  it('is refused without a loader', async () => {
    await expect(homeJob({ release: new Map() }).then(takeHome)).rejects.toThrow('no ess.js');
  });

  it('has columns from a thousand members', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ id: `o${at}`, name: `O ${at}`, position: null }));
    const job = jobOf({ records: [['organisations', many]] });
    const { packed } = manifestIn(await texts(await homeJob({ prepared: await prepare(job) })));
    expect(packed).toMatch(/^columns\.[0-9a-f]{16}\.bin$/);
    const fewer = jobOf({ records: [['organisations', many.slice(1)]] });
    expect(manifestIn(await texts(await homeJob({ prepared: await prepare(fewer) }))).packed).toBeUndefined();
  });
});

describe('data that are taken home to keep', () => {
  it('are complete, with their workbook, and for no server', async () => {
    const workbook = { name: '../x/annee-2025.xlsx', bytes: textBytes('PK') };
    const files = await texts(await homeJob({ purpose: 'keep', workbook }));
    expect([...files.values()].join('\n')).toContain('Cachée');
    expect([...files.keys()]).toEqual(expect.arrayContaining(['annee-2025.xlsx', 'data/movements.json']));
    expect([...files.keys()].filter((name) => /^ess\/|^index\.html$/.test(name))).toEqual([]);
    expect(files.get('LISEZMOI.html')).toContain('jamais sur un serveur');
  });
});
