<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';
require_once __DIR__ . '/Expression.php';

/**
 * Reads the answer of a service as what is declared of it (`feeds.json`), as `feed.ts` of the core does: pages only at the addresses
 * of the service, to the first that brings nothing new, one record a key. An answer that was saved elsewhere is read as it is.
 */
final class Feed
{
    private const MAX_PAGES = 50;
    private const MAX_RECORDS = 10000;
    /** Times of one event that are read. */
    private const MAX_TIMES = 800;
    /** Bytes that all answers and cells may take, with what an object or a list, and a cell, take in the memory of PHP besides. */
    private const MAX_BYTES = 30000000;
    private const THING = 200;
    private const CELL = 40;
    /** Records of which the kind of all is told. */
    private const FIRST = 20;

    /** @var string */
    private $src;
    /** @var callable(string): string */
    private $fetch;
    /** @var array<int, array<string, mixed>> */
    private $feeds;
    /** @var array<string, string> */
    private $options;
    /** @var int */
    private $left = self::MAX_BYTES;
    /** @var bool whether the first answer has come */
    private $isAsked = false;
    /** @var array<string, array{0: string, 1: string}>|null columns that an answer has described before the records */
    private $columns;

    /**
     * Returns the list at the address of a service, or in an answer of it that was saved.
     *
     * Where the service says what each value is, `fields` are those of `FIELDS[kind]` of the core, and the list is one of
     * `ess-list/1` once the caller has put its name, host and time to it. Where it does not (Opendatasoft, a table in JSON),
     * there are the `titles` of the columns instead, which a recipe gives their fields, and `kind` may be null. Cells are
     * texts as the core hands them to the reading of a table: it makes the same records of them. Columns that no row fills,
     * and rows without a cell, are left out.
     *
     * Null: the server does not read it, and the page does: an address of no declared service, one whose public key is not
     * given, a choice of tables, columns that a service describes apart from the rows (Grist, Baserow, NocoDB), lines of cells, files in CSV.
     * Of one of these three that no browser may read (`isClosed`) the server reads the columns; of a Grist the one table there is, or
     * the named one.
     *
     * @param string $src address of the answer, whose fragment is left aside
     * @param callable(string): string $fetch returns the body at an address, and throws `Refused` for another status than 200, and
     *   `enough` for a page where enough was read: the one that was given, with what the service is asked besides and its key, its pages, and what it says of the list
     * @param array<string, string> $options `format` of the service, which its own addresses tell by themselves; `kind`, `key`, and
     *   `records` (path of the list) and `table` as the recipe has them; `isClosed` where the page must not read it
     * @return array{kind: string|null, fields?: string[], titles?: string[], rows: array<int, string[]>,
     *   source: array{title: string, publisher: string, licence: string}, isPart: bool}|null `source`: what the service says
     *   of the list, empty texts where it does not; `isPart`: records are missing of those that it has
     * @throws Refused `form`, the answer is no JSON or holds no list; `size`; `host`, it goes on at another host; `status`, a map
     *   wants a token, or there is no such agenda; and what `$fetch` throws for the answer or one of its pages
     */
    public static function read(string $src, callable $fetch, array $options = []): ?array
    {
        $src = explode('#', $src, 2)[0];
        $format = self::formatOf($src, $options['format'] ?? '');
        $feeds = array_values(array_filter(self::table()['feeds'], static function (array $feed) use ($format): bool {
            return $feed['format'] === $format;
        }));
        return $feeds === [] ? null : (new self($src, $fetch, $feeds, $options))->list($src);
    }

    /** Returns the format that a service has, or an address tells by itself, where it is declared; an empty text where none is. */
    public static function formatOf(string $src, string $format): string
    {
        foreach (self::table()['feeds'] as $feed) {
            if ($format === '' ? self::isAt($feed, explode('#', $src, 2)[0]) : $feed['format'] === $format) {
                return $feed['format'];
            }
        }
        return '';
    }

    /** Returns whether a service says what each value is: then its list needs no recipe. */
    public static function hasFields(string $format): bool
    {
        return in_array($format, array_column(array_filter(self::table()['feeds'], static function (array $feed): bool {
            return isset($feed['fields']);
        }), 'format'), true);
    }

