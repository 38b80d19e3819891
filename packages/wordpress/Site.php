<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Answer, Cache, CurlClient, Declared, Guard, HttpClient, Light, Places, Reading, Refused, Served, Services, Sources, Still, SystemResolver};

/** Keeps values in transients; they are encoded, since a table of the database refuses bytes that are no UTF-8. */
final class TransientCache implements Cache
{
    public function get(string $key): ?array
    {
        $kept = get_transient(Site::PREFIX . $key);
        $value = is_string($kept) ? unserialize((string) base64_decode($kept), ['allowed_classes' => false]) : null;
        return is_array($value) ? $value : null;
    }

    public function set(string $key, array $value, int $seconds): void
    {
        set_transient(Site::PREFIX . $key, base64_encode(serialize($value)), $seconds);
    }

    public function delete(string $key): void
    {
        delete_transient(Site::PREFIX . $key);
    }

    public function lock(string $key, int $seconds): bool
    {
        global $wpdb;
        $name = Site::PREFIX . $key;
        $wpdb->query($wpdb->prepare("DELETE FROM $wpdb->options WHERE option_name = %s AND option_value < %d", $name, time()));
        // Transients and options are written by two requests at once; the database takes a row of one name once.
        return (bool) $wpdb->query($wpdb->prepare(
            "INSERT IGNORE INTO $wpdb->options (option_name, option_value, autoload) VALUES (%s, %d, 'off')",
            $name,
            time() + $seconds
        ));
    }

    public function unlock(string $key): void
    {
        global $wpdb;
        $wpdb->delete($wpdb->options, ['option_name' => Site::PREFIX . $key]);
    }
}

/** Makes requests with cURL; with WordPress' own functions where there is no cURL, or where the site has a proxy. */
final class SiteClient implements HttpClient
{
    public function pins(string $host): bool
    {
        $proxy = new \WP_HTTP_Proxy();
        return CurlClient::isAvailable() && !($proxy->is_enabled() && $proxy->send_through_proxy("https://$host/"));
    }

    public function get(array $checked, int $maxBytes, float $seconds): Answer
    {
        $url = $checked['url'];
        // The administrator has saved what WordPress would refuse: addresses inside the network, and other ports.
        if (Guard::isUsual($checked) && !wp_http_validate_url($url)) {
            throw new Refused('private', $checked['host']);
        }
        if ($this->pins($checked['host'])) {
            return (new CurlClient())->get($checked, $maxBytes, $seconds);
        }
        $answer = wp_remote_get($url, [
            'redirection' => 0,
            'timeout' => $seconds,
            'limit_response_size' => $maxBytes,
            'user-agent' => 'ESS Widgets',
        ]);
        if (is_wp_error($answer)) {
            throw new Refused('unreachable', $answer->get_error_message());
        }
        $headers = wp_remote_retrieve_headers($answer);
        $all = array_map('strval', array_change_key_case(is_array($headers) ? $headers : $headers->getAll()));
        return new Answer((int) wp_remote_retrieve_response_code($answer), $all, wp_remote_retrieve_body($answer));
    }
}

/** The settings of the site, its sources and its texts. */
final class Site
{
    public const PREFIX = 'ess_widgets_';
    public const OPTION = 'ess_widgets';
    /** Parameter of an address of the site that stands for a file: plugins that close WordPress' REST interface leave it open. */
    public const FILE = 'ess-widgets-file';
    /** Event of WordPress' scheduler that reads, for the pages that come after, what a page had no time for. */
    public const CATCH_UP = 'ess_widgets_catch_up';
    private const DEFAULTS = ['sources' => [], 'theme' => '', 'territory' => '', 'accent' => '', 'tiles' => '', 'classic' => ''];

    public static function register(): void
    {
        add_action(self::CATCH_UP, static function (string $source): void {
            self::reading()->catchUp($source);
        });
        register_deactivation_hook(FILE, static function (): void {
            wp_unschedule_hook(self::CATCH_UP);
        });
    }

