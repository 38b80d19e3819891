/** The plugin on a real SPIP, installed from its archive alone. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../packages/elements/e2e/support/axe.ts';
import { useStills } from '../../packages/elements/e2e/support/visit.ts';
import { openBrowser } from '../site/browser.mjs';
import { streets, takenOver, takeover } from './hostile.ts';
import {
  CALENDAR,
  complaintsOf,
  expectLight,
  expectOwn,
  internalRow,
  LIST,
  LIST_RECIPE,
  reach,
  said,
} from './own-list.ts';
import { pluginZip } from './plugin-zip.ts';
import { openSpip, PASSWORD, type SpipSite, signIn as signInTo } from './spip-site.ts';

type Role = 'webmestre' | 'redac';
type Texts = Readonly<Record<string, string>>;

const PACKAGES = path.join(import.meta.dirname, '../../packages');
const PLUGIN = path.join(PACKAGES, 'spip');
const SHOTS = path.join(import.meta.dirname, '../../dist/hosts');
const CSV = 'Nom;Commune\nCoop des Dunes;Brest\nScop du Phare;Quimper\n';
const RECIPE = 'columns=Nom:name,Commune:town';
/** What is given out of it. */
const TICKED =
  '"fields":["name","town","insee"],"rows":[["Coop des Dunes","Brest","29019"],["Scop du Phare","Quimper","29232"]]}';
/** Each modèle with the parameters that it needs, and the element that it becomes. */
const MODELES: Readonly<Record<string, readonly [parameters: string, element: string]>> = {
  agenda: ['limite=3', 'ess-event-agenda'],
  carte: ['territoire=departement-29', 'ess-member-map'],
  chronologie: ['collections=publications', 'ess-timeline'],
  compteur: ['niveau_titre=4', 'ess-event-counter'],
  evolution: ['indicateur=members-stock', 'ess-trend'],
  fiche: ['territoire=departement-29', 'ess-territory-sheet'],
  indicateur: ['indicateur=members-stock', 'ess-indicator'],
  liste: ['territoire=departement-29', 'ess-member-list'],
  rapport: ['vue=apercu', 'ess-report'],
  repartition: ['indicateur=members-stock|par=college', 'ess-breakdown'],
  tableau: ['indicateur=members-stock', 'ess-table'],
};

