<?php
declare(strict_types=1);

namespace EssWidgets\Spip;

use EssWidgets\Host\{Answer, Cache, CurlClient, Declared, Guard, HttpClient, Light, Places, Reading, Refused, Served, Services, Sources, Still, SystemResolver};

require_once dirname(__DIR__) . '/host-php/Declared.php';
require_once dirname(__DIR__) . '/host-php/Light.php';
require_once dirname(__DIR__) . '/host-php/Still.php';

/**
 * Keeps values in files below `tmp/`: metas are read with every page, so a file of data has no place there, and emptying
 * SPIP's cache must not remove the last good copy. The time of a file is the time at which its value ends.
 */
final class FileCache implements Cache
{
	/** @var array<string, resource> */
	private static $locks = [];

	public function get(string $key): ?array
	{
		$file = self::file($key);
		clearstatcache(true, $file);
		if (!is_file($file) || filemtime($file) < time() || !lire_fichier_securise($file, $text)) {
			return null;
		}
		$value = unserialize($text, ['allowed_classes' => false]);
		return is_array($value) ? $value : null;
	}

	public function set(string $key, array $value, int $seconds): void
	{
		$file = self::file($key);
		ecrire_fichier_securise($file, serialize($value));
		@touch($file, time() + $seconds);
	}

	public function delete(string $key): void
	{
		@unlink(self::file($key));
	}

	/** The system ends the lock with the process that has it; after the seconds, only its file may be removed. */
	public function lock(string $key, int $seconds): bool
	{
		$file = self::folder() . "$key.lock";
		$stream = @fopen($file, 'c');
		if ($stream === false || !flock($stream, LOCK_EX | LOCK_NB)) {
			return false;
		}
		@touch($file, time() + $seconds);
		self::$locks[$key] = $stream;
		return true;
	}

	public function unlock(string $key): void
	{
		fclose(self::$locks[$key]);
		unset(self::$locks[$key]);
	}

	/** Removes the files whose value has ended; all files, with their folder, at uninstalling. */
	public function clean(bool $all = false): void
	{
		$folder = self::folder();
		foreach (array_diff(scandir($folder) ?: [], ['.', '..']) as $name) {
			if ($all || ($name !== '.ok' && filemtime($folder . $name) < time())) {
				@unlink($folder . $name);
			}
		}
		if ($all) {
			@rmdir($folder);
		}
	}

	private static function file(string $key): string
	{
		return self::folder() . $key . '.php';
	}

	private static function folder(): string
	{
		include_spip('inc/flock');
		return sous_repertoire(_DIR_TMP, 'ess_widgets');
	}
}

/** Makes requests with cURL; with SPIP's own functions where there is no cURL, or where the site has a proxy. */
final class SiteClient implements HttpClient
{
	public function pins(string $host): bool
	{
		include_spip('inc/distant');
		return CurlClient::isAvailable() && !need_proxy($host);
	}

	public function get(array $checked, int $maxBytes, float $seconds): Answer
	{
		include_spip('inc/distant');
		$url = $checked['url'];
		// The webmestre has saved what SPIP would refuse: addresses inside the network, and other ports.
		if (Guard::isUsual($checked) && !valider_url_distante($url)) {
			throw new Refused('private', $checked['host']);
		}
		if ($this->pins($checked['host'])) {
			return (new CurlClient())->get($checked, $maxBytes, $seconds);
		}
		$answer = recuperer_url($url, ['taille_max' => $maxBytes, 'follow_location' => 0, 'refuser_gz' => true]);
		if ($answer === false) {
			throw new Refused('unreachable', $checked['host']);
		}
		$headers = $answer['location'] ? ['location' => (string) $answer['location']] : [];
		return new Answer((int) $answer['status'], $headers, (string) $answer['page']);
	}
}