    /** @return array<string, mixed> what the core declares */
    public static function table(): array
    {
        static $table = null;
        return $table ?? $table = require __DIR__ . '/feed-table.php';
    }

    /**
     * @param array<int, array<string, mixed>> $feeds
     * @param array<string, string> $options
     */
    private function __construct(string $src, callable $fetch, array $feeds, array $options)
    {
        $this->src = $src;
        $this->fetch = $fetch;
        $this->feeds = $feeds;
        $this->options = $options;
    }

    /**
     * @param string $title of the list, where an answer before has named it
     * @return array<string, mixed>|null
     */
    private function list(string $at, string $title = ''): ?array
    {
        $own = array_values(array_filter($this->feeds, static function (array $feed) use ($at): bool {
            return self::isAt($feed, $at);
        }));
        $address = $own === [] ? $at : self::withQuestion($at, $own[0]);
        if ($own !== [] && $this->secret() !== null && ($this->options['key'] ?? '') === '') {
            return null;
        }
        $answer = $this->ask($address, $own !== []);
        $feed = null;
        foreach (array_merge($own, $this->feeds) as $each) {
            if (!isset($each['is']) || Expression::read($each['is'], $answer) === true) {
                $feed = $each;
                break;
            }
        }
        if ($feed === null) {
            throw new Refused('form');
        }
        $isService = self::isAt($feed, $address);
        if (isset($feed['tables']['isFirst']) && $isService) {
            [$to, $name] = self::firstOf($answer, $feed['tables']);
            return $this->list($to, $name);
        }
        $isLines = isset($feed['lines']) && is_array($answer) && array_filter($answer, 'is_array') !== [];
        $isDescribed = isset($feed['columns']) && ($isService || !isset($feed['columns']['at']));
        if ($isService && isset($feed['tables'], $this->options['isClosed'])) {
            return $this->list($this->tableAt($answer, $feed['tables'], $address));
        }
        if ($isService && isset($this->options['isClosed']) && isset($feed['rows'])) {
            $this->columns = self::columnsIn($answer, $feed['columns']);
            [$pattern, $to] = $feed['rows'];
            return $this->list((string) preg_replace("\1$pattern\1", $to, $address), Expression::text(Expression::read($feed['about']['title'], $answer)));
        }
        if ($isService && isset($this->options['isClosed']) && ($this->columns !== null || isset($feed['columns']['at']))) {
            [$records, $isPart] = $this->pages($feed, $address, $answer, true);
            return $this->described($records, $feed, $address) + ['source' => ['title' => Expression::cell($title), 'publisher' => '', 'licence' => ''], 'isPart' => $isPart];
        }
        if ($isLines || isset($feed['tables']) || isset($feed['rows']) || $isDescribed) {
            return null;
        }
        [$records, $isPart] = $this->pages($feed, $address, $answer, $isService);
        $alike = self::alike($records, $feed);
        $records = array_filter(self::onePerKey($records, $alike), static function (object $record) use ($feed): bool {
            foreach ($feed['only'] ?? [] as $condition) {
                if (Expression::read($condition, $record) !== true) {
                    return false;
                }
            }
            return true;
        });
        if ($records === [] && !isset($feed['fields'])) {
            throw new Refused('form');
        }
        $names = isset($feed['names']) ? $this->names($records, $feed['names'], $isService) : [];
        $remark = isset($feed['partial']) ? Expression::read($feed['partial'], $answer) : '';
        return $this->tableOf(array_values($records), $alike, $names) + [
            'source' => $this->source($feed, $address, $answer, $isService, $title),
            'isPart' => $isPart || (is_string($remark) && $remark !== ''),
        ];
    }

