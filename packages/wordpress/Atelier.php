<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Guard, Refused};
use WP_Error;
use WP_REST_Request;

/** The Atelier in the menu: a frame of the plugin's own folder, and what a person confirms in the page around it. */
final class Atelier
{
    public const PAGE = 'ess-widgets';
    /** Path of the route that saves what was confirmed. */
    public const ROUTE = '/atelier';
    private const SCRIPT = 'ess-widgets-atelier';

    public static function register(): void
    {
        register_activation_hook(FILE, static function ($isNetwork): void {
            if ($isNetwork || !current_user_can('edit_posts')) {
                return;
            }
            // The page of plugins leads a person back to itself by this address after this one plugin alone: nothing is kept for it.
            add_filter('wp_redirect', static function ($location) {
                return strpos((string) $location, 'plugins.php?activate=true') === false ? $location : admin_url('admin.php?page=' . self::PAGE);
            });
        });
        add_action('admin_menu', static function (): void {
            $hook = add_menu_page(Site::text('plugin'), Site::text('plugin'), 'edit_posts', self::PAGE, [self::class, 'page'], 'dashicons-location-alt', 58);
            // The first entry below has the name of the menu where nobody gives it one.
            add_submenu_page(self::PAGE, Site::text('plugin'), Site::text('atelier'), 'edit_posts', self::PAGE, [self::class, 'page']);
            add_action('admin_enqueue_scripts', static function (string $page) use ($hook): void {
                if ($page === $hook) {
                    self::enqueue();
                }
            });
        });
    }

    private static function enqueue(): void
    {
        wp_enqueue_script(self::SCRIPT, plugins_url('host-php/atelier.js', FILE), [], VERSION, true);
        wp_register_style(self::SCRIPT, false, [], VERSION);
        wp_enqueue_style(self::SCRIPT);
        wp_add_inline_style(
            self::SCRIPT,
            '#wpcontent,.auto-fold #wpcontent{padding-inline-start:0}#wpbody-content{padding-block-end:0}#wpfooter{display:none}'
            . '.ess-atelier{display:block;inline-size:100%;block-size:calc(100vh - var(--wp-admin--admin-bar--height,32px));border:0}'
        );
    }

    public static function page(): void
    {
        $texts = [];
        foreach (Site::texts() as $name => $text) {
            if (strpos($name, 'atelier_') === 0) {
                $texts[substr($name, strlen('atelier_'))] = $text;
            }
        }
        $host = [
            'kind' => 'wordpress',
            'can' => array_keys(array_filter(['source' => current_user_can('manage_options'), 'page' => current_user_can('edit_pages')])),
            'taken' => array_keys(Site::sources()->all()),
            'ask' => rest_url(Routes::NAMESPACE . self::ROUTE),
            'reads' => current_user_can('manage_options') ? rest_url(Routes::NAMESPACE . '/check') : '',
            'headers' => ['X-WP-Nonce' => wp_create_nonce('wp_rest')],
            'texts' => $texts,
        ];
        $address = add_query_arg('ver', VERSION, plugins_url('cdn/atelier/index.html', FILE)) . '#ui=' . (Site::language() === 'en' ? 'en' : 'fr');
        printf(
            '<h1 class="screen-reader-text">%1$s</h1><iframe class="ess-atelier" title="%2$s" src="%3$s" data-ess-host="%4$s"></iframe>',
            esc_html(Site::text('plugin')),
            esc_attr(Site::text('atelier')),
            esc_url($address),
            esc_attr((string) wp_json_encode($host))
        );
    }

    /**
     * Saves what a person has confirmed: a source, the draft of a page with a block, or both; nothing where one of them is refused.
     *
     * @return array{text: string, name?: string, edit?: string}|WP_Error
     */
    public static function save(WP_REST_Request $request)
    {
        $sent = static function (string $name) use ($request): string {
            return is_string($request[$name]) ? trim($request[$name]) : '';
        };
        [$hasSource, $hasPage] = [$sent('address') !== '', $sent('code') !== ''];
        if (($hasSource && !current_user_can('manage_options')) || ($hasPage && !current_user_can('edit_pages'))) {
            return new WP_Error('forbidden', Site::text('atelierForbidden'), ['status' => 403]);
        }
        $attributes = $hasPage ? self::blockIn($sent('code')) : [];
        if (($hasPage && $attributes === []) || !($hasSource || $hasPage)) {
            return new WP_Error('code', Site::text('atelier_failed'), ['status' => 400]);
        }
        $answer = ['text' => ''];
        if ($hasSource) {
            try {
                [$rows, $name] = Site::sources()->with($sent('name'), $sent('address'), [Guard::class, 'leadsInside']);
            } catch (Refused $refused) {
                return new WP_Error('source', Site::text('error_' . $refused->getMessage(), $refused->detail), ['status' => 400]);
            }
            Site::keep(['sources' => $rows] + Site::settings());
            $address = Site::sources()->all()[$name]['address'];
            Site::reading()->read($address, true);
            $answer = ['text' => Site::text('atelierSaved', $name) . ' ' . Site::stateText($address), 'name' => $name];
        }
        if ($hasPage) {
            $id = wp_insert_post(wp_slash([
                'post_type' => 'page',
                'post_status' => 'draft',
                'post_title' => sanitize_text_field($sent('title')) ?: Site::text('block'),
                'post_content' => get_comment_delimited_block_content('ess/widget', array_merge($attributes, isset($attributes['source'], $answer['name']) ? ['source' => $answer['name']] : []), ''),
            ]), true);
            if (is_wp_error($id)) {
                return $id;
            }
            $answer = ['text' => Site::text('atelierDrafted'), 'edit' => get_edit_post_link($id, 'raw')] + $answer;
        }
        return $answer;
    }

    /** @return array<string, string> attributes of our block in a text that is it alone; empty for any other text */
    private static function blockIn(string $code): array
    {
        $blocks = parse_blocks($code);
        [$name, $attributes] = count($blocks) === 1 ? [$blocks[0]['blockName'], $blocks[0]['attrs']] : [null, []];
        $known = Widget::table()[$attributes['widget'] ?? ''] ?? null;
        return $name === 'ess/widget' && $known !== null ? array_filter(array_intersect_key($attributes, $known + ['widget' => 1]), 'is_string') : [];
    }
}
