<?php
declare(strict_types=1);

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/**
 * Gives the webmestre what an address has that is typed in the settings, with the first rows of a table, or to the Atelier the file
 * itself; the argument is signed.
 */
function action_ess_verifier_dist() {
	$securiser_action = charger_fonction('securiser_action', 'inc');
	$securiser_action();
	include_spip('inc/autoriser');
	if (!autoriser('configurer', '_ess_widgets')) {
		http_response_code(403);
		exit;
	}
	include_spip('formulaires/configurer_ess_widgets');
	$found = ess_widgets_verifier_source((string) _request('src'), (bool) _request('whole'));
	header('Content-Type: application/json; charset=utf-8');
	header('Cache-Control: no-store');
	echo json_encode(['text' => html_entity_decode(strip_tags($found['text']), ENT_QUOTES, 'UTF-8')] + $found, JSON_INVALID_UTF8_SUBSTITUTE);
	exit;
}