    /**
     * Returns the address of the records of a table: of the one that is named, else of the only one.
     *
     * @param mixed $answer
     * @param array<string, mixed> $tables
     * @throws Refused `tables`, with those there are
     */
    private function tableAt($answer, array $tables, string $address): string
    {
        $list = Expression::read($tables['list'], $answer);
        $ids = [];
        foreach (is_array($list) ? $list : [] as $each) {
            $isAside = isset($tables['unless']) && Expression::isFilled(Expression::read($tables['unless'], $each));
            $ids = array_merge($ids, $isAside ? [] : [Expression::text(Expression::read($tables['id'], $each))]);
        }
        $named = $this->options['table'] ?? '';
        $found = array_values($named === '' ? $ids : array_intersect($ids, [$named]));
        if (count($found) !== 1) {
            throw new Refused('tables', implode(', ', array_slice($ids, 0, 20)));
        }
        return preg_replace('~[^/]*$~', '', explode('?', $address, 2)[0]) . str_replace('{id}', rawurlencode($found[0]), $tables['to']);
    }

    /**
     * Returns the columns that an answer describes, but those of people, of files, of what may not be shown, and of Grist those
     * that say the number of a record of another table.
     *
     * @param mixed $answer
     * @param array<string, mixed> $columns
     * @return array<string, array{0: string, 1: string}> titles and types by the key in records
     */
    private static function columnsIn($answer, array $columns): array
    {
        $list = Expression::read($columns['list'], $answer);
        $known = [];
        foreach (is_array($list) ? $list : [] as $each) {
            $type = Expression::text(Expression::read($columns['type'], $each));
            $isAside = isset($columns['unless']) && (bool) Expression::read($columns['unless'], $each);
            if (!$isAside && !preg_match("\1{$columns['hidden']}|^Ref(?:List)?:\1", $type)) {
                $known[Expression::text(Expression::read($columns['key'], $each))] = [Expression::text(Expression::read($columns['title'], $each)), $type];
            }
        }
        return $known;
    }

    /**
     * Returns records by the columns that their service describes, in the answer before or beside them.
     *
     * @param object[] $records
     * @param array<string, mixed> $feed
     * @return array{kind: null, titles: string[], rows: array<int, string[]>}
     */
    private function described(array $records, array $feed, string $address): array
    {
        [$pattern, $to] = $feed['columns']['at'] ?? ['', ''];
        $known = $this->columns ?? self::columnsIn($this->ask((string) preg_replace("\1$pattern\1", $to, $address)), $feed['columns']);
        $rows = array_map(static function (object $record) use ($known, $feed): array {
            $fields = isset($feed['within']) ? Expression::read($feed['within'], $record) : $record;
            return array_map(static function (string $key, array $column) use ($fields, $feed): string {
                $value = is_object($fields) ? ($fields->$key ?? null) : null;
                // Cells of Grist alone lie in a part of their record.
                if (!isset($feed['within'])) {
                    return Expression::cell($value);
                }
                if (is_array($value)) {
                    // A list begins with a letter that says what it is.
                    return ($value[0] ?? '') === 'L' ? implode('; ', array_filter(array_map([Expression::class, 'text'], array_slice($value, 1)), 'strlen')) : '';
                }
                $isDay = preg_match('/^Date(Time)?\b/', $column[1], $found) && (is_int($value) || is_float($value));
                return $isDay ? gmdate(isset($found[1]) ? 'Y-m-d\TH:i:s\Z' : 'Y-m-d', (int) $value) : Expression::text($value);
            }, array_map('strval', array_keys($known)), array_values($known));
        }, array_values($records));
        return ['kind' => null, 'titles' => array_column(array_values($known), 0), 'rows' => $rows];
    }

    /** @return string|null the parameter of the public key */
    private function secret(): ?string
    {
        foreach ($this->feeds as $feed) {
            if (isset($feed['secret'])) {
                return $feed['secret'];
            }
        }
        return null;
    }

