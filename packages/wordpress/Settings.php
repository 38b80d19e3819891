<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Address, Guard, Reading, Sources, Tiles};

/** The settings page, below the Atelier. */
final class Settings
{
    private const PAGE = 'ess-widgets-settings';
    private const READ = 'ess_widgets_read';
    private const SCRIPT = 'ess-widgets-settings';

    public static function register(): void
    {
        add_action('admin_menu', static function (): void {
            $hook = add_submenu_page(Atelier::PAGE, Site::text('plugin'), Site::text('settings'), 'manage_options', self::PAGE, [self::class, 'page']);
            add_action('admin_enqueue_scripts', static function (string $page) use ($hook): void {
                if ($page === $hook) {
                    self::enqueue();
                }
            });
        });
        add_action('admin_init', static function (): void {
            // A source that was saved is read at once: the page that shows it has its data.
            add_action('update_option_' . Site::OPTION, static function ($before, $after): void {
                self::readChanged((array) $before, (array) $after);
            }, 10, 2);
            add_action('add_option_' . Site::OPTION, static function ($name, $after): void {
                self::readChanged([], (array) $after);
            }, 10, 2);
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
        // The field beside "another colour" counts where this is chosen.
        $typed = $text('accent') === 'other' ? trim((string) ($input['colour'] ?? '')) : $text('accent');
        $accent = Accent::sanitized($typed);
        if ($accent === null) {
            add_settings_error(Site::OPTION, 'accent', Site::text('wrongAccent', $typed));
            $accent = $before['accent'];
        }
        $territory = $text('territory');
        if (!preg_match('/^[a-z0-9-]*$/D', $territory)) {
            add_settings_error(Site::OPTION, 'territory', Site::text('wrongTerritory', $territory));
            $territory = $before['territory'];
        }
        $other = trim((string) ($input['tilesAddress'] ?? ''));
        $tiles = Tiles::sanitized($text('tiles'), $other);
        if ($tiles === null) {
            add_settings_error(Site::OPTION, 'tiles', Site::text('wrongTiles', $other));
            $tiles = $before['tiles'];
        }
        $kept = new Sources($before['sources']);
        [$rows, $wrong] = isset($input['sources']) ? Sources::sanitized($input['sources'], $kept, [Guard::class, 'leadsInside']) : [$before['sources'], []];
        foreach ($wrong as $at => $refused) {
            add_settings_error(Site::OPTION, "source-$at", Site::text('error_' . $refused->getMessage(), $refused->detail));
        }
        $gone = array_diff($kept->addresses(), array_column($rows, 'address'));
        array_map([Site::readingOf($before['sources']), 'forget'], $gone);
        return [
            'sources' => $rows,
            'theme' => in_array($text('theme'), ['light', 'dark', 'auto'], true) ? $text('theme') : '',
            'territory' => $territory,
            'accent' => $accent,
            'tiles' => $tiles,
            'classic' => $text('classic') === '' ? '' : '1',
        ];
    }

    /**
     * @param array<string, mixed> $before settings
     * @param array<string, mixed> $after
     */
    private static function readChanged(array $before, array $after): void
    {
        foreach (Sources::changed($before['sources'] ?? [], $after['sources'] ?? []) as $address) {
            Site::readingOf($after['sources'])->read($address, true);
        }
    }

    /** Reads a source now, and returns to the page. */
    public static function readNow(): void
    {
        if (!current_user_can('manage_options')) {
            wp_die(esc_html(Site::text('forbidden')), '', 403);
        }
        check_admin_referer(self::READ);
        $source = (string) wp_unslash($_POST['source'] ?? '');
        if (Site::reading()->reads($source)) {
            Site::reading()->read($source, true);
        }
        wp_safe_redirect(self::address() . '#ess-freshness');
        exit;
    }

    private static function enqueue(): void
    {
        wp_enqueue_script(self::SCRIPT . '-verify', plugins_url('host-php/verify.js', FILE), [], VERSION, true);
        wp_enqueue_script(self::SCRIPT, plugins_url('settings.js', FILE), ['wp-api-fetch', 'wp-dom-ready', self::SCRIPT . '-verify'], VERSION, true);
        $config = [
            'loader' => add_query_arg('ver', VERSION, plugins_url('cdn/ess.js', FILE)),
            'communes' => plugins_url('data/communes.json', FILE),
            'texts' => array_filter(Site::texts(), static function (string $name): bool {
                return (bool) preg_match('/^(?:verified|reading$|contrast|onLight$|onDark$|noColour$)/', $name);
            }, ARRAY_FILTER_USE_KEY),
        ];
        wp_add_inline_script(self::SCRIPT, 'window.essWidgetsSettings = ' . wp_json_encode($config, JSON_HEX_TAG) . ';', 'before');
        wp_register_style(self::SCRIPT, false, [], VERSION);
        wp_enqueue_style(self::SCRIPT);
        wp_add_inline_style(
            self::SCRIPT,
            '.ess-choices li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;margin:0 0 .5rem}'
            . '.ess-swatch{display:inline-block;inline-size:1.25rem;block-size:1.25rem;border:1px solid #646970;border-radius:3px;vertical-align:middle}'
            . '.ess-source{box-sizing:border-box;min-inline-size:0;border:1px solid #c3c4c7;border-radius:4px;background:#fff;padding:.25rem 1.25rem 1.25rem;margin-block:1rem 1.5rem}'
            . '.ess-source>legend{padding-inline:.4rem;font-weight:600}.form-table .ess-source p,.form-table .ess-other{margin:1rem 0 0}.ess-source p>label,.ess-other>label{display:inline-block;margin-block-end:.35rem}.ess-choices label{display:flex;gap:.35rem;align-items:center}.ess-source .ess-found.notice{padding:.5rem .75rem}'
            . '.ess-source fieldset{margin-block-start:1.25rem}.ess-source li{margin:.6rem 0 0}#ess-freshness{margin-block:2.5rem 1rem}#ess-freshness~h3{margin-block:1.75rem .5rem}'
            . '.ess-wide{overflow-wrap:anywhere;max-inline-size:60rem}'
        );
    }

    public static function page(): void
    {
        $settings = Site::settings();
        $themes = ['' => Site::text('themeOwn'), 'light' => Site::text('themeLight'), 'dark' => Site::text('themeDark'), 'auto' => Site::text('themeAuto')];
        $options = '';
        foreach ($themes as $value => $label) {
            $options .= sprintf('<option value="%s"%s>%s</option>', esc_attr($value), selected($settings['theme'], $value, false), esc_html($label));
        }
        $territories = '';
        foreach (Widget::suggestions()['territory'] as $value => $label) {
            $territories .= sprintf('<option value="%s">%s</option>', esc_attr($value), esc_html($label));
        }
        $rows = [
            self::sources(),
            self::row('theme', sprintf('<select id="ess-theme" name="%s" aria-describedby="ess-theme-help">%s</select>', self::name('theme'), $options)),
            self::row('territory', sprintf('<input type="text" class="regular-text code" id="ess-territory" name="%s" value="%s" list="ess-territories" aria-describedby="ess-territory-help"><datalist id="ess-territories">%s</datalist>', self::name('territory'), esc_attr($settings['territory']), $territories)),
            self::accent($settings['accent']),
            self::tiles($settings['tiles']),
            // The empty value says that the box is not ticked; without it, nothing would be sent.
            self::row('classic', sprintf('<input type="hidden" name="%1$s" value=""><input type="checkbox" id="ess-classic" name="%1$s" value="1"%2$s aria-describedby="ess-classic-help">', self::name('classic'), checked($settings['classic'], '1', false))),
        ];
        printf('<div class="wrap"><h1>%s</h1>', esc_html(Site::text('plugin')));
        settings_errors();
        echo '<form method="post" action="options.php">';
        settings_fields(self::PAGE);
        printf('<table class="form-table" role="presentation">%s</table>', implode('', $rows));
        submit_button();
        echo '</form>';
        self::freshness();
        echo '</div>';
    }

    /** Returns the choice of the accent: that of the widgets, a colour of the theme, or another one. */
    private static function accent(string $accent): string
    {
        $isOther = $accent !== '' && $accent[0] === '#';
        $choice = static function (string $value, string $label, string $rest, bool $isChosen): string {
            return sprintf('<li><label><input type="radio" name="%s" value="%s"%s> %s</label>%s</li>', self::name('accent'), esc_attr($value), checked($isChosen, true, false), $label, $rest);
        };
        $choices = $choice('', esc_html(Site::text('accentOwn')), '', $accent === '');
        foreach (Accent::palette() as $slug => ['name' => $name, 'color' => $colour]) {
            $value = Accent::preset($slug);
            $label = sprintf('<span class="ess-swatch" style="background:%s"></span> %s', esc_attr($colour), esc_html($name));
            $choices .= $choice($value, $label, sprintf('<span data-contrast="%s"></span>', esc_attr($colour)), $accent === $value);
        }
        $field = sprintf(
            '<input type="text" class="code" id="ess-colour" size="9" name="%s" value="%s" placeholder="#006b5e" aria-label="%s"><span data-contrast="%s" role="status"></span>',
            self::name('colour'),
            esc_attr($isOther ? $accent : ''),
            esc_attr(Site::text('colourCode')),
            esc_attr($isOther ? $accent : '')
        );
        $style = Accent::style($accent);
        return sprintf(
            '<tr><th scope="row">%1$s</th><td><fieldset><legend class="screen-reader-text">%1$s</legend><ul class="ess-choices">%2$s</ul><p class="description">%3$s</p>%4$s</fieldset></td></tr>',
            esc_html(Site::text('accent')),
            $choices . $choice('other', esc_html(Site::text('accentOther')), $field, $isOther),
            esc_html(Site::text('accentHelp')),
            $style === '' ? '' : sprintf('<p>%s<br><code>%s</code></p>', esc_html(Site::text('accentStrict')), esc_html($style))
        );
    }

    /** Returns the choice of the street map, and the address of one that the widgets do not know. */
    private static function tiles(string $tiles): string
    {
        [$known, $other] = Tiles::parted($tiles);
        $options = '';
        foreach (['' => Site::text('tilesNone')] + Tiles::KNOWN as $value => $label) {
            $options .= sprintf('<option value="%s"%s>%s</option>', esc_attr($value), selected($known, $value, false), esc_html($label));
        }
        $address = sprintf(
            '<p class="ess-other"><label for="ess-tiles-address">%s</label><br><input type="text" inputmode="url" class="large-text code ess-wide" id="ess-tiles-address" name="%s" value="%s"></p>',
            esc_html(Site::text('tilesAddress')),
            self::name('tilesAddress'),
            esc_attr($other)
        );
        return self::row('tiles', sprintf('<select id="ess-tiles" name="%s" aria-describedby="ess-tiles-help">%s</select>', self::name('tiles'), $options), $address);
    }

    /** Writes when each source was last read, with a button that reads it now. */
    private static function freshness(): void
    {
        printf('<h2 id="ess-freshness">%s</h2>', esc_html(Site::text('freshness')));
        $sources = Site::sources()->addresses();
        if (Site::sources()->reference() === null) {
            printf('<p class="ess-wide">%s</p>', esc_html(Site::shippedText()));
        }
        foreach ($sources as $index => $url) {
            printf('<h3 class="ess-wide">%s</h3><p id="ess-state-%d">%s</p>', esc_html(Site::sources()->at($url)['name'] . ' — ' . Address::shown($url)), $index, esc_html(Site::stateText($url)));
            printf('<form method="post" action="%s"><input type="hidden" name="action" value="%s"><input type="hidden" name="source" value="%s">', esc_url(admin_url('admin-post.php')), esc_attr(self::READ), esc_attr($url));
            wp_nonce_field(self::READ, '_wpnonce', false);
            printf('<button type="submit" class="button" aria-describedby="ess-state-%d">%s</button></form>', $index, esc_html(Site::text('readNow')));
        }
        if ($sources !== []) {
            printf('<p class="ess-wide">%s</p>', esc_html(Site::text('delay')));
        }
    }

    /** Returns the rows of the sources: those that are saved, an empty one, and the reference data. */
    private static function sources(): string
    {
        $sources = Site::sources();
        $named = array_values($sources->named());
        $empty = ['name' => '', 'address' => '', 'kind' => '', 'recipe' => '', 'fields' => []];
        $rows = array_merge($named, array_fill(0, max(0, min(max(1, 2 - count($named)), Sources::MOST - count($named))), $empty));
        $written = '';
        foreach ($rows as $at => $row) {
            $written .= self::source($at, $row);
        }
        return sprintf('<tr><th scope="row">%s</th><td><p class="description ess-wide">%s</p>%s</td></tr>', esc_html(Site::text('sources')), esc_html(Site::text('sourcesHelp')), $written)
            . sprintf('<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html(Site::text('referenceData')), self::source(Sources::MOST, $sources->reference() ?? ['name' => Sources::REFERENCE] + $empty));
    }

    /** @param array<string, mixed> $row */
    private static function source(int $at, array $row): string
    {
        $name = static function (string $field) use ($at): string {
            return self::name('sources') . "[$at][$field]";
        };
        $field = static function (string $label, string $control) use ($at): string {
            return sprintf('<p><label for="ess-%1$s-%2$d">%3$s</label><br>%4$s</p>', $label, $at, esc_html(Site::text("source_$label")), $control);
        };
        $isReference = $row['name'] === Sources::REFERENCE;
        $kinds = '';
        foreach (array_merge([''], Sources::KINDS) as $kind) {
            $kinds .= sprintf('<option value="%s"%s>%s</option>', $kind, selected($row['kind'], $kind, false), esc_html(Site::text("kind_$kind")));
        }
        $address = $field('address', sprintf('<input type="text" inputmode="url" class="large-text code" id="ess-address-%d" name="%s" value="%s">', $at, $name('address'), esc_attr($row['address'])));
        return sprintf(
            '<fieldset class="ess-source ess-wide"><legend>%s</legend><input type="hidden" name="%s" value="%s">%s%s<p class="hide-if-no-js"><button type="button" class="button ess-check">%s</button></p><p class="ess-found ess-wide" role="status"></p></fieldset>',
            esc_html(Site::text($isReference ? 'referenceHelp' : ($row['name'] === '' ? 'newSource' : 'oneSource'), $row['name'])),
            $name('was'),
            esc_attr($row['name']),
            $isReference
                ? sprintf('<input type="hidden" name="%s" value="%s">%s', $name('name'), Sources::REFERENCE, $address)
                : $field('name', sprintf('<input type="text" class="regular-text code" id="ess-name-%d" name="%s" value="%s">', $at, $name('name'), esc_attr($row['name'])))
                    . $address
                    . $field('kind', sprintf('<select id="ess-kind-%d" name="%s">%s</select>', $at, $name('kind'), $kinds))
                    . sprintf('<input type="hidden" name="%s" value="%s">', $name('recipe'), esc_attr($row['recipe'])),
            self::columns($row, $name('fields')),
            esc_html(Site::text('verify'))
        );
    }

    /**
     * Returns the columns of a source of which nothing is public before it is ticked.
     *
     * @param array<string, mixed> $row
     */
    private static function columns(array $row, string $field): string
    {
        $reading = Site::reading();
        if ($row['address'] === '' || !$reading->isClosed($row['address'])) {
            return '';
        }
        $boxes = [];
        foreach ($reading->tickable($row['address'], Site::language()) as $title => $name) {
            $label = $name === Reading::WHOLE ? Site::text('columnsWhole') : (string) $title;
            $isTicked = array_intersect([$name, (string) $title], $row['fields']) !== [];
            $boxes[] = sprintf('<li><label><input type="checkbox" name="%s[]" value="%s"%s> %s</label></li>', $field, esc_attr($name), checked($isTicked, true, false), esc_html($label));
        }
        // The empty value says that none is ticked; without it, nothing would be sent, and what was ticked would stay.
        return sprintf(
            '<fieldset><legend><strong>%s</strong></legend><p>%s</p>%s</fieldset>',
            esc_html(Site::text('columns')),
            esc_html(Site::text($boxes === [] ? 'columnsUnread' : 'columnsHelp')),
            $boxes === [] ? '' : sprintf('<input type="hidden" name="%s[]" value=""><ul>%s</ul>', $field, implode('', $boxes))
        );
    }

    private static function name(string $field): string
    {
        return Site::OPTION . "[$field]";
    }

    private static function row(string $field, string $control, string $after = ''): string
    {
        return sprintf(
            '<tr><th scope="row"><label for="ess-%1$s">%2$s</label></th><td>%3$s<p class="description" id="ess-%1$s-help">%4$s</p>%5$s</td></tr>',
            $field,
            esc_html(Site::text($field)),
            $control,
            esc_html(Site::text("{$field}Help")),
            $after
        );
    }

    private static function address(): string
    {
        return admin_url('admin.php?page=' . self::PAGE);
    }
}
