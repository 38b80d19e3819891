<?php
declare(strict_types=1);

use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Reads a source now; the signed argument is the id of its first file. */
function action_ess_lire_dist() {
	$securiser_action = charger_fonction('securiser_action', 'inc');
	$id = (string) $securiser_action();
	$source = Site::reading()->urlOf($id);
	if ($source !== null && autoriser('configurer', '_ess_widgets')) {
		Site::reading()->read($source, true);
		// The pages of SPIP's cache may name the address that was right before.
		include_spip('inc/invalideur');
		suivre_invalideur('1');
	}
}
