<?php
/** Finds the communes of rows as a host site's server does: from standard input, in JSON, the folder, the network's file and the rows; to standard output their codes. */
declare(strict_types=1);

use EssWidgets\Host\Places;

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});
require_once __DIR__ . '/../../packages/host-php/Places.php';

['folder' => $folder, 'own' => $own, 'rows' => $rows] = json_decode(stream_get_contents(STDIN), true);
echo json_encode((new Places($folder, $own))->codesOf($rows));
