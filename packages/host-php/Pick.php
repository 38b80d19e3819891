<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/**
 * The choice of the data of a widget, as `pick.ts` of the core makes it, with the same vectors: its own address, what it names, the
 * first source around it that holds what it shows, else the reference data.
 */
final class Pick
{
    private const LIST = ['members', 'events'];
    private const CALENDAR = '~^webcal|[./=]ics(?=[/?#&]|$)|[?&](outlook-)?ical=1|/public-calendars/~i';
    private const TABLE = '~[.=]([ct]sv|xls[xm]|ods|geojson)\b~i';
    /** Widgets that show what a list or a calendar holds; the others show figures. */
    private const KINDS = ['member-map' => 'members', 'member-list' => 'members', 'event-agenda' => 'events', 'event-counter' => 'events'];

    /** @return string[] kinds that a widget shows. @param string $widget tag without `ess-` */
    public static function kinds(string $widget): array
    {
        return [self::KINDS[$widget] ?? 'figures'];
    }

    /**
     * Returns the addresses that a widget reads; null where there are none.
     *
     * @param array<string, mixed> $request `kinds`, and `own`, `provider`, `page` with `src`, `format`, `source`, `sources`, `reference`
     * @param callable(string): (string[]|null) $read kinds that addresses were found to hold; null where they were not read
     */
    public static function addresses(array $request, callable $read): ?string
    {
        [$kinds, $own] = [$request['kinds'], $request['own'] ?? []];
        $around = [$request['provider'] ?? [], $request['page'] ?? []];
        if (($own['src'] ?? '') !== '') {
            return $own['src'];
        }
        $declared = array_merge(...array_map(static function (array $place): array {
            return $place['sources'] ?? [];
        }, $around));
        if (($own['source'] ?? '') !== '') {
            return self::named($own['source'], $declared)['src'] ?? null;
        }
        $all = [];
        foreach ($around as $place) {
            $first = ($place['src'] ?? '') !== '' ? $place : self::named($place['source'] ?? '', $declared);
            $all = array_merge($all, $first === null ? [] : [$first], $place['sources'] ?? []);
        }
        foreach ($around as $place) {
            $all = array_merge($all, ($place['reference'] ?? '') === '' ? [] : [['src' => $place['reference']]]);
        }
        foreach ($all as $one) {
            $kept = self::suitable($one['src'], $one['format'] ?? '', $kinds);
            // A kind that was declared stands: the widget then says what it found instead.
            $held = $kept === null ? [] : (preg_match('/[#&]kind=/', $kept) ? $kinds : $read($kept) ?? $kinds);
            if (array_intersect($held, $kinds) !== []) {
                return $kept;
            }
        }
        return $all[0]['src'] ?? null;
    }

    /**
     * Returns the address of the reference data; null where there is none.
     *
     * @param array<string, mixed> $request as above
     */
    public static function reference(array $request): ?string
    {
        $page = $request['page'] ?? [];
        $named = $request['provider']['reference'] ?? $page['reference'] ?? '';
        if ($named !== '') {
            return $named;
        }
        return ($page['src'] ?? '') === '' ? null : self::suitable($page['src'], $page['format'] ?? '', ['figures']);
    }

    /** @return string[] */
    private static function words(string $text): array
    {
        return preg_split('/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];
    }

    /**
     * @param array<int, array<string, string>> $declared
     * @return array{src: string}|null
     */
    private static function named(string $names, array $declared): ?array
    {
        $found = [];
        foreach (self::words($names) as $name) {
            $at = array_search($name, array_column($declared, 'name'), true);
            $found = array_merge($found, $at === false ? [] : [$declared[$at]['src']]);
        }
        return $found === [] ? null : ['src' => implode(' ', $found)];
    }

    /**
     * Returns those of several addresses that may hold one of some kinds; null where none may.
     *
     * @param string[] $kinds
     */
    private static function suitable(string $src, string $format, array $kinds): ?string
    {
        $formats = self::words($format);
        $kept = [];
        foreach (self::words($src) as $at => $address) {
            $held = self::kindsOf($address, $formats[$at] ?? 'auto');
            $kept = array_merge($kept, $held === null || array_intersect($held, $kinds) !== [] ? [$address] : []);
        }
        return $kept === [] ? null : implode(' ', $kept);
    }

    /** @return string[]|null kinds that an address may hold, by its format or its ending; null where only reading tells */
    private static function kindsOf(string $address, string $format): ?array
    {
        if (preg_match('/^csv-(members|events)$/D', $format, $found) || preg_match('/[#&]kind=(members|events|figures)(?=&|$)/D', $address, $found)) {
            return [$found[1]];
        }
        $isAuto = $format === 'auto';
        if ($format === 'ical' || ($isAuto && preg_match(self::CALENDAR, $address))) {
            return ['events'];
        }
        return $format === 'csv' || ($isAuto && preg_match(self::TABLE, $address)) ? self::LIST : null;
    }
}
