<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\Still;

/** The block `ess/widget`, the shortcode `[ess]`, and the loader on the pages that have a widget. */
final class Widget
{
    private const SCRIPT = 'ess-widgets';

    public static function register(): void
    {
        add_action('init', [self::class, 'registerBlock']);
        add_shortcode('ess', static function ($attributes): string {
            return self::html(array_map('strval', (array) $attributes), '');
        });
        // Blocks pasted as HTML, in posts, templates and widget areas.
        foreach (['the_content', 'render_block', 'widget_text'] as $filter) {
            add_filter($filter, static function ($html) {
                if (is_string($html) && preg_match('/\sdata-ess=|<ess-[a-z]/', $html)) {
                    self::enqueue();
                }
                return $html;
            });
        }
        add_filter('wp_script_attributes', static function (array $attributes): array {
            if (($attributes['id'] ?? '') === self::SCRIPT . '-js-module') {
                $attributes['data-src'] = Site::publicAddress('');
            }
            return $attributes;
        });
    }

    /** @return array<string, array<string, array{type: string, values?: string[], default?: string}>> attributes by widget */
    public static function table(): array
    {
        static $table = null;
        return $table ?? $table = require __DIR__ . '/host-php/attributes.php';
    }

    public static function registerBlock(): void
    {
        $names = array_keys(array_merge(...array_values(self::table())));
        $handle = self::SCRIPT . '-editor';
        wp_register_script(
            $handle,
            plugins_url('editor.js', FILE),
            ['wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-dom-ready', 'wp-element', 'wp-server-side-render'],
            VERSION,
            true
        );
        register_block_type('ess/widget', [
            'api_version' => 3,
            'title' => Site::text('block'),
            'description' => Site::text('blockDescription'),
            'category' => 'widgets',
            'icon' => 'location-alt',
            'keywords' => ['ess', 'carte', 'agenda', 'map'],
            'attributes' => array_fill_keys(array_merge(['widget'], $names), ['type' => 'string']),
            'supports' => ['align' => ['wide', 'full'], 'html' => false],
            'editor_script_handles' => [$handle],
            'render_callback' => static function (array $attributes): string {
                return self::html($attributes, get_block_wrapper_attributes());
            },
        ]);
        add_action('enqueue_block_editor_assets', static function () use ($handle): void {
            $config = [
                'widgets' => self::table(),
                'texts' => Site::texts(),
                'loader' => self::loaderAddress(),
                'source' => Site::publicAddress(''),
                // The canvas has no language, and the widgets take that of the page around them.
                'lang' => get_bloginfo('language'),
                'indicators' => self::indicators(),
            ];
            wp_add_inline_script($handle, 'window.essWidgets = ' . wp_json_encode($config, JSON_HEX_TAG) . ';', 'before');
        });
    }

    /**
     * Returns a widget: the block of the loader, with a still or a link inside.
     *
     * @param array<string, mixed> $attributes
     * @param string $wrapper attributes of the block around it, as HTML; empty for a shortcode
     */
    public static function html(array $attributes, string $wrapper): string
    {
        $widget = trim((string) ($attributes['widget'] ?? ''));
        $known = self::table()[$widget] ?? null;
        if ($known === null) {
            // A visitor has no use for the mistake of an author.
            return current_user_can('edit_posts') ? '<p>' . esc_html(Site::text('unknownWidget', $widget)) . '</p>' : '';
        }
        $set = [];
        foreach (array_intersect_key($attributes, $known) as $name => $value) {
            if (is_scalar($value) && trim((string) $value) !== '') {
                $set[$name] = trim((string) $value);
            }
        }
        $settings = Site::settings();
        foreach (['theme', 'territory'] as $name) {
            if (isset($known[$name]) && $settings[$name] !== '') {
                $set += [$name => $settings[$name]];
            }
        }
        $src = $set['src'] ?? '';
        if (isset($known['src'])) {
            $set['src'] = Site::publicAddress($src);
        }
        $written = '';
        foreach ($set as $name => $value) {
            $written .= sprintf(' data-ess-%s="%s"', $name, esc_attr($value));
        }
        self::enqueue();
        $inside = self::inside($widget, $set, trim("$src {$settings['source']}"));
        $block = sprintf('<div data-ess="%s"%s>%s</div>', esc_attr($widget), $written, $inside);
        return $wrapper === '' ? $block : "<div $wrapper>$block</div>";
    }

    /**
     * Returns the content of a widget without script.
     *
     * @param array<string, string> $attributes
     * @param string $source the source as it was written; empty for the shipped copy
     */
    private static function inside(string $widget, array $attributes, string $source): string
    {
        $publisher = Site::shipped()['publisher'] ?? [];
        $host = (string) parse_url(strtok($source, ' ') ?: '', PHP_URL_HOST);
        // A feed has no script: the reader finds the widget on the page.
        [$href, $name] = is_feed() && get_permalink()
            ? [(string) get_permalink(), get_the_title()]
            : ($source === '' ? [$publisher['href'] ?? home_url('/'), $publisher['name'] ?? ''] : ["https://$host/", $host]);
        if ($host === '' && $source !== '' && !is_feed()) {
            [$href, $name] = [home_url('/'), get_bloginfo('name')];
        }
        $link = sprintf('<a href="%s">%s</a>', esc_url($href), esc_html(Site::text("link_$widget") . ($name === '' ? '' : " ($name)")));
        return Still::content($source === '' ? __DIR__ . '/data/stills' : '', $widget, $attributes, $attributes['lang'] ?? Site::language(), $link);
    }

    /** Puts the loader on the page, once, and the colour of the site. */
    private static function enqueue(): void
    {
        if (is_feed() || is_admin() || wp_is_serving_rest_request()) {
            return;
        }
        wp_enqueue_script_module(self::SCRIPT, plugins_url('cdn/ess.js', FILE), [], VERSION);
        $accent = sanitize_hex_color(Site::settings()['accent']);
        if ($accent && !wp_style_is(self::SCRIPT)) {
            wp_register_style(self::SCRIPT, false, [], VERSION);
            wp_enqueue_style(self::SCRIPT);
            wp_add_inline_style(self::SCRIPT, "[data-ess]{--ess-accent:$accent}");
        }
    }

    /** @return array<string, string> names of the indicators of the shipped catalogue by their ids */
    private static function indicators(): array
    {
        $catalogue = json_decode((string) file_get_contents(__DIR__ . '/data/catalogue.json'), true);
        $names = [];
        foreach ($catalogue['indicators'] ?? [] as ['id' => $id, 'label' => $label]) {
            $names[$id] = $label[Site::language()] ?? $label['fr'] ?? $id;
        }
        return $names;
    }

    private static function loaderAddress(): string
    {
        return add_query_arg('ver', VERSION, plugins_url('cdn/ess.js', FILE));
    }
}