    /** @return array{sources: array<int, array<string, mixed>>, theme: string, territory: string, accent: string, tiles: string, classic: string} */
    public static function settings(): array
    {
        $kept = get_option(self::OPTION);
        $kept = is_array($kept) ? $kept : [];
        if (array_intersect_key($kept, ['source' => 1, 'hosts' => 1]) !== []) {
            $kept = self::migrated($kept);
        }
        return array_merge(self::DEFAULTS, $kept);
    }

    /**
     * Keeps the settings of a version that had one source and a list of hosts as those of this one, and returns them.
     *
     * @param array<string, mixed> $kept
     * @return array<string, mixed>
     */
    private static function migrated(array $kept): array
    {
        global $wpdb;
        $texts = empty($kept['hosts']) ? [] : $wpdb->get_col(
            "SELECT post_content FROM $wpdb->posts WHERE post_content LIKE '%src%' AND (post_content LIKE '%ess/widget%' OR post_content LIKE '%[ess %' OR post_content LIKE '%data-ess%')"
        );
        $kept = Sources::upgraded($kept, $texts, self::readingOf([]), new SystemResolver());
        self::keep($kept);
        return $kept;
    }

    /**
     * Keeps settings as they are: they are no form that an administrator has sent.
     *
     * @param array<string, mixed> $settings
     */
    public static function keep(array $settings): void
    {
        remove_filter('sanitize_option_' . self::OPTION, [Settings::class, 'sanitized']);
        update_option(self::OPTION, $settings);
    }

    public static function sources(): Sources
    {
        return new Sources(self::settings()['sources']);
    }

    public static function reading(): Reading
    {
        return self::readingOf(self::settings()['sources']);
    }

    /** @param array<int, array<string, mixed>> $rows sources that may be read */
    public static function readingOf(array $rows): Reading
    {
        $sources = new Sources($rows);
        return new Reading($sources, new SystemResolver(), new SiteClient(), new TransientCache(), wp_salt(), static function (): float {
            return microtime(true);
        }, null, Places::of(__DIR__, $sources->reference() === null));
    }

    public static function declared(): Declared
    {
        return new Declared(self::sources(), self::reading(), [self::class, 'fileAddress'], self::shippedAddress());
    }

    public static function shippedAddress(): string
    {
        return plugins_url('data/manifest.json', FILE);
    }

    /** @return array<string, mixed> a file of the shipped copy */
    public static function shipped(string $file): array
    {
        return (array) json_decode((string) file_get_contents(__DIR__ . "/data/$file.json"), true);
    }

    /** Returns a sentence that says what comes from the shipped copy, and of which day it is. */
    public static function shippedText(): string
    {
        return self::text('shipped', self::dayText((string) (self::shipped('manifest')['updated'] ?? '')));
    }

    /** Returns a day (`2025-03-05`) as the site writes days. */
    public static function dayText(string $day): string
    {
        $time = strtotime($day);
        return $time === false ? $day : (string) wp_date(get_option('date_format'), $time, new \DateTimeZone('UTC'));
    }

    public static function fileAddress(string $id): string
    {
        return add_query_arg(self::FILE, $id, home_url('/'));
    }

    /** Answers a visitor's request for a file. */
    public static function served(string $id): Served
    {
        $served = self::reading()->served($id, [self::class, 'fileAddress']);
        if ($served->slow !== '') {
            self::catchUpLater($served->slow);
        }
        return $served;
    }

    private static function catchUpLater(string $source): void
    {
        if (!wp_next_scheduled(self::CATCH_UP, [$source])) {
            wp_schedule_single_event(time(), self::CATCH_UP, [$source]);
        }
    }

