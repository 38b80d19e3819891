/** The plugin on a real WordPress, installed from its archive alone. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../site/browser.mjs';
import { openSite, type Site } from './wordpress-site.ts';
import { wordpressZip } from './wordpress-zip.ts';

/** Block of the editor, as far as the tests read it. */
interface EditorBlock {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}
/** The editor's own interface. */
interface EditorWindow {
  readonly wp: {
    readonly blocks: { readonly createBlock: (name: string, attributes: object) => EditorBlock };
    readonly data: {
      readonly select: (store: string) => { readonly getBlocks: () => readonly EditorBlock[] };
      readonly dispatch: (store: string) => { readonly insertBlocks: (block: EditorBlock) => void };
    };
  };
}

type Role = 'administrator' | 'editor' | 'author' | 'contributor';
const AGENDA = '<!-- wp:ess/widget {"widget":"event-agenda","limit":"3"} /-->';
const SHORTCODE = '<!-- wp:shortcode -->\n[ess widget="indicator" indicator="members-stock"]\n<!-- /wp:shortcode -->';
const CSV = 'Nom;Commune\nCoop des Dunes;Brest\nScop du Phare;Quimper\n';

it('has a text in both languages for every widget, attribute, value and reason', () => {
  const folder = path.join(import.meta.dirname, '../../packages');
  const { stdout } = spawnSync(
    'php',
    ['-r', `echo json_encode([require '${folder}/wordpress/texts.php', require '${folder}/host-php/attributes.php']);`],
    { encoding: 'utf8' },
  );
  const [texts, table] = JSON.parse(stdout) as [
    Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>,
    Readonly<Record<string, Readonly<Record<string, { readonly values?: readonly string[] }>>>>,
  ];
  const sources = ['Guard', 'Reading', 'Http']
    .map((name) => readFileSync(`${folder}/host-php/${name}.php`, 'utf8'))
    .join();
  const reasons = [...sources.matchAll(/new Refused\('(\w+)'/g)].map(([, reason]) => `error_${reason}`);
  expect(reasons.length).toBeGreaterThan(8);
  const rows = Object.values(table).flatMap((attributes) => Object.entries(attributes));
  const needed = [
    ...Object.keys(table).flatMap((widget) => [`widget_${widget}`, `link_${widget}`]),
    ...['src', 'indicator', 'territory', 'period', 'limit', 'view', 'theme', 'heading-level'].map(
      (name) => `help_${name}`,
    ),
    ...rows.map(([name]) => `attribute_${name}`),
    ...rows.flatMap(([, { values = [] }]) =>
      values.filter((value) => !/^\d$/.test(value)).map((value) => `value_${value}`),
    ),
    ...reasons,
  ];
  expect(Object.keys(texts.fr)).toEqual(Object.keys(texts.en));
  expect([...new Set(needed)].filter((key) => !texts.fr[key])).toEqual([]);
  const isWrong = (text: string) => /'|[^\u202f][:;?!](?:\s|$)/.test(text);
  expect(Object.entries(texts.fr).filter(([, text]) => isWrong(text))).toEqual([]);
});

describe('the plugin of WordPress', () => {
  let site: Site;
  let browser: Browser;
  let data: Server;
  let dataUrl: string;
  let passwords: Readonly<Record<Role, string>>;
  /** The answer of the server of data, by path; null closes the connection. */
  const answers = new Map<string, string>();

  beforeAll(async () => {
    data = createServer((request, response) => {
      const body = answers.get(request.url ?? '');
      if (body === undefined) response.writeHead(404).end();
      else response.end(body);
    });
    await new Promise<void>((resolve) => data.listen(0, '127.0.0.1', resolve));
    dataUrl = `http://127.0.0.1:${(data.address() as AddressInfo).port}`;
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    const zip = path.join(site.folder, 'ess-widgets.zip');
    writeFileSync(zip, wordpressZip());
    passwords = JSON.parse(
      site.php(`
        require_once ABSPATH . 'wp-admin/includes/admin.php';
        require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
        wp_set_current_user(1);
        (new Plugin_Upgrader(new Automatic_Upgrader_Skin()))->install('${zip}');
        $failed = activate_plugin('ess-widgets/ess-widgets.php');
        if (is_wp_error($failed)) { exit(1); }
        update_option('permalink_structure', '/%postname%/');
        flush_rewrite_rules();
        foreach (['administrator', 'editor', 'author', 'contributor'] as $role) {
          $id = $role === 'administrator' ? 1 : wp_insert_user(['user_login' => $role, 'user_pass' => 'admin', 'role' => $role]);
          update_user_meta($id, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);
          $made[$role] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'test'])[0];
        }
        echo json_encode($made);`),
    );
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    data?.close();
  });

  /** Asks a route of WordPress as a role. */
  const api = async (role: Role, route: string, body?: object) => {
    const login = role === 'administrator' ? 'admin' : role;
    const response = await fetch(`${site.url}/index.php?rest_route=${route}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Basic ${Buffer.from(`${login}:${passwords[role]}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, json: await response.json() };
  };
  const html = async (address: string) => (await fetch(address)).text();
  /** Publishes a post that a role has written, by an editor where the role may not, and returns its address. */
  async function published(role: Role, content: string, title = `Page ${role}`): Promise<string> {
    const status = role === 'contributor' ? 'pending' : 'publish';
    const { json } = await api(role, '/wp/v2/posts', { title, content, status });
    if (role !== 'contributor') return json.link;
    expect(json.status).toBe('pending');
    return (await api('editor', `/wp/v2/posts/${json.id}`, { status: 'publish' })).json.link;
  }
  const setOption = (values: object) =>
    site.php(`update_option('ess_widgets', json_decode('${JSON.stringify(values)}', true));`);
  const loaders = (text: string) => text.match(/<script[^>]*\/cdn\/ess\.js[^>]*>/g) ?? [];
  const sourceIn = (text: string) =>
    /data-ess-src="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#038;', '&').replaceAll('&amp;', '&') ?? '';
  async function states(address: string): Promise<readonly string[]> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const blocks = page.locator('[data-ess] > *:is(:state(ready), :state(empty), :state(error))');
    await blocks.first().waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('[data-ess] > :state(loading)').count()).toBe(0);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('[data-ess] > *')].map(
        (element) =>
          `${element.localName} ${['ready', 'empty', 'error', 'stale'].filter((state) => element.matches(`:state(${state})`)).join(' ')}`,
      ),
    );
    await context.close();
    return found;
  }

  it.each<Role>(['administrator', 'editor', 'author', 'contributor'])(
    'shows the block and the shortcode of an %s',
    async (role) => {
      const address = await published(role, `${AGENDA}\n\n${SHORTCODE}`);
      const text = await html(address);
      expect(text).toContain('data-ess="event-agenda" data-ess-limit="3" data-ess-src="');
      expect(text).toContain('data-ess="indicator" data-ess-indicator="members-stock"');
      expect(text).toMatch(/<div class="ess-still">.*Assemblée générale/);
      expect(text).toMatch(/<figure class="ess-still">.*117 adhérents/);
      expect(loaders(text)).toHaveLength(1);
      expect(loaders(text)[0]).toMatch(/\?ver=\d+\.\d+\.\d+-[0-9a-f]{8}"/);
      expect(await states(address)).toEqual(['ess-event-agenda ready', 'ess-indicator ready']);
    },
  );

  it('puts the loader on no other page, and the still or the link alone in the feed', async () => {
    const sheet = '<!-- wp:ess/widget {"widget":"territory-sheet","territory":"departement-29"} /-->';
    const address = await published('editor', `${AGENDA}\n\n${sheet}`, 'Dans le flux');
    expect(loaders(await html(`${site.url}/?p=1`))).toEqual([]);
    expect(loaders(await html(address))).toHaveLength(1);
    const feed = await html(`${site.url}/feed/`);
    expect(feed).toContain(`<a href="${address}">Voir la fiche du territoire (Dans le flux)</a>`);
    expect(feed).toContain('<time datetime="2024-12-19">jeudi 19 décembre 2024</time>');
    expect(loaders(feed)).toEqual([]);
  });

  it('loads what is pasted as HTML, and leaves out what no block may set', async () => {
    const pasted =
      '<!-- wp:html --><div data-ess="indicator" data-ess-indicator="members-stock"></div><!-- /wp:html -->';
    expect(await states(await published('contributor', pasted))).toEqual(['ess-indicator ready']);
    const hostile =
      '<!-- wp:ess/widget {"widget":"indicator","indicator":"\\u0022 onfocus=\\u0022x","hosts":"evil.example","onclick":"x"} /-->';
    const text = await html(await published('contributor', hostile));
    expect(text).toContain('data-ess-indicator="&quot; onfocus=&quot;x"');
    expect(text).not.toMatch(/data-ess-(?:hosts|onclick)/);
    const unknown = await html(await published('editor', '<!-- wp:ess/widget {"widget":"../x"} /-->'));
    expect(unknown).not.toContain('data-ess=');
  });

  it('reads a source on the server where its host is listed, and keeps the last good copy', async () => {
    const { host } = new URL(dataUrl);
    answers.set('/membres.csv', CSV);
    const block = `<!-- wp:ess/widget {"widget":"member-list","src":"${dataUrl}/membres.csv"} /-->`;
    const address = await published('contributor', block, 'Liste');
    expect(sourceIn(await html(address))).toBe(`${dataUrl}/membres.csv`);

    setOption({ hosts: [host] });
    const refused = await api('contributor', `/ess-widgets/v1/source&src=${dataUrl}/membres.csv`, {});
    expect(refused.json.text).toContain('réseau interne');

    setOption({ hosts: [host, '127.0.0.1'] });
    const read = await api('contributor', `/ess-widgets/v1/source&src=${dataUrl}/membres.csv`, {});
    expect(read.json.text).toMatch(/^Source lue le [^.]*\.$/);
    const served = sourceIn(await html(address));
    expect(served).toMatch(/\/wp-json\/ess-widgets\/v1\/files\/[0-9a-f]{32}$/);
    const file = await fetch(served);
    expect(await file.text()).toBe(CSV);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'text/csv',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const again = await fetch(served, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(await states(address)).toEqual(['ess-member-list ready']);

    answers.set('/membres.csv', '<html>');
    const failed = await api('editor', `/ess-widgets/v1/source&src=${dataUrl}/membres.csv`, {});
    expect(failed.json.text).toMatch(/^Source lue le .* ni du JSON/);
    expect(await html(served)).toBe(CSV);
    expect((await fetch(`${site.url}/wp-json/ess-widgets/v1/files/${'0'.repeat(32)}`)).status).toBe(404);
    setOption({});
  });

  it('gives a manifest with the addresses of the site, also without permalinks', async () => {
    const { host } = new URL(dataUrl);
    const manifest = { format: 'ess-dataset/1', collections: { organisations: { href: 'organisations.json' } } };
    answers.set('/manifest.json', JSON.stringify(manifest));
    answers.set('/organisations.json', '[]');
    setOption({ source: `${dataUrl}/manifest.json`, hosts: [host, '127.0.0.1'] });
    site.php(`update_option('permalink_structure', '');`);
    const text = await html(`${site.url}/?p=1&x`);
    expect(loaders(text)).toEqual([]);
    const served = sourceIn(await html(await published('editor', AGENDA, 'Manifeste')));
    expect(served).toContain('rest_route=');
    const { collections } = JSON.parse(await html(served));
    expect(new URL(collections.organisations.href).origin).toBe(site.url);
    expect(await html(collections.organisations.href)).toBe('[]');
    site.php(`update_option('permalink_structure', '/%postname%/');`);
    setOption({});
  });

  it('serves nothing of a source with a key before its columns are ticked', async () => {
    const { host } = new URL(dataUrl);
    answers.set('/export.csv?key=secret', 'Nom;Courriel\nCoop;secret@coop.example\n');
    const source = `${dataUrl}/export.csv?key=secret`;
    setOption({ source, hosts: [host, '127.0.0.1'] });
    const text = await html(await published('editor', AGENDA, 'Avec une clé'));
    expect(text).not.toContain('secret');
    const served = sourceIn(text);
    const closed = await fetch(served);
    expect([closed.status, await closed.text()]).toEqual([403, expect.not.stringContaining('secret')]);
    const id = /[0-9a-f]{32}/.exec(served)?.[0] ?? '';
    setOption({ source, hosts: [host, '127.0.0.1'], columns: { [id]: ['Nom'] } });
    expect(await html(served)).toBe('Nom\nCoop\n');
    setOption({});
  });

  async function signIn(role: Role): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1200, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/wp-login.php`);
    await page.fill('#user_login', role === 'administrator' ? 'admin' : role);
    await page.fill('#user_pass', 'admin');
    await page.click('#wp-submit');
    await page.waitForURL(/wp-admin/);
    return { context, page };
  }
  async function openEditor(page: Page): Promise<FrameLocator> {
    await page.goto(`${site.url}/wp-admin/post-new.php`);
    const canvas = page.frameLocator('iframe[name="editor-canvas"]');
    await canvas.locator('.editor-post-title__input, h1[contenteditable]').first().waitFor();
    const close = page.locator('.components-modal__header button');
    if (await close.count()) await close.first().click();
    return canvas;
  }

  it.each<Role>(['administrator', 'contributor'])('shows the widget live in the editor of a %s', async (role) => {
    const { context, page } = await signIn(role);
    const canvas = await openEditor(page);
    await page.evaluate(() => {
      const { blocks, data } = (globalThis as unknown as EditorWindow).wp;
      const block = blocks.createBlock('ess/widget', { widget: 'indicator', indicator: 'members-stock' });
      data.dispatch('core/block-editor').insertBlocks(block);
    });
    await canvas.locator('ess-indicator:state(ready)').waitFor();
    mkdirSync(path.join(import.meta.dirname, '../../dist/hosts'), { recursive: true });
    await page.screenshot({ path: path.join(import.meta.dirname, `../../dist/hosts/editor-${role}.png`) });
    await context.close();
  });

  it.each([
    [
      'a block',
      '<div data-ess="indicator" data-ess-indicator="members-stock" style="min-height:10rem">\n  <a href="https://a.example/">A</a>\n</div>',
    ],
    [
      'a script and a block',
      '<script type="module" src="https://a.example/ess.js"></script>\n<div data-ess="indicator" data-ess-indicator="members-stock"><a href="https://a.example/">A</a></div>',
    ],
    [
      'a script and an element',
      '<script type="module" src="https://a.example/ess.js"></script>\n<ess-indicator indicator="members-stock" onclick="x"><a href="https://a.example/">A</a></ess-indicator>',
    ],
    [
      'an element between paragraphs',
      '<p>Avant</p><ess-indicator indicator="members-stock"></ess-indicator><p>Après</p>',
    ],
  ])('turns %s that is pasted in a paragraph into the block', async (_kind, text) => {
    const { context, page } = await signIn('author');
    const canvas = await openEditor(page);
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await canvas.locator('[aria-label][role="button"], .block-editor-default-block-appender__content').last().click();
    await page.keyboard.press('Control+V');
    await canvas.locator('ess-indicator:state(ready)').waitFor();
    const blocks = await page.evaluate(() =>
      (globalThis as unknown as EditorWindow).wp.data
        .select('core/block-editor')
        .getBlocks()
        .map(({ name, attributes }) =>
          name === 'ess/widget' ? { name, ...attributes } : { name, content: String(attributes.content) },
        ),
    );
    const widget = { name: 'ess/widget', widget: 'indicator', indicator: 'members-stock' };
    const paragraph = (content: string) => ({ name: 'core/paragraph', content });
    expect(blocks).toEqual(text.includes('Avant') ? [paragraph('Avant'), widget, paragraph('Après')] : [widget]);
    await context.close();
  });

  it('keeps its settings, tells wrong ones, and reads a source now', async () => {
    answers.set('/reglages.csv', CSV);
    const { context, page } = await signIn('administrator');
    await page.goto(`${site.url}/wp-admin/options-general.php?page=ess-widgets`);
    expect(await page.inputValue('#ess-source')).toBe('');
    expect(await page.textContent('#wpbody')).toContain('la copie fournie');
    await page.fill('#ess-source', `${dataUrl}/reglages.csv`);
    await page.fill('#ess-hosts', '127.0.0.1\nhttps://donnees.example/chemin');
    await page.fill('#ess-accent', 'rouge');
    await page.click('#submit');
    expect(await page.textContent('#wpbody')).toContain('«\u202frouge\u202f» n’est pas une couleur');
    expect(await page.inputValue('#ess-hosts')).toBe('127.0.0.1\ndonnees.example');
    expect(await page.textContent('#wpbody')).toContain('n’a pas encore été lue');
    await page.click('form[action*="admin-post"] [type=submit]');
    expect(await page.textContent('#wpbody')).toMatch(/Source lue le/);
    await page.screenshot({ path: path.join(import.meta.dirname, '../../dist/hosts/settings.png'), fullPage: true });
    await context.close();
    setOption({});
  });

  it('gives no notice of PHP, and leaves no row when it is removed', () => {
    const log = site.php(`echo @file_get_contents('${site.folder}/debug.log');`);
    expect(log.split('\n').filter((line) => line.includes('ess-widgets'))).toEqual([]);
    const rows = site.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      global $wpdb;
      $count = "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%ess\\_widgets%'";
      $before = (int) $wpdb->get_var($count);
      deactivate_plugins('ess-widgets/ess-widgets.php');
      delete_plugins(['ess-widgets/ess-widgets.php']);
      wp_cache_flush();
      echo json_encode([$before > 0, (int) $wpdb->get_var($count), file_exists(WP_PLUGIN_DIR . '/ess-widgets')]);`);
    expect(JSON.parse(rows)).toEqual([true, 0, false]);
  });
});
