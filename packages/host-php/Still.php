<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** The light form of a widget: what stands in the page without script, in feeds and for search engines. */
final class Still
{
    /** Attributes that do not change the content of a still. */
    private const NOT_IN_KEY = ['src', 'format', 'lang', 'theme', 'refresh', 'max-age', 'upgrade', 'still', 'style', 'class', 'id'];
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
        $kept = array_diff_key($attributes, array_flip(self::NOT_IN_KEY));
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
     * Returns the content of a block: the still, else a link.
     *
     * @param string $folder folder of the stills of the data that the block shows; empty where these have none
     * @param array<string, string> $attributes
     */
    public static function content(string $folder, string $widget, array $attributes, string $lang, string $link): string
    {
        $key = $folder === '' ? null : self::key($widget, $attributes, $lang);
        $file = "$folder/$key.html";
        return $key !== null && is_file($file) ? trim((string) file_get_contents($file)) : $link;
    }

    /** The bytes other than `a-z0-9-` as `~xx`, so that no value leaves the folder. */
    private static function escaped(string $part): string
    {
        return (string) preg_replace_callback('/[^a-z0-9-]/', static function (array $match): string {
            return '~' . bin2hex($match[0]);
        }, $part);
    }
}
