<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';

/**
 * Decides which part of a source becomes public. A source that is read with a key, or from inside the network, may hold
 * columns for its owner alone, so nothing of it is served but the columns that the administrator has ticked.
 */
final class Publication
{
    /** What is ticked to publish a file that has no columns which could be left out: a manifest with its files, a calendar. */
    public const WHOLE = '*';

    /** Returns whether an address has a key, or is one itself. */
    public static function isKeyed(string $url): bool
    {
        return Address::secrecyOf($url) !== null;
    }

    /** Returns an address without what is secret of it: a page may be photographed, or seen over a shoulder. */
    public static function shown(string $url): string
    {
        if (!self::isKeyed($url)) {
            return $url;
        }
        $shown = preg_replace(['~^([^:/]*:/*)[^/?#]*@~', '/[?#].*$/s'], ['$1', '?…'], $url) ?? '';
        return Address::secrecyOf($url) === 'private' ? preg_replace('~(?<=[^:/])/.*$~s', '/…', $shown) ?? '' : $shown;
    }

    /** @return string[] columns that a file has; none where its form has no columns that could be left out */
    public static function columns(string $body, string $type): array
    {
        if ($type === 'text/csv') {
            return array_values(array_filter(Csv::rows($body)[0], 'strlen'));
        }
        if ($type === 'text/calendar' || Reading::isManifest(json_decode($body))) {
            return [self::WHOLE];
        }
        $names = [];
        foreach ($type === 'application/json' ? self::lists($body) : [] as $records) {
            foreach ($records as $record) {
                $names += array_fill_keys(array_keys(get_object_vars($record)), true);
            }
        }
        return array_map('strval', array_keys($names));
    }

    /**
     * Returns whether a file without columns was published as a whole.
     *
     * @param string[] $ticked
     */
    public static function isWhole(array $ticked, string $body, string $type): bool
    {
        return in_array(self::WHOLE, $ticked, true) && self::columns($body, $type) === [self::WHOLE];
    }

    /**
     * Returns a file with the ticked columns alone.
     *
     * @param string[] $ticked
     * @return string|null null where none of its columns is ticked
     */
    public static function only(array $ticked, string $body, string $type): ?string
    {
        if (self::isWhole($ticked, $body, $type)) {
            return $body;
        }
        if (array_intersect($ticked, self::columns($body, $type)) === []) {
            return null;
        }
        if ($type === 'text/csv') {
            $rows = Csv::rows($body);
            $kept = array_keys(array_intersect($rows[0], $ticked));
            $rows = array_map(static function (array $row) use ($kept): array {
                return array_map(static function (int $index) use ($row): string {
                    return $row[$index] ?? '';
                }, $kept);
            }, $rows);
            return Csv::text($rows, Csv::delimiter($body));
        }
        $lists = array_map(static function (array $records) use ($ticked): array {
            return array_map(static function (object $record) use ($ticked): object {
                return (object) array_intersect_key(get_object_vars($record), array_flip($ticked));
            }, $records);
        }, self::lists($body));
        // What stands beside the lists (a total, the owner of the account) has no column that could be ticked.
        return (string) json_encode($lists[''] ?? (object) $lists, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }

    /** @return array<string, object[]> lists of records of JSON by their name in the file; `''` where the file is the list */
    public static function lists(string $body): array
    {
        $data = json_decode($body);
        $candidates = is_array($data) ? ['' => $data] : get_object_vars((object) $data);
        return array_filter($candidates, static function ($list): bool {
            return is_array($list) && $list !== [] && count(array_filter($list, 'is_object')) === count($list);
        });
    }
}
