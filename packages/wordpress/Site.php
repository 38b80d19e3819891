<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Answer, Cache, CurlClient, Guard, HttpClient, Reading, Refused, Served, Still, Writer};

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
        // The administrator lists what WordPress would refuse: addresses inside the network, and other ports.
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
    private const DEFAULTS = ['source' => '', 'hosts' => [], 'theme' => '', 'territory' => '', 'accent' => '', 'classic' => '', 'columns' => []];

    public static function register(): void
    {
        add_action(self::CATCH_UP, static function (string $source): void {
            self::reading()->catchUp($source);
        });
        register_deactivation_hook(FILE, static function (): void {
            wp_unschedule_hook(self::CATCH_UP);
        });
    }

    /** @return array{source: string, hosts: string[], theme: string, territory: string, accent: string, classic: string, columns: array<string, string[]>} */
    public static function settings(): array
    {
        $kept = get_option(self::OPTION);
        return array_merge(self::DEFAULTS, is_array($kept) ? $kept : []);
    }

    public static function reading(): Reading
    {
        ['hosts' => $hosts, 'source' => $source] = self::settings();
        return self::readingOf($hosts, $source);
    }

    /** @param string[] $hosts */
    public static function readingOf(array $hosts, string $source): Reading
    {
        return new Reading(Guard::of($hosts, $source, Writer::site()), new SiteClient(), new TransientCache(), wp_salt(), static function (): float {
            return microtime(true);
        });
    }

    /** Returns whether the server reads a source; else the visitor's browser does. */
    public static function reads(string $url): bool
    {
        ['hosts' => $hosts, 'source' => $source] = self::settings();
        return Guard::of($hosts, $source, Writer::site())->lists($url);
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

    /** Returns a sentence that says of which day the shipped copy is. */
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

    /**
     * Returns the addresses that the visitor's browser asks for the data of a widget: the site's own where the server reads
     * the source.
     *
     * @param string $src as it was written; empty for the default source
     */
    public static function publicAddress(string $src): string
    {
        $src = trim($src) === '' ? self::settings()['source'] : trim($src);
        if ($src === '') {
            return self::shippedAddress();
        }
        return self::reading()->addressesOf($src, [self::class, 'fileAddress'], [self::class, 'writerOf']);
    }

    /** Returns a sentence that says what comes from the shipped copy, and of which day it is. */
    public static function referenceText(): string
    {
        return self::text('reference', self::dayText((string) (self::shipped('manifest')['updated'] ?? '')));
    }

    /** Returns who has written a source: the site the default one, whoever works at a post or has written it any other one. */
    public static function writerOf(string $url): Writer
    {
        return $url === self::settings()['source']
            ? Writer::site()
            : Writer::block((string) (get_current_user_id() ?: get_post_field('post_author')));
    }

    /** @return string[] sources that the server reads: the default one first, then those that blocks name */
    public static function sources(): array
    {
        $default = self::settings()['source'];
        $first = $default !== '' && self::reads($default) ? [$default] : [];
        return array_values(array_unique(array_merge($first, array_values(self::reading()->sources()))));
    }

    public static function fileAddress(string $id): string
    {
        return add_query_arg(self::FILE, $id, home_url('/'));
    }

    /** Answers a visitor's request for a file. */
    public static function served(string $id): Served
    {
        $served = self::reading()->served($id, [self::class, 'fileAddress'], self::settings()['columns']);
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
        if (!self::reads($source) || !$reading->isOpen($source, self::settings()['columns'])) {
            return null;
        }
        // A page is not held up by the server of its data: it has the copy there is.
        if ($reading->isStillStale($source, $key)) {
            $reading->want($source, $key);
            self::catchUpLater($source);
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
            }
        }
        return implode(' ', $said);
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
