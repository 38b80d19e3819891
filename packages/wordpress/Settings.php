<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Publication, Reading};

/** The settings page, under "Réglages". */
final class Settings
{
    private const PAGE = 'ess-widgets';
    private const READ = 'ess_widgets_read';

    public static function register(): void
    {
        add_action('admin_menu', static function (): void {
            add_options_page(Site::text('plugin'), Site::text('plugin'), 'manage_options', self::PAGE, [self::class, 'page']);
        });
        add_action('admin_init', static function (): void {
            register_setting(self::PAGE, Site::OPTION, ['type' => 'array', 'sanitize_callback' => [self::class, 'sanitized']]);
        });
        add_action('admin_post_' . self::READ, [self::class, 'readNow']);
        add_filter('plugin_action_links_' . plugin_basename(FILE), static function (array $links): array {
            $link = sprintf('<a href="%s">%s</a>', esc_url(self::address()), esc_html(Site::text('settings')));
            return array_merge([$link], $links);
        });
    }

    /**
     * Returns the settings as they are kept; a wrong one is told and stays as it was.
     *
     * @param mixed $input
     */
    public static function sanitized($input): array
    {
        $input = is_array($input) ? $input : [];
        $before = Site::settings();
        $text = static function (string $name) use ($input, $before): string {
            return is_string($input[$name] ?? null) ? trim($input[$name]) : (string) $before[$name];
        };
        $source = $text('source');
        if ($source !== '' && !preg_match('~^https?://[^\s/]+~i', $source)) {
            add_settings_error(Site::OPTION, 'source', Site::text('wrongSource', $source));
            $source = $before['source'];
        }
        $accent = $text('accent');
        if ($accent !== '' && !sanitize_hex_color($accent)) {
            add_settings_error(Site::OPTION, 'accent', Site::text('wrongAccent', $accent));
            $accent = $before['accent'];
        }
        $hosts = $input['hosts'] ?? $before['hosts'];
        $hosts = is_array($hosts) ? $hosts : preg_split('/[\s,]+/', (string) $hosts, -1, PREG_SPLIT_NO_EMPTY);
        // An address pasted here means its host.
        $hosts = array_map(static function ($host): string {
            return preg_replace('~^https?://|(?<=[^:/])/.*$~i', '', strtolower((string) $host)) ?? '';
        }, $hosts ?: []);
        if ($source !== $before['source'] && $before['source'] !== '') {
            Site::reading()->forget($before['source']);
        }
        $columns = is_array($input['columns'] ?? null) ? $input['columns'] : [];
        return [
            'source' => $source,
            'hosts' => array_values(array_unique(array_filter($hosts))),
            'theme' => in_array($text('theme'), ['light', 'dark', 'auto'], true) ? $text('theme') : '',
            'territory' => preg_match('/^[a-z0-9-]*$/', $text('territory')) ? $text('territory') : $before['territory'],
            'accent' => $accent,
            'columns' => array_map(static function ($names): array {
                return array_values(array_filter(array_map('strval', (array) $names), 'strlen'));
            }, $columns + $before['columns']),
        ];
    }

    /** Reads the default source now, and returns to the page. */
    public static function readNow(): void
    {
        if (!current_user_can('manage_options')) {
            wp_die(esc_html(Site::text('forbidden')), '', 403);
        }
        check_admin_referer(self::READ);
        Site::reading()->read(Site::settings()['source'], true);
        wp_safe_redirect(self::address());
        exit;
    }

