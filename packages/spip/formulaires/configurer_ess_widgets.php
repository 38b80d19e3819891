<?php
declare(strict_types=1);

use EssWidgets\Host\{Contents, Guard, Reading, Refused, Sources, Tiles};
use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';
require_once dirname(__DIR__) . '/host-php/Contents.php';
require_once dirname(__DIR__) . '/host-php/Tiles.php';

/** Returns the fields of the form. */
function formulaires_configurer_ess_widgets_charger_dist() {
	$settings = Site::settings();
	return [
		'theme' => $settings['theme'],
		'territory' => $settings['territory'],
		'accent' => $settings['accent'],
		'tiles' => Tiles::parted($settings['tiles'])[0],
		'tiles_address' => Tiles::parted($settings['tiles'])[1],
		'_tiles' => Tiles::KNOWN,
		'classic' => $settings['classic'],
		'_rows' => ess_widgets_lignes(),
		'_config' => ess_widgets_verification(),
		'_shipped' => Site::sources()->reference() === null ? Site::shippedText() : '',
	];
}

/** Returns the mistakes in the form; « Vérifier » reads the address that is typed in its row and keeps nothing. */
function formulaires_configurer_ess_widgets_verifier_dist() {
	$typed = ess_widgets_saisi();
	$errors = [];
	[, $wrong] = Sources::sanitized(_request('sources'), Site::sources(), static function (): bool {
		return false;
	});
	foreach ($wrong as $refused) {
		$errors['sources'] = trim(($errors['sources'] ?? '') . ' ' . Site::errorText($refused->getMessage(), $refused->detail));
	}
	if ($typed['accent'] !== '' && !preg_match('/^#(?:[0-9a-f]{3}){1,2}$/iD', $typed['accent'])) {
		$errors['accent'] = _T('ess_widgets:accent_refuse', ['accent' => $typed['accent']]);
	}
	if (!preg_match('/^[a-z0-9-]*$/D', $typed['territory'])) {
		$errors['territory'] = _T('ess_widgets:territoire_refuse', ['territoire' => $typed['territory']]);
	}
	if ($typed['tiles'] === null) {
		$errors['tiles'] = _T('ess_widgets:tiles_refuse', ['adresse' => spip_htmlspecialchars((string) _request('tiles_address'))]);
	}
	$row = _request('verifier_source');
	if (is_string($row)) {
		$errors = ["source_$row" => ess_widgets_verifier_source((string) (_request('sources')[$row]['address'] ?? ''))['text'], 'message_erreur' => ''];
	}
	return $errors;
}

/** Keeps the settings, and forgets the copies of the sources that are gone. */
function formulaires_configurer_ess_widgets_traiter_dist() {
	$before = Site::settings();
	[$rows] = Sources::sanitized(_request('sources'), Site::sources(), [Guard::class, 'leadsInside']);
	array_map([Site::reading(), 'forget'], array_diff(Site::sources()->addresses(), array_column($rows, 'address')));
	include_spip('inc/config');
	ecrire_config(Site::META, ['sources' => $rows] + ess_widgets_saisi() + $before);
	// A source that was saved is read at once: the page that shows it has its data.
	$said = [_T('config_info_enregistree')];
	foreach (Sources::changed($before['sources'], $rows) as $address) {
		Site::readingOf($rows)->read($address, true);
		// The list below the form is that of before: SPIP puts the form alone into the page anew.
		$said[] = _T('ess_widgets:source_nommee', ['nom' => Site::sources()->at($address)['name']]) . " — " . Site::stateText($address);
	}
	// The pages of SPIP's cache have the addresses and colours of before.
	include_spip('inc/invalideur');
	suivre_invalideur('1');
	// The form then shows what is kept.
	set_request('sources', null);
	return ['message_ok' => implode('<br>', $said), 'editable' => true];
}

/** @return array{theme: string, territory: string, accent: string, tiles: string|null, classic: string} the other fields as they were sent */
function ess_widgets_saisi(): array {
	$text = static function (string $name): string {
		return is_string(_request($name)) ? trim(_request($name)) : '';
	};
	return [
		'theme' => in_array($text('theme'), ['light', 'dark', 'auto'], true) ? $text('theme') : '',
		'territory' => $text('territory'),
		'accent' => $text('accent'),
		'tiles' => Tiles::sanitized($text('tiles'), $text('tiles_address')),
		'classic' => $text('classic') === '' ? '' : 'on',
	];
}