    /**
     * @param bool $isService whether it is an address of the service, which may want its key
     * @return mixed
     * @throws Refused
     */
    private function ask(string $at, bool $isService = true)
    {
        $secret = $isService ? $this->secret() : null;
        $keyed = $secret === null ? $at : $at . (strpos($at, '?') === false ? '?' : '&') . "$secret=" . rawurlencode($this->options['key'] ?? '');
        $body = (string) preg_replace('/^\xef\xbb\xbf/', '', ($this->fetch)($keyed === $this->src ? $keyed : Address::of($keyed)->url()));
        $this->spend(strlen($body) + self::THING * Expression::things($body));
        foreach ($this->isAsked || preg_match('/^\s*[[{]/', $body) ? [] : $this->feeds as $feed) {
            if (isset($feed['closed']) && preg_match("\1{$feed['closed']}\1i", $body)) {
                throw new Refused('status', '401');
            }
        }
        $this->isAsked = true;
        $answer = Expression::decoded($body);
        if (!Expression::isThing($answer)) {
            throw new Refused('form');
        }
        return $answer;
    }

    /** @throws Refused `size` where more was read than a server has memory for */
    private function spend(int $bytes): void
    {
        $this->left -= $bytes;
        if ($this->left < 0) {
            throw new Refused('size');
        }
    }

    /**
     * Returns the first of what an answer names: the address of its records, and what it is called.
     *
     * @param mixed $answer
     * @param array<string, mixed> $tables
     * @return array{0: string, 1: string}
     */
    private static function firstOf($answer, array $tables): array
    {
        $list = Expression::read($tables['list'], $answer);
        foreach (is_array($list) ? $list : [$list] as $each) {
            $id = Expression::read($tables['id'], $each);
            if (Expression::isFilled($id)) {
                $name = Expression::text(Expression::read($tables['name'], $each) ?? $id);
                return [str_replace('{id}', rawurlencode(Expression::text($id)), $tables['to']), $name];
            }
        }
        throw new Refused('status', '404');
    }

    /**
     * Returns the records of all pages, and whether some are missing.
     *
     * @param array<string, mixed> $feed
     * @param mixed $answer
     * @return array{0: object[], 1: bool}
     */
    private function pages(array $feed, string $address, $answer, bool $isService): array
    {
        $page = $this->page($answer, $address, $feed);
        [$records, $total] = [$page['records'], $page['total'] ?? 0];
        [$asked, $known, $isRepeated] = [[$address => true], [], false];
        $note = static function (array $records) use (&$known, $feed): void {
            foreach ($records as $record) {
                $key = self::key($record, $feed);
                $known[$key === '' ? 'f' . md5((string) json_encode($record)) : "k$key"] = true;
            }
        };
        $note($page['next'] !== null && $isService ? $records : []);
        while ($page['next'] !== null && $isService && count($records) < self::MAX_RECORDS && count($asked) < self::MAX_PAGES) {
            // Cells take memory as answers do.
            if ($this->left < self::MAX_BYTES / 2) {
                break;
            }
            $next = $page['next'];
            $before = count($known);
            $isRead = isset($asked[$next]);
            try {
                $page = $isRead ? ['records' => [], 'total' => null, 'next' => null, 'elsewhere' => null] : $this->page($this->ask($next), $next, $feed);
            } catch (Refused $refused) {
                if ($refused->getMessage() !== 'enough') {
                    throw $refused;
                }
                break;
            }
            $asked[$next] = true;
            $total = max($total, $page['total'] ?? 0);
            $note($page['records']);
            // A server that always names a next page would be asked for ever.
            if (count($known) === $before) {
                $isRepeated = $isRead || $page['records'] !== [];
                $page = ['next' => null, 'elsewhere' => null];
                break;
            }
            array_push($records, ...$page['records']);
        }
        $count = count($records);
        if ($count > self::MAX_RECORDS || ($page['next'] !== null && $count === self::MAX_RECORDS)) {
            return [array_slice($records, 0, self::MAX_RECORDS), true];
        }
        // A total that is reached says that nothing is missing, whatever the service names next.
        $isWhole = $total > 0 && $total <= $count;
        if ($page['elsewhere'] !== null && $isService && !$isWhole) {
            throw new Refused('host', $page['elsewhere']);
        }
        $isMore = $page['next'] !== null || ($page['elsewhere'] !== null && !$isWhole);
        return [$records, $total > $count || $isMore || ($isRepeated && $total === 0)];
    }

