/**
 * The eight ways from what somebody has to a widget on their site, by the keyboard alone, as ATELIER asks for them: a list of 26
 * members, a calendar of four dates and the figures of the Cress, each pasted into the host's own editor.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../packages/elements/e2e/support/axe.ts';
import { type Host, openHost, pageOf } from '../../packages/elements/e2e/support/host.ts';
import { useStills, visitor } from '../../packages/elements/e2e/support/visit.ts';
import { openBrowser } from '../site/browser.mjs';
import { TYPES } from '../site/mounts.mjs';
import { serveSite } from '../site/server.mjs';
import { CALENDAR, internalRow, LIST, LIST_RECIPE, reach } from './own-list.ts';
import { pluginZip } from './plugin-zip.ts';
import { openSpip, PASSWORD, type SpipSite, signIn as signInSpip } from './spip-site.ts';
import { unzipped } from './unzip.ts';
import { type Served, startApache } from './web-servers.ts';
import { openSite, type Site, signIn } from './wordpress-site.ts';

/** What somebody has, the widget that they take of it, and what a visitor then reads. */
const BROUGHT = [
  {
    what: 'a list',
    file: 'liste.csv',
    text: LIST,
    offer: 'La carte des adhérents',
    shows: /26 adhérents, dont 26 situés/,
  },
  { what: 'a calendar', file: 'agenda.ics', text: CALENDAR, offer: 'L’agenda', shows: /4 rendez-vous/ },
  { what: 'the figures of the Cress', file: null, text: '', offer: 'Adhérents 117', shows: /\b117\b/ },
] as const;
type Brought = (typeof BROUGHT)[number];

const work = mkdtempSync(path.join(tmpdir(), 'ess-journeys-'));
let browser: Browser;
/** The site with the Atelier. */
let cress: Awaited<ReturnType<typeof serveSite>>;
/** What has the list and the calendar. */
let host: Host;
let partner: Host;
const partnerPages: Record<string, string> = {};

