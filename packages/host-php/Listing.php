<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';
require_once __DIR__ . '/Recipe.php';

/**
 * Lists of members or of events, `ess-list/1`, that are made of the table of a source: the columns that its recipe names, as they
 * were written, and nothing else of it. TypeScript alone understands their cells.
 */
final class Listing
{
    public const FORMAT = 'ess-list/1';
    /** Rows of a table that are handed to the administrator who checks it. */
    public const CHECKED = 200;
    /** Most rows of a table, and most cells of one in which each record has fields of its own. */
    private const ROWS = 20000;
    private const CELLS = 500000;
    /** Rows in which the header is looked for. */
    private const HEADER_ROWS = 10;
    /** Most signs of a cell, as in the core. */
    private const LONGEST = 2000;
    /** Fields without which a list says nothing. */
    private const NEEDED = ['members' => ['name'], 'events' => ['name', 'start']];
    /** Lists under which services answer with records, and properties that name a thing which a cell refers to. */
    private const LISTS = ['results', 'list', 'data', 'items', 'rows', 'records'];
    private const NAMES = ['value', 'label', 'title', 'name', 'Nom', 'Name', 'Title', 'fr'];

    /**
     * Returns the list of a table.
     *
     * @param string $body CSV or JSON
     * @param array<string, mixed> $row the source, as the settings keep it
     * @param int $read time of the reading, in seconds
     * @throws Refused `unverified` without a recipe that names these columns, `column` where the table has not the column of names or of days
     */
    public static function made(string $body, string $type, array $row, int $read): string
    {
        $recipe = Recipe::of("kind={$row['kind']}&{$row['recipe']}");
        $kind = Recipe::kind($recipe);
        $columns = array_filter($recipe['columns'] ?? [], 'is_string');
        if ($kind === null || array_diff(self::NEEDED[$kind], $columns) !== []) {
            throw new Refused('unverified');
        }
        $rows = self::rows($body, $type, $recipe['records'] ?? '');
        $header = self::header($rows, array_keys($recipe['columns']));
        $found = [];
        foreach ($columns as $title => $field) {
            $at = self::column((string) $title, $rows[$header] ?? []);
            if ($at !== null) {
                $found[$field] = $found[$field] ?? $at;
            } elseif (in_array($field, self::NEEDED[$kind], true)) {
                throw new Refused('column', (string) $title);
            }
        }
        $list = [];
        foreach (array_slice($rows, $header + 1) as $cells) {
            $kept = array_map(static function (int $at) use ($cells): string {
                return self::cell($cells[$at] ?? '');
            }, array_values($found));
            if (implode('', $kept) !== '') {
                $list[] = $kept;
            }
        }
        return self::json(['format' => self::FORMAT, 'kind' => $kind]
            + (isset($recipe['zone']) ? ['zone' => $recipe['zone']] : [])
            + [
                'source' => [
                    'title' => $recipe['credit']['name'] ?? '',
                    // The name of a machine inside the network is nobody's business.
                    'host' => $row['isInternal'] ? '' : (string) parse_url($row['address'], PHP_URL_HOST),
                    'licence' => $recipe['credit']['licence'] ?? '',
                ],
                'read' => gmdate('Y-m-d\TH:i:s\Z', $read),
                'fields' => array_keys($found),
                'rows' => $list,
            ]);
    }

    /**
     * Returns a list with what was ticked alone.
     *
     * @param string[] $ticked fields, or the headers of their columns, as settings of before have them
     * @param array<string, mixed> $row
     * @return string|null null where nothing of it is ticked, or where it is no list
     */
    public static function only(array $ticked, string $list, array $row): ?string
    {
        $data = json_decode($list, true);
        if (!self::isList($data)) {
            return null;
        }
        $fields = array_filter(self::fields($row), static function (string $field, $title) use ($ticked): bool {
            return array_intersect([$field, (string) $title], $ticked) !== [];
        }, ARRAY_FILTER_USE_BOTH);
        $kept = array_keys(array_intersect($data['fields'], $fields));
        if ($kept === []) {
            return null;
        }
        $of = static function (array $cells) use ($kept): array {
            return array_map(static function (int $at) use ($cells) {
                return $cells[$at];
            }, $kept);
        };
        // In its place: a list is known by its format, which comes first.
        return self::json(array_merge($data, ['fields' => $of($data['fields']), 'rows' => array_map($of, $data['rows'])]));
    }

    /**
     * @param array<string, mixed> $row
     * @return array<string, string> fields of a source by the headers of their columns; none before it was verified
     */
    public static function fields(array $row): array
    {
        return array_filter(Recipe::of("kind={$row['kind']}&{$row['recipe']}")['columns'] ?? [], 'is_string');
    }

