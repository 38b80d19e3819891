<?php
/**
 * Reads answers of services as a host site's server does: from standard input, in JSON, addresses with the bodies that are there and the
 * options; to standard output what each is read as, or the reason why not, and the addresses that were asked.
 */
declare(strict_types=1);

use EssWidgets\Host\{Feed, Refused};

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});
// Sites have no more, and some have a locale that writes numbers otherwise.
ini_set('memory_limit', '128M');
ini_set('serialize_precision', '17');
require_once __DIR__ . '/../../packages/host-php/Feed.php';

foreach (json_decode((string) stream_get_contents(STDIN), true) as [$address, $bodies, $options]) {
    $asked = [];
    $fetch = static function (string $url) use ($bodies, &$asked): string {
        $asked[] = $url;
        if (!isset($bodies[$url])) {
            throw new Refused('status', '404');
        }
        return $bodies[$url];
    };
    try {
        $answers[] = ['list' => Feed::read($address, $fetch, $options), 'asked' => $asked];
    } catch (Refused $refused) {
        $answers[] = ['refused' => $refused->getMessage(), 'detail' => $refused->detail, 'asked' => $asked];
    }
}
echo json_encode($answers ?? []);
