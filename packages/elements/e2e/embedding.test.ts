/** The ways in which the widgets get on a page that is not ours. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { codeFile } from './support/code.ts';
import { type Host, type HostOptions, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, kept, states, texts, visitor, warnings } from './support/visit.ts';

const site = useSite();
const folderOf = (url: string): string => MOUNTS.find((mount) => mount.url === url)?.folder ?? '';
const FIGURE = '<ess-indicator indicator="members-stock" style="display:block;min-height:12rem"></ess-indicator>';

const open: Host[] = [];
async function host(options: HostOptions): Promise<Host> {
  const opened = await openHost(options);
  open.push(opened);
  return opened;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** Returns what a visitor sees and what the console says, once the widgets of a page have settled. */
async function visitTo(url: string, selector: string) {
  const visit = await visitor(site.browser);
  await goTo(visit.page, url);
  const seen = {
    text: (await texts(visit.page, selector)).join(' '),
    states: await states(visit.page),
    warnings: warnings(visit),
    complaints: [...visit.complaints],
  };
  await visit.close();
  return seen;
}

describe('the loader', () => {
  it('works from a second copy on the same page, which says that it is one too many', async () => {
    const { url } = await host({
      mounts: [...MOUNTS, { url: '/copie/', folder: folderOf('/ess/') }],
      pages: { '/': pageOf(FIGURE, `${LOADER}${LOADER.replace('/ess/', '/copie/')}`) },
    });
    const seen = await visitTo(url, 'ess-indicator');
    expect(seen.text).toContain('117');
    expect(seen.complaints).toHaveLength(1);
    expect(seen.warnings[0]).toContain('twice');
  });

  it('works when its tag is pasted twice', async () => {
    const { url } = await host({ pages: { '/': pageOf(LOADER + FIGURE + LOADER + FIGURE) } });
    const seen = await visitTo(url, 'ess-indicator');
    expect(seen.text.match(/117/g)?.length).toBeGreaterThanOrEqual(2);
    expect(seen.complaints).toEqual(seen.warnings);
    expect(seen.warnings.length).toBeLessThanOrEqual(1);
  });

  it('asks for all that a map is made of before any of it has come', async () => {
    const { url } = await host({ pages: { '/': pageOf('<ess-member-map></ess-member-map>', LOADER) } });
    const visit = await visitor(site.browser);
    const names = [
      ...['base/element', 'base/panel', 'views/symbols', 'directory/directory-element'].map(
        (name) => `elements/${name}`,
      ),
      ...['core/geo/plane', 'core/data/client/files'],
    ];
    const asked = Promise.all(names.map((name) => visit.page.waitForRequest(codeFile(name))));
    await visit.page.route(/\/ess-member-map\.js/, async (route) => {
      await asked;
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(await states(visit.page)).toEqual(['ess-member-map ready']);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('asks for the data before there is any code to read them, on a first visit alone', async () => {
    const { url } = await host({ pages: { '/': pageOf(FIGURE, LOADER) } });
    const visit = await visitor(site.browser);
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const isManifest = (address: string) => address.endsWith('/data/manifest.json');
    const manifest = visit.page.waitForRequest((request) => isManifest(request.url()));
    await visit.page.route(/\/base\.js/, async (route) => {
      await manifest;
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(asked.filter(isManifest)).toHaveLength(1);
    expect(await states(visit.page)).toEqual(['ess-indicator ready']);
    await kept(visit);
    asked.length = 0;
    await visit.page.unroute(/\/base\.js/);
    await visit.page.route(/\/base\.js/, async (route) => {
      // The loader has had the same answer by then.
      await visit.page.evaluate(() => indexedDB.databases());
      expect(asked.filter(isManifest)).toEqual([]);
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('asks once for the data though a widget of other data comes first', async () => {
    const list = { body: 'nom;commune\nÉpicerie imaginaire;Brest\n', type: 'text/csv' };
    const widgets = `<ess-member-list src="/liste.csv"></ess-member-list>${FIGURE}`;
    const { url } = await host({ pages: { '/': pageOf(widgets, LOADER), '/liste.csv': list } });
    const visit = await visitor(site.browser);
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // The figure's own code comes last: its data set is not what the page's first client asks for.
    await visit.page.route(/\/ess-indicator\.js/, async (route) => {
      await visit.page.waitForFunction(() =>
        document.querySelector('ess-member-list')?.shadowRoot?.querySelector('.row'),
      );
      await route.continue();
    });
    await goTo(visit.page, url);
    expect(asked.filter((address) => address === '/data/manifest.json')).toHaveLength(1);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('does not stretch a widget on a page without a doctype', async () => {
    const { url } = await host({ pages: { '/': pageOf(FIGURE, LOADER).replace(/<!doctype html>\s*/i, '') } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, url);
    const heights = await visit.page.evaluate(() => ({
      mode: document.compatMode,
      widget: document.querySelector('ess-indicator')?.getBoundingClientRect().height ?? 0,
      frame: document.querySelector('ess-indicator')?.shadowRoot?.querySelector('.frame')?.scrollHeight ?? 0,
    }));
    await visit.close();
    expect(heights.mode).toBe('BackCompat');
    expect(heights.widget).toBeLessThan(300);
    expect(heights.frame).toBeLessThan(300);
  });

  it('turns a data-ess block into a widget, whose link is its fallback', async () => {
    const block =
      '<div data-ess="indicator" data-ess-indicator="members-stock" data-ess-heading="Nos adhérents"><a href="/rapport">Le rapport</a></div>';
    const { url } = await host({ pages: { '/': pageOf(block, LOADER) } });
    const seen = await visitTo(url, 'ess-indicator');
    expect(seen.text).toMatch(/Nos adhérents .*117/);
    expect(seen.complaints).toEqual([]);
  });

  it('changes the widget of a data-ess block with the block, whatever spaces an editor leaves: its attributes and what it is', async () => {
    const block =
      '<div id="block" data-ess="indicator&nbsp;" data-ess-indicator="members-stock&nbsp;" data-ess-period="2024"><a href="/rapport">Le rapport</a></div>';
    const { url } = await host({ pages: { '/': pageOf(block, LOADER) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, url);
    const node = visit.page.locator('#block');
    const change = (name: string, value: string | null) =>
      node.evaluate((block, [of, to]) => (to === null ? block.removeAttribute(of) : block.setAttribute(of, to)), [
        name,
        value,
      ] as const);
    const shown = async (tag: string) => (await texts(visit.page, tag)).join();
    await change('data-ess-heading', 'Nos membres');
    await expect.poll(() => shown('ess-indicator')).toContain('Nos membres');
    await change('data-ess-period', '2023\u00a0');
    await expect.poll(() => shown('ess-indicator')).toContain('2023');
    await change('data-ess-heading', null);
    await expect.poll(() => shown('ess-indicator')).not.toContain('Nos membres');
    await change('data-ess-period', '2024');
    await change('data-ess', 'breakdown\u00a0');
    await expect.poll(() => shown('ess-breakdown')).toContain('Associations');
    expect(await node.evaluate((block) => [...block.children].map(({ localName }) => localName))).toEqual([
      'ess-breakdown',
    ]);
    await change('data-ess', null);
    await expect.poll(() => node.innerHTML()).toBe('<a href="/rapport">Le rapport</a>');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('names a widget that does not exist once in the console, and in its place where it is a block', async () => {
    const unknown = '<ess-membermap></ess-membermap>';
    const block = '<div lang="en" data-ess="carte"><a href="/rapport">Le rapport</a></div>';
    const others =
      '<ess-theirs></ess-theirs><script>customElements.define("ess-theirs", class extends HTMLElement {})</script>';
    const { url } = await host({ pages: { '/': pageOf(unknown + block + others + unknown, LOADER) } });
    const visit = await visitor(site.browser);
    await visit.page.goto(url);
    await expect.poll(() => visit.complaints.length, { timeout: 15_000 }).toBe(2);
    expect(visit.complaints[0]).toMatch(
      /data-ess="carte": There is no widget “carte”\. Known widgets: breakdown, .*\(config;/,
    );
    expect(visit.complaints[1]?.replace(/[\u00a0\u202f]/g, ' ')).toContain(
      '<ess-membermap>: Le widget « ess-membermap » n’existe pas. Les plus proches : ess-member-map.',
    );
    const said = async () => (await visit.page.locator('[data-ess] .notice').allInnerTexts()).join();
    expect(await said()).toContain('There is no widget “carte”.');
    expect(await visit.page.locator('[data-ess]').getByText('Le rapport').isVisible()).toBe(true);
    await visit.page.locator('[data-ess]').evaluate((node) => node.setAttribute('data-ess', 'indicateur'));
    await expect.poll(said).toContain('The nearest: indicator.');
    await visit.page.locator('[data-ess]').evaluate((node) => {
      node.setAttribute('data-ess-indicator', 'members-stock');
      node.setAttribute('data-ess', 'indicator');
    });
    await expect.poll(async () => (await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(await said()).toBe('');
    expect(visit.complaints).toHaveLength(3);
    await visit.close();
  });

  it('takes up widgets in a shadow root that a page names, those that come later too', async () => {
    const card = `<page-card></page-card><script type="module">
      import { scan } from '/ess/ess.js';
      customElements.define('page-card', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          scan(root);
          root.innerHTML = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';
        }
      });
    </script>`;
    const { url } = await host({ pages: { '/': pageOf(card, LOADER) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, url);
    await visit.page.locator('page-card ess-indicator').getByText('117').waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('takes up a widget that the page adds later, and one written before its script', async () => {
    const later = `<script type="module">setTimeout(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<ess-breakdown indicator="members-stock"></ess-breakdown>'), 300)</script>`;
    const { url } = await host({ pages: { '/': pageOf(FIGURE + LOADER + later) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, url);
    await expect.poll(async () => (await texts(visit.page, 'ess-breakdown')).join()).toContain('Associations');
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('says in the widget, and once in the console, that the page names no data', async () => {
    const { url } = await host({ pages: { '/': pageOf(FIGURE, '<script type="module" src="/ess/ess.js"></script>') } });
    const seen = await visitTo(url, 'ess-indicator');
    expect(seen.text).toContain('Ce widget n’a pas de source de données.');
    expect(seen.warnings).toHaveLength(1);
    expect(seen.complaints).toEqual(seen.warnings);
  });

  it('says in the widget, and once in the console, that the address of the data cannot be read', async () => {
    const { url } = await host({ pages: { '/': pageOf(FIGURE, LOADER.replace('/data/manifest.json', 'https://')) } });
    const seen = await visitTo(url, 'ess-indicator');
    expect(seen.text).toContain('https://');
    expect(seen.warnings).toHaveLength(1);
    expect(seen.complaints).toEqual(seen.warnings);
  });
});

describe('the snippets of the guide', () => {
  /** Blocks of HTML of a guide, in its order: the first is the whole of an empty page. */
  const snippets = async (guide: string): Promise<readonly string[]> => {
    const text = await readFile(path.join(ROOT, 'stories/guides', guide), 'utf8');
    return [...text.matchAll(/```html\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  };

  it.each(['integrer.fr.mdx', 'embed.en.mdx'])(
    'work in an otherwise empty file beside the build, in any folder: %s',
    async (guide) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'ess-snippet-'));
      try {
        const [first = '', ...others] = await snippets(guide);
        await cp(folderOf('/ess/'), path.join(folder, 'ess'), { recursive: true });
        await cp(folderOf('/data/'), path.join(folder, 'data'), { recursive: true });
        await writeFile(path.join(folder, 'index.html'), first);
        // A link to a folder on another host leads to this one here.
        const whole = [first, ...others].join('\n').replaceAll(/https:\/\/ex[ae]mple\.\w+\/ess-widgets\//g, '');
        await writeFile(path.join(folder, 'all.html'), whole);
        for (const name of ['adherents.csv', 'members.csv']) {
          await cp(path.join(folderOf('/pole/'), 'adherents.csv'), path.join(folder, name));
        }
        const { url } = await host({ mounts: [{ url: '/un/sous-dossier/', folder }] });
        const seen = await visitTo(`${url}un/sous-dossier/`, 'ess-member-map');
        expect(seen.states).toEqual(['ess-member-map ready']);
        expect(seen.text).toContain('117 adhérents publiés');
        expect(seen.warnings).toEqual([]);
        const all = await visitTo(`${url}un/sous-dossier/all.html`, 'ess-member-map');
        expect(all.states.filter((state) => !state.endsWith(' ready'))).toEqual([]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('a page of another origin', () => {
  const remote = (origin: string) => LOADER.replaceAll('="/', `="${origin}`);
  const widgets = `${FIGURE}<ess-member-map></ess-member-map><ess-event-counter series="mois-de-l-ess"></ess-event-counter>`;

  it('takes scripts and data from a server that allows it', async () => {
    const files = await host({ headers: { 'access-control-allow-origin': '*' } });
    const partner = await host({ mounts: [], pages: { '/': pageOf(widgets, remote(files.url)) } });
    const seen = await visitTo(partner.url, 'ess-indicator, ess-member-map, ess-event-counter');
    expect(seen.states.filter((state) => !state.endsWith(' ready'))).toEqual([]);
    expect(seen.text).toContain('117 adhérents publiés');
    expect(seen.complaints).toEqual([]);
  });

  it('takes its scripts at home and its data elsewhere', async () => {
    const files = await host({ headers: { 'access-control-allow-origin': '*' } });
    const head = LOADER.replace('/data/', `${files.url}data/`);
    const partner = await host({
      mounts: MOUNTS.filter(({ url }) => url === '/ess/'),
      pages: { '/': pageOf(widgets, head) },
    });
    const seen = await visitTo(partner.url, 'ess-indicator');
    expect(seen.text).toContain('117');
    expect(seen.complaints).toEqual([]);
  });

  it('is told what is wrong by a server that does not allow it', async () => {
    const files = await host({});
    const head = LOADER.replace('/data/', `${files.url}data/`);
    const partner = await host({
      mounts: MOUNTS.filter(({ url }) => url === '/ess/'),
      pages: { '/': pageOf(FIGURE, head) },
    });
    const seen = await visitTo(partner.url, 'ess-indicator');
    expect(seen.text).toContain('Données indisponibles – La source ne laisse pas d’autres sites la lire');
    expect(seen.warnings).toHaveLength(1);
    expect(seen.warnings[0]).toMatch(/CORS|Access-Control-Allow-Origin/);
  });
});
