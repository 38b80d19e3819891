<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

use EssWidgets\Host\{Publication, Reading};
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Routes: the kept files for everybody, the state of sources for those who write posts. */
final class Routes
{
    public const NAMESPACE = 'ess-widgets/v1';
    /** Time for which a browser asks for a file no second time. The server reads its source every 15 minutes. */
    private const MAX_AGE_S = 300;

    public static function register(): void
    {
        add_action('rest_api_init', static function (): void {
            register_rest_route(self::NAMESPACE, '/files/(?P<id>[0-9a-f]{32})', [
                'methods' => 'GET',
                'permission_callback' => '__return_true',
                'callback' => [self::class, 'file'],
            ]);
            $canEdit = static function (): bool {
                return current_user_can('edit_posts');
            };
            register_rest_route(self::NAMESPACE, '/source', [
                ['methods' => 'GET', 'permission_callback' => $canEdit, 'callback' => [self::class, 'source']],
                ['methods' => 'POST', 'permission_callback' => $canEdit, 'callback' => [self::class, 'source']],
            ]);
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
        $id = (string) $request['id'];
        $source = Site::sourceOf($id);
        if ($source === null) {
            return new WP_Error('ess_unknown', Site::text('unknownFile'), ['status' => 404]);
        }
        $reading = Site::reading();
        $state = $reading->read($source);
        $file = $reading->file($id);
        if ($file === null) {
            return new WP_Error('ess_unread', Site::text('unread'), ['status' => 503]);
        }
        $body = Reading::renamed($file['body'], static function (string $name) use ($state): string {
            return isset($state->files[$name]) ? Site::fileAddress($state->files[$name]) : $name;
        });
        if (Publication::isKeyed($source)) {
            $ticked = Site::settings()['columns'][$reading->fileId($source)] ?? [];
            $body = Publication::only($ticked, $file['body'], $file['type']);
            if ($body === null) {
                return new WP_Error('ess_columns', Site::text('noColumns'), ['status' => 403]);
            }
        }
        $tag = '"' . substr(hash('sha256', $body), 0, 32) . '"';
        // PHP would add that a text is UTF-8; the widgets find out which encoding a CSV has.
        ini_set('default_charset', '');
        $isKnown = trim((string) $request->get_header('if_none_match')) === $tag;
        return new WP_REST_Response($isKnown ? '' : $body, $isKnown ? 304 : 200, [
            'Content-Type' => $file['type'],
            'X-Content-Type-Options' => 'nosniff',
            'Content-Security-Policy' => "default-src 'none'; sandbox",
            'Cache-Control' => 'public, max-age=' . self::MAX_AGE_S,
            'ETag' => $tag,
        ]);
    }

    /** Says when a source was last read; a POST reads it now. */
    public static function source(WP_REST_Request $request): array
    {
        $src = trim((string) $request['src']) ?: Site::settings()['source'];
        if ($src === '') {
            return ['text' => Site::text('shipped', wp_date(get_option('date_format'), (int) strtotime((string) (Site::shipped()['updated'] ?? ''))))];
        }
        if (preg_match('/\s/', $src) || !Site::guard()->lists($src)) {
            return ['text' => Site::text('readByBrowser')];
        }
        $reading = Site::reading();
        $state = $request->get_method() === 'POST' ? $reading->read($src, true) : $reading->state($src);
        return ['text' => Site::stateText($state), 'isRead' => true];
    }
}
