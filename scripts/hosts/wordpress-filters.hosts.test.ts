/**
 * What WordPress does to the plugin's HTML after it was filtered, what visitors get where a site closes its REST interface,
 * and what is left of the plugin in a network of sites: on a real WordPress, without a browser.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pluginZip } from './plugin-zip.ts';
import { openSite, type Site } from './wordpress-site.ts';

/** A shortcode that says that it has run, and one that reads what it encloses again and again, as those of builders do. */
const SHORTCODES = `<?php
add_shortcode('trap', static function () { return 'SHORTCODE-RAN'; });
add_shortcode('wrap', static function ($attributes, $content) {
  return do_shortcode(shortcode_unautop(do_shortcode(do_shortcode($content))));
});
`;
/** Each way to write it: as it is, with entities, doubled, in attributes, cut by a tag that the filter takes away. */
const TRAPS = [
  '[trap]',
  '[[trap]]',
  '[/trap]',
  '[trap /]',
  '&#91;trap&#93;',
  '&#091;trap&#093;',
  '&#x5b;trap&#x5D;',
  '&lbrack;trap&rbrack;',
  '[<b></b>trap]',
  '[<!-- -->trap]',
  '[\u200btrap]',
  '[trap]x[/trap]',
  '[wrap][trap][/wrap]',
  '<script>[trap]</script>',
];
const STILL = `<figure class="ess-still ess-value"><div class="[trap]">x</div><svg viewBox="0 0 9 9" aria-label="[trap]"><text x="[trap]" class="k1 [trap]">[trap]</text><path d="[trap]"></path></svg><figcaption>[trap]</figcaption><h3>[trap]</h3>${TRAPS.map((trap) => `<p>${trap}</p>`).join('')}<table><caption>[trap]</caption><tr><td>[trap]</td></tr></table><p><time datetime="[trap]">[trap]</time> <a href="https://a.example/?x=[trap]">[trap]</a> <span lang="[trap]">fin du still</span></p></figure>`;

