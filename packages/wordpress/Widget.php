<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\Still;

/** The block `ess/widget`, the shortcode `[ess]`, and the loader on the pages that have a widget. */
final class Widget
{
    private const SCRIPT = 'ess-widgets';
    /** @var string what search engines are told beside the block that is written */
    private static $told = '';

    public static function register(): void
    {
        add_action('init', [self::class, 'registerBlock']);
        add_shortcode('ess', static function ($attributes): string {
            // The visual editor writes "&" of an address as an entity.
            $decoded = array_map(static function ($value): string {
                return html_entity_decode((string) $value, ENT_QUOTES | ENT_HTML5);
            }, (array) $attributes);
            return self::html($decoded, '');
        });
        // Early where the posts of the page have one: the style then comes with the head of every theme.
        add_action('wp_enqueue_scripts', static function (): void {
            foreach ($GLOBALS['wp_query']->posts ?? [] as $post) {
                self::enqueueFor($post->post_content ?? '');
            }
        });
        // Blocks pasted as HTML, in posts, templates and widget areas.
        foreach (['the_content', 'render_block', 'widget_text'] as $filter) {
            add_filter($filter, static function ($html) {
                self::enqueueFor($html);
                return $html;
            });
        }
        add_filter('wp_script_attributes', static function (array $attributes): array {
            $isOurs = in_array($attributes['id'] ?? '', [self::SCRIPT . '-js-module', self::SCRIPT . '-js'], true);
            // An optimiser that writes blanks as one would join the lines.
            return $isOurs ? $attributes + str_replace("\n", '&#10;', self::defaults()) : $attributes;
        });
    }

    /** @return array<string, array<string, array{type: string, values?: string[], default?: string}>> attributes by widget */
    public static function table(): array
    {
        static $table = null;
        return $table ?? $table = require __DIR__ . '/host-php/attributes.php';
    }

