<?php
declare(strict_types=1);

use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Reads a still of a source, after a page that would have had it; where it is another one, pages are made anew. */
function ess_lire_instantane(string $source, string $key): void {
	$reading = Site::reading();
	$before = $reading->still($source, $key);
	$reading->readStill($source, $key);
	if ($reading->still($source, $key) !== $before) {
		// SPIP keeps a page of the second in which something has changed.
		ecrire_meta('derniere_modif', (string) (time() + 1));
	}
}
