<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** The street map of a site's maps, which the settings alone name: it decides which server visitors ask for pictures. */
final class Tiles
{
    /** Names of street maps that the widgets know, by their word in `data-tiles`. */
    public const KNOWN = ['ign' => 'Plan IGN', 'osmfr' => 'OpenStreetMap France', 'osm' => 'OpenStreetMap'];

    /**
     * Returns the street map as it is kept, which stays as it is when it is sent anew: a known one, an address, or an empty text for none.
     *
     * @param string $address of another one, which goes before the choice
     * @return string|null null for what is no address of pictures
     */
    public static function sanitized(string $choice, string $address): ?string
    {
        $typed = $address === '' ? $choice : $address;
        if ($typed === '' || isset(self::KNOWN[$typed])) {
            return $typed;
        }
        $isAddress = preg_match('~^(?:https?://[^/]|/[^/])[^\s"\'<>]*$~iD', $typed) === 1;
        foreach (['{x}', '{y}', '{z}'] as $part) {
            $isAddress = $isAddress && strpos($typed, $part) !== false;
        }
        return $isAddress ? $typed : null;
    }

    /** @return array{string, string} the known street map and the address of another one that a form shows for what is kept */
    public static function parted(string $kept): array
    {
        return isset(self::KNOWN[$kept]) ? [$kept, ''] : ['', $kept];
    }
}