/** The settings of the site, its sources and its texts. */
final class Site
{
	public const META = 'ess_widgets';
	/** Version of the plugin with the hash of the files that the loader names: an address that changes when they do. */
	public const VERSION = '@version@-@hash@';
	private const DEFAULTS = ['sources' => [], 'theme' => '', 'territory' => '', 'accent' => '', 'tiles' => '', 'classic' => ''];

	/** @return array{sources: array<int, array<string, mixed>>, theme: string, territory: string, accent: string, tiles: string, classic: string} */
	public static function settings(): array
	{
		include_spip('inc/config');
		$kept = lire_config(self::META);
		$kept = is_array($kept) ? $kept : [];
		if (array_intersect_key($kept, ['source' => 1, 'hosts' => 1]) !== []) {
			$kept = self::migrated($kept);
		}
		return array_merge(self::DEFAULTS, $kept);
	}

	/**
	 * Keeps the settings of a version that had one source and a list of hosts as those of this one, and returns them.
	 *
	 * @param array<string, mixed> $kept
	 * @return array<string, mixed>
	 */
	private static function migrated(array $kept): array
	{
		include_spip('base/abstract_sql');
		$texts = [];
		foreach (empty($kept['hosts']) ? [] : ['articles', 'rubriques', 'breves'] as $table) {
			$found = @sql_allfetsel('texte', "spip_$table", "texte LIKE '%<ess%' OR texte LIKE '%data-ess%'");
			$texts = array_merge($texts, is_array($found) ? array_column($found, 'texte') : []);
		}
		$kept = Sources::upgraded($kept, $texts, self::readingOf([]), new SystemResolver());
		ecrire_config(self::META, $kept);
		return $kept;
	}

	public static function sources(): Sources
	{
		return new Sources(self::settings()['sources']);
	}

	public static function reading(): Reading
	{
		return self::readingOf(self::settings()['sources']);
	}

	/** @param array<int, array<string, mixed>> $rows sources that may be read */
	public static function readingOf(array $rows): Reading
	{
		include_spip('inc/securiser_action');
		$sources = new Sources($rows);
		return new Reading($sources, new SystemResolver(), new SiteClient(), new FileCache(), secret_du_site(), static function (): float {
			return microtime(true);
		}, null, Places::of(dirname(__DIR__), $sources->reference() === null));
	}

	public static function declared(): Declared
	{
		return new Declared(self::sources(), self::reading(), [self::class, 'fileAddress'], self::pluginAddress('data/manifest.json'));
	}

	/** Returns the path of the site, from which every address begins: pages have addresses of any depth. */
	private static function root(): string
	{
		return (string) parse_url(url_de_base(), PHP_URL_PATH) ?: '/';
	}

	/** Returns the address of a file of the plugin. */
	public static function pluginAddress(string $file): string
	{
		$folder = defined('_DIR_PLUGIN_ESS_WIDGETS') ? constant('_DIR_PLUGIN_ESS_WIDGETS') : 'plugins/ess_widgets/';
		return self::root() . preg_replace('~^(?:\.\./)+~', '', $folder) . $file;
	}

	public static function fileAddress(string $id): string
	{
		return self::root() . 'spip.php?action=ess_fichier&arg=' . $id;
	}

	/** @return array<string, mixed> the manifest of the shipped copy */
	public static function shipped(): array
	{
		static $manifest = null;
		return $manifest ?? $manifest = (array) json_decode((string) file_get_contents(dirname(__DIR__) . '/data/manifest.json'), true);
	}

	/** Answers a visitor's request for a file. */
	public static function served(string $id): Served
	{
		$served = self::reading()->served($id, [self::class, 'fileAddress']);
		if ($served->slow !== '') {
			self::catchUpLater($served->slow);
		}
		return $served;
	}

	private static function catchUpLater(string $source): void
	{
		include_spip('inc/queue');
		job_queue_add('ess_rattraper', 'ESS Widgets', [$source], 'genie/ess_rattraper', true);
	}

