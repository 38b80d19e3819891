<?php
declare(strict_types=1);

namespace EssWidgets\Spip;

use EssWidgets\Host\{Address, Still};

require_once __DIR__ . '/Site.php';
require_once __DIR__ . '/LightForm.php';

/** The modèles, as the block of the loader with a still or a link inside, and the loader itself. */
final class Widget
{
	/** @var string what search engines are told beside the block that is written */
	private static $told = '';

	/** @return array{modeles: array<string, string>, attributs: array<string, string>, valeurs: array<string, string>} */
	public static function words(): array
	{
		static $words = null;
		return $words ?? $words = require dirname(__DIR__) . '/parametres.php';
	}

	/** @return array<string, array<string, array{type: string, values?: string[], default?: string}>> attributes by widget */
	private static function table(): array
	{
		static $table = null;
		return $table ?? $table = require dirname(__DIR__) . '/host-php/attributes.php';
	}

	/** Returns the height that is reserved for a widget, as an attribute; a reader of feeds has no widget that would take it. */
	private static function room(string $widget): string
	{
		static $heights = null;
		$heights = $heights ?? require dirname(__DIR__) . '/host-php/heights.php';
		$isFeed = strpos((string) _request('page'), 'backend') === 0;
		return isset($heights[$widget]) && !$isFeed ? sprintf(' style="min-height:%s"', self::escaped($heights[$widget])) : '';
	}

	/**
	 * Returns a modèle as HTML. A squelette may read it once more as a text: nothing in it begins a link, a title or a modèle.
	 *
	 * @param array<string, mixed> $parameters as the author wrote them
	 * @param bool $isForAuthor whether mistakes are told: a visitor has no use for them
	 */
	public static function html(string $modele, array $parameters, bool $isForAuthor): string
	{
		self::$told = '';
		return Still::inert(self::block($modele, $parameters, $isForAuthor), ['[', ']', '{', '}', '|']) . self::$told;
	}

	/** @param array<string, mixed> $parameters */
	private static function block(string $modele, array $parameters, bool $isForAuthor): string
	{
		['modeles' => $modeles] = self::words();
		$modele = strtolower(trim($modele));
		$widget = $modeles[$modele] ?? (in_array($modele, $modeles, true) ? $modele : null);
		if ($widget === null) {
			return self::notice($modele === ''
				? _T('ess_widgets:modele_absent', ['noms' => implode(', ', array_keys($modeles))])
				: _T('ess_widgets:modele_inconnu', ['modele' => $modele, 'noms' => implode(', ', array_keys($modeles))]), $isForAuthor);
		}
		[$set, $mistakes] = self::attributes($modele, $widget, $parameters);
		$notices = implode('', array_map(static function (string $mistake) use ($isForAuthor): string {
			return self::notice($mistake, $isForAuthor);
		}, $mistakes));
		// Other data than those that the author has named would be shown under their name.
		if ($set === null) {
			return $notices;
		}
		$declared = Site::declared();
		$source = $declared->sourceOf($widget, $set);
		if (isset($set['src'])) {
			$set['src'] = $declared->srcOf($set['src']);
		}
		$written = '';
		foreach ($set as $name => $value) {
			$written .= sprintf(' data-ess-%s="%s"', $name, self::escaped($value));
		}
		// The loader gives the territory of the site to the widgets that name none.
		$territory = isset(self::table()[$widget]['territory']) ? ['territory' => Site::settings()['territory']] : [];
		$light = Site::light($source, $widget, $set + array_filter($territory, 'strlen'));
		self::$told = $light === null || strpos((string) _request('page'), 'backend') === 0 ? '' : $light->script();
		[$inside, $mark] = Site::still($source, $widget, $set + $territory)
			?? [$light->html ?? self::link((string) array_search($widget, $modeles, true), $source), ''];
		// An author sees at once what the data say: the widget waits on pages alone.
		$written .= $mark === '' || $isForAuthor ? '' : sprintf(' data-ess-still="%s"', self::escaped($mark));
		$block = sprintf('<div data-ess="%s"%s%s>%s</div>', $widget, $written, self::room($widget), $inside);
		return $notices . $block . ($isForAuthor ? self::freshness($source) : '');
	}

	/**
	 * Returns the attributes that the parameters of a modèle set, and the mistakes in them as HTML.
	 *
	 * @param array<string, mixed> $parameters
	 * @return array{0: array<string, string>|null, 1: string[]} null where the source is wrong
	 */
	private static function attributes(string $modele, string $widget, array $parameters): array
	{
		['attributs' => $names, 'valeurs' => $values] = self::words();
		$known = self::table()[$widget];
		$set = [];
		$mistakes = [];
		foreach ($parameters as $written => $value) {
			$value = is_scalar($value) ? trim((string) $value) : '';
			$name = $names[strtolower(trim((string) $written))] ?? strtolower(trim((string) $written));
			// « source » is the name of one of the site, or an address.
			$name = $name === 'source' && preg_match('~[:/.]~', $value) ? 'src' : $name;
			// SPIP gives a word without value as its own value; the modèle itself is one.
			if ($value === '' || ($name === $value && strtolower($value) === $modele)) {
				continue;
			}
			if (!isset($known[$name])) {
				$mistakes[] = _T('ess_widgets:parametre_inconnu', [
					'parametre' => (string) $written,
					'modele' => $modele,
					'noms' => implode(', ', array_keys(array_intersect($names, array_keys($known)))),
				]);
				continue;
			}
			$choices = $known[$name]['values'] ?? [];
			if ($choices !== []) {
				$word = in_array($value, $choices, true) ? $value : ($values[strtolower($value)] ?? '');
				if (!in_array($word, $choices, true)) {
					$said = array_map(static function (string $choice) use ($values): string {
						return (string) (array_search($choice, $values, true) ?: $choice);
					}, $choices);
					$mistakes[] = _T('ess_widgets:valeur_inconnue', ['parametre' => (string) $written, 'valeur' => $value, 'noms' => implode(', ', $said)]);
					continue;
				}
				$value = $word;
			}
			if ($known[$name]['type'] === 'number' && !ctype_digit($value)) {
				$mistakes[] = _T('ess_widgets:valeur_nombre', ['parametre' => (string) $written, 'valeur' => $value]);
				continue;
			}
			$set[$name] = $value;
		}
		foreach (preg_split('/\s+/', $set['src'] ?? '', -1, PREG_SPLIT_NO_EMPTY) ?: [] as $address) {
			if (!self::isWebAddress($address)) {
				return [null, array_merge($mistakes, [_T('ess_widgets:source_refusee', ['source' => $address])])];
			}
		}
		$unknown = Site::declared()->unknown($set['source'] ?? '');
		if ($unknown !== []) {
			return [null, array_merge($mistakes, [_T('ess_widgets:source_inconnue', [
				'source' => self::escaped(implode(', ', $unknown)),
				'noms' => implode(', ', array_keys(Site::sources()->named())) ?: '–',
			])])];
		}
		return [$set, $mistakes];
	}

