<?php
declare(strict_types=1);

use EssWidgets\Spip\{Site, Widget};

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/src/Widget.php';

/**
 * Puts the loader on the public pages that have a widget. It comes after SPIP's cache and compression; a feed is no page.
 *
 * @param string $flux a page as it is sent
 */
function ess_widgets_affichage_final($flux) {
	if (empty($GLOBALS['html']) || !preg_match('/\sdata-ess=|<ess-[a-z]/', $flux)) {
		return $flux;
	}
	$head = stripos($flux, '</head>');
	return $head === false ? $flux : substr_replace($flux, Widget::loader($flux), $head, 0);
}

/**
 * Puts the loader on the private pages: articles and previews show the widget as visitors see it. A page may fetch its text
 * later, so all have it.
 *
 * @param string $flux content of the head
 */
function ess_widgets_header_prive($flux) {
	$scripts = '';
	$needed = ['configurer_ess_widgets' => ['host-php/verify.js', 'reglages.js'], 'ess_atelier' => ['host-php/atelier.js']];
	foreach ($needed[(string) _request('exec')] ?? [] as $file) {
		$scripts .= '<script defer src="' . Site::pluginAddress("$file?v=" . Site::VERSION) . "\"></script>\n";
	}
	return $flux . Widget::loader() . $scripts;
}

/**
 * Completes a modèle without parameters, `<ess_carte>`, which SPIP takes for HTML, and leaves a modèle that does not exist to
 * `<ess|…>`, which tells its author. The text comes here after `<code>` and before the modèles are read, as `pre_propre`
 * does not.
 *
 * @param string $flux text of an author
 */
function ess_widgets_pre_liens($flux) {
	return !is_string($flux) ? $flux : preg_replace_callback('~<ess(?:_([a-z_]+))?\s*(?:(\|)|/?>)~i', static function (array $found): string {
		$modele = strtolower($found[1] ?? '');
		$end = isset($found[2]) ? '|' : '|>';
		return ($modele === '' || isset(Widget::words()['modeles'][$modele]) ? '<ess' . ($modele === '' ? '' : "_$modele") : "<ess|$modele") . $end;
	}, $flux);
}

/** Adds a button with the modèles to the toolbar. */
function ess_widgets_porte_plume_barre_pre_charger($barres) {
	// Parameters that a modèle shows nothing without.
	$needed = array_fill_keys(['evolution', 'indicateur', 'repartition', 'tableau'], 'indicateur=') + ['chronologie' => 'collections=events'];
	$items = array_map(static function (string $modele) use ($needed): array {
		return [
			'id' => "ess_$modele",
			'name' => _T("ess_widgets:modele_$modele"),
			'className' => "outil_ess_$modele",
			// The cursor comes behind the sign that begins the first parameter.
			'openWith' => "\n\n<ess|$modele|" . ($needed[$modele] ?? ''),
			'closeWith' => ">\n\n",
			'display' => true,
		];
	}, array_keys(Widget::words()['modeles']));
	$barres['edition']->ajouterApres('notes', [
		'id' => 'ess_widgets',
		'name' => _T('ess_widgets:inserer'),
		'className' => 'outil_ess_widgets',
		'openWith' => "\n\n<ess|carte|",
		'closeWith' => ">\n\n",
		'display' => true,
		'dropMenu' => $items,
	]);
	return $barres;
}

/** Gives the icon of the button and of the items of its menu. */
function ess_widgets_porte_plume_lien_classe_vers_icone($flux) {
	$icons = ['outil_ess_widgets' => 'ess_widgets.svg'];
	foreach (array_keys(Widget::words()['modeles']) as $modele) {
		$icons["outil_ess_$modele"] = "ess_$modele.svg";
	}
	return array_merge($flux, $icons);
}