	/** Returns what is said of a source: when it was last read, and what of it could not be read since; HTML. */
	public static function stateText(string $url): string
	{
		include_spip('inc/filtres');
		$reading = self::reading();
		$state = $reading->state($url);
		$said = [$state->readAt === null
			? _T('ess_widgets:jamais_lue')
			: _T('ess_widgets:lue_le', ['date' => affdate_heure(date('Y-m-d H:i:s', $state->readAt))])];
		foreach (['' => $state] + $reading->files($url) as $name => $file) {
			if ($file->error !== null) {
				$said[] = ($name === '' ? '' : spip_htmlspecialchars((string) $name) . ' — ') . self::errorText($file->error, $file->detail);
				$said[] = $name === '' ? self::cureText($url, $file->error) : '';
			}
		}
		if ($state->error === null && $state->missing !== []) {
			$said[] = _T('ess_widgets:colonnes_absentes', ['noms' => spip_htmlspecialchars(implode(', ', $state->missing))]);
		}
		return implode(' ', array_filter(array_merge($said, $reading->isHidden($url) ? [_T('ess_widgets:rien_de_coche')] : []), 'strlen'));
	}

	/** Returns what the webmestre may do where an address was not read; HTML, empty where nothing is known. */
	public static function cureText(string $url, string $error): string
	{
		return spip_htmlspecialchars(Services::cure($url, $error, 'spip', self::language()));
	}

	public static function errorText(string $error, string $detail): string
	{
		return _T("ess_widgets:erreur_$error", ['detail' => spip_htmlspecialchars($detail)]);
	}

	/** Returns the sentence that says what comes from the shipped copy, and of which day it is; HTML. */
	public static function shippedText(): string
	{
		include_spip('inc/filtres');
		return _T('ess_widgets:copie_fournie', ['date' => affdate((string) (self::shipped()['updated'] ?? ''))]);
	}

	/**
	 * Returns the still of a widget, of the shipped copy where it has no source, and its mark, which is empty where the widget
	 * would show more than the still says; null where there is none.
	 *
	 * @param array<string, string> $attributes
	 * @return array{string, string}|null
	 */
	public static function still(string $source, string $widget, array $attributes): ?array
	{
		$folder = dirname(__DIR__) . '/data/stills';
		foreach (Still::keys($widget, $attributes, self::language()) as $at => $key) {
			$still = $source === '' ? Still::inFolder($folder, $key) : self::keptStill($source, $key);
			if ($still !== null) {
				$index = $source === ''
					? json_decode((string) file_get_contents("$folder/index.json"), true)
					: self::reading()->stillIndex($source);
				return [$still, $at === 0 ? Still::mark($index, $key) : ''];
			}
		}
		return null;
	}

	/** @return string `fr`, `br` or `en`: the language of what is written */
	public static function language(): string
	{
		return in_array($GLOBALS['spip_lang'], ['fr', 'br'], true) ? $GLOBALS['spip_lang'] : 'en';
	}

	/**
	 * Returns the light form of the site's own lists that a widget shows; null where there is none.
	 *
	 * @param array<string, string> $attributes
	 */
	public static function light(string $source, string $widget, array $attributes): ?Light
	{
		$reading = self::reading();
		$files = [];
		foreach (preg_split('/\s+/', $source, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $url) {
			$files[] = $reading->shown($url);
			// A page is not held up by the server of its data: it has the copy there is.
			if ($reading->isOld($url)) {
				self::catchUpLater($url);
			}
		}
		return in_array(null, $files, true) ? null : Light::of($widget, $attributes, $files, $attributes['lang'] ?? self::language(), date('Y-m-d'));
	}

	private static function keptStill(string $source, string $key): ?string
	{
		$reading = self::reading();
		if (!$reading->reads($source)) {
			return null;
		}
		// A page is not held up by the server of its data: it has the copy there is.
		if ($reading->isStillStale($source, $key)) {
			$reading->want($source, $key);
			self::catchUpLater($source);
		}
		$still = $reading->isOpen($source) ? $reading->still($source, $key) : null;
		return $still === null ? null : (LightForm::safe($still) ?: null);
	}
}
