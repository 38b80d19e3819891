<?php
declare(strict_types=1);

use EssWidgets\Host\Address;
use EssWidgets\Spip\{Site, Widget};

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/src/Widget.php';

/**
 * Returns a modèle as HTML.
 *
 * @param mixed $environment that of the modèle, as `#ENV**` gives it
 * @param string $modele name of the modèle; empty where a parameter names it
 */
function ess_widgets_modele($environment, $modele = ''): string {
	$environment = is_string($environment) ? unserialize($environment, ['allowed_classes' => false]) : $environment;
	$environment = is_array($environment) ? $environment : [];
	// `args` has the parameters of a modèle in a text, and nothing of the visitor's address. A squelette that writes
	// `#MODELE{ess_carte}` gives no such list: of what it gives, only what names an attribute is a parameter.
	$parameters = $environment['args'] ?? array_intersect_key($environment, Widget::words()['attributs']);
	$isForAuthor = test_espace_prive() || !empty($environment['wysiwyg']);
	if ($modele === '') {
		$modele = (string) ($environment['class'] ?? '');
	}
	return Widget::html($modele, $parameters, $isForAuthor);
}

/** @return array<string, array{adresse: string, etat: string}> sources that the server reads, by the ids of their first files */
function ess_widgets_sources(): array {
	$reading = Site::reading();
	$found = [];
	foreach (Site::sources()->all() as $name => $row) {
		$found[$reading->fileId($row['address'])] = [
			'adresse' => "$name — " . Address::shown($row['address']),
			'etat' => Site::stateText($row['address']),
		];
	}
	return $found;
}

/** Returns the address of the Atelier of the plugin's own folder, in the language of the author. */
function ess_widgets_atelier(): string {
	return Site::pluginAddress('cdn/atelier/index.html?v=' . Site::VERSION) . '#ui=' . (Site::language() === 'en' ? 'en' : 'fr');
}

/** Returns what the page around the Atelier needs, as JSON: what the author may save, and what they are asked first. */
function ess_widgets_hote(): string {
	include_spip('inc/actions');
	include_spip('inc/autoriser');
	$isWebmestre = autoriser('configurer', '_ess_widgets');
	$texts = [];
	foreach (['address', 'columns', 'declined', 'failed', 'name', 'no', 'source', 'title', 'yes'] as $name) {
		$texts[$name] = html_entity_decode(_T("ess_widgets:atelier_$name"), ENT_QUOTES, 'UTF-8');
	}
	return (string) json_encode([
		'kind' => 'spip',
		'can' => $isWebmestre ? ['source'] : [],
		'reads' => $isWebmestre ? generer_action_auteur('ess_verifier', 'source', '', true) : '',
		'taken' => array_keys(Site::sources()->all()),
		'ask' => generer_action_auteur('ess_enregistrer', 'source', '', true),
		'headers' => new stdClass(),
		'texts' => $texts,
	]);
}