    /** @param mixed $data */
    public static function isList($data): bool
    {
        return is_array($data) && ($data['format'] ?? null) === self::FORMAT;
    }

    /**
     * Returns the rows of a table, the header among them.
     *
     * @param string $records path of the list in JSON (`data.items`)
     * @return array<int, string[]>
     * @throws Refused `size` for more rows or cells than a list has
     */
    public static function rows(string $body, string $type, string $records): array
    {
        if ($type !== 'application/json') {
            $rows = Csv::rows(self::decoded($body), self::ROWS + 1);
            if (count($rows) > self::ROWS) {
                throw new Refused('size');
            }
            return $rows;
        }
        $list = self::records(json_decode($body, true), $records);
        $titles = [];
        foreach ($list as $record) {
            $titles += array_fill_keys(array_filter(array_keys($record), 'is_string'), true);
        }
        $titles = array_map('strval', array_keys($titles));
        if (count($list) > self::ROWS || count($list) * count($titles) > self::CELLS) {
            throw new Refused('size');
        }
        return array_merge([$titles], array_map(static function (array $record) use ($titles): array {
            return array_map(static function (string $title) use ($record): string {
                return self::text($record[$title] ?? '');
            }, $titles);
        }, $list));
    }

    /**
     * @param mixed $data
     * @return array<int, array<string, mixed>>
     */
    private static function records($data, string $path): array
    {
        foreach ($path === '' ? [] : explode('.', $path) as $key) {
            $data = is_array($data) ? $data[$key] ?? null : null;
        }
        $isList = static function ($list): bool {
            return is_array($list) && $list !== [] && array_filter($list, 'is_array') === $list;
        };
        foreach ($path === '' && is_array($data) ? self::LISTS : [] as $name) {
            $data = $isList($data[$name] ?? null) ? $data[$name] : $data;
        }
        return $isList($data) ? array_values(array_map(static function (array $record): array {
            // Grist has the cells of a record under this name.
            return isset($record['fields'], $record['id']) && is_array($record['fields']) ? $record['fields'] : $record;
        }, $data)) : [];
    }

    /** @param mixed $value of a cell of JSON */
    private static function text($value): string
    {
        if (is_array($value)) {
            foreach (self::NAMES as $name) {
                if (isset($value[$name])) {
                    return self::text($value[$name]);
                }
            }
            return isset($value[0]) ? implode(', ', array_map([self::class, 'text'], $value)) : '';
        }
        return is_bool($value) ? ($value ? 'true' : 'false') : (string) $value;
    }

    /** Returns a text in UTF-8: spreadsheets write that of Windows, too. */
    private static function decoded(string $text): string
    {
        if (preg_match('//u', $text)) {
            return $text;
        }
        $found = function_exists('iconv') ? @iconv('CP1252', 'UTF-8//IGNORE', $text) : false;
        return $found === false ? (string) preg_replace('/[^\x00-\x7f]/', '?', $text) : $found;
    }

    private static function cell(string $text): string
    {
        $text = trim($text);
        return preg_match('/^.{0,' . self::LONGEST . '}/su', $text, $found) ? $found[0] : '';
    }

    /**
     * @param array<int, string[]> $rows
     * @param array<int, int|string> $titles
     */
    private static function header(array $rows, array $titles): int
    {
        $best = 0;
        $most = 0;
        foreach (array_slice($rows, 0, self::HEADER_ROWS) as $at => $cells) {
            $count = count(array_filter($titles, static function ($title) use ($cells): bool {
                return self::column((string) $title, $cells) !== null;
            }));
            [$best, $most] = $count > $most ? [$at, $count] : [$best, $most];
        }
        return $best;
    }

    /** @param string[] $cells of a header */
    private static function column(string $title, array $cells): ?int
    {
        $exact = array_search(trim($title), array_map('trim', $cells), true);
        if ($exact !== false) {
            return $exact;
        }
        $names = array_map([self::class, 'nameOf'], $cells);
        [$base, $count] = preg_match('/^(.*)#([1-9]\d?)$/sD', $title, $found) ? [$found[1], (int) $found[2]] : [$title, 1];
        $same = array_keys($names, self::nameOf($base), true);
        $name = self::nameOf($title);
        // « Nom #2 » may be what the column itself is called.
        $at = $same[$count - 1] ?? array_search($name, $names, true);
        return $name === '' || $at === false ? null : $at;
    }

    /** Returns the words of a header in one spelling, without what stands between them. */
    private static function nameOf(string $text): string
    {
        return (string) preg_replace('/[^a-z0-9]+/', '', strtolower(strtr($text, Sources::LETTERS)));
    }

    /** @param array<string, mixed> $data */
    private static function json(array $data): string
    {
        return (string) json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
    }
}
