<?php
declare(strict_types=1);

use EssWidgets\Host\{Guard, Refused};
use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';

/** Saves a source that the webmestre has confirmed beside the Atelier, as the settings would; the argument is signed. */
function action_ess_enregistrer_dist() {
	$securiser_action = charger_fonction('securiser_action', 'inc');
	$securiser_action();
	include_spip('inc/autoriser');
	$answer = ['message' => _T('ess_widgets:atelier_interdit')];
	$status = 403;
	if (autoriser('configurer', '_ess_widgets')) {
		try {
			[$rows, $name] = Site::sources()->with(trim((string) _request('name')), trim((string) _request('address')), [Guard::class, 'leadsInside']);
			include_spip('inc/config');
			ecrire_config(Site::META, ['sources' => $rows] + Site::settings());
			$address = Site::sources()->all()[$name]['address'];
			Site::reading()->read($address, true);
			// The pages of SPIP's cache have the sources of before.
			include_spip('inc/invalideur');
			suivre_invalideur('1');
			$answer = ['name' => $name, 'text' => _T('ess_widgets:atelier_enregistree', ['nom' => $name]) . ' ' . Site::stateText($address)];
			$status = 200;
		} catch (Refused $refused) {
			$answer = ['message' => Site::errorText($refused->getMessage(), $refused->detail)];
			$status = 400;
		}
	}
	http_response_code($status);
	header('Content-Type: application/json; charset=utf-8');
	header('Cache-Control: no-store');
	echo json_encode(array_map(static function (string $text): string {
		return html_entity_decode(strip_tags($text), ENT_QUOTES, 'UTF-8');
	}, $answer), JSON_INVALID_UTF8_SUBSTITUTE);
	exit;
}