	/** Returns whether an address is http, https or relative. */
	private static function isWebAddress(string $address): bool
	{
		return !preg_match('/[\x00-\x20\x7f]/', $address) && preg_match('~^(?:https?://|(?![a-z][a-z0-9+.-]*:))~i', $address) === 1;
	}

	private static function notice(string $html, bool $isForAuthor): string
	{
		return $isForAuthor ? "<div class=\"notice\" role=\"note\">$html</div>" : '';
	}

	/**
	 * Returns the link that stands for a widget where there is no still.
	 *
	 * @param string $source the source as it was written; empty for the shipped copy
	 */
	private static function link(string $modele, string $source): string
	{
		$address = strtok($source, ' ') ?: '';
		// No page says the name of a machine of the internal network.
		$host = Site::reading()->isClosed($address) ? '' : (string) parse_url($address, PHP_URL_HOST);
		if ($source === '') {
			$publisher = Site::shipped()['publisher'] ?? [];
			[$href, $name] = [$publisher['href'] ?? '', $publisher['name'] ?? ''];
		} elseif ($host !== '') {
			$port = (int) parse_url($address, PHP_URL_PORT);
			[$href, $name] = [parse_url($address, PHP_URL_SCHEME) . "://$host" . ($port === 0 ? '' : ":$port") . '/', $host];
		} else {
			[$href, $name] = [url_de_base(), $GLOBALS['meta']['nom_site'] ?? ''];
		}
		$text = _T("ess_widgets:lien_$modele") . ($name === '' ? '' : ' (' . self::escaped($name) . ')');
		return sprintf('<a href="%s">%s</a>', self::escaped($href), $text);
	}

	/** Returns when the sources of a widget were last read, for its author. */
	private static function freshness(string $source): string
	{
		if ($source === '') {
			return '<p><small>' . Site::shippedText() . '</small></p>';
		}
		return implode('', array_map(static function (string $url): string {
			$isPrivate = Address::secrecyOf($url) === 'private';
			$text = Site::reading()->reads($url) ? Site::stateText($url) : _T('ess_widgets:lue_par_navigateur');
			$text = $isPrivate ? Site::errorText('secret', '') : $text;
			return "<p><small>$text</small></p>";
		}, preg_split('/\s+/', $source) ?: []));
	}

	/**
	 * Returns the tag of the loader with the defaults of the page, the colour of the site, and the skins of the stills.
	 *
	 * @param string|null $page as it is sent; null where its text comes later
	 */
	public static function loader(?string $page = null): string
	{
		$declared = Site::declared();
		['theme' => $theme, 'territory' => $territory, 'accent' => $accent, 'tiles' => $tiles, 'classic' => $classic] = Site::settings();
		$attributes = array_filter([
			'src' => Site::pluginAddress(($classic === '' ? 'cdn/ess.js' : 'cdn/ess.classic.js') . '?v=' . Site::VERSION),
			'data-reference' => $declared->reference(),
			'data-sources' => $declared->lines(),
			// Contributors write in these pages: their elements have the authority of a block.
			'data-cms' => 'spip',
			// Where an optimiser writes the classic script into the page, its tag alone says where the loader is.
			'data-loader' => $classic === '' ? '' : Site::pluginAddress('cdn/ess.js?v=' . Site::VERSION),
			'data-theme' => $theme,
			'data-territory' => $territory,
			'data-tiles' => $tiles,
		], 'strlen');
		$written = $classic === '' ? 'type="module"' : 'defer';
		foreach ($attributes as $name => $value) {
			// A squelette that writes blanks as one would join the lines.
			$written .= sprintf(' %s="%s"', $name, str_replace("\n", '&#10;', self::escaped($value)));
		}
		$style = Still::STYLE . ($accent === '' ? '' : "[data-ess]{--ess-accent:$accent}");
		$whole = self::escaped(Site::pluginAddress('cdn/still.css?v=' . Site::VERSION));
		$skins = $page === null
			? "<link rel=\"stylesheet\" href=\"$whole\">"
			: Still::skins($page, dirname(__DIR__) . '/cdn');
		return "$skins<style>$style</style>\n<script $written></script>\n";
	}

	private static function escaped(string $text): string
	{
		return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
	}
}