    /**
     * Returns the still of a widget, of the shipped copy where it has no source, and its mark, which is empty where the widget
     * would show more than the still says; null where there is none.
     *
     * @param array<string, string> $attributes
     * @return array{string, string}|null
     */
    public static function still(string $source, string $widget, array $attributes): ?array
    {
        $keys = Still::keys($widget, $attributes, $attributes['lang'] ?? self::language());
        foreach ($keys as $at => $key) {
            $still = $source === '' ? Still::inFolder(__DIR__ . '/data/stills', $key) : self::readStill($source, $key);
            if ($still !== null) {
                $index = $source === '' ? self::shipped('stills/index') : self::reading()->stillIndex($source);
                return [$still, $at === 0 ? Still::mark($index, $key) : ''];
            }
        }
        return null;
    }

    private static function readStill(string $source, string $key): ?string
    {
        $reading = self::reading();
        if (!$reading->reads($source)) {
            return null;
        }
        // A page is not held up by the server of its data: it has the copy there is.
        if ($reading->isStillStale($source, $key)) {
            $reading->want($source, $key);
            self::catchUpLater($source);
        }
        if (!$reading->isOpen($source)) {
            return null;
        }
        $tags = array_map(static function (array $names): array {
            return array_fill_keys(array_map('strtolower', $names), true);
        }, Still::tags());
        // The filter takes tags away and leaves what is in them: a script is no text.
        $still = preg_replace('~<(script|style)\b.*?</\1\s*>~is', '', (string) $reading->still($source, $key));
        $kept = preg_replace_callback('/ class="([^"]*)"/', static function (array $match): string {
            return ' class="' . Still::classes($match[1]) . '"';
        }, wp_kses((string) $still, $tags, Still::SCHEMES));
        return $kept ?: null;
    }

    /**
     * Returns the light form of the site's own lists that a widget shows; null where there is none.
     *
     * @param array<string, string> $attributes
     */
    public static function light(string $source, string $widget, array $attributes): ?Light
    {
        $reading = self::reading();
        $files = [];
        foreach (preg_split('/\s+/', $source, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $url) {
            $files[] = $reading->shown($url);
            // A page is not held up by the server of its data: it has the copy there is.
            if ($reading->isOld($url)) {
                self::catchUpLater($url);
            }
        }
        return in_array(null, $files, true) ? null : Light::of($widget, $attributes, $files, $attributes['lang'] ?? self::language(), (string) wp_date('Y-m-d'));
    }

    /** Returns what is said of a source: when it was last read, and what of it could not be read since. */
    public static function stateText(string $url): string
    {
        $reading = self::reading();
        $state = $reading->state($url);
        $format = get_option('date_format') . ' ' . get_option('time_format');
        $said = [$state->readAt === null ? self::text('neverRead') : self::text('readAt', (string) wp_date($format, $state->readAt))];
        foreach (['' => $state] + $reading->files($url) as $name => $file) {
            if ($file->error !== null) {
                $said[] = ($name === '' ? '' : "$name — ") . self::text("error_$file->error", $file->detail);
                $said[] = $name === '' ? Services::cure($url, $file->error, 'wordpress', self::language()) : '';
            }
        }
        if ($state->error === null && $state->missing !== []) {
            $said[] = self::text('missingColumns', implode(', ', $state->missing));
        }
        return implode(' ', array_filter(array_merge($said, $reading->isHidden($url) ? [self::text('nothingTicked')] : []), 'strlen'));
    }

    /** Returns a text in the language of the user: French, else English; Breton readers get French. */
    public static function text(string $key, string ...$values): string
    {
        $text = self::texts()[$key] ?? $key;
        return $values === [] ? $text : vsprintf($text, $values);
    }

    /** @return array<string, string> */
    public static function texts(): array
    {
        static $all = null;
        $all = $all ?? require __DIR__ . '/texts.php';
        return $all[self::language() === 'en' ? 'en' : 'fr'];
    }

    /** @return string `fr`, `br` or `en`: any other language reads English */
    public static function language(): string
    {
        $language = substr(is_admin() ? get_user_locale() : determine_locale(), 0, 2);
        return in_array($language, ['fr', 'br'], true) ? $language : 'en';
    }
}
