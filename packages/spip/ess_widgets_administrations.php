<?php
declare(strict_types=1);

use EssWidgets\Spip\{FileCache, Site};

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/src/Site.php';

/** Notes that the plugin is installed: it has no table. */
function ess_widgets_upgrade($nom_meta_base_version, $version_cible) {
	include_spip('base/upgrade');
	maj_plugin($nom_meta_base_version, $version_cible, ['create' => []]);
}

/** Removes the settings, the copies of sources, and the pages of SPIP's cache that have widgets. */
function ess_widgets_vider_tables($nom_meta_base_version) {
	(new FileCache())->clean(true);
	effacer_meta(Site::META);
	effacer_meta($nom_meta_base_version);
	include_spip('inc/invalideur');
	suivre_invalideur('1');
}