    /**
     * @param mixed $answer
     * @param array<string, mixed> $feed
     * @return array{records: object[], total: int|float|null, next: string|null, elsewhere: string|null}
     * @throws Refused `form` for an answer that holds no list
     */
    private function page($answer, string $at, array $feed): array
    {
        $path = $this->options['records'] ?? null;
        $list = Expression::read($path ?? $feed['records'] ?? '.', $answer);
        if ($path !== null && is_object($list)) {
            $list = array_values(array_filter(Expression::entries($list), [Expression::class, 'isThing']));
        }
        $isOne = isset($feed['single']) && is_object($list) && property_exists($list, $feed['single']);
        $list = $isOne ? [$list] : $list;
        $records = [];
        foreach (is_array($list) ? $list : [] as $each) {
            if (is_array($each) && isset($feed['compact'])) {
                $each = (object) array_combine($feed['compact'], array_pad(array_slice($each, 0, count($feed['compact'])), count($feed['compact']), null));
            }
            if (is_object($each)) {
                $records[] = $each;
            }
        }
        // An object whose values are no records, or a list of anything, is none of this feed.
        if (!is_array($list) || ($records === [] && ($list !== [] || $path !== null))) {
            throw new Refused('form');
        }
        $total = isset($feed['page']['total']) ? Expression::read($feed['page']['total'], $answer) : null;
        $total = is_int($total) || is_float($total) ? $total : null;
        return ['records' => $records, 'total' => $total]
            + self::next($answer, $at, $feed['page'] ?? [], count($records), $total)
            + ['next' => null, 'elsewhere' => null];
    }

    /**
     * Returns the address of the next page: the one that a service names, or that of the page after this one.
     *
     * @param mixed $answer
     * @param array<string, mixed> $page
     * @param int|float|null $total
     * @return array{next?: string, elsewhere?: string}
     */
    private static function next($answer, string $at, array $page, int $count, $total): array
    {
        $named = isset($page['next']) ? Expression::read($page['next'], $answer) : null;
        if (is_string($named) && $named !== '') {
            // A service behind another server may name itself otherwise: the page is what counts.
            if (isset($page['search'])) {
                return ['next' => self::bare($at) . (preg_match('/\?[^#]*/', $named, $found) ? $found[0] : '')];
            }
            [$here, $there] = [self::resolved($at, $at), self::resolved($named, $at)];
            if ($here === null || $there === null || self::hostOf($here) !== self::hostOf($there)) {
                return ['elsewhere' => $there === null ? $named : $there->host];
            }
            return ['next' => "$here->scheme:" . strstr($there->url(), '//')];
        }
        if (isset($page['cursor'])) {
            [$parameter, $place] = $page['cursor'];
            $position = Expression::read($place, $answer);
            if (!is_array($position) || $position === [] || ($total !== null && $total <= $count)) {
                return [];
            }
            return ['next' => explode("&$parameter=", $at, 2)[0] . implode('', array_map(static function ($each) use ($parameter): string {
                return "&$parameter=" . rawurlencode(Expression::text($each));
            }, $position))];
        }
        $counted = $page['offset'] ?? $page['number'] ?? null;
        if ($counted === null || $count === 0) {
            return [];
        }
        $own = self::question($at);
        $size = isset($page['size']) ? self::numberIn($own, $page['size'][0], $page['size'][1]) : null;
        $from = self::numberIn($own, $counted, isset($page['offset']) ? 0 : 1);
        $last = isset($page['last']) ? Expression::read($page['last'], $answer) : null;
        $isEnd = is_bool($last) ? $last : (is_int($last) || is_float($last) ? $from >= $last : $size === null || $count < $size);
        // What is announced never asks for a page; once that many are read, there is none to ask for.
        $isWhole = isset($page['offset']) && $from + $count >= min($total ?? INF, $page['most'] ?? INF);
        if ($isEnd || $isWhole) {
            return [];
        }
        $next = [$counted, (string) ($from + (isset($page['offset']) ? $count : 1))];
        $same = array_keys(array_column($own, 0), $counted, true);
        $own = array_diff_key($own, array_flip(array_slice($same, 1)));
        $own[$same[0] ?? count($own)] = $next;
        return ['next' => self::bare($at) . '?' . self::joined($own)];
    }

