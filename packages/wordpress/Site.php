<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Answer, Cache, CurlClient, Guard, HttpClient, Publication, Reading, Refused, SourceState, SystemResolver};

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
    public function get(string $url, array $checked, int $maxBytes, float $seconds): Answer
    {
        $isPublic = array_filter($checked['addresses'], [Guard::class, 'isPublic']) === $checked['addresses'];
        $isUsual = in_array($checked['port'], [80, 443, 8080], true);
        // The administrator lists what WordPress would refuse: addresses inside the network, and other ports.
        if ($isPublic && $isUsual && !wp_http_validate_url($url)) {
            throw new Refused('private', $checked['host']);
        }
        if (CurlClient::isAvailable() && !defined('WP_PROXY_HOST')) {
            return (new CurlClient())->get($url, $checked, $maxBytes, $seconds);
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
    private const DEFAULTS = ['source' => '', 'hosts' => [], 'theme' => '', 'territory' => '', 'accent' => '', 'columns' => []];

    /** @return array{source: string, hosts: string[], theme: string, territory: string, accent: string, columns: array<string, string[]>} */
    public static function settings(): array
    {
        $kept = get_option(self::OPTION);
        return array_merge(self::DEFAULTS, is_array($kept) ? $kept : []);
    }

    public static function guard(): Guard
    {
        ['hosts' => $hosts, 'source' => $source] = self::settings();
        $host = strtolower((string) parse_url($source, PHP_URL_HOST));
        $port = parse_url($source, PHP_URL_PORT) ?: (stripos($source, 'https:') === 0 ? 443 : 80);
        // The administrator has chosen the default source, so its host need not be written a second time. With its port the
        // entry does not permit an address inside the network.
        return new Guard(new SystemResolver(), $host === '' ? $hosts : array_merge($hosts, ["$host:$port"]));
    }

    public static function reading(): Reading
    {
        return new Reading(self::guard(), new SiteClient(), new TransientCache(), wp_salt(), static function (): float {
            return microtime(true);
        });
    }

    public static function shippedAddress(): string
    {
        return plugins_url('data/manifest.json', FILE);
    }

    /** @return array<string, mixed> the manifest of the shipped copy */
    public static function shipped(): array
    {
        static $manifest = null;
        return $manifest ?? $manifest = (array) json_decode((string) file_get_contents(__DIR__ . '/data/manifest.json'), true);
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
        return implode(' ', array_map([self::class, 'servedAddress'], preg_split('/\s+/', $src) ?: []));
    }

    private static function servedAddress(string $url): string
    {
        if (!self::guard()->lists($url)) {
            return $url;
        }
        $reading = self::reading();
        $isKeyed = Publication::isKeyed($url);
        $state = $reading->state($url);
        // The server may not reach what a browser does. An address with a key is never given to it.
        if ($state->error !== null && $state->readAt === null && !$isKeyed) {
            return $url;
        }
        $id = $reading->fileId($url);
        self::remember($id, $url);
        $fragment = $isKeyed ? '' : (string) strstr($url, '#');
        return self::fileAddress($id) . $fragment;
    }

    /** Keeps which source an id belongs to: the route knows no address. */
    private static function remember(string $id, string $url): void
    {
        if ((new TransientCache())->get("source-$id") === null) {
            (new TransientCache())->set("source-$id", ['url' => $url], Reading::KEPT_S);
        }
    }

    /** Returns the source that a file belongs to. */
    public static function sourceOf(string $id): ?string
    {
        $cache = new TransientCache();
        return $cache->get("file-$id")['source'] ?? $cache->get("source-$id")['url'] ?? null;
    }

    public static function fileAddress(string $id): string
    {
        return rest_url(Routes::NAMESPACE . "/files/$id");
    }

    /** Returns a sentence on when a source was last read, and why it was not since. */
    public static function stateText(SourceState $state): string
    {
        $format = get_option('date_format') . ' ' . get_option('time_format');
        $said = $state->readAt === null ? self::text('neverRead') : self::text('readAt', wp_date($format, $state->readAt));
        return $state->error === null ? $said : $said . ' ' . self::errorText($state->error, $state->detail);
    }

    public static function errorText(string $error, string $detail): string
    {
        return self::text("error_$error", $detail);
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
