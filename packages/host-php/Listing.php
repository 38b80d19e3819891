<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';
require_once __DIR__ . '/Places.php';
require_once __DIR__ . '/Recipe.php';

/**
 * Lists of members or of events, `ess-list/1`, that are made of a source: the columns of a table that its recipe names, or what is
 * declared of a service, as they were written, and nothing else. TypeScript alone understands their cells.
 */
final class Listing
{
    public const FORMAT = 'ess-list/1';
    /** Rows of a table that are handed to the administrator who checks it. */
    public const CHECKED = 200;
    /** Most rows of a table. */
    private const ROWS = 20000;
    /** Rows in which the header is looked for. */
    private const HEADER_ROWS = 10;
    /** Most signs of a cell, as in the core. */
    private const LONGEST = 2000;
    /** Fields without which a list says nothing. */
    private const NEEDED = ['members' => ['name'], 'events' => ['name', 'start']];

    /**
     * Returns the list of a table, or of what a service answers.
     *
     * @param array<string, mixed> $table `rows`: those of a table with its header among them, or as `Feed::read` gives them
     * @param array<string, mixed> $row the source, as the settings keep it
     * @param int $read time of the reading, in seconds
     * @param Places|null $places finds the communes of rows; null where the site has no table of them
     * @throws Refused `unverified` without a recipe that names these columns, `column` where the table has not the column of names or of days
     */
    public static function made(array $table, array $row, int $read, ?Places $places = null): string
    {
        $recipe = Recipe::of("kind={$row['kind']}&{$row['recipe']}");
        // What a machine inside the network says of itself, and its name, are nobody's business.
        $source = ($row['isInternal'] ? [] : $table['source'] ?? []) + ['title' => '', 'publisher' => '', 'licence' => ''];
        $list = isset($table['fields']) ? array_intersect_key($table, ['kind' => 1, 'fields' => 1, 'rows' => 1]) : self::chosen($table, $recipe);
        $list = $places === null ? $list : self::placed($list, $places);
        return self::json(['format' => self::FORMAT, 'kind' => $list['kind']]
            + (isset($recipe['zone']) ? ['zone' => $recipe['zone']] : [])
            + [
                'source' => [
                    'title' => $recipe['credit']['name'] ?? ($source['title'] ?: $source['publisher']),
                    'host' => $row['isInternal'] ? '' : (string) parse_url($row['address'], PHP_URL_HOST),
                    'licence' => $recipe['credit']['licence'] ?? $source['licence'],
                ],
                'read' => gmdate('Y-m-d\TH:i:s\Z', $read),
            ]
            + (empty($table['isPart']) ? [] : ['isPart' => true])
            + array_intersect_key($list, ['placed' => 1])
            + ['fields' => $list['fields'], 'rows' => $list['rows']]);
    }

    /**
     * Returns a list with the codes of the communes of its rows, where it has none: `placed` says that they are the server's. Where these
     * lie is the page's to say: a point beside a row would be taken for its address.
     *
     * @param array<string, mixed> $list
     * @return array<string, mixed>
     */
    private static function placed(array $list, Places $places): array
    {
        $at = array_flip($list['fields']);
        $told = array_intersect_key($at, array_flip(Places::FIELDS));
        if ($told === [] || isset($at['insee'])) {
            return $list;
        }
        $codes = $places->codesOf(array_map(static function (array $cells) use ($told): array {
            return array_map(static function (int $column) use ($cells): string {
                return (string) ($cells[$column] ?? '');
            }, $told);
        }, $list['rows']));
        if (implode('', $codes) === '') {
            return $list;
        }
        foreach ($codes as $row => $code) {
            $list['rows'][$row][] = $code;
        }
        $list['fields'][] = 'insee';
        return ['placed' => true] + $list;
    }

    /**
     * Returns what a recipe chooses of a table.
     *
     * @param array<string, mixed> $table
     * @param array<string, mixed> $recipe
     * @return array{kind: string, fields: string[], rows: array<int, string[]>}
     * @throws Refused
     */
    private static function chosen(array $table, array $recipe): array
    {
        $kind = Recipe::kind($recipe);
        $columns = array_filter($recipe['columns'] ?? [], 'is_string');
        if ($kind === null || array_diff(self::NEEDED[$kind], $columns) !== []) {
            throw new Refused('unverified');
        }
        $rows = self::withHeader($table);
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
        return ['kind' => $kind, 'fields' => array_keys($found), 'rows' => $list];
    }

    /**
     * Returns the titles of the columns that a recipe reads and a table has no longer: the others are read without them.
     *
     * @param array<string, mixed> $table as `made` has it
     * @param array<string, mixed> $row the source, as the settings keep it
     * @return string[]
     */
    public static function missing(array $table, array $row): array
    {
        $titles = array_keys(array_filter(Recipe::of("kind={$row['kind']}&{$row['recipe']}")['columns'] ?? [], 'is_string'));
        $rows = isset($table['fields']) || $titles === [] ? [] : self::withHeader($table);
        $cells = $rows[self::header($rows, $titles)] ?? null;
        return $cells === null ? [] : array_values(array_filter(array_map('strval', $titles), static function (string $title) use ($cells): bool {
            return self::column($title, $cells) === null;
        }));
    }

    /**
     * Returns the rows of a table, its header among them.
     *
     * @param array<string, mixed> $table as `made` has it
     * @return array<int, string[]>
     */
    public static function withHeader(array $table): array
    {
        $titles = $table['titles'] ?? $table['fields'] ?? null;
        return $titles === null ? $table['rows'] : array_merge([$titles], $table['rows']);
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
        $titled = array_intersect_key(self::fields($row), array_flip($ticked));
        $shown = array_merge($ticked, $titled);
        if (isset($data['placed'])) {
            // The code of a commune says what it was found by: it is as public as all of that.
            $isTold = array_diff(array_intersect($data['fields'], Places::FIELDS), $shown) === [];
            $shown = $isTold ? array_merge($shown, ['insee']) : array_diff($shown, ['insee']);
        }
        $kept = array_keys(array_intersect($data['fields'], $shown));
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
     * Returns the rows of CSV, the header among them.
     *
     * @return array<int, string[]>
     * @throws Refused `size` for more rows than a list has
     */
    public static function rows(string $body): array
    {
        $rows = Csv::rows(self::decoded($body), self::ROWS + 1);
        if (count($rows) > self::ROWS) {
            throw new Refused('size');
        }
        return $rows;
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