    /** @param array<string, mixed> $feed */
    private static function key(object $record, array $feed): string
    {
        return isset($feed['key']) ? Expression::text(Expression::read($feed['key'], $record)) : '';
    }

    /**
     * Returns one record a key: the newest, where none says when it was changed the last that was written.
     *
     * @param object[] $records
     * @param array<string, mixed> $feed
     * @return object[]
     */
    private static function onePerKey(array $records, array $feed): array
    {
        $kept = [];
        $newest = static function (object $record) use ($feed): string {
            return isset($feed['newest']) ? Expression::text(Expression::read($feed['newest'], $record)) : '';
        };
        foreach ($records as $index => $record) {
            $key = self::key($record, $feed);
            $place = $key === '' ? $index : "k$key";
            if (!isset($kept[$place]) || strcmp($newest($record), $newest($kept[$place])) >= 0) {
                $kept[$place] = $record;
            }
        }
        return array_values($kept);
    }

    /**
     * Returns the feed itself, or the one that events look like which were saved without what was around them.
     *
     * @param object[] $records
     * @param array<string, mixed> $feed
     * @return array<string, mixed>
     */
    private static function alike(array $records, array $feed): array
    {
        foreach (isset($feed['lines']) && self::kindOf($records) !== null ? self::table()['feeds'] : [] as $each) {
            $alike = isset($each['like']) ? array_filter($records, static function (object $record) use ($each): bool {
                $found = Expression::read($each['like'], $record);
                return Expression::isFilled($found) && $found !== false;
            }) : [];
            if (isset($each['like']) && count($alike) * 2 >= count($records)) {
                return $each;
            }
        }
        return $feed;
    }

    /** @param object[] $records */
    private static function kindOf(array $records): ?string
    {
        $first = array_slice($records, 0, self::FIRST);
        $dated = array_filter($first, static function (object $record): bool {
            foreach (get_object_vars($record) as $key => $value) {
                if ($value !== null && $value !== '' && $value !== [] && in_array(strtolower((string) $key), self::table()['dates'], true)) {
                    return true;
                }
            }
            return false;
        });
        return $dated !== [] && count($dated) * 2 >= count($first) ? 'events' : null;
    }

    /**
     * Returns the names of categories that are numbers; none where they cannot be had: a list without them is one.
     *
     * @param object[] $records
     * @param array<string, string> $names
     * @return array<int|string, string>
     */
    private function names(array $records, array $names, bool $isService): array
    {
        foreach ($isService ? $records : [] as $record) {
            $list = Expression::read($names['of'], $record);
            if (is_array($list) && array_filter($list, [Expression::class, 'isNumber']) !== []) {
                $found = [];
                $url = self::resolved($names['at'], $this->src);
                self::visit($url === null ? null : $this->beside($url->url()), $found, 0);
                return $found;
            }
        }
        return [];
    }

    /**
     * @param mixed $value
     * @param array<int|string, string> $found
     */
    private static function visit($value, array &$found, int $depth): void
    {
        if ($depth > 12 || !Expression::isThing($value)) {
            return;
        }
        if (is_object($value) && isset($value->id) && is_string($value->name ?? null)) {
            $found[Expression::text($value->id)] = $value->name;
        }
        foreach (is_array($value) ? $value : [$value->options ?? null, $value->subcategories ?? null, $value->children ?? null] as $each) {
            self::visit($each, $found, $depth + 1);
        }
    }

