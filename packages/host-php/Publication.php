<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';

/**
 * Decides which part of a source becomes public. A source that is read with a key may hold columns for its owner alone, so
 * nothing of it is served but the columns that the administrator has ticked.
 */
final class Publication
{
    private const KEY = '/(?:^|[_-])(?:api-?key|key|token|secret|password|sig|signature|auth)$/i';

    /** Returns whether an address has a key, in its query or among the options of its fragment. */
    public static function isKeyed(string $url): bool
    {
        foreach ([PHP_URL_QUERY, PHP_URL_FRAGMENT] as $part) {
            foreach (explode('&', (string) parse_url($url, $part)) as $pair) {
                if (preg_match(self::KEY, rawurldecode(explode('=', $pair, 2)[0]))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns an address without what follows its path where this has a key: a page may be photographed, or seen over a shoulder. */
    public static function shown(string $url): string
    {
        return self::isKeyed($url) ? preg_replace('/[?#].*$/s', '?…', $url) ?? '' : $url;
    }

    /** @return string[] columns that a file has; none where its form has no columns that could be left out */
    public static function columns(string $body, string $type): array
    {
        if ($type === 'text/csv') {
            return array_values(array_filter(Csv::rows($body)[0], 'strlen'));
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
     * Returns a file with the ticked columns alone.
     *
     * @param string[] $ticked
     * @return string|null null where none of its columns is ticked
     */
    public static function only(array $ticked, string $body, string $type): ?string
    {
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