describe('the plugin of WordPress', () => {
  let site: Site;
  let data: Server;
  let dataUrl: string;
  const answers = new Map<string, string>();
  /** What the server of data was asked for. */
  const asked: string[] = [];
  const WIDGET = 'indicator.members-stock.fr';

  beforeAll(async () => {
    data = createServer((request, response) => {
      asked.push(request.url ?? '');
      const body = answers.get(request.url ?? '');
      if (body === undefined) response.writeHead(404).end();
      else response.end(body);
    });
    await new Promise<void>((resolve) => data.listen(0, '127.0.0.1', resolve));
    dataUrl = `http://127.0.0.1:${(data.address() as AddressInfo).port}`;
    site = await openSite();
    writeFileSync(path.join(site.folder, 'site/wp-content/mu-plugins/shortcodes.php'), SHORTCODES);
    const zip = path.join(site.folder, 'ess-widgets.zip');
    writeFileSync(zip, pluginZip('wordpress'));
    site.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
      wp_set_current_user(1);
      (new Plugin_Upgrader(new Automatic_Upgrader_Skin()))->install('${zip}');
      if (is_wp_error(activate_plugin('ess-widgets/ess-widgets.php'))) { exit(1); }
      wp_insert_user(['user_login' => 'contributor', 'user_pass' => 'admin', 'role' => 'contributor']);`);
  }, 300_000);
  afterAll(async () => {
    await site?.close();
    data?.close();
  });

  const encoded = (value: unknown) =>
    `json_decode(base64_decode('${Buffer.from(JSON.stringify(value)).toString('base64')}'), true)`;
  const setOption = (values: object) => site.php(`update_option('ess_widgets', ${encoded(values)});`);
  /** Saves a file of the server of data, which lies inside the network, as a source with what was ticked of it. */
  const setSource = (name: string, address: string, fields: readonly string[]) => {
    const list = name === 'reference' ? {} : { kind: 'members', recipe: 'columns=Nom:name,Commune:town' };
    setOption({ sources: [{ name, address, ...list, fields, isInternal: true }] });
  };
  /** Returns where visitors ask for a source, as the loader's tag of a page says it. */
  const publicAddress = (src: string) => site.php(`echo EssWidgets\\WordPress\\Site::declared()->srcOf('${src}');`);
  /** Returns what each place of a site makes of a text that a contributor has written, with filters in an order of their own. */
  function shown(content: string, order?: number): Readonly<Record<string, string>> {
    const found = site.php(`
      ${order === undefined ? '' : `foreach (['the_content', 'render_block', 'widget_text'] as $name) { add_filter($name, 'do_shortcode', ${order}); }`}
      wp_set_current_user(get_user_by('login', 'contributor')->ID);
      kses_init_filters();
      $id = wp_insert_post(wp_slash(['post_title' => 'Titre [trap]', 'post_content' => ${encoded(content)}, 'post_status' => 'pending']));
      wp_set_current_user(0);
      kses_remove_filters();
      wp_update_post(['ID' => $id, 'post_status' => 'publish']);
      $GLOBALS['wp_query'] = new WP_Query(['p' => $id]);
      the_post();
      $text = get_the_content();
      $places = [
        'content' => apply_filters('the_content', $text),
        'twice' => apply_filters('the_content', apply_filters('the_content', $text)),
        'excerpt' => apply_filters('the_excerpt', get_the_excerpt()),
        'feed' => get_the_content_feed('rss2'),
        'widget_text' => apply_filters('widget_text', apply_filters('widget_text_content', $text, [], new WP_Widget_Text()), [], new WP_Widget_Text()),
        'widget_block' => do_shortcode(apply_filters('widget_block_content', $text, [], new WP_Widget_Block())),
        'blocks' => do_shortcode(do_blocks($text)),
        'kses' => do_shortcode(wp_kses_post(do_shortcode(do_blocks($text)))),
      ];
      global $wp_query;
      $wp_query->is_feed = true;
      $places['in a feed'] = apply_filters('the_content', $text);
      echo json_encode($places);`);
    return JSON.parse(found);
  }
  const BLOCK = '<!-- wp:ess/widget {"widget":"indicator","indicator":"members-stock"} /-->';
  const CONTENTS = [
    BLOCK,
    '<!-- wp:ess/widget {"widget":"indicator","indicator":"members-stock","heading":"[trap]"} /-->',
    '[ess widget="indicator" indicator="members-stock" heading="&#91;trap&#93;"]',
    '[ess widget="indicator" indicator="members-stock"]',
    '[wrap]avant [ess widget="indicator" indicator="members-stock"] après[/wrap]',
    '<!-- wp:ess/widget {"widget":"territory-sheet","territory":"[trap]","src":"https://[trap].example/[trap] /[trap]"} /-->',
  ];
  /** Tries all contents in all places with the filters in many orders, and returns where a shortcode has run. */
  const ran = () =>
    CONTENTS.flatMap((content) =>
      [undefined, 1, 9, 10, 12, 100].flatMap((order) =>
        Object.entries(shown(content, order))
          .filter(([, html]) => html.includes('SHORTCODE-RAN'))
          .map(([place]) => `${content} ${place} ${order}`),
      ),
    );
  const STILLS = path.join('site/wp-content/plugins/ess-widgets/data/stills', `${WIDGET}.html`);

  it('runs no shortcode of the still that it has brought, of an attribute or a title', () => {
    expect(shown('[trap]')['content']).toContain('SHORTCODE-RAN');
    const file = path.join(site.folder, STILLS);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, STILL.replaceAll('<script>[trap]</script>', ''));
    expect(shown(BLOCK)['content']).toContain('fin du still');
    expect(shown(CONTENTS[1] ?? '')['content']).toContain('data-ess-heading="&#091;trap&#093;"');
    expect(ran()).toEqual([]);
    writeFileSync(file, before);
  }, 120_000);

  it('runs no shortcode of the still of another server', async () => {
    const source = `${dataUrl}/manifest.json`;
    const manifest = { format: 'ess-dataset/1', stills: 'stills/index.json', collections: {} };
    answers.set('/manifest.json', JSON.stringify(manifest));
    answers.set('/stills/index.json', JSON.stringify({ stills: { [WIDGET]: { href: 'x' } } }));
    answers.set(`/stills/${WIDGET}.html`, STILL);
    // What lies inside the network is public once it is ticked.
    setSource('reference', source, ['*']);
    shown(BLOCK);
    // The scheduler reads it after the page.
    await (await fetch(`${site.url}/wp-cron.php`)).text();
    const text = shown(BLOCK)['content'] ?? '';
    expect(text).toContain('fin du still');
    expect(text).not.toContain('<script');
    expect(ran()).toEqual([]);
    setOption({});
  }, 120_000);

  const rows = () =>
    Number(
      site.php(
        `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%ess\\_widgets%'");`,
      ),
    );

  it('gives files to visitors where the site closes its REST interface', async () => {
    const closed = path.join(site.folder, 'site/wp-content/mu-plugins/closed.php');
    writeFileSync(
      closed,
      `<?php add_filter('rest_authentication_errors', static function () { return new WP_Error('closed', 'Closed.', ['status' => 401]); });`,
    );
    const source = `${dataUrl}/membres.csv`;
    answers.set('/membres.csv', 'Nom;Commune\nCoop des Dunes;Brest\n');
    setSource('adherents', source, ['name']);
    expect((await fetch(`${site.url}/index.php?rest_route=/ess-widgets/v1/source`)).status).toBe(401);
    const file = await fetch(publicAddress(source).split('#')[0] ?? '');
    expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([
      200,
      'application/json',
      expect.stringContaining('"fields":["name"],"rows":[["Coop des Dunes"]]}'),
    ]);
    rmSync(closed);
    setOption({});
  });

  it('keeps and asks nothing of what a contributor has named, though the site reads another address there', () => {
    setSource('adherents', `${dataUrl}/membres.csv`, []);
    const before = rows();
    asked.length = 0;
    site.php(`
      wp_set_current_user(get_user_by('login', 'contributor')->ID);
      for ($i = 0; $i < 100; $i++) {
        $url = '${dataUrl}/' . $i . '.csv';
        EssWidgets\\WordPress\\Widget::html(['widget' => 'member-list', 'src' => $url], '');
        $request = new WP_REST_Request('POST', '/ess-widgets/v1/source');
        $request['src'] = $url;
        $request['widget'] = 'member-list';
        EssWidgets\\WordPress\\Routes::source($request);
      }`);
    expect([rows() - before, asked]).toEqual([0, []]);
    setOption({});
  });

  it('leaves no row in any site of a network when it is removed', () => {
    const { host } = new URL(site.url);
    site.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      require_once ABSPATH . 'wp-admin/includes/schema.php'; require_once ABSPATH . 'wp-admin/includes/upgrade.php'; defined('WP_INSTALLING_NETWORK') || define('WP_INSTALLING_NETWORK', true);
      foreach ($GLOBALS['wpdb']->tables('ms_global') as $name => $table) { $GLOBALS['wpdb']->$name = $table; }
      install_network();
      populate_network(1, '${host}', 'admin@site.example', 'Essai', '/', false);`);
    writeFileSync(
      path.join(site.folder, 'network.php'),
      `<?php define('MULTISITE', true); define('SUBDOMAIN_INSTALL', false); define('DOMAIN_CURRENT_SITE', '${host}'); define('PATH_CURRENT_SITE', '/'); define('SITE_ID_CURRENT_SITE', 1); define('BLOG_ID_CURRENT_SITE', 1);`,
    );
    const left = site.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      wp_set_current_user(1);
      grant_super_admin(1);
      $sites = [1, wp_insert_site(['domain' => '${host}', 'path' => '/deux/', 'network_id' => 1]), wp_insert_site(['domain' => '${host}', 'path' => '/trois/', 'network_id' => 1])];
      deactivate_plugins('ess-widgets/ess-widgets.php');
      activate_plugin('ess-widgets/ess-widgets.php', '', true);
      $count = static function () use ($sites) {
        return array_map(static function ($id) {
          global $wpdb;
          switch_to_blog($id);
          $found = (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%ess\\_widgets%' OR option_value LIKE '%ess\\_widgets%'");
          restore_current_blog();
          return $found;
        }, $sites);
      };
      foreach ($sites as $id) {
        switch_to_blog($id);
        update_option('ess_widgets', ['theme' => 'dark']);
        set_transient('ess_widgets_state-a', 'a', 600);
        wp_schedule_single_event(time() + 60, 'ess_widgets_catch_up', ['a']);
        restore_current_blog();
      }
      $before = $count();
      deactivate_plugins('ess-widgets/ess-widgets.php', false, true);
      $deleted = delete_plugins(['ess-widgets/ess-widgets.php']);
      wp_cache_flush();
      echo json_encode([count($sites), min($before) > 2, $deleted, $count()]);`);
    expect(JSON.parse(left)).toEqual([3, true, true, [0, 0, 0]]);
  });
});