beforeAll(async () => {
  browser = await openBrowser();
  const headers = { 'access-control-allow-origin': '*' };
  const pages = {
    '/liste.csv': { body: LIST, type: 'text/csv; charset=utf-8' },
    '/agenda.ics': { body: CALENDAR, type: 'text/calendar; charset=utf-8' },
  };
  [cress, host, partner] = await Promise.all([
    serveSite({ port: 0 }),
    openHost({ pages, headers }),
    openHost({ pages: partnerPages }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await cress?.close();
  await host?.close();
  await partner?.close();
  rmSync(work, { recursive: true });
});

/** Somebody at the Atelier who has no mouse: what they did is counted, the way of the focus is not. */
class Person {
  actions = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to the field or the button of a name. */
  async reach(name: string | RegExp, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 120; presses++) {
      const focused = await this.page.evaluate(() => {
        let element = document.activeElement as HTMLInputElement | null;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLInputElement;
        const described = element?.getAttribute('aria-describedby');
        const words = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
        return `${words} ${described ?? ''}`.replaceAll(/\s+/g, ' ').trim();
      });
      if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} never reaches ${name}`);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.press('Enter');
    this.actions++;
  }

  async fill(name: string, text: string): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.type(text);
    this.actions++;
  }

  /** Chooses an option of the focused list by its first letters. */
  async pick(list: string, option: string): Promise<void> {
    await this.fill(list, option);
  }

  /** Chooses what was brought as a file. */
  async give(name: string, text: string): Promise<void> {
    await this.reach('Choisir un fichier');
    const chosen = new Promise<void>((resolve) => {
      this.page.once('filechooser', (chooser) =>
        resolve(chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(text) })),
      );
    });
    // The browser hands its dialog over once it was told to.
    await this.page.waitForTimeout(500);
    await this.page.keyboard.press('Enter');
    await chosen;
    this.actions++;
  }

  /** Chooses an offer: arrows go from one to the next. */
  async choose(offer: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Widget' }).waitFor();
    await this.page.getByText('Lecture en cours').waitFor({ state: 'detached' });
    const radios = this.page.getByRole('group', { name: 'Widget' }).getByRole('radio');
    const names = await radios.evaluateAll((all) =>
      all.map((each) => (each as HTMLInputElement).labels?.[0]?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''),
    );
    const at = names.findIndex((name) => name.startsWith(offer));
    if (at < 0) throw new Error(`No offer ${offer}: ${names.map((name) => name.slice(0, 40)).join(', ')}`);
    await this.reach(names[0]?.slice(0, 20) ?? '');
    await this.page.keyboard.press('Space');
    for (let step = 0; step < at; step++) await this.page.keyboard.press('ArrowDown');
    this.actions++;
  }

  /** Copies a text. @param field its id */
  async copy(field = 'code'): Promise<string> {
    await this.page.locator(`#${field}`).waitFor();
    await this.press(new RegExp(`^Copier ${field}$`));
    const text = await this.page.locator(`#${field}`).inputValue();
    await this.page.waitForFunction(async (copied) => (await navigator.clipboard.readText()) === copied, text);
    return text;
  }
}

/** Opens the Atelier. @param use what is done there */
async function atTheAtelier<T>(use: (person: Person) => Promise<T>): Promise<T> {
  const visit = await visitor(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await visit.page.goto(`${cress.url}ess/atelier/`);
  await visit.page.getByRole('heading', { name: 'Apporter' }).waitFor();
  const person = new Person(visit.page);
  const done = await use(person);
  expect(visit.complaints).toEqual([]);
  await visit.close();
  return done;
}

/** What is pasted into a host, and how many actions it took. */
interface Copied {
  readonly code: string;
  readonly actions: number;
}

/** Goes from the address of a source to the code for a place. */
const fromAddress = (
  { file, offer }: Brought,
  [to, right]: readonly [to: string, right?: string],
  field?: string,
): Promise<Copied> =>
  atTheAtelier(async (person) => {
    if (file) {
      await person.fill('ou donnez l’adresse', `${host.url}${file}`);
      await person.press('Lire cette adresse');
    } else await person.press('Prendre les chiffres');
    await person.choose(offer);
    await person.pick('Où le coller', to);
    if (right) await person.pick('Vos droits', right);
    return { code: await person.copy(field), actions: person.actions };
  });

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** What a visitor reads of the widget of a page or a frame, once it is there. */
async function read(place: Page | FrameLocator): Promise<string> {
  const widget = place.locator('[data-ess] > :state(ready)').first();
  await widget.waitFor({ timeout: 60_000 });
  // Where a still is taken over, what is there is seen once it has been drawn.
  const text = await widget.evaluate(async (element) => {
    const said = () => element.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '';
    while (said() === '') await new Promise((resolve) => setTimeout(resolve, 100));
    return said();
  });
  return text.replaceAll(/\s+/g, ' ');
}

/** What a visitor reads of the first widget of a page. A still waits for their sign, which may come before its loader. */
async function readOf(page: Page): Promise<string> {
  const come = async (): Promise<number> => {
    await useStills(page);
    return page.locator('[data-ess] > :state(ready)').count();
  };
  await expect.poll(come, { timeout: 60_000 }).toBeGreaterThan(0);
  return read(page);
}

/** The same of an address. */
async function readAt(address: string): Promise<string> {
  const context = await browser.newContext({ locale: 'fr-FR', ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(address);
  const text = await readOf(page);
  await context.close();
  return text;
}

/** Sources of the plugins, as their administrators have saved them. */
const named = () => [
  internalRow('adherents', `${host.url}liste.csv`, ['name', 'town', 'insee'], LIST_RECIPE),
  internalRow('agenda', `${host.url}agenda.ics`, ['*']),
];

describe.each(BROUGHT)('$what', (brought) => {
  it.each([
    ['a page in HTML', ['Un site en HTML'] as const],
    ['WordPress without the plugin, as an editor', ['WordPress, sans'] as const],
  ])('is shown in %s', async (_, to) => {
    const { code, actions } = await fromAddress(brought, to);
    const once = code.includes('<script') ? '' : `<script type="module" src="${cress.url}ess/ess.js"></script>`;
    partnerPages['/page.html'] = pageOf(`${once}${code}`);
    expect(await readAt(`${partner.url}page.html`)).toMatch(brought.shows);
    expect(actions).toBeLessThanOrEqual(8);
  });
});

describe('WordPress with its plugin', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    const zip = path.join(work, 'ess-widgets.zip');
    writeFileSync(zip, pluginZip('wordpress'));
    site.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
      wp_set_current_user(1);
      (new Plugin_Upgrader(new Automatic_Upgrader_Skin()))->install('${zip}');
      activate_plugin('ess-widgets/ess-widgets.php');
      update_option('ess_widgets', json_decode(base64_decode('${base64({ sources: named() })}'), true));
      update_option('permalink_structure', '/%postname%/');
      flush_rewrite_rules();
      $id = wp_insert_user(['user_login' => 'contributor', 'user_pass' => 'admin', 'role' => 'contributor']);
      update_user_meta($id, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);`);
  }, 300_000);
  afterAll(() => site?.close());

  /** Has an administrator publish the post that a contributor has submitted, and returns its address. */
  const published = (): string =>
    site.php(`
      wp_set_current_user(1);
      [$post] = get_posts(['post_status' => 'pending', 'numberposts' => 1]);
      wp_update_post(['ID' => $post->ID, 'post_status' => 'publish', 'post_name' => "essai-$post->ID"]);
      echo get_permalink($post->ID);`);

  it.each(BROUGHT)('shows $what as a block that a contributor has pasted', async (brought) => {
    const { actions } = await fromAddress(brought, ['WordPress, avec']);
    const page = await signIn(browser, site, 'contributor');
    await page.goto(`${site.url}/wp-admin/post-new.php`);
    await reach(page, 'Add title');
    await page.keyboard.type('Essai');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+V');
    const canvas = page.frameLocator('iframe[name="editor-canvas"]');
    await canvas.locator('[data-type="ess/widget"] :state(ready)').waitFor();
    await reach(page, 'Submit for Review');
    await page.keyboard.press('Enter');
    await page.locator('.editor-post-publish-panel__header').waitFor();
    const isSent = page.waitForResponse((response) => /"status":"pending"/.test(response.request().postData() ?? ''));
    await reach(page, 'Submit for Review');
    await page.keyboard.press('Enter');
    await isSent;
    await page.context().close();
    expect(await readAt(published())).toMatch(brought.shows);
    expect(actions).toBeLessThanOrEqual(8);
  });

  it.each(BROUGHT)('shows $what by the shortcode in the classic editor of a contributor', async (brought) => {
    const { actions } = await fromAddress(brought, ['WordPress, avec'], 'other');
    const page = await signIn(browser, site, 'contributor');
    await page.goto(`${site.url}/wp-admin/post-new.php?classic`);
    await page.frameLocator('#content_ifr').locator('body#tinymce').waitFor();
    await reach(page, 'Add title');
    await page.keyboard.type('Essai');
    await reach(page, 'Skip to Editor');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+V');
    await page.frameLocator('#content_ifr').getByText('[ess ').waitFor();
    await reach(page, 'Submit for Review');
    // While WordPress saves by itself, its button does nothing.
    await page.locator('#publish:not(.disabled)').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/message=8/, { waitUntil: 'domcontentloaded' });
    await page.context().close();
    expect(await readAt(published())).toMatch(brought.shows);
    expect(actions).toBeLessThanOrEqual(8);
  });
});

describe('SPIP with its plugin', () => {
  let site: SpipSite;
  beforeAll(async () => {
    site = await openSpip();
    const zip = path.join(work, 'ess_widgets.zip');
    writeFileSync(zip, pluginZip('spip'));
    await site.php(`
      (new PharData('${zip}'))->extractTo('${site.folder}/site/plugins');
      include_spip('inc/plugin');
      ecrire_plugin_actifs(['ess_widgets'], false, 'ajoute');`);
    await site.php(`
      include_spip('inc/plugin'); include_spip('inc/config'); include_spip('base/abstract_sql');
      ob_start(); plugin_installes_meta(); ob_end_clean();
      ecrire_config('ess_widgets', json_decode(base64_decode('${base64({ sources: named() })}'), true));
      include_spip('auth/spip');
      $id = sql_insertq('spip_auteurs', ['nom' => 'Redac', 'email' => 'redac@site.example', 'login' => 'redac', 'statut' => '1comite']);
      auth_spip_modifier_pass('redac', '${PASSWORD}', $id);
      sql_insertq('spip_rubriques', ['titre' => 'Essais', 'statut' => 'publie', 'lang' => 'fr', 'id_secteur' => 1]);`);
  }, 300_000);
  afterAll(() => site?.close());

  it.each(BROUGHT)('shows $what as a modèle in an article of a redac', async (brought) => {
    const { actions } = await fromAddress(brought, ['SPIP']);
    const page = await signInSpip(browser, site, 'redac');
    await page.goto(`${site.url}/ecrire/?exec=article_edit&new=oui&id_rubrique=1`);
    await reach(page, 'Titre');
    await page.keyboard.type('Essai');
    await reach(page, 'Texte');
    await page.keyboard.press('Control+V');
    await reach(page, 'Enregistrer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/exec=article&/);
    const id = new URL(page.url()).searchParams.get('id_article');
    await page.context().close();
    await site.php(`
      include_spip('base/abstract_sql'); include_spip('action/editer_article'); include_spip('inc/autoriser');
      $GLOBALS['visiteur_session'] = sql_fetsel('*', 'spip_auteurs', 'login=' . sql_quote('webmestre'));
      article_modifier(${id}, ['statut' => 'publie']);`);
    expect(await readAt(`${site.url}/spip.php?article${id}`)).toMatch(brought.shows);
    expect(actions).toBeLessThanOrEqual(8);
  });
});

/** Where a folder lies once it is put on a server, with a certificate of its own. */
describe('a folder that was taken home', () => {
  const files = new Map<string, Uint8Array>();
  let home: Server;
  let address: string;
  let site: Site;
  let apache: Served;

  beforeAll(async () => {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(work, name));
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ];
    expect(spawnSync('openssl', made as string[]).status).toBe(0);
    home = createServer({ key: readFileSync(key ?? ''), cert: readFileSync(cert ?? '') }, (request, response) => {
      const asked = decodeURIComponent(new URL(request.url ?? '/', 'https://home.example').pathname).slice(1);
      const file = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
      const bytes = files.get(file);
      const type = TYPES.get(path.extname(file)) ?? 'text/plain';
      response.writeHead(bytes ? 200 : 404, { 'content-type': type, 'access-control-allow-origin': '*' }).end(bytes);
    });
    await new Promise<void>((resolve) => home.listen(0, '127.0.0.1', resolve));
    address = `https://127.0.0.1:${(home.address() as AddressInfo).port}/`;
    const root = path.join(work, 'apache');
    mkdirSync(path.join(root, 'www/ess'), { recursive: true });
    chmodSync(work, 0o755);
    writeFileSync(path.join(root, 'www/ess/ess.js'), '');
    [site, apache] = await Promise.all([openSite(), startApache(root, '/etc/mime.types')]);
    // The test's own host: WordPress asks none inside its network, and knows no certificate of it.
    writeFileSync(
      path.join(site.folder, 'site/wp-content/mu-plugins/home.php'),
      `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', static function ($ports) { return array_merge($ports, [${new URL(address).port}]); });
add_filter('https_ssl_verify', '__return_false');
add_filter('pre_http_request', '__return_false', 0);
`,
    );
    site.php(`
      wp_insert_user(['user_login' => 'author', 'user_pass' => 'admin', 'role' => 'author']);
      update_option('permalink_structure', '/%postname%/');
      flush_rewrite_rules();`);
  }, 300_000);
  afterAll(async () => {
    await site?.close();
    apache?.close();
    home?.close();
  });

  describe.each(BROUGHT)('with $what', (brought) => {
    const codes = new Map<string, string>();
    let actions = 0;
    let picture: Buffer;

    beforeAll(async () => {
      await atTheAtelier(async (person) => {
        if (brought.file) await person.give(brought.file, brought.text);
        else await person.press('Prendre les chiffres');
        await person.choose(brought.offer);
        const downloaded = person.page.waitForEvent('download');
        await person.fill('Adresse qu’aura', address);
        await person.press('Pour le site');
        const archive = unzipped(readFileSync(await (await downloaded).path()));
        files.clear();
        for (const [name, bytes] of archive) {
          files.set(name, bytes);
          const to = path.join(work, 'apache/www', brought.offer, name);
          mkdirSync(path.dirname(to), { recursive: true });
          writeFileSync(to, bytes);
        }
        actions = person.actions;
        await person.page.getByRole('link', { name: 'Placer' }).focus();
        await person.page.keyboard.press('Enter');
        for (const [name, to, right] of [
          ['author', 'WordPress, sans', 'auteur'],
          ['frame', 'Wix'],
          ['notion', 'Notion'],
          ['mail', 'Une lettre'],
        ]) {
          await person.pick('Où le coller', to ?? '');
          if (right) await person.pick('Vos droits', right);
          // The figures of the Cress lie on its own site, which is here what was taken home.
          codes.set(name ?? '', (await person.copy()).replaceAll(cress.url, address));
          await person.reach('Où le coller', 'Shift+Tab');
        }
        const drawn = person.page.waitForEvent('download');
        await person.press('Prendre l’image');
        picture = readFileSync(await (await drawn).path());
      });
    }, 300_000);

    it('is a page by FTP on Apache, without a fault', async () => {
      const visit = await visitor(browser);
      await visit.page.goto(`${apache.url}${encodeURIComponent(brought.offer)}/`);
      expect(await readOf(visit.page)).toMatch(brought.shows);
      expect(visit.complaints).toEqual([]);
      await visit.close();
      expect(actions).toBeLessThanOrEqual(8);
    });

    it('is shown in a sandboxed frame of another site', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const page = await context.newPage();
      partnerPages['/frame.html'] = pageOf(codes.get('frame') ?? '');
      expect(partnerPages['/frame.html']).toContain('sandbox="allow-scripts');
      await page.goto(`${partner.url}frame.html`);
      expect(await read(page.frameLocator('main iframe'))).toMatch(brought.shows);
      await context.close();
    });

    it('is framed by a WordPress without the plugin, where an author has pasted the address of its page', async () => {
      const code = codes.get('author') ?? '';
      expect(code).toMatch(/^https:\/\/[^\s<]+\/$/);
      const link = site.php(`
        wp_set_current_user(get_user_by('login', 'author')->ID);
        kses_init();
        echo get_permalink(wp_insert_post(['post_title' => 'Essai', 'post_status' => 'publish', 'post_content' => '${code}']));`);
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const page = await context.newPage();
      await page.goto(link);
      await page.locator('iframe.wp-embedded-content').waitFor({ state: 'attached' });
      expect(await read(page.frameLocator('iframe.wp-embedded-content'))).toMatch(brought.shows);
      await context.close();
    });

    it('answers a client of oEmbed, and has a picture of 1200 × 630', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const page = await context.newPage();
      await page.goto(codes.get('author') ?? '');
      expect(await readOf(page)).toMatch(brought.shows);
      expect(await violations(page)).toEqual([]);
      const [oembed, image] = await page.evaluate(() => [
        document.querySelector<HTMLLinkElement>('link[type="application/json+oembed"]')?.href ?? '',
        document.querySelector<HTMLMetaElement>('meta[property="og:image"]')?.content ?? '',
      ]);
      const answer = (await (await context.request.get(oembed)).json()) as { readonly html: string };
      const png = await (await context.request.get(image)).body();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      partnerPages['/oembed.html'] = pageOf(answer.html);
      await page.goto(`${partner.url}oembed.html`);
      expect(await read(page.frameLocator('main iframe'))).toMatch(brought.shows);
      await context.close();
    });

    it('is a picture and a link in a message', async () => {
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
      const [, href = ''] = /<a href="([^"]+)"/.exec(codes.get('mail') ?? '') ?? [];
      expect(await readAt(href)).toMatch(brought.shows);
    });
  });
});