    /**
     * @param object[] $records
     * @param array<string, mixed> $feed
     * @param array<int|string, string> $names
     * @return array<string, mixed>
     */
    private function tableOf(array $records, array $feed, array $names): array
    {
        $inner = array_map(static function (object $record) use ($feed): object {
            $own = isset($feed['within']) ? $record->{$feed['within']} ?? null : null;
            $own = is_array($own) ? (object) $own : clone ($own instanceof \stdClass ? $own : $record);
            foreach ($feed['put'] ?? [] as $name => $place) {
                $value = Expression::read($place, $record);
                if ($value !== null) {
                    $own->{$name} = $value;
                }
            }
            return $own;
        }, $records);
        $found = self::kindOf($inner);
        $kind = isset($feed['fields']) ? $this->fieldsOf($feed['fields'], $found, $records) : null;
        $titles = [];
        foreach ($kind === null ? $inner : [] as $record) {
            $titles += array_fill_keys(array_keys(Expression::entries($record)), true);
        }
        $isNameless = $kind === null && isset($feed['fields']);
        $titles = array_map('strval', array_keys(($isNameless ? ['nom' => true] : []) + $titles));
        $fields = $kind === null ? $titles : array_values(array_intersect(array_keys(self::table()['fields'][$kind]), array_keys($feed['fields'][$kind])));
        $words = $feed['words'] ?? [];
        $rows = [];
        $filled = [];
        foreach ($inner as $record) {
            foreach (self::times($record, $feed['spread'] ?? null) as $one) {
                $cells = [];
                foreach ($fields as $at => $field) {
                    $value = $kind === null ? $one->{$field} ?? null : Expression::read($feed['fields'][$kind][$field], $one, $words, $names);
                    if ($isNameless && $at === 0) {
                        $value = $value ?? Expression::read($feed['fields']['members']['name'] ?? '.none', $one, $words, $names);
                    }
                    $cells[] = Expression::cell($value);
                    $filled[$at] = $filled[$at] ?? ($cells[$at] !== '' ? true : null);
                }
                $this->spend(strlen(implode('', $cells)) + self::CELL * count($cells));
                if (implode('', $cells) !== '') {
                    $rows[] = $cells;
                }
            }
        }
        $kept = array_filter($fields, static function (string $field, int $at) use ($filled, $kind): bool {
            return isset($filled[$at]) || ($kind !== null && in_array($field, ['title', 'start', 'name'], true));
        }, ARRAY_FILTER_USE_BOTH);
        $rows = array_map(static function (array $cells) use ($kept): array {
            return array_values(array_intersect_key($cells, $kept));
        }, $rows);
        if ($kind === null) {
            return ['kind' => $found, 'titles' => array_values($kept), 'rows' => $rows];
        }
        $fields = array_map(static function (string $field) use ($kind): string {
            return self::table()['fields'][$kind][$field];
        }, array_values($kept));
        return ['kind' => $kind, 'fields' => $fields, 'rows' => $rows];
    }

    /**
     * Returns which fields of a feed its records have; null where nothing says which kind they are.
     *
     * @param array<string, array<string, string>> $fields
     * @param object[] $records
     */
    private function fieldsOf(array $fields, ?string $found, array $records): ?string
    {
        if (count($fields) === 1) {
            return array_keys($fields)[0];
        }
        $told = $this->options['kind'] ?? '';
        if (isset($fields[$told]) || $found !== null || $records === []) {
            // An agenda may have nothing to come; a list of members that is empty has lost them.
            return isset($fields[$told]) ? $told : 'events';
        }
        foreach ($records as $record) {
            foreach (['town', 'lat', 'postcode'] as $place) {
                // A name alone is that of anything: a member has a place.
                if (Expression::isFilled(Expression::read($fields['members'][$place] ?? '.none', $record))) {
                    return 'members';
                }
            }
        }
        return null;
    }

    /**
     * @param array<string, mixed>|null $spread
     * @return iterable<object> a record for each time of an event
     */
    private static function times(object $record, ?array $spread): iterable
    {
        $times = $spread === null ? [] : Expression::read($spread['times'], $record);
        $times = array_slice(array_filter(is_array($times) ? $times : [], [Expression::class, 'isThing']), 0, self::MAX_TIMES);
        if ($times === []) {
            yield $record;
        }
        foreach ($times as $index => $time) {
            $one = clone $record;
            $id = $record->{$spread['number']} ?? null;
            if (count($times) > 1 && $id !== null) {
                $one->{$spread['number']} = Expression::joined($id) . '/' . ($index + 1);
            }
            foreach ($spread['set'] as $name => $place) {
                // The end of the last day is not that of the first.
                $one->{$name} = Expression::read($place, $time);
            }
            yield $one;
        }
    }

