<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Address, Contents, Guard, Refused, Services, Sources};
use WP_REST_Request;

/** Routes: the kept files for everybody, at an address of the site itself; by the REST interface the state of sources for those who write posts, the trial of one for administrators, and what is confirmed beside the Atelier. */
final class Routes
{
    public const NAMESPACE = 'ess-widgets/v1';
    /** Texts of the answers that give no file. */
    private const WHY = [403 => 'noColumns', 404 => 'unknownFile', 503 => 'unread'];
    /** Time between two readings that one who writes posts asks for. */
    private const PAUSE_S = 10;
    /** Collections of a manifest that are named to the administrator. */
    private const COLLECTIONS = ['organisations', 'memberships', 'events', 'projects', 'publications', 'observations'];

    public static function register(): void
    {
        add_action('rest_api_init', static function (): void {
            $route = static function (string $path, string $methods, string $callback, callable $permission): void {
                register_rest_route(self::NAMESPACE, $path, [
                    'methods' => $methods,
                    'permission_callback' => $permission,
                    'callback' => [self::class, $callback],
                ]);
            };
            $can = static function (string $capability): callable {
                return static function () use ($capability): bool {
                    return current_user_can($capability);
                };
            };
            $route('/source', 'GET, POST', 'source', $can('edit_posts'));
            $route('/check', 'POST', 'check', $can('manage_options'));
            register_rest_route(self::NAMESPACE, Atelier::ROUTE, ['methods' => 'POST', 'permission_callback' => $can('edit_posts'), 'callback' => [Atelier::class, 'save']]);
        });
        add_action('parse_request', static function (): void {
            if (is_string($_GET[Site::FILE] ?? null)) {
                self::file($_GET[Site::FILE]);
                exit;
            }
        }, 0);
    }

    /** Sends a kept file by its id, to everybody: no address is taken. */
    private static function file(string $id): void
    {
        // An extension that keeps pages would keep a file with the headers of a page.
        defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
        $served = Site::served($id);
        if ($served->status !== 200) {
            status_header($served->status);
            nocache_headers();
            header('Content-Type: text/plain; charset=utf-8');
            echo Site::text(self::WHY[$served->status]);
            return;
        }
        // PHP would add that a text is UTF-8; the widgets find out which encoding a CSV has.
        ini_set('default_charset', '');
        $isKnown = trim((string) wp_unslash($_SERVER['HTTP_IF_NONE_MATCH'] ?? '')) === $served->tag();
        status_header($isKnown ? 304 : 200);
        foreach ($served->headers() as $name => $value) {
            header("$name: $value");
        }
        echo $isKnown ? '' : $served->body;
    }

    /** Says when the source of a block was last read; a POST reads it now. */
    public static function source(WP_REST_Request $request): array
    {
        $set = array_filter(['src' => trim((string) $request['src']), 'source' => trim((string) $request['source'])], 'strlen');
        $declared = Site::declared();
        $unknown = $declared->unknown(isset($set['src']) ? '' : $set['source'] ?? '');
        if ($unknown !== []) {
            return ['text' => Site::text('unknownSource', implode(', ', $unknown), implode(', ', array_keys(Site::sources()->named())) ?: '–')];
        }
        $source = $declared->sourceOf((string) $request['widget'], $set);
        if ($source === '') {
            return ['text' => Site::shippedText()];
        }
        $reading = Site::reading();
        $said = [];
        $isRead = false;
        foreach (preg_split('/\s+/', $source) ?: [] as $url) {
            if (!$reading->reads($url)) {
                $said[] = Site::text(Address::secrecyOf($url) === 'private' ? 'error_secret' : 'readByBrowser');
                continue;
            }
            $isRead = true;
            // Who writes posts makes the server wait for a source no more often than visitors do.
            $triedAt = $reading->state($url)->triedAt;
            $mayRead = current_user_can('manage_options') || $triedAt === null || time() - $triedAt >= self::PAUSE_S;
            if ($request->get_method() === 'POST' && $mayRead) {
                $reading->read($url, true);
            }
            $said[] = Site::stateText($url);
        }
        return ['text' => implode(' ', $said), 'isRead' => $isRead];
    }

    /**
     * Reads an address that the administrator has typed, and says what it has, with the first rows of a table; for the Atelier it
     * gives the file itself. Nothing is kept.
     */
    public static function check(WP_REST_Request $request): array
    {
        [$rows, $wrong] = Sources::sanitized([['address' => (string) $request['src']]], new Sources([]), [Guard::class, 'leadsInside']);
        try {
            if ($rows === []) {
                throw $wrong[0] ?? new Refused('address');
            }
            [$reading, $address] = [Site::readingOf($rows), $rows[0]['address']];
            if ($request['whole']) {
                return $reading->bytes($address);
            }
            $contents = new Contents($reading->look($address), Site::language());
        } catch (Refused $refused) {
            $cure = Services::cure((string) $request['src'], $refused->getMessage(), 'wordpress', Site::language());
            return ['isGood' => false, 'text' => trim(Site::text('error_' . $refused->getMessage(), $refused->detail) . " $cure")];
        }
        return ['isGood' => $contents->kind !== 'none', 'text' => self::found($contents), 'table' => $contents->table, 'kind' => $contents->records];
    }

    private static function found(Contents $contents): string
    {
        $count = number_format_i18n($contents->count);
        if ($contents->kind === 'manifest') {
            $parts = array_map(static function (string $name) use ($contents): string {
                return Site::text("count_$name", number_format_i18n($contents->collections[$name] ?? 0));
            }, array_values(array_intersect(self::COLLECTIONS, array_keys($contents->collections))));
            return Site::text('found_manifest', $contents->name, Site::dayText($contents->updated), $count, implode(', ', $parts));
        }
        return Site::text('found_' . ($contents->records ?: $contents->kind), $count);
    }
}