/** Returns what the script of « Vérifier » needs, as JSON. */
function ess_widgets_verification(): string {
	include_spip('inc/actions');
	$texts = ['reading' => 'lecture'];
	foreach (['verified_members', 'verified_events', 'verifiedRead', 'verifiedUnread', 'verifiedPersonal', 'verifiedSave', 'verifiedNothing'] as $name) {
		$texts[$name] = strtolower(preg_replace('/([A-Z])/', '_$1', $name));
	}
	return json_encode([
		'loader' => Site::pluginAddress('cdn/ess.js?v=' . Site::VERSION),
		'communes' => Site::pluginAddress('data/communes.json'),
		'ask' => generer_action_auteur('ess_verifier', 'source', '', true),
		'texts' => array_map(static function (string $key): string {
			return html_entity_decode(_T("ess_widgets:$key"), ENT_QUOTES, 'UTF-8');
		}, $texts),
	]);
}

/** @return array<int, array<string, mixed>> rows of the sources as they were sent, else as they are kept, with an empty one */
function ess_widgets_lignes(): array {
	$sources = Site::sources();
	$sent = array_filter(is_array(_request('sources')) ? _request('sources') : [], 'is_array');
	$named = array_values($sources->named());
	$empty = ['name' => '', 'was' => '', 'address' => '', 'kind' => '', 'recipe' => '', 'fields' => []];
	$rows = array_merge($named, array_fill(0, max(0, min(max(1, 2 - count($named)), Sources::MOST - count($named))), $empty));
	$rows[Sources::MOST] = $sources->reference() ?? ['name' => Sources::REFERENCE] + $empty;
	foreach ($rows as $at => $row) {
		$isClosed = $row['address'] !== '' && Site::reading()->isClosed($row['address']);
		$rows[$at] = array_merge($empty, $row, ['was' => $row['name']], $sent[$at] ?? []);
		$rows[$at]['noms'] = $isClosed ? ess_widgets_colonnes($row) : [];
		$rows[$at]['ferme'] = $isClosed ? ' ' : '';
		$rows[$at]['reference'] = $row['name'] === Sources::REFERENCE ? ' ' : '';
		$rows[$at]['legende'] = $row['name'] === Sources::REFERENCE
			? _T('ess_widgets:reference')
			: ($row['name'] === '' ? _T('ess_widgets:source_nouvelle') : _T('ess_widgets:source_nommee', ['nom' => $row['name']]));
	}
	return $rows;
}

/**
 * Returns the columns of a source, of which nothing is public before it is ticked.
 *
 * @param array<string, mixed> $row
 * @return array<int, array{valeur: string, texte: string, coche: string}>
 */
function ess_widgets_colonnes(array $row): array {
	$columns = [];
	foreach (Site::reading()->tickable($row['address'], $GLOBALS['spip_lang']) as $title => $name) {
		$columns[] = [
			'valeur' => $name,
			'texte' => $name === Reading::WHOLE ? _T('ess_widgets:colonnes_tout') : (string) $title,
			'coche' => array_intersect([$name, (string) $title], $row['fields']) === [] ? '' : ' ',
		];
	}
	return $columns;
}

/**
 * Reads an address as it would be read once the form is saved, and returns what it has.
 *
 * @param bool $isWhole whether the file itself is asked for
 * @return array{isGood: bool, text: string, table: string, kind?: string}|array{text: string, body: string, type: string} a sentence as
 *   HTML, the first rows of a table, and the kind of records that say it; or the file
 */
function ess_widgets_verifier_source(string $address, bool $isWhole = false): array {
	[$rows, $wrong] = Sources::sanitized([['address' => $address]], new Sources([]), [Guard::class, 'leadsInside']);
	try {
		if ($rows === []) {
			throw $wrong[0] ?? new Refused('address');
		}
		[$reading, $source] = [Site::readingOf($rows), $rows[0]['address']];
		if ($isWhole) {
			return ['text' => ''] + $reading->bytes($source);
		}
		$contents = new Contents($reading->look($source), $GLOBALS['spip_lang']);
	} catch (Refused $refused) {
		$text = trim(Site::errorText($refused->getMessage(), $refused->detail) . ' ' . Site::cureText($address, $refused->getMessage()));
		return ['isGood' => false, 'text' => $text, 'table' => ''];
	}
	include_spip('inc/filtres');
	return ['isGood' => $contents->kind !== 'none', 'table' => $contents->table, 'kind' => $contents->records, 'text' => _T('ess_widgets:trouve_' . ($contents->records ?: $contents->kind), [
		'nom' => $contents->name,
		'date' => affdate($contents->updated),
		'nombre' => (string) $contents->count,
	])];
}
