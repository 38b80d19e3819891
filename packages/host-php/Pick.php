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
        $references = [];
        foreach ($around as $place) {
            $references = array_merge($references, ($place['reference'] ?? '') === '' ? [] : [['src' => $place['reference']]]);
        }
        $may = static function (array $one, string $kind) use ($read): bool {
            $kept = self::suitable($one, [$kind]);
            return $kept !== null && in_array($kind, self::heldBy($kept, $read) ?? [$kind], true);
        };
        $first = static function (array $some, callable $suits): ?array {
            return array_values(array_filter($some, $suits))[0] ?? null;
        };
        $lead = null;
        foreach ($kinds as $kind) {
            $lead = $lead ?? $first($all, static function (array $one) use ($may, $kind): bool {
                return $may($one, $kind);
            });
        }
        if ($lead === null) {
            $lead = $first($references, static function (array $one) use ($may, $kinds): bool {
                return array_filter($kinds, static function (string $kind) use ($may, $one): bool {
                    return $may($one, $kind);
                }) !== [];
            });
            $found = $lead ?? $all[0] ?? $references[0] ?? null;
            return $found === null ? null : ($lead === null ? $found['src'] : (self::suitable($found, $kinds) ?? $found)['src']);
        }
        $kept = self::suitable($lead, $kinds) ?? $lead;
        $joined = [$kept['src']];
        // Each other kind has a list of its own where there is one that is known to hold it alone.
        foreach (array_diff($kinds, self::heldBy($kept, $read) ?? $kinds) as $kind) {
            $list = $first($all, static function (array $one) use ($kind, $read): bool {
                $held = self::heldBy($one, $read) ?? [];
                return $held !== [] && array_diff($held, [$kind]) === [];
            });
            $joined = array_merge($joined, $list === null ? [] : [$list['src']]);
        }
        return implode(' ', $joined);
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
        return ($page['src'] ?? '') === '' ? null : self::suitable($page, ['figures'])['src'] ?? null;
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
     * Returns those of several addresses that may hold one of some kinds, each with its format; null where none may.
     *
     * @param array<string, mixed> $one
     * @param string[] $kinds
     * @return array{src: string, format: string}|null
     */
    private static function suitable(array $one, array $kinds): ?array
    {
        $kept = [];
        foreach (self::words($one['src']) as $at => $address) {
            $format = self::words($one['format'] ?? '')[$at] ?? 'auto';
            $held = self::kindsOf($address, $format);
            if ($held === null || array_intersect($held, $kinds) !== []) {
                $kept[$address] = $format;
            }
        }
        return $kept === [] ? null : ['src' => implode(' ', array_keys($kept)), 'format' => implode(' ', $kept)];
    }

    /**
     * Returns the kinds that a source holds: those that are told of its addresses, which stand, else those that were found; null
     * while nobody knows.
     *
     * @param array<string, mixed> $one
     * @param callable(string): (string[]|null) $read
     * @return string[]|null
     */
    private static function heldBy(array $one, callable $read): ?array
    {
        $told = [];
        foreach (self::words($one['src']) as $at => $address) {
            $kinds = self::kindsOf($address, self::words($one['format'] ?? '')[$at] ?? 'auto') ?? self::LIST;
            if (count($kinds) !== 1) {
                return $read($one['src']);
            }
            $told[] = $kinds[0];
        }
        return $told;
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