    public static function page(): void
    {
        $settings = Site::settings();
        $themes = ['' => Site::text('themeOwn'), 'light' => Site::text('themeLight'), 'dark' => Site::text('themeDark'), 'auto' => Site::text('themeAuto')];
        $rows = [
            self::row('source', sprintf('<input type="url" class="large-text code" id="ess-source" name="%s" value="%s" aria-describedby="ess-source-help">', self::name('source'), esc_attr($settings['source']))),
            self::row('hosts', sprintf('<textarea class="large-text code" rows="3" id="ess-hosts" name="%s" aria-describedby="ess-hosts-help">%s</textarea>', self::name('hosts'), esc_textarea(implode("\n", $settings['hosts'])))),
            self::row('theme', sprintf('<select id="ess-theme" name="%s" aria-describedby="ess-theme-help">%s</select>', self::name('theme'), implode('', array_map(static function (string $value, string $label) use ($settings): string {
                return sprintf('<option value="%s"%s>%s</option>', esc_attr($value), selected($settings['theme'], $value, false), esc_html($label));
            }, array_keys($themes), $themes)))),
            self::row('territory', sprintf('<input class="regular-text code" id="ess-territory" name="%s" value="%s" aria-describedby="ess-territory-help">', self::name('territory'), esc_attr($settings['territory']))),
            self::row('accent', sprintf('<input class="code" id="ess-accent" name="%s" value="%s" placeholder="#006b5e" aria-describedby="ess-accent-help">', self::name('accent'), esc_attr($settings['accent']))),
        ];
        printf('<div class="wrap"><h1>%s</h1>', esc_html(Site::text('plugin')));
        echo '<form method="post" action="options.php">';
        settings_fields(self::PAGE);
        printf('<table class="form-table" role="presentation">%s</table>', implode('', $rows));
        echo self::columns($settings);
        submit_button();
        echo '</form>';
        self::freshness($settings['source']);
        echo '</div>';
    }

    /** Writes when the default source was last read, with a button that reads it now. */
    private static function freshness(string $source): void
    {
        printf('<h2>%s</h2>', esc_html(Site::text('freshness')));
        if ($source === '') {
            $updated = (int) strtotime((string) (Site::shipped()['updated'] ?? ''));
            printf('<p>%s</p>', esc_html(Site::text('shipped', wp_date(get_option('date_format'), $updated))));
            return;
        }
        printf('<p role="status">%s</p><p>%s</p>', esc_html(Site::stateText(Site::reading()->state($source))), esc_html(Site::text('delay')));
        printf('<form method="post" action="%s"><input type="hidden" name="action" value="%s">', esc_url(admin_url('admin-post.php')), esc_attr(self::READ));
        wp_nonce_field(self::READ);
        submit_button(Site::text('readNow'), 'secondary', 'submit', false);
        echo '</form>';
    }

    /**
     * Returns the columns of a keyed source, to be ticked: none of them is public before.
     *
     * @param array<string, mixed> $settings
     */
    private static function columns(array $settings): string
    {
        $source = $settings['source'];
        if (!Publication::isKeyed($source)) {
            return '';
        }
        $reading = Site::reading();
        $id = $reading->fileId($source);
        $file = $reading->file($id);
        $names = $file === null ? [] : Publication::columns($file['body'], $file['type']);
        $boxes = array_map(static function (string $name) use ($id, $settings): string {
            $isTicked = in_array($name, $settings['columns'][$id] ?? [], true);
            return sprintf('<li><label><input type="checkbox" name="%s[]" value="%s"%s> %s</label></li>', self::name('columns') . "[$id]", esc_attr($name), checked($isTicked, true, false), esc_html($name));
        }, $names);
        // The empty value says that none is ticked; without it, nothing would be sent.
        return sprintf(
            '<fieldset><legend><strong>%s</strong></legend><p>%s</p><input type="hidden" name="%s[]" value=""><ul>%s</ul></fieldset>',
            esc_html(Site::text('columns')),
            esc_html(Site::text($names === [] ? 'columnsUnread' : 'columnsHelp')),
            self::name('columns') . "[$id]",
            implode('', $boxes)
        );
    }

    private static function name(string $field): string
    {
        return Site::OPTION . "[$field]";
    }

    private static function row(string $field, string $control): string
    {
        return sprintf(
            '<tr><th scope="row"><label for="ess-%1$s">%2$s</label></th><td>%3$s<p class="description" id="ess-%1$s-help">%4$s</p></td></tr>',
            $field,
            esc_html(Site::text($field)),
            $control,
            esc_html(Site::text("{$field}Help"))
        );
    }

    private static function address(): string
    {
        return admin_url('options-general.php?page=' . self::PAGE);
    }
}
