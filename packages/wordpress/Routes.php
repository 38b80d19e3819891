<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Contents, Guard, Refused};
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Routes: the kept files for everybody, the state of sources for those who write posts, the trial of one for administrators. */
final class Routes
{
    public const NAMESPACE = 'ess-widgets/v1';
    /** Texts of the answers that give no file. */
    private const WHY = [403 => 'noColumns', 404 => 'unknownFile', 503 => 'unread'];
    /** Columns that are named to the administrator. */
    private const NAMED = 6;
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
            $route('/files/(?P<id>[0-9a-f-]{32,49})', 'GET', 'file', '__return_true');
            $route('/source', 'GET, POST', 'source', $can('edit_posts'));
            $route('/check', 'POST', 'check', $can('manage_options'));
        });
        // WordPress writes every answer as JSON; a file goes out as it was read.
        add_filter('rest_pre_serve_request', static function ($isServed, $response, WP_REST_Request $request) {
            $isFile = strpos($request->get_route(), '/' . self::NAMESPACE . '/files/') === 0;
            if (!$isFile || !$response instanceof WP_REST_Response || $response->is_error()) {
                return $isServed;
            }
            echo $response->get_data();
            return true;
        }, 10, 3);
    }

    /** @return WP_REST_Response|WP_Error */
    public static function file(WP_REST_Request $request)
    {
        $served = Site::reading()->served((string) $request['id'], [Site::class, 'fileAddress'], Site::settings()['columns']);
        if ($served->status !== 200) {
            return new WP_Error('ess_file', Site::text(self::WHY[$served->status]), ['status' => $served->status]);
        }
        // PHP would add that a text is UTF-8; the widgets find out which encoding a CSV has.
        ini_set('default_charset', '');
        $isKnown = trim((string) $request->get_header('if_none_match')) === $served->tag();
        return new WP_REST_Response($isKnown ? '' : $served->body, $isKnown ? 304 : 200, $served->headers());
    }

    /** Says when a source was last read; a POST reads it now. */
    public static function source(WP_REST_Request $request): array
    {
        $src = trim((string) $request['src']) ?: Site::settings()['source'];
        if ($src === '') {
            return ['text' => Site::shippedText()];
        }
        if (preg_match('/\s/', $src) || !Site::reads($src)) {
            return ['text' => Site::text('readByBrowser')];
        }
        if ($request->get_method() === 'POST') {
            Site::reading()->read($src, true);
        }
        return ['text' => Site::stateText($src), 'isRead' => true];
    }

    /** Reads an address that the administrator has typed, and says what it has. Nothing is kept. */
    public static function check(WP_REST_Request $request): array
    {
        $src = trim((string) $request['src']);
        try {
            $file = Site::readingOf(Guard::hosts((string) $request['hosts']), $src)->look($src);
        } catch (Refused $refused) {
            return ['isGood' => false, 'text' => Site::text('error_' . $refused->getMessage(), $refused->detail)];
        }
        $contents = new Contents($file['body'], $file['type'], Site::language());
        return ['isGood' => $contents->kind !== 'none', 'text' => self::found($contents)];
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
        $columns = implode(', ', array_slice($contents->columns, 0, self::NAMED));
        return Site::text("found_$contents->kind", $count, $columns . (count($contents->columns) > self::NAMED ? '…' : '.'));
    }
}
