<?php
declare(strict_types=1);

use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Reads what a page had no time for: slow files, and stills; where one of these is another one, pages are made anew. */
function ess_rattraper(string $source): void {
	if (Site::reading()->catchUp($source)) {
		// SPIP keeps a page of the second in which something has changed.
		ecrire_meta('derniere_modif', (string) (time() + 1));
	}
}
