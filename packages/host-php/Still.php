<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** The light form of a widget: what stands in the page without script, in feeds and for search engines. */
final class Still
{
    /** Schemes of its links. */
    public const SCHEMES = ['http', 'https', 'mailto', 'tel'];
    /**
     * Style of a page with widgets, besides the skins of its stills. Margins are there before the loader adds its own.
     * Without script nothing takes the reserved room.
     */
    public const STYLE = ':where([data-ess]){margin-block:var(--ess-margin,1.5rem)}'
        . '@media (scripting:none){[data-ess]{min-height:0!important}}';
    /** Attributes that do not change the content of a still. */
    private const NOT_IN_KEY = ['src', 'source', 'format', 'lang', 'theme', 'look', 'refresh', 'max-age', 'upgrade', 'still', 'style', 'class', 'id'];
    /** Attributes that change how the content is shown, and how much of it. */
    private const SHOWN = ['limit', 'view', 'chart', 'heading-level', 'evidence', 'url-state', 'findings'];
    private const LONGEST_KEY = 120;

    /**
     * Returns the key of a still: the same as that of `stillKey` in the core.
     *
     * @param string $widget tag without `ess-`
     * @param array<string, string> $attributes
     * @return string|null null where the key would be too long
     */
    public static function key(string $widget, array $attributes, string $lang): ?string
    {
        $kept = array_filter(array_diff_key($attributes, array_flip(self::NOT_IN_KEY)), 'strlen');
        ksort($kept, SORT_STRING);
        $parts = [$widget];
        foreach ($kept as $name => $value) {
            $parts[] = $name === 'indicator' ? $value : "$name-$value";
        }
        $parts[] = $lang;
        $key = implode('.', array_map([self::class, 'escaped'], $parts));
        return strlen($key) > self::LONGEST_KEY ? null : $key;
    }

    /**
     * Returns keys of stills that say what a widget says, best first: its own, and that of the widget as it is shown by default,
     * since few of the ways to show one thing have a still.
     *
     * @param array<string, string> $attributes
     * @return string[]
     */
    public static function keys(string $widget, array $attributes, string $lang): array
    {
        $plain = array_diff_key($attributes, array_flip(self::SHOWN));
        return array_values(array_unique(array_filter([self::key($widget, $attributes, $lang), self::key($widget, $plain, $lang)])));
    }

    /** Returns the still of a key from a folder of stills; null where there is none. */
    public static function inFolder(string $folder, string $key): ?string
    {
        $file = "$folder/$key.html";
        return is_file($file) ? trim((string) file_get_contents($file)) : null;
    }

    /**
     * Returns the mark by which the loader knows whether a still is what the widget would show: its data, the release that made
     * it, the day that it was made on, and the first day on which it may be out of date. Empty where the index does not say.
     *
     * @param mixed $index as `index.json` of a folder of stills has it
     */
    public static function mark($index, string $key): string
    {
        $entry = is_array($index) ? ($index['stills'][$key] ?? null) : null;
        $words = [$entry['data'] ?? '', $index['release'] ?? '', $entry['made'] ?? '', $entry['expires'] ?? '-'];
        foreach ($words as $word) {
            if (!is_string($word) || !preg_match('/^[\w.+-]+$/', $word)) {
                return '';
            }
        }
        return implode(' ', $words);
    }

    /**
     * Returns the style of the stills in a piece of HTML, as an element; empty for none.
     *
     * @param string $folder that of the loader
     * @param string[] $known skins that the page has already; those that are written here are added
     */
    public static function skins(string $html, string $folder, array &$known = []): string
    {
        preg_match_all('/ class="ess-still ess-([a-z]+)"/', $html, $found);
        $new = array_diff(array_unique($found[1]), $known);
        $known = array_merge($known, $new);
        static $all = null;
        if ($new !== [] && $all === null) {
            preg_match_all('~^/\*(\w+)\*/(.*)$~m', (string) file_get_contents("$folder/skins.css"), $skins);
            $all = array_combine($skins[1], $skins[2]);
        }
        $css = implode('', array_map(static function (string $name) use ($all): string {
            return $all[$name] ?? '';
        }, $new));
        return $css === '' ? '' : "<style>$css</style>";
    }

    /** @return array<string, string[]> elements of a still, each with its attributes */
    public static function tags(): array
    {
        return self::form()['tags'];
    }

    /** Returns those of some classes that the skin of a still has rules for: a source does not dress as the site. */
    public static function classes(string $value): string
    {
        return implode(' ', array_intersect(preg_split('/\s+/', $value) ?: [], self::form()['classes']));
    }

    /** @return array{tags: array<string, string[]>, classes: string[]} */
    private static function form(): array
    {
        static $form = null;
        return $form = $form ?? require __DIR__ . '/still-form.php';
    }

    /**
     * Returns HTML in which no sign begins what the host site would run: it reads texts again, for shortcodes and the like,
     * after everything of a source was filtered. An entity of three digits is one that no filter of WordPress turns back.
     *
     * @param string[] $signs
     */
    public static function inert(string $html, array $signs): string
    {
        $entities = [];
        foreach ($signs as $sign) {
            $code = sprintf('&#%03d;', ord($sign));
            // WordPress itself writes the short form for a bracket, and takes it back in what a shortcode has given.
            $entities += [$sign => $code, sprintf('&#%d;', ord($sign)) => $code];
        }
        return strtr($html, $entities);
    }

    /** The bytes other than `a-z0-9-` as `~xx`, so that no value leaves the folder. */
    private static function escaped(string $part): string
    {
        return (string) preg_replace_callback('/[^a-z0-9-]/', static function (array $match): string {
            return '~' . bin2hex($match[0]);
        }, $part);
    }
}
