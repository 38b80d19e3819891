<?php
/**
 * Runs the table of services as a host site's server does: reads pasted addresses as JSON from standard input, and writes what each
 * of them is read as, and what the server asks.
 */
declare(strict_types=1);

use EssWidgets\Host\{Address, Services};

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});
require_once __DIR__ . '/../../packages/host-php/Services.php';

$answers = [];
foreach (json_decode((string) stream_get_contents(STDIN), true) as [$address, $host]) {
    $reading = Services::of($address, $host);
    $cures = array_map(static function (string $reason) use ($address, $host): string {
        return Services::cure($address, $reason, $host, 'fr');
    }, ['form', 'slow']);
    $answers[] = ['secrecy' => Address::secrecyOf($address), 'reading' => $reading, 'asked' => Services::requests($address), 'cures' => $cures];
}
echo json_encode($answers);