    /**
     * Returns what a service says of its list.
     *
     * @param array<string, mixed> $feed
     * @param mixed $answer
     * @return array{title: string, publisher: string, licence: string}
     */
    private function source(array $feed, string $address, $answer, bool $isService, string $title): array
    {
        $about = $feed['about'] ?? [];
        if (isset($about['at'])) {
            [$pattern, $to] = $about['at'];
            $answer = $isService ? $this->beside((string) preg_replace("\1$pattern\1D", $to, $address, 1)) : null;
        }
        $says = [];
        foreach (['title', 'publisher', 'licence'] as $name) {
            $says[$name] = isset($about[$name]) ? Expression::cell(Expression::text(Expression::read($about[$name], $answer, $feed['words'] ?? []))) : '';
        }
        return $title === '' ? $says : ['title' => Expression::cell($title)] + $says;
    }

    /** @return mixed what stands beside the records; null where it cannot be had, for these are what was asked for */
    private function beside(string $address)
    {
        try {
            return $this->ask($address);
        } catch (Refused $refused) {
            return null;
        }
    }

    /** @param array<string, mixed> $feed */
    private static function isAt(array $feed, string $address): bool
    {
        return isset($feed['api']) && preg_match("\1{$feed['api']}\1D", $address) === 1;
    }

    private static function resolved(string $href, string $base): ?Address
    {
        preg_match('~^(https?:)//[^/?#]*~i', $base, $origin);
        $starts = ['//' => $origin[1] ?? '', '/' => $origin[0] ?? '', '?' => self::bare($base)];
        foreach ($starts as $start => $before) {
            if (strpos($href, (string) $start) === 0) {
                $href = $before . $href;
                break;
            }
        }
        try {
            return Address::of($href);
        } catch (Refused $refused) {
            return null;
        }
    }

    private static function hostOf(Address $address): string
    {
        return (string) preg_replace('~^https?://|[/?].*$~D', '', $address->url());
    }

    private static function bare(string $address): string
    {
        return (string) preg_replace('/[?#].*$/sD', '', $address);
    }

    /**
     * Returns an address with what is asked for besides: of what the author did not say.
     *
     * @param array<string, mixed> $feed
     */
    private static function withQuestion(string $address, array $feed): string
    {
        $page = $feed['page'] ?? [];
        $wanted = ($feed['ask'] ?? [])
            + (isset($page['size']) ? [$page['size'][0] => (string) $page['size'][1]] : [])
            + (isset($page['number']) ? [$page['number'] => '1'] : []);
        if ($wanted === []) {
            return $address;
        }
        $own = self::question($address);
        foreach ($wanted as $name => $values) {
            $stem = substr($name, -2) === '[]' ? substr($name, 0, -2) : null;
            $same = array_filter($own, static function (array $pair) use ($name, $stem): bool {
                return $pair[0] === $name || ($stem !== null && strpos($pair[0], $stem) === 0);
            });
            foreach ($same === [] ? (array) $values : [] as $value) {
                $own[] = [$name, $value];
            }
        }
        return self::bare($address) . '?' . self::joined($own);
    }

    /** @return array<int, array{0: string, 1: string}> names and values of the question of an address */
    private static function question(string $address): array
    {
        $question = preg_match('/\?([^#]*)/', $address, $found) ? $found[1] : '';
        return array_map(static function (string $pair): array {
            return array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        }, array_values(array_filter(explode('&', $question), 'strlen')));
    }

    /** @param array<int, array{0: string, 1: string}> $pairs */
    private static function joined(array $pairs): string
    {
        return implode('&', array_map(static function (array $pair): string {
            return str_replace('%2A', '*', urlencode($pair[0]) . '=' . urlencode($pair[1]));
        }, $pairs));
    }

    /** @param array<int, array{0: string, 1: string}> $pairs */
    private static function numberIn(array $pairs, string $name, int $otherwise): int
    {
        foreach ($pairs as [$own, $value]) {
            if ($own === $name) {
                return preg_match('/^\d{1,9}$/D', $value) ? (int) $value : $otherwise;
            }
        }
        return $otherwise;
    }
}
