<?php
declare(strict_types=1);

namespace EssWidgets\WordPress;

/** The accent of the site: empty, a colour (`#006b5e`), or a colour of the theme's palette by its slug (`preset:contrast`). */
final class Accent
{
    private const PRESET = 'preset:';
    /** Colours that are written into a style: no sign that could end a value. */
    private const COLOUR = '/^(?:#[0-9a-f]{3,8}|[a-z]+\([0-9a-z.,%\s\/-]+\)|[a-z]+)$/i';

    /** @return array<string, array{name: string, color: string}> colours of the theme, and of the site's editor, by slug */
    public static function palette(): array
    {
        $colours = [];
        $origins = wp_get_global_settings(['color', 'palette']);
        foreach (['theme', 'custom'] as $origin) {
            foreach (is_array($origins[$origin] ?? null) ? $origins[$origin] : [] as $colour) {
                $slug = _wp_to_kebab_case((string) ($colour['slug'] ?? ''));
                if ($slug !== '' && preg_match(self::COLOUR, (string) ($colour['color'] ?? ''))) {
                    $colours[$slug] = ['name' => (string) ($colour['name'] ?? $slug), 'color' => (string) $colour['color']];
                }
            }
        }
        return $colours;
    }

    /** Returns the setting for a slug of the palette. */
    public static function preset(string $slug): string
    {
        return self::PRESET . $slug;
    }

    /** Returns an accent as it is kept; null for a text that is none. */
    public static function sanitized(string $text): ?string
    {
        $text = trim($text);
        $isPreset = strpos($text, self::PRESET) === 0 && isset(self::palette()[substr($text, strlen(self::PRESET))]);
        return $text === '' || $isPreset || sanitize_hex_color($text) ? $text : null;
    }

    /** Returns the rule for the style sheet; empty where there is no accent, or the theme no longer has it. */
    public static function style(string $accent): string
    {
        if (strpos($accent, self::PRESET) === 0) {
            $slug = substr($accent, strlen(self::PRESET));
            $colour = self::palette()[$slug]['color'] ?? null;
            // A classic theme may leave out the variables of WordPress.
            $value = $colour === null ? '' : "var(--wp--preset--color--$slug,$colour)";
        } else {
            $value = sanitize_hex_color($accent) ?: '';
        }
        return $value === '' ? '' : "[data-ess]{--ess-accent:$value}";
    }
}