/** Returns what a PHP expression gives. */
function php<T>(expression: string): T {
  const { stdout } = spawnSync('php', ['-r', `define('_ECRIRE_INC_VERSION', 1); echo json_encode(${expression});`], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as T;
}

describe('the words of the modèles', () => {
  const [words, table] = php<
    [
      Readonly<Record<'modeles' | 'attributs' | 'valeurs', Texts>>,
      Readonly<Record<string, Readonly<Record<string, { readonly values?: readonly string[] }>>>>,
    ]
  >(`[require '${PLUGIN}/parametres.php', require '${PACKAGES}/host-php/attributes.php']`);
  const [fr, en, br] = php<[Texts, Texts, Texts]>(
    `[${['fr', 'en', 'br'].map((lang) => `require '${PLUGIN}/lang/ess_widgets_${lang}.php'`).join()}]`,
  );

  it('name every widget and every attribute that a block may set', () => {
    expect(Object.values(words.modeles).toSorted()).toEqual(Object.keys(table).toSorted());
    const names = Object.values(words.attributs);
    const attributes = Object.values(table).flatMap((row) => Object.keys(row));
    expect([...new Set(attributes)].toSorted()).toEqual(names.toSorted());
    const values = Object.values(table).flatMap((row) => Object.values(row).flatMap(({ values: known = [] }) => known));
    expect(Object.values(words.valeurs).filter((value) => !values.includes(value))).toEqual([]);
    expect(Object.keys(words.modeles)).toEqual(Object.keys(MODELES));
  });

  it('have texts in French and English, for every reason not to read a source too', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    expect(br).toEqual(fr);
    const sources = ['Address', 'Feed', 'Guard', 'Listing', 'Reading', 'Http', 'Sources'].map((name) =>
      readFileSync(`${PACKAGES}/host-php/${name}.php`, 'utf8'),
    );
    const reasons = [...sources.join().matchAll(/new Refused\('(\w+)'/g)].map(([, reason]) => `erreur_${reason}`);
    expect(reasons.length).toBeGreaterThan(8);
    const modeles = Object.keys(words.modeles);
    const needed = [...reasons, ...modeles.flatMap((modele) => [`modele_${modele}`, `lien_${modele}`])];
    expect(needed.filter((key) => !fr[key])).toEqual([]);
    const isWrong = (text: string) =>
      /'|[^\u202f][:;?!](?:\s|$)/.test(text.replaceAll('&lt;', '').replaceAll('&gt;', ''));
    expect(Object.entries(fr).filter(([, text]) => isWrong(text))).toEqual([]);
  });

  it('have a file each, an icon, and a form of « inserer_modeles » whose parameters exist', () => {
    for (const modele of Object.keys(words.modeles)) {
      expect(readFileSync(`${PLUGIN}/modeles/ess_${modele}.html`, 'utf8')).toBe(
        `[(#ENV**|ess_widgets_modele{${modele}})]\n`,
      );
      expect(existsSync(`${PLUGIN}/icones_barre/ess_${modele}.svg`)).toBe(true);
      const form = readFileSync(`${PLUGIN}/modeles/ess_${modele}.yaml`, 'utf8');
      const row = table[words.modeles[modele] ?? ''] ?? {};
      const parameters = [...form.matchAll(/nom: "(\w+)"/g)].map(([, name]) => words.attributs[name ?? ''] ?? name);
      expect(parameters.filter((name) => !(name && name in row))).toEqual([]);
      const texts = [...form.matchAll(/<:ess_widgets:(\w+):>/g)].map(([, key = '']) => key);
      expect(texts.filter((key) => !fr[key])).toEqual([]);
    }
  });

  it.each(['spip.fr.mdx', 'spip.en.mdx'])('are those of the table of the guide %s', (file) => {
    // The table is a template of JavaScript.
    const guide = readFileSync(path.join(PACKAGES, '../stories/guides', file), 'utf8').replaceAll(/\\([`\\])/g, '$1');
    const rows = [...guide.matchAll(/^\| `<ess\\\|(\w+)>` \|[^|]*\|([^|]*)\|$/gm)];
    expect(rows.map(([, modele]) => modele)).toEqual(Object.keys(words.modeles));
    for (const [, modele = '', cell = ''] of rows) {
      const named = [...cell.matchAll(/`(\w+)[`=]/g)].map(([, name = '']) => name);
      const row = table[words.modeles[modele] ?? ''] ?? {};
      expect(named.filter((name) => !((words.attributs[name] ?? '') in row || name in words.valeurs))).toEqual([]);
    }
  });
});

it('has the same archive each time', () => {
  expect(pluginZip('spip').equals(pluginZip('spip'))).toBe(true);
});

describe('the plugin of SPIP', () => {
  let site: SpipSite;
  let browser: Browser;
  let data: Server;
  let dataUrl: string;
  const answers = new Map<string, string>();

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    data = createServer((request, response) => {
      const body = answers.get(request.url ?? '');
      if (body === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, request.url?.startsWith('/closed') ? {} : { 'access-control-allow-origin': '*' })
          .end(body);
    });
    await new Promise<void>((resolve) => data.listen(0, '127.0.0.1', resolve));
    dataUrl = `http://127.0.0.1:${(data.address() as AddressInfo).port}`;
    [site, browser] = await Promise.all([openSpip(), openBrowser()]);
    const zip = path.join(site.folder, 'ess_widgets.zip');
    writeFileSync(zip, pluginZip('spip'));
    await site.php(`
      (new PharData('${zip}'))->extractTo('${site.folder}/site/plugins');
      include_spip('inc/plugin');
      ecrire_plugin_actifs(['ess_widgets'], false, 'ajoute');`);
    await site.php(`
      include_spip('inc/plugin'); include_spip('inc/autoriser'); include_spip('action/editer_auteur'); include_spip('auth/spip');
      ob_start(); plugin_installes_meta(); ob_end_clean();
      include_spip('base/abstract_sql');
      $id = sql_insertq('spip_auteurs', ['nom' => 'Redac', 'email' => 'redac@site.example', 'login' => 'redac', 'statut' => '1comite']);
      auth_spip_modifier_pass('redac', '${PASSWORD}', $id);
      sql_insertq('spip_rubriques', ['titre' => 'Essais', 'statut' => 'publie', 'lang' => 'fr', 'id_secteur' => 1]);`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    data?.close();
  });

  const html = async (address: string) => (await fetch(address)).text();
  /** Publishes an article of the redac, and returns its number. */
  async function article(text: string, title = 'Essai', date = '2026-01-15'): Promise<number> {
    const encoded = Buffer.from(JSON.stringify({ titre: title, texte: text })).toString('base64');
    return Number(
      await site.php(`
        include_spip('base/abstract_sql'); include_spip('action/editer_article'); include_spip('inc/autoriser');
        $GLOBALS['visiteur_session'] = sql_fetsel('*', 'spip_auteurs', 'login=' . sql_quote('redac'));
        $id = article_inserer(1);
        article_modifier($id, json_decode(base64_decode('${encoded}'), true));
        $GLOBALS['visiteur_session'] = sql_fetsel('*', 'spip_auteurs', 'login=' . sql_quote('webmestre'));
        article_modifier($id, ['statut' => 'publie']);
        sql_updateq('spip_articles', ['date' => '${date} 12:00:00'], "id_article=$id");
        echo $id;`),
    );
  }
  const addressOf = (id: number) => `${site.url}/spip.php?article${id}`;
  const published = async (...args: Parameters<typeof article>) => addressOf(await article(...args));
  const setMeta = (values: object) =>
    site.php(`
      include_spip('inc/config'); include_spip('inc/invalideur');
      ecrire_config('ess_widgets', json_decode(base64_decode('${Buffer.from(JSON.stringify(values)).toString('base64')}'), true));
      suivre_invalideur('1'); purger_repertoire(_DIR_CACHE . 'calcul');`);
  const fileId = (url: string) =>
    site.php(`include_spip('src/Site'); echo EssWidgets\\Spip\\Site::reading()->fileId('${url}');`);
  const sourceOf = (name: string, file: string, fields?: readonly string[], recipe?: string) =>
    internalRow(name, dataUrl + file, fields, recipe);
  /** Removes when each source was last read, so that the next visit reads it. */
  const forgetStates = () => site.php(`array_map('unlink', glob(_DIR_TMP . 'ess_widgets/state-*'));`);
  const loaders = (text: string) => text.match(/<script[^>]*\/cdn\/ess\.js[^>]*>/g) ?? [];
  /** Returns the address of the first data in a page: those of a widget, a source of the site, or its reference data. */
  const sourceIn = (text: string) =>
    (/data-ess-src="([^"]*)"/.exec(text) ??
      /data-sources="\S+ = ([^"&#]*(?:&amp;[^"&#]*)*)/.exec(text) ??
      /data-reference="([^"]*)"/.exec(text))?.[1]?.replaceAll('&amp;', '&') ?? '';
  const textOf = (text: string) => /<div class="texte [^]*?(?=<a href="#forum")|$/.exec(text)?.[0] ?? '';
  const bodyOf = (text: string) => text.slice(text.indexOf('</head>'));

  /** Waits until all widgets of a page are there, and returns them with their states. */
  async function settled(page: Page): Promise<readonly string[]> {
    await useStills(page);
    const widgets = page.locator('[data-ess] > *');
    for (let index = 0; index < (await page.locator('[data-ess]').count()); index++) {
      await page.locator('[data-ess]').nth(index).scrollIntoViewIfNeeded();
      await page
        .locator('[data-ess]')
        .nth(index)
        .locator(':state(ready), :state(empty), :state(error)')
        .first()
        .waitFor();
    }
    return widgets.evaluateAll((elements) =>
      elements.map(
        (element) =>
          `${element.localName} ${['ready', 'empty', 'error', 'stale'].filter((state) => element.matches(`:state(${state})`)).join(' ')}`,
      ),
    );
  }
  async function states(address: string): Promise<readonly string[]> {
    const page = await browser.newPage();
    await page.goto(address);
    const found = await settled(page);
    await page.close();
    return found;
  }
  async function signIn(role: Role): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const page = await signInTo(browser, site, role);
    return { context: page.context(), page };
  }

  it.each(Object.entries(MODELES))(
    'shows the modèle %s from the source of the site',
    async (modele, [parameters, element]) => {
      const address = await published(`Avant.\n\n<ess|${modele}|${parameters}>\n\nAprès.`);
      const text = await html(address);
      expect(text).toContain('data-reference="/plugins/ess_widgets/data/manifest.json"');
      expect(sourceIn(text)).toBe('/plugins/ess_widgets/data/manifest.json');
      // Each has its content without script: a still where the shipped copy has one, else a link.
      expect(text).toMatch(
        / class="ess-still ess-[a-z]+"|<a href="https:\/\/www\.ess-bretagne\.org\/">Voir [^<]* \(Cress Bretagne\)<\/a>/,
      );
      expect(loaders(text)).toHaveLength(1);
      expect(loaders(text)[0]).toMatch(/\?v=\d+\.\d+\.\d+-[0-9a-f]{8}"/);
      expect(await states(address)).toEqual([`${element} ready`]);
    },
  );

  it.each(['spip.fr.mdx', 'spip.en.mdx'])('shows the modèle of the guide %s', async (file) => {
    const guide = readFileSync(path.join(PACKAGES, '../stories/guides', file), 'utf8');
    const [, pasted = ''] = /```text\n([^]*?)```/.exec(guide) ?? [];
    expect(await states(await published(pasted))).toEqual(['ess-member-map ready']);
  });

  it('understands a modèle without parameters, within a sentence, and in a squelette', async () => {
    const text = textOf(
      await html(await published('Un <ess_compteur> ici, <ess_agenda|limite=2> là, <ess_liste|> enfin, <ess|carte>.')),
    );
    expect(text.match(/data-ess="[\w-]+"/g)).toEqual(
      ['event-counter', 'event-agenda', 'member-list', 'member-map'].map((widget) => `data-ess="${widget}"`),
    );
    // A block ends the paragraph that it stands in: nothing else is split, and no paragraph is empty.
    expect(text).toContain('<p>Un</p>');
    expect(text).toMatch(/<p>\s*ici,\s*<\/p>/);
    expect(text).not.toMatch(/<p>\s*<\/p>|<p>[^<]*<div/);
    const code = await html(await published('<code><ess_agenda></code>'));
    expect(code).toContain('&lt;ess_agenda&gt;');
    expect(loaders(code)).toEqual([]);
    const made = await site.php(
      `include_spip('public/assembler'); echo recuperer_fond('modeles/ess_agenda', ['limite' => '4', 'id_article' => 7]);`,
    );
    expect(made).toContain('data-ess="event-agenda" data-ess-limit="4" style=');
  });

  it('has the street map of the settings, and none of a modèle or an element', async () => {
    const foreign = 'https://foreign.example/{z}/{x}/{y}.png';
    const modele = `<ess|carte|tiles=${foreign}|tiles-consent=granted|plan=${foreign}>`;
    const element = `<ess-member-map tiles="${foreign}" tiles-consent="granted"></ess-member-map>`;
    const address = await published(`${modele}\n\n${element}`, 'Plan de rue');
    const text = await html(address);
    expect(text).not.toContain('data-ess-tiles');
    expect(loaders(text)[0]).not.toContain('data-tiles');
    expect(await streets(browser, address)).toEqual([false, false]);
    await setMeta({ tiles: 'ign' });
    expect(loaders(await html(address))[0]).toContain(' data-tiles="ign"');
    expect(await streets(browser, address)).toEqual([true, true]);
    await setMeta({});
  });

  it('escapes parameters, and tells mistakes to the author alone', async () => {
    const id = await article(
      [
        '<ess|liste|titre="onfocus="alert(1)" autofocus=\'|bidule=<script>alert(2)</script>|vue=zzz>',
        '<ess|indicateur|indicateur="<img src=x onerror=alert(3)>">',
        '<ess|liste|source=javascript:alert(4)>',
        '<ess|liste|source=inconnue>',
        '<ess|liste|source=JavaScript&#58;alert(5)>',
        '<ess|liste|source=data:text/csv,a>',
        '<ess|zorro|titre=<svg/onload=alert(6)>>',
        '<ess_zorro>',
        '<ess|agenda|limite=beaucoup>',
      ].join('\n\n'),
    );
    const text = bodyOf(await html(addressOf(id)));
    expect(text).toContain('data-ess-heading="&quot;onfocus=&quot;alert(1)&quot; autofocus=&#039;"');
    expect(text).not.toMatch(/zorro|bidule|n’existe pas|javascript:alert|data-ess-(?:hosts|onclick)/i);
    const page = await browser.newPage();
    const fired: string[] = [];
    page.on('dialog', (dialog) => {
      fired.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(addressOf(id));
    await useStills(page);
    await page.locator('ess-event-agenda:state(ready)').waitFor();
    const written = await page
      .locator('[data-ess]')
      .evaluateAll((elements) => elements.flatMap((element) => [...element.attributes].map(({ name }) => name)));
    expect([...new Set(written)].filter((name) => name !== 'style' && !/^data-ess(-\w+)*$/.test(name))).toEqual([]);
    await page.close();

    const { context, page: own } = await signIn('redac');
    own.on('dialog', (dialog) => {
      fired.push(dialog.message());
      void dialog.dismiss();
    });
    await own.goto(`${site.url}/ecrire/?exec=article&id_article=${id}`);
    const said = await own.locator('#wysiwyg').innerText();
    expect(said).toContain('Le widget «\u202fzorro\u202f» n’existe pas. Il y a\u202f: agenda, carte,');
    expect(said).toContain('Le paramètre «\u202fbidule\u202f» n’existe pas pour «\u202fliste\u202f»');
    expect(said).toContain('«\u202fzzz\u202f» n’est pas une valeur de «\u202fvue\u202f»');
    expect(said).toContain('«\u202fbeaucoup\u202f» n’est pas un nombre');
    expect(said).toContain('Aucune source du site ne s’appelle «\u202finconnue\u202f». Il y a\u202f: –.');
    expect(said).toContain('«\u202fjavascript:alert(4)\u202f» n’est pas une adresse http ou https.');
    await context.close();
    expect(fired).toEqual([]);
  });

  it.each(['', 'on'])('obeys no name and no element that a redac writes (classic loader: “%s”)', async (classic) => {
    await setMeta({ classic });
    const text = takeover(`${site.url}/a.pdf`);
    const address = await published(`${text}\n\n<ess|indicateur|indicateur=members-stock>`, 'Noms');
    expect(await html(address)).toMatch(/<img name="currentScript"[^]*<form name="querySelectorAll"[^]*<ess-provider/);
    const widgets = ['ess-member-map ready', 'ess-member-map ready', 'ess-indicator ready'];
    expect(await takenOver(browser, address)).toEqual({ widgets, asked: [], executed: [] });
    await setMeta({});
  });

  it.each<Role>(['webmestre', 'redac'])(
    'inserts a modèle from the toolbar, and shows it live to a %s',
    async (role) => {
      const { context, page } = await signIn(role);
      await page.goto(`${site.url}/ecrire/?exec=article_edit&new=oui&id_rubrique=1`);
      await page.fill('[name=titre]', `Article ${role}`);
      await page.locator('.outil_ess_widgets').hover();
      await page.click('.outil_ess_indicateur a');
      // The toolbar places the caret a moment after the words.
      await page.waitForFunction(() => {
        const area = document.querySelector<HTMLTextAreaElement>('#text_area');
        return area === document.activeElement && area?.value.slice(0, area.selectionStart).endsWith('indicateur=');
      });
      await page.keyboard.type('members-stock');
      expect(await page.inputValue('#text_area')).toBe('\n\n<ess|indicateur|indicateur=members-stock>\n\n');
      await page.click('.previsuVoir');
      await page.locator('.markItUpPreview ess-indicator:state(ready)').waitFor();
      await page.click('.previsuEditer');
      await page.locator('.formulaire_editer_article [type=submit]').last().click();
      await page.waitForURL(/exec=article&/);
      await page.locator('#wysiwyg ess-indicator:state(ready)').waitFor();
      expect(await page.locator('#wysiwyg').innerText()).toContain('dont les données datent du 5 mars 2025');
      await page.screenshot({ path: path.join(SHOTS, `spip-article-${role}.png`), fullPage: true });
      await context.close();
    },
  );

  it('puts the loader on no other page, and gives the content in the feed and without script', async () => {
    const text = '<ess|indicateur|indicateur=members-stock>\n\n<ess|tableau|indicateur=members-stock|par=college>';
    const address = await published(text, 'Dans le flux', '2026-01-16');
    expect(loaders(await html(site.url))).toEqual([]);
    const feed = await html(`${site.url}/spip.php?page=backend`);
    expect(feed).toMatch(/&lt;figure[^<]*&lt;strong&gt;117&#160;adh&#233;rents/);
    expect(feed).toMatch(
      /&lt;a href=&#034;https:\/\/www\.ess-bretagne\.org\/&#034;&gt;Voir le tableau \(Cress Bretagne\)/,
    );
    expect(loaders(feed)).toEqual([]);
    expect(feed).not.toContain('min-height');
    expect(await html(address)).toMatch(/data-ess="indicator"[^>]* style="min-height:clamp\(/);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('.texte').innerText()).toMatch(/117\sadhérents[^]*Voir le tableau \(Cress Bretagne\)/);
    await context.close();
  });

  it('reads a source on the server where its address is saved, and keeps the last good copy', async () => {
    answers.set('/membres.csv', CSV);
    const id = await article(`<ess|liste|source=${dataUrl}/membres.csv>`);
    expect(sourceIn(await html(addressOf(id)))).toBe(`${dataUrl}/membres.csv`);

    // It led elsewhere when it was saved.
    await setMeta({ sources: [{ ...sourceOf('adherents', '/membres.csv', [], RECIPE), isInternal: false }] });
    const closed = sourceIn(await html(addressOf(id))).split('#')[0] ?? '';
    expect(closed).toMatch(/^\/spip\.php\?action=ess_fichier&arg=[0-9a-f]{32}$/);
    expect((await fetch(site.url + closed)).status).toBe(503);
    const { context, page } = await signIn('redac');
    await page.goto(`${site.url}/ecrire/?exec=article&id_article=${id}`);
    expect(await page.locator('#wysiwyg').innerText()).toContain('mène au réseau interne du serveur');
    await context.close();

    await setMeta({ sources: [sourceOf('adherents', '/membres.csv', [], RECIPE)] });
    await forgetStates();
    const served = (site.url + sourceIn(await html(addressOf(id)))).split('#')[0] ?? '';
    // It lies inside the network: nothing of it is public before it is ticked.
    expect((await fetch(served)).status).toBe(403);
    await setMeta({ sources: [sourceOf('adherents', '/membres.csv', ['name', 'town'], RECIPE)] });
    const file = await fetch(served);
    expect(await file.text()).toContain(TICKED);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=300',
    });
    expect(file.headers.get('set-cookie')).toBeNull();
    const again = await fetch(served, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await states(addressOf(id))).toEqual(['ess-member-list ready']);

    answers.set('/membres.csv', '<html>');
    await forgetStates();
    expect(await html(served)).toContain(TICKED);
    const unknown = [
      `arg=${'0'.repeat(32)}`,
      `arg=${encodeURIComponent(`${dataUrl}/membres.csv`)}`,
      'arg=../../config/connect',
    ];
    for (const query of unknown) {
      expect((await fetch(`${site.url}/spip.php?action=ess_fichier&${query}`)).status).toBe(404);
    }
    // An address that is no longer saved is no longer served.
    await setMeta({});
    expect((await fetch(served)).status).toBe(404);
  });

  it.each(['list first', 'calendar first', 'settings of before'])(
    'shows a spreadsheet and a calendar beside the reference data: %s',
    async (order) => {
      const address = await published(
        '<ess|carte|source=adherents>\n\n<ess|indicateur|indicateur=members-stock>\n\n<ess|agenda>',
        order,
      );
      answers.set('/adherents.csv', LIST);
      answers.set('/agenda.ics', CALENDAR);
      const columns = ['Nom', 'Code postal', 'Commune'];
      const list = sourceOf('adherents', '/adherents.csv', columns, LIST_RECIPE);
      const calendar = sourceOf('agenda', '/agenda.ics', ['*']);
      await setMeta({ sources: order.startsWith('list') ? [list, calendar] : [calendar, list] });
      if (order === 'settings of before') {
        await published(`<ess|agenda|source=${calendar.address}>`);
        const ticked = { [await fileId(list.address)]: columns, [await fileId(calendar.address)]: ['*'] };
        await setMeta({ source: list.address, hosts: [new URL(dataUrl).host, '127.0.0.1'], columns: ticked });
        // A table waits for one « Vérifier ».
        const { context, page } = await signIn('webmestre');
        await page.goto(`${site.url}/ecrire/?exec=configurer_ess_widgets`);
        const row = page.locator('fieldset', { has: page.locator('#address_0') });
        await row.locator('[name=verifier_source]').click();
        await row
          .getByText('26 adhérents, 26 communes reconnues. Colonnes lues\u202f: Nom, Code postal, Commune.')
          .waitFor();
        await page.click('.formulaire_configurer .boutons [type=submit]');
        await page.locator('.reponse_formulaire_ok').waitFor();
        await context.close();
      }
      await expectOwn(browser, address);
      // Pages of SPIP's cache were made before the sources were read.
      await site.php(
        `include_spip('inc/invalideur'); suivre_invalideur('1'); purger_repertoire(_DIR_CACHE . 'calcul');`,
      );
      const text = await html(address);
      expect(text).toMatch(/<figure class="ess-still ess-value">.*<strong>117<\/strong>/);
      expectLight(text);
      await setMeta({});
    },
  );

  it('gives a manifest with the addresses of the site', async () => {
    const manifest = { format: 'ess-dataset/1', collections: { organisations: { href: 'organisations.json' } } };
    answers.set('/manifest.json', JSON.stringify(manifest));
    answers.set('/organisations.json', '[]');
    await setMeta({ sources: [sourceOf('reference', '/manifest.json')] });
    const served = sourceIn(await html(await published('<ess|agenda>', 'Manifeste')));
    expect((await fetch(site.url + served)).status).toBe(403);
    await setMeta({ sources: [sourceOf('reference', '/manifest.json', ['*'])] });
    const { collections } = JSON.parse(await html(site.url + served));
    expect(collections.organisations.href).toMatch(/^\/spip\.php\?action=ess_fichier&arg=[0-9a-f]{32}-[0-9a-f]{16}$/);
    expect(await html(site.url + collections.organisations.href)).toBe('[]');
    await setMeta({});
  });

  it('shows the still of a source that the server reads, with its tags alone and none of its signs run', async () => {
    // What SPIP would make of the signs in a text: a link, a title, bold words, a table, a modèle, a tag of a squelette, PHP.
    const signs = [
      '[lien->https://a.example/]',
      '[->art1]',
      '[?mot]',
      '{{{Titre}}}',
      '{{gras}}',
      '| a | b |',
      '[[note]]',
      '&lt;ess|carte&gt;',
      '&lt;ess_agenda|limite=1&gt;',
      '&lt;img1|left&gt;',
      '&lt;INCLURE{fond=sommaire}&gt;',
      '#NOM_SITE_SPIP',
      '[(#EVAL{1+1})]',
      '&lt;BOUCLE_a(ARTICLES)&gt;',
      '&lt;?php echo "EXECUTE"; ?&gt;',
      '&lt;:ess_widgets:titre:&gt;',
      '&#91;x-&gt;https://b.example/&#93;',
    ];
    const still = `<figure class="ess-still ess-value spip_logo"><p onclick="x">118 adhérents<br><script>x</script></p><svg viewBox="0 0 9 9" onload="x"><path d="M0 0h9" class="k1 spip_lien"></path></svg><a href="javascript:x">A</a><img src="x">${signs.map((sign) => `<p>${sign}</p>`).join('')}<p><a href="https://c.example/?{{{x}}}|[->art1]">${signs.join(' ')}</a></p></figure>`;
    answers.set(
      '/stills/manifest.json',
      JSON.stringify({ format: 'ess-dataset/1', stills: 'stills/index.json', collections: {} }),
    );
    answers.set(
      '/stills/stills/index.json',
      JSON.stringify({ stills: { 'indicator.members-stock.fr': { href: 'x' } } }),
    );
    answers.set('/stills/stills/indicator.members-stock.fr.html', still);
    const reference = sourceOf('reference', '/stills/manifest.json', ['*']);
    await setMeta({ sources: [{ ...reference, fields: [] }] });
    const address = await published('<ess|indicateur|indicateur=members-stock>', 'Avec un still');
    const text = await html(address);
    expect(text).toContain('>Voir l’indicateur (Mon site SPIP)</a>');
    await setMeta({ sources: [reference] });
    await html(address);
    // SPIP's queue reads it after the page, and the page is made anew.
    await site.php(`
      include_spip('base/abstract_sql'); include_spip('inc/queue');
      queue_schedule(array_column(sql_allfetsel('id_job', 'spip_jobs', "fonction='ess_rattraper'"), 'id_job'));`);
    await expect
      .poll(async () => html(address), { timeout: 10_000 })
      .toContain(
        '><figure class="ess-still ess-value"><p>118 adhérents<br></p><svg viewBox="0 0 9 9"><path class="k1" d="M0 0h9"></path></svg><a>A</a><p>',
      );
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address);
    // All is text, as it was written; a visitor reads what the source says.
    const plain = (sign: string) =>
      sign.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#91;', '[').replaceAll('&#93;', ']');
    expect(await page.locator('.ess-still p').allInnerTexts()).toEqual([
      expect.stringMatching(/^118 adhérents\s*$/),
      ...signs.map(plain),
      signs.map(plain).join(' '),
    ]);
    expect(
      await page.locator('.ess-still a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([null, 'https://c.example/?{{{x}}}|[->art1]']);
    await page.close();
    // A squelette may read what a modèle has given once more.
    const twice = await site.php(`
      include_spip('inc/texte'); include_spip('public/assembler');
      $html = recuperer_fond('modeles/ess_indicateur', ['indicateur' => 'members-stock', 'titre' => '[x->https://d.example/]']);
      [$still] = EssWidgets\\Spip\\Site::still('${reference.address}', 'indicator', ['indicator' => 'members-stock']);
      echo propre($html . EssWidgets\\Host\\Still::inert($still, ['[', ']', '{', '}', '|']));`);
    expect(twice).toContain('118 adhérents');
    expect(twice).not.toMatch(
      /href="(?!https:\/\/c\.example)[^"]*(?:art1|article1|[bd]\.example)|<h3|<strong|<table|data-ess="member-map"/,
    );
    await setMeta({});
  });

  it('loads in a sub-folder, and without modules', async () => {
    symlinkSync('.', path.join(site.folder, 'site/sous'));
    const id = await article('<ess|indicateur|indicateur=members-stock>');
    const text = await html(`${site.url}/sous/spip.php?article${id}`);
    expect(loaders(text)[0]).toContain('src="/sous/plugins/ess_widgets/cdn/ess.js?v=');
    expect(loaders(text)[0]).toContain('data-reference="/sous/plugins/ess_widgets/data/manifest.json"');
    expect(await states(`${site.url}/sous/spip.php?article${id}`)).toEqual(['ess-indicator ready']);
    await setMeta({ classic: 'on' });
    expect(await html(`${site.url}/sous/spip.php?article${id}`)).toMatch(
      /<script defer src="[^"]*\/cdn\/ess\.classic\.js\?v=/,
    );
    await setMeta({});
  });

  it('keeps its settings, tells wrong ones, checks a source, and reads it now', async () => {
    answers.set('/reglages.csv', CSV);
    const { context, page } = await signIn('webmestre');
    const settings = `${site.url}/ecrire/?exec=configurer_ess_widgets`;
    const main = page.locator('#contenu');
    // SPIP sends its forms by script, and puts the answer in the page.
    const says = (text: RegExp | string) => main.getByText(text).first().waitFor();
    const save = () => page.click('.formulaire_configurer .boutons [type=submit]');
    const check = () => page.locator('[name=verifier_source]').first().click();
    await page.goto(settings);
    expect(await page.inputValue('#address_0')).toBe('');
    expect(await main.innerText()).toContain('la copie fournie, dont les données datent du 5 mars 2025');
    expect(await violations(page, '.formulaire_configurer_ess_widgets')).toEqual([]);
    await page.fill('#address_0', 'javascript:alert(1)');
    await page.fill('#accent', 'rouge');
    await save();
    await says('Une adresse commence par http ou https, non par «\u202fjavascript\u202f».');
    await says('«\u202frouge\u202f» n’est pas une couleur');
    const wrong = main.getByRole('textbox', { name: 'Couleur d’accent' });
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    expect(await wrong.getAttribute('aria-describedby')).toMatch(/^accent_aide\s+accent_erreur$/);
    expect(await page.inputValue('#accent')).toBe('rouge');

    await page.fill('#name_0', 'Adhérents');
    await page.fill('#address_0', `${dataUrl}/absent.csv`);
    await page.fill('#accent', '#7a1f5c');
    await page.fill('#territory', 'departement-29');
    await check();
    await says('La source a répondu par l’erreur 404.');
    await page.fill('#address_0', `${dataUrl}/reglages.csv`);
    await check();
    await says('Vérifié\u202f: 2 adhérents, 2 communes reconnues. Colonnes lues\u202f: Nom, Commune.');
    expect(await site.php(`include_spip('inc/config'); echo json_encode(lire_config('ess_widgets') ?: []);`)).toBe(
      '[]',
    );

    await save();
    await page.locator('.reponse_formulaire_ok').waitFor();
    await page.goto(settings);
    expect(await page.inputValue('#name_0')).toBe('adherents');
    const item = main.locator('li', { hasText: 'reglages.csv' });
    expect(await item.innerText()).toContain('Source lue le');
    await item.getByRole('button', { name: 'Lire maintenant' }).click();
    await item.getByText(/Source lue le \d+(?:er)? \S+ \d{4}/).waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'spip-settings.png'), fullPage: true });
    const text = await html(await published('<ess|liste>', 'Réglages'));
    expect(text).toContain('[data-ess]{--ess-accent:#7a1f5c}</style>');
    expect(loaders(text)[0]).toContain(' data-territory="departement-29">');
    expect(text).not.toContain(new URL(dataUrl).host);
    expect((await fetch(site.url + sourceIn(text))).status).toBe(403);
    await page.goto(settings);
    for (const name of ['Nom', 'Commune']) await page.getByLabel(name, { exact: true }).first().check();
    await save();
    await page.locator('.reponse_formulaire_ok').waitFor();
    expect(await html(site.url + sourceIn(text))).toContain(TICKED);
    await context.close();

    const { context: other, page: redac } = await signIn('redac');
    await redac.goto(settings);
    expect(await redac.locator('#address_0').count()).toBe(0);
    await other.close();
    await setMeta({});
  });

  it('leads a webmestre by keyboard through the Atelier to a map of a list that browsers may not read, and lets a redac look', async () => {
    answers.set('/closed/adherents.csv', LIST);
    const address = `${dataUrl}/closed/adherents.csv`;
    const { context: other, page: redac } = await signIn('redac');
    await redac.goto(`${site.url}/ecrire/`);
    await redac.goto(
      (await redac
        .locator('a[href*="exec=ess_atelier"]')
        .first()
        .evaluate((a) => (a as HTMLAnchorElement).href)) ?? '',
    );
    const looked = redac.frameLocator('iframe[data-ess-host]');
    await looked.getByRole('button', { name: 'Prendre les chiffres de la Cress' }).click();
    await looked.getByLabel('Code à coller').waitFor();
    expect(await looked.getByRole('button', { name: /^(?:Créer|Enregistrer)/ }).count()).toBe(0);
    const refused = await redac.evaluate(async (wanted) => {
      const { ask } = JSON.parse(document.querySelector<HTMLElement>('[data-ess-host]')?.dataset['essHost'] ?? '');
      return (await fetch(ask, { method: 'POST', body: new URLSearchParams({ name: 'adherents', address: wanted }) }))
        .status;
    }, address);
    expect(refused).toBe(403);
    await other.close();

    const { context, page } = await signIn('webmestre');
    const complaints = await complaintsOf(page);
    await page.goto(`${site.url}/ecrire/?exec=configurer_ess_widgets`);
    await reach(page, 'Ouvrir l’Atelier');
    await page.keyboard.press('Enter');
    const atelier = page.frameLocator('iframe[data-ess-host]');
    await atelier.getByRole('heading', { name: 'Apporter' }).waitFor();
    await reach(page, 'ou donnez l’adresse');
    await page.keyboard.type(address);
    await page.keyboard.press('Enter');
    await atelier.getByRole('group', { name: 'Widget' }).waitFor();
    await reach(page, 'Enregistrer la source');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('Nom, Code postal, Commune');
    expect(await violations(page, 'dialog')).toEqual([]);
    await reach(page, 'Confirmer');
    await page.keyboard.press('Enter');
    await atelier
      .getByText(/La source «\sadherents\s» est enregistrée\. Source lue le/)
      .first()
      .waitFor();
    const code = await atelier.getByLabel('Code à coller').inputValue();
    expect(code).toBe('<ess|carte|source=adherents>');
    expect((await said(browser, await published(code, 'De l’Atelier')))['ess-member-map']).toContain(
      '26 adhérents, dont 26 situés sur la carte',
    );
    const kept = () => site.php(`include_spip('inc/config'); echo json_encode(lire_config('ess_widgets/sources'));`);
    expect(JSON.parse(await kept()).map(({ recipe }: { readonly recipe: string }) => recipe)).toEqual([LIST_RECIPE]);

    // The frame of another window asks for nothing, and nothing hostile is kept.
    const before = await kept();
    await page.evaluate((wanted) => postMessage({ type: 'ess-atelier', name: 'x', address: wanted }, '*'), address);
    const markup = '<img src=x onerror="document.title=1">';
    await atelier.locator('body').evaluate((_, name) => {
      parent.postMessage({ type: 'ess-atelier', name: `1${name}`, address: `https://a.example/${name}` }, '*');
    }, markup);
    await dialog.waitFor();
    expect([await dialog.locator('img').count(), await dialog.innerText()]).toEqual([
      0,
      expect.stringContaining(markup),
    ]);
    // The browser says that it may not; the site may.
    expect(complaints.filter((each) => !/CORS|ERR_FAILED/.test(each))).toEqual([]);
    await reach(page, 'Confirmer');
    await page.keyboard.press('Enter');
    await atelier.getByText('n’est pas un nom de source').first().waitFor();
    expect(await kept()).toBe(before);
    await context.close();
    await setMeta({});
  });

  it('keeps how a source is read when its settings are saved anew', async () => {
    const recipe = 'columns=Nom%20de%20l’adhérent:name,Secteur%20d’activité:activities,Ville%2C%20<:town'.replace(
      '<',
      '%3C',
    );
    answers.set('/secteurs.csv', 'Nom de l’adhérent;Secteur d’activité\nCoop;Culture\n');
    await setMeta({ sources: [sourceOf('adherents', '/secteurs.csv', ['name', 'activities'], recipe)] });
    const { context, page } = await signIn('webmestre');
    await page.goto(`${site.url}/ecrire/?exec=configurer_ess_widgets`);
    await page.fill('#territory', 'departement-29');
    await page.click('.formulaire_configurer .boutons [type=submit]');
    await page.locator('.reponse_formulaire_ok').waitFor();
    await context.close();
    const kept = await site.php(`include_spip('inc/config'); echo json_encode(lire_config('ess_widgets'));`);
    const { sources, territory } = JSON.parse(kept);
    expect([sources[0].recipe, sources[0].address, territory]).toEqual([
      recipe,
      `${dataUrl}/secteurs.csv`,
      'departement-29',
    ]);
    await setMeta({});
  });

  it('serves nothing of a source with a key before its columns are ticked', async () => {
    answers.set('/export.csv?key=secret', 'Nom;Courriel\nCoop;secret@coop.example\n');
    await setMeta({
      sources: [sourceOf('adherents', '/export.csv?key=secret', [], 'columns=Nom:name,Courriel:email')],
    });
    const text = await html(await published('<ess|agenda>', 'Avec une clé'));
    expect(text).not.toContain('secret');
    const served = site.url + sourceIn(text);
    const closed = await fetch(served);
    expect([closed.status, await closed.text()]).toEqual([403, expect.not.stringContaining('secret')]);
    const { context, page } = await signIn('webmestre');
    await page.goto(`${site.url}/ecrire/?exec=configurer_ess_widgets`);
    expect(await page.locator('#contenu').innerText()).toContain('ces colonnes deviennent publiques');
    expect(await page.locator('[type=checkbox]:checked').count()).toBe(0);
    await page.getByLabel('Nom', { exact: true }).first().check();
    await page.click('.formulaire_configurer .boutons [type=submit]');
    await page.locator('.reponse_formulaire_ok').waitFor();
    await context.close();
    const open = await html(served);
    expect(open).toContain('"fields":["name"],"rows":[["Coop"]]}');
    expect(open).not.toContain('secret');
    await setMeta({});
  });

  it.each([1200, 360])('stands in the theme of SPIP at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(
      await published(
        'Un chiffre, puis un agenda.\n\n<ess|indicateur|indicateur=members-stock>\n\n<ess|agenda|limite=3>\n\n<ess|carte>',
      ),
    );
    expect(await settled(page)).toEqual(['ess-indicator ready', 'ess-event-agenda ready', 'ess-member-map ready']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.screenshot({ path: path.join(SHOTS, `spip-${width}.png`), fullPage: true });
    await page.close();
  });

  it('gives no notice of PHP, and leaves nothing when it is uninstalled', async () => {
    const log = path.join(site.folder, 'php.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    expect(lines.filter((line) => line.includes('ess_widgets'))).toEqual([]);
    const left = `
      include_spip('base/abstract_sql');
      echo json_encode([sql_countsel('spip_meta', "nom LIKE 'ess\\\\_widgets%' ESCAPE '\\\\'"), is_dir(_DIR_TMP . 'ess_widgets')]);`;
    await setMeta({ theme: 'dark' });
    expect(JSON.parse(await site.php(left))).toEqual([2, true]);
    await site.php(`
      include_spip('inc/plugin');
      $installer = charger_fonction('installer', 'plugins');
      $installer('ess_widgets', 'uninstall');
      ecrire_plugin_actifs(['ess_widgets'], false, 'enleve');`);
    expect(JSON.parse(await site.php(left))).toEqual([0, false]);
  });
});
