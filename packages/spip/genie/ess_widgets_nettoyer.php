<?php
declare(strict_types=1);

use EssWidgets\Spip\FileCache;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Removes, once a day, the copies that nothing has read for 30 days. */
function genie_ess_widgets_nettoyer_dist($time) {
	(new FileCache())->clean();
	return 1;
}
