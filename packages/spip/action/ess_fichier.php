<?php
declare(strict_types=1);

use EssWidgets\Host\Served;
use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Sends a kept file by its id, to everybody: no address is taken. */
function action_ess_fichier_dist() {
	$id = (string) _request('arg');
	$source = Site::reading()->urlOf(substr($id, 0, 32));
	$isFirst = $source !== null && Site::reading()->state($source)->triedAt === null;
	$served = Site::served($id);
	if ($isFirst && $served->status === 503) {
		// Pages of SPIP's cache name this address. Made anew, they name that of the source, which a browser may reach; SPIP
		// keeps a page of the second in which something has changed.
		ecrire_meta('derniere_modif', (string) (time() + 1));
	}
	header_remove('Expires');
	header_remove('Pragma');
	if ($served->status !== 200) {
		$texts = [403 => 'aucune_colonne', 404 => 'fichier_inconnu', 503 => 'non_lue'];
		$said = html_entity_decode(_T('ess_widgets:' . $texts[$served->status]), ENT_QUOTES, 'UTF-8');
		$served = new Served($served->status, $said, 'text/plain; charset=utf-8');
	}
	// PHP would add that a text is UTF-8; the widgets find out which encoding a CSV has.
	ini_set('default_charset', '');
	foreach ($served->headers() as $name => $value) {
		header("$name: $value");
	}
	http_response_code($served->status);
	if ($served->status !== 200) {
		header('Cache-Control: no-store');
		header_remove('ETag');
	} elseif (trim($_SERVER['HTTP_IF_NONE_MATCH'] ?? '') === $served->tag()) {
		http_response_code(304);
		exit;
	}
	echo $served->body;
	exit;
}