    /** @return array<string, string> heights that are reserved, by widget */
    private static function heights(): array
    {
        static $heights = null;
        return $heights ?? $heights = require __DIR__ . '/host-php/heights.php';
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
                'defaults' => self::defaults(),
                'style' => Accent::style(Site::settings()['accent']),
                // The canvas has no language, and the widgets take that of the page around them.
                'lang' => get_bloginfo('language'),
                'suggestions' => self::suggestions(),
                'sources' => array_keys(Site::sources()->named()),
            ];
            wp_add_inline_script($handle, 'window.essWidgets = ' . wp_json_encode($config, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES) . ';', 'before');
        });
    }

    /**
     * Returns a widget: the block of the loader, with a still or a link inside. WordPress looks for shortcodes in what blocks
     * and shortcodes have given, in texts and attributes alike: nothing in it is one.
     *
     * @param array<string, mixed> $attributes
     * @param string $wrapper attributes of the block around it, as HTML; empty for a shortcode
     */
    public static function html(array $attributes, string $wrapper): string
    {
        static $known = [];
        self::$told = '';
        $html = Still::inert(self::block($attributes, $wrapper), ['[', ']']) . self::$told;
        // Beside its block, for classic themes render it when the head has been sent. A feed has no style.
        return (is_feed() ? '' : Still::skins($html, __DIR__ . '/cdn', $known)) . $html;
    }

    /** @param array<string, mixed> $attributes */
    private static function block(array $attributes, string $wrapper): string
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
        $declared = Site::declared();
        $source = $declared->sourceOf($widget, $set);
        if (isset($set['src'])) {
            $set['src'] = $declared->srcOf($set['src']);
        }
        $written = '';
        foreach ($set as $name => $value) {
            $written .= sprintf(' data-ess-%s="%s"', $name, esc_attr($value));
        }
        self::enqueue();
        $territory = isset($known['territory']) ? ['territory' => Site::settings()['territory']] : [];
        $light = Site::light($source, $widget, $set + array_filter($territory, 'strlen'));
        self::$told .= $light === null || is_feed() ? '' : $light->script();
        [$inside, $mark] = Site::still($source, $widget, $set + $territory) ?? [$light->html ?? self::link($widget, $source), ''];
        $height = self::heights()[$widget] ?? null;
        // A reader of feeds has no widget that would take the room.
        $style = $height === null || is_feed() ? '' : sprintf(' style="min-height:%s"', esc_attr($height));
        // In the editor an author sees at once what the data say: the widget waits on pages alone.
        $written .= $mark === '' || is_feed() || wp_is_serving_rest_request() ? '' : sprintf(' data-ess-still="%s"', esc_attr($mark));
        $block = sprintf('<div data-ess="%s"%s%s>%s</div>', esc_attr($widget), $written, $style, $inside);
        return $wrapper === '' ? $block : "<div $wrapper>$block</div>";
    }

    /**
     * Returns the link that stands for a widget where there is no still.
     *
     * @param string $source the source as it was written; empty for the shipped copy
     */
    private static function link(string $widget, string $source): string
    {
        $first = strtok($source, ' ') ?: '';
        // No page says the name of a machine of the internal network.
        $host = Site::reading()->isClosed($first) ? '' : (string) parse_url($first, PHP_URL_HOST);
        if (is_feed() && get_permalink()) {
            // A feed has no script: the reader finds the widget on the page.
            [$href, $name] = [(string) get_permalink(), get_the_title()];
        } elseif ($source === '') {
            $publisher = Site::shipped('manifest')['publisher'] ?? [];
            [$href, $name] = [$publisher['href'] ?? home_url('/'), $publisher['name'] ?? ''];
        } else {
            [$href, $name] = $host === '' ? [home_url('/'), get_bloginfo('name')] : ["https://$host/", $host];
        }
        $text = Site::text("link_$widget") . ($name === '' ? '' : " ($name)");
        return sprintf('<a href="%s">%s</a>', esc_url($href), esc_html($text));
    }

    /** @param mixed $text of a post, or HTML */
    private static function enqueueFor($text): void
    {
        if (is_string($text) && preg_match('/\sdata-ess=|<ess-[a-z]|<!-- wp:ess\/widget |\[ess /', $text)) {
            self::enqueue();
        }
    }

    /** Puts the loader on the page, once, and the colour of the site. */
    private static function enqueue(): void
    {
        if (is_feed() || is_admin() || wp_is_serving_rest_request()) {
            return;
        }
        if (Site::settings()['classic'] === '') {
            wp_enqueue_script_module(self::SCRIPT, plugins_url('cdn/ess.js', FILE), [], VERSION);
        } else {
            wp_enqueue_script(self::SCRIPT, plugins_url('cdn/ess.classic.js', FILE), [], VERSION, ['strategy' => 'defer']);
        }
        if (!wp_style_is(self::SCRIPT)) {
            wp_register_style(self::SCRIPT, false, [], VERSION);
            wp_enqueue_style(self::SCRIPT);
            wp_add_inline_style(self::SCRIPT, Still::STYLE . Accent::style(Site::settings()['accent']));
        }
    }

    /** @return array<string, string> defaults of the page, as attributes of the loader's tag */
    private static function defaults(): array
    {
        ['theme' => $theme, 'territory' => $territory, 'tiles' => $tiles] = Site::settings();
        $declared = Site::declared();
        return array_filter([
            'data-reference' => $declared->reference(),
            'data-sources' => $declared->lines(),
            // Contributors write in these pages: their elements have the authority of a block.
            'data-cms' => 'wordpress',
            // Where an optimiser writes the classic script into the page, its tag alone says where the loader is.
            'data-loader' => Site::settings()['classic'] === '' ? '' : plugins_url('cdn/ess.js', FILE) . '?ver=' . VERSION,
            'data-theme' => $theme,
            'data-territory' => $territory,
            'data-tiles' => $tiles,
        ], 'strlen');
    }

    /** @return array<string, array<string, string>> names of what the shipped copy has, by attribute and value */
    public static function suggestions(): array
    {
        $language = Site::language();
        $found = ['indicator' => [], 'territory' => []];
        foreach (Site::shipped('measures')['indicators'] ?? [] as $id => ['label' => $label]) {
            $found['indicator'][$id] = $label[$language] ?? $label['fr'] ?? $id;
        }
        foreach (Site::shipped('territories') as ['id' => $id, 'kind' => $kind, 'name' => $name]) {
            if ($kind !== 'commune') {
                $found['territory'][$id] = is_array($name) ? $name[$language] ?? $name['fr'] ?? $id : $name;
            }
        }
        return $found;
    }

    private static function loaderAddress(): string
    {
        return add_query_arg('ver', VERSION, plugins_url('cdn/ess.js', FILE));
    }
}
