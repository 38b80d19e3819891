<?php
declare(strict_types=1);

use EssWidgets\Host\{Contents, Guard, Publication, Refused};
use EssWidgets\Spip\Site;

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once dirname(__DIR__) . '/src/Site.php';
require_once dirname(__DIR__) . '/host-php/Contents.php';

/** Returns the fields of the form. */
function formulaires_configurer_ess_widgets_charger_dist() {
	$settings = Site::settings();
	$reading = Site::reading();
	$closed = [];
	foreach (array_filter(Site::sources(), [$reading, 'isClosed']) as $source) {
		$id = $reading->fileId($source);
		$file = $reading->file($id);
		$names = $file === null ? [] : Publication::columns($file['body'], $file['type']);
		$closed[$id] = [
			'adresse' => Publication::shown($source),
			'noms' => array_map(static function (string $name) use ($settings, $id): array {
				return [
					'valeur' => $name,
					'texte' => $name === Publication::WHOLE ? _T('ess_widgets:colonnes_tout') : $name,
					'coche' => in_array($name, $settings['columns'][$id] ?? [], true) ? ' ' : '',
				];
			}, $names),
		];
	}
	return [
		'source' => $settings['source'],
		'hosts' => implode("\n", $settings['hosts']),
		'theme' => $settings['theme'],
		'territory' => $settings['territory'],
		'accent' => $settings['accent'],
		'classic' => $settings['classic'],
		'_closed' => $closed,
		'_shipped' => $settings['source'] === '' ? Site::shippedText() : Site::referenceText(),
	];
}

/** Returns the mistakes in the form; « Vérifier » reads the source that is typed and keeps nothing. */
function formulaires_configurer_ess_widgets_verifier_dist() {
	$typed = ess_widgets_saisi();
	$errors = [];
	if ($typed['source'] !== '' && !preg_match('~^https?://[^\s/]+\S*$~i', $typed['source'])) {
		$errors['source'] = _T('ess_widgets:source_refusee', ['source' => $typed['source']]);
	}
	if ($typed['accent'] !== '' && !preg_match('/^#(?:[0-9a-f]{3}){1,2}$/iD', $typed['accent'])) {
		$errors['accent'] = _T('ess_widgets:accent_refuse', ['accent' => $typed['accent']]);
	}
	if (!preg_match('/^[a-z0-9-]*$/D', $typed['territory'])) {
		$errors['territory'] = _T('ess_widgets:territoire_refuse', ['territoire' => $typed['territory']]);
	}
	if ($errors === [] && _request('verifier_source')) {
		$errors['_checked'] = ess_widgets_verifier_source($typed['source'], $typed['hosts']);
		$errors['message_erreur'] = '';
	}
	return $errors;
}

/** Keeps the settings, and forgets the copy of the source of before. */
function formulaires_configurer_ess_widgets_traiter_dist() {
	$before = Site::settings();
	$after = ess_widgets_saisi();
	$reading = Site::reading();
	if ($before['source'] !== '' && $before['source'] !== $after['source']) {
		$reading->forget($before['source']);
	}
	$after['columns'] = $before['columns'];
	foreach (is_array(_request('columns')) ? _request('columns') : [] as $id => $names) {
		if (Site::sourceOf((string) $id) !== null && is_array($names)) {
			$after['columns'][$id] = array_values(array_filter(array_map('strval', $names), 'strlen'));
		}
	}
	include_spip('inc/config');
	ecrire_config(Site::META, $after);
	// The pages of SPIP's cache have the addresses and colours of before.
	include_spip('inc/invalideur');
	suivre_invalideur('1');
	return ['message_ok' => _T('config_info_enregistree'), 'editable' => true];
}

/** @return array{source: string, hosts: string[], theme: string, territory: string, accent: string, classic: string} the fields as they were sent */
function ess_widgets_saisi(): array {
	$text = static function (string $name): string {
		return is_string(_request($name)) ? trim(_request($name)) : '';
	};
	return [
		'source' => $text('source'),
		'hosts' => Guard::hosts($text('hosts')),
		'theme' => in_array($text('theme'), ['light', 'dark', 'auto'], true) ? $text('theme') : '',
		'territory' => $text('territory'),
		'accent' => $text('accent'),
		'classic' => $text('classic') === '' ? '' : 'on',
	];
}

/**
 * Reads a source as it would be read once the form is saved, and returns what it has; HTML.
 *
 * @param string[] $hosts
 */
function ess_widgets_verifier_source(string $source, array $hosts): string {
	if ($source === '') {
		return Site::shippedText();
	}
	try {
		$file = Site::reading($source, $hosts)->look($source);
	} catch (Refused $refused) {
		return Site::errorText($refused->getMessage(), $refused->detail);
	}
	$contents = new Contents($file['body'], $file['type'], $GLOBALS['spip_lang']);
	include_spip('inc/filtres');
	return _T("ess_widgets:trouve_$contents->kind", [
		'nom' => $contents->name,
		'date' => affdate($contents->updated),
		'nombre' => (string) $contents->count,
		'colonnes' => implode(', ', $contents->columns),
	]);
}
