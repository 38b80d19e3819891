<?php
declare(strict_types=1);

use EssWidgets\Host\{Publication, Reading};
use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Sends a kept file by its id, to everybody: no address is taken. */
function action_ess_fichier_dist() {
	$id = (string) _request('arg');
	$source = preg_match('/^[0-9a-f]{32}$/D', $id) ? Site::sourceOf($id) : null;
	if ($source === null || !Site::isReadHere($source)) {
		ess_fichier_refuser(404, 'fichier_inconnu');
		return;
	}
	$reading = Site::reading();
	$state = $reading->read($source);
	$file = $reading->file($id);
	if ($file === null) {
		ess_fichier_refuser(503, 'non_lue');
		return;
	}
	$body = Publication::isKeyed($source)
		? Publication::only(Site::settings()['columns'][$reading->fileId($source)] ?? [], $file['body'], $file['type'])
		: Reading::renamed($file['body'], static function (string $name) use ($state): string {
			return isset($state->files[$name]) ? Site::fileAddress($state->files[$name]) : $name;
		});
	if ($body === null) {
		ess_fichier_refuser(403, 'aucune_colonne');
		return;
	}
	$tag = '"' . substr(hash('sha256', $body), 0, 32) . '"';
	ess_fichier_entetes($file['type']);
	// The server reads its source every 15 minutes; a browser asks again after 5.
	header('Cache-Control: public, max-age=300');
	header("ETag: $tag");
	if (trim($_SERVER['HTTP_IF_NONE_MATCH'] ?? '') === $tag) {
		http_response_code(304);
		exit;
	}
	echo $body;
	exit;
}

/** Sends a reason in place of a file. */
function ess_fichier_refuser(int $status, string $reason): void {
	http_response_code($status);
	ess_fichier_entetes('text/plain; charset=utf-8');
	header('Cache-Control: no-store');
	echo html_entity_decode(_T("ess_widgets:$reason"), ENT_QUOTES, 'UTF-8');
}

function ess_fichier_entetes(string $type): void {
	// PHP would add that a text is UTF-8; the widgets find out which encoding a CSV has.
	ini_set('default_charset', '');
	header_remove('Expires');
	header_remove('Pragma');
	header("Content-Type: $type");
	header('X-Content-Type-Options: nosniff');
	header("Content-Security-Policy: default-src 'none'; sandbox");
}
