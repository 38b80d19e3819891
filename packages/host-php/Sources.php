<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Guard.php';
require_once __DIR__ . '/Listing.php';
require_once __DIR__ . '/Services.php';

/**
 * The sources of a site, as its settings keep them: rows with a name each, and the row of the reference data. An address that is
 * saved here is one that the server may read; no other one is.
 *
 * A row has `name`, `address`, `kind` (`members`, `events`, `figures`; empty where what it holds tells), `recipe` (options behind
 * the address, as `columns=Nom:name`), `fields` (what of a source with a key, or inside the network, was ticked to become public)
 * and `isInternal` (whether the address led inside the network when it was saved: only then may it lead there).
 */
final class Sources
{
    /** Name of the row of the reference data. */
    public const REFERENCE = 'reference';
    public const MOST = 20;
    public const KINDS = ['members', 'events', 'figures'];
    private const EMPTY = ['name' => '', 'address' => '', 'kind' => '', 'recipe' => '', 'fields' => [], 'isInternal' => false];
    /** Names of rows that have none, by their kinds. */
    private const NAMES = ['' => 'source', 'members' => 'adherents', 'events' => 'agenda', 'figures' => 'chiffres'];
    /** Options behind an address that say how it is read; others belong to its service (`#gid=0`). */
    private const OPTIONS = ['kind', 'columns', 'table', 'header', 'records', 'id', 'zone', 'past', 'public', 'credit'];
    /** Letters of names that people type, in the spelling of names. */
    public const LETTERS = [
        'à' => 'a', 'â' => 'a', 'ä' => 'a', 'À' => 'a', 'Â' => 'a', 'ç' => 'c', 'Ç' => 'c', 'é' => 'e', 'è' => 'e', 'ê' => 'e', 'ë' => 'e',
        'É' => 'e', 'È' => 'e', 'Ê' => 'e', 'î' => 'i', 'ï' => 'i', 'Î' => 'i', 'ñ' => 'n', 'ô' => 'o', 'ö' => 'o', 'Ô' => 'o', 'œ' => 'oe',
        'ù' => 'u', 'û' => 'u', 'ü' => 'u',
    ];

    /** @var array<string, array<string, mixed>> */
    private $rows;

    /** @param mixed $rows as the settings keep them */
    public function __construct($rows)
    {
        $this->rows = [];
        foreach (is_array($rows) ? $rows : [] as $row) {
            $row = array_merge(self::EMPTY, is_array($row) ? $row : []);
            $this->rows[$row['name']] = $row;
        }
    }

    /** @return array<string, array<string, mixed>> rows by name, without the reference data */
    public function named(): array
    {
        return array_diff_key($this->rows, [self::REFERENCE => true]);
    }

    /** @return array<string, array<string, mixed>> rows by name */
    public function all(): array
    {
        return $this->rows;
    }

    /** @return array<string, mixed>|null the row of the reference data; null where these are the shipped copy */
    public function reference(): ?array
    {
        return $this->rows[self::REFERENCE] ?? null;
    }

    /** @return array<string, mixed>|null the row of an address as it was written */
    public function at(string $written): ?array
    {
        [$address] = self::parted($written);
        foreach ($this->rows as $row) {
            if ($row['address'] === $address || $row['address'] === $written) {
                return $row;
            }
        }
        return null;
    }

    /** @return string[] */
    public function addresses(): array
    {
        return array_column($this->rows, 'address');
    }

    /**
     * Returns the options of a row as the fragment of an address; empty for none.
     *
     * @param array<string, mixed> $row
     */
    public static function fragment(array $row, string $address = ''): string
    {
        $options = array_filter([$row['kind'] === '' ? '' : "kind={$row['kind']}", $row['recipe']], 'strlen');
        return $options === [] ? '' : (strpos($address, '#') === false ? '#' : '&') . implode('&', $options);
    }

    /** @return array{0: string, 1: string, 2: string} an address without our options, the kind that they say, and the others */
    public static function parted(string $written): array
    {
        [$address, $fragment] = explode('#', trim($written), 2) + [1 => ''];
        $kept = [];
        $options = [];
        $kind = '';
        foreach (preg_split('/[&#]/', $fragment, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $pair) {
            [$name, $value] = explode('=', $pair, 2) + [1 => null];
            if ($name === 'kind') {
                $kind = (string) $value;
            } elseif ($value !== null && in_array($name, self::OPTIONS, true)) {
                $options[] = $pair;
            } else {
                $kept[] = $pair;
            }
        }
        return [$address . ($kept === [] ? '' : '#' . implode('&', $kept)), in_array($kind, self::KINDS, true) ? $kind : '', implode('&', $options)];
    }

    /**
     * Returns the rows of a form as they are kept. A row without an address is left out; a wrong one stays as it was.
     *
     * @param mixed $input rows as they were sent, the row of the reference data among them by its name
     * @param self $before those that are kept
     * @param callable(string): bool $isInternal whether an address leads inside the network
     * @return array{0: array<int, array<string, mixed>>, 1: Refused[]} rows, and what is wrong
     */
    public static function sanitized($input, self $before, callable $isInternal): array
    {
        $rows = [];
        $wrong = [];
        foreach (is_array($input) ? $input : [] as $sent) {
            $text = static function (string $name) use ($sent): string {
                return is_string($sent[$name] ?? null) ? trim($sent[$name]) : '';
            };
            if ($text('address') === '') {
                continue;
            }
            [$address, $kind, $recipe] = self::parted($text('address'));
            $kind = in_array($text('kind'), self::KINDS, true) ? $text('kind') : $kind;
            $name = self::nameOf($text('name'), $kind ?: self::kindAt($address), $rows);
            $known = $before->rows[$text('was') === '' ? $name : $text('was')] ?? null;
            $reason = self::wrongWith($name, $address, $rows);
            if ($reason !== null) {
                $wrong[] = $reason;
                $rows += $known === null || isset($rows[$known['name']]) ? [] : [$known['name'] => $known];
                continue;
            }
            $isSame = $known !== null && $known['address'] === $address;
            $fields = is_array($sent['fields'] ?? null) ? array_values(array_filter(array_map('strval', $sent['fields']), 'strlen')) : null;
            $rows[$name] = [
                'name' => $name,
                'address' => $address,
                'kind' => $name === self::REFERENCE ? '' : $kind,
                'recipe' => self::recipe($recipe ?: (isset($sent['recipe']) ? $text('recipe') : ($isSame ? $known['recipe'] : ''))),
                // What was ticked of one address is not published of another one.
                'fields' => $isSame ? $fields ?? $known['fields'] : [],
                'isInternal' => $isSame ? $known['isInternal'] : $isInternal($address),
            ];
        }
        if (count($rows) > self::MOST + (isset($rows[self::REFERENCE]) ? 1 : 0)) {
            $wrong[] = new Refused('many', (string) self::MOST);
            $kept = array_slice(array_diff_key($rows, [self::REFERENCE => true]), 0, self::MOST, true);
            $rows = $kept + array_intersect_key($rows, [self::REFERENCE => true]);
        }
        return [array_values($rows), $wrong];
    }

    /**
     * Returns the rows with one source more, as a form would keep it: one of a known address keeps its name, and is read as it is
     * said now. Of a source with a key, or inside the network, the columns that are named become public.
     *
     * @param string $written address with what is said of its table (`#columns=…`)
     * @param callable(string): bool $isInternal whether an address leads inside the network
     * @return array{0: array<int, array<string, mixed>>, 1: string} rows, and the name of the source
     * @throws Refused why it cannot be saved
     */
    public function with(string $name, string $written, callable $isInternal): array
    {
        $known = (new self($this->named()))->at($written);
        $named = $known['name'] ?? $name;
        $sent = array_map(static function (array $row): array {
            return ['was' => $row['name']] + $row;
        }, $this->rows);
        [$address, $kind] = self::parted($written);
        $asked = ['name' => $named, 'was' => $known['name'] ?? '', 'address' => $written, 'kind' => $kind ?: $known['kind'] ?? '', 'fields' => $known['fields'] ?? []];
        $sent = $known === null ? array_merge(array_values($sent), [$asked]) : array_merge($sent, [$named => $asked]);
        [$rows, $wrong] = self::sanitized($sent, $this, $isInternal);
        $saved = array_search($address, array_column($rows, 'address'), true);
        if ($saved === false || ($known === null && isset($this->rows[$rows[$saved]['name']]))) {
            throw $wrong === [] ? new Refused('address') : end($wrong);
        }
        $rows[$saved]['fields'] = array_values(Listing::fields($rows[$saved])) ?: $rows[$saved]['fields'];
        return [$rows, $rows[$saved]['name']];
    }

    /**
     * Returns the addresses of rows that were added, or are read in another way now.
     *
     * @param mixed $before rows as the settings keep them
     * @param mixed $after
     * @return string[]
     */
    public static function changed($before, $after): array
    {
        $known = new self($before);
        return array_column(array_filter((new self($after))->rows, static function (array $row) use ($known): bool {
            $was = $known->at($row['address']);
            return $was === null || [$was['kind'], $was['recipe'], $was['isInternal']] !== [$row['kind'], $row['recipe'], $row['isInternal']];
        }), 'address');
    }

    /**
     * Returns a name as it is kept; of a row without one, that of its kind.
     *
     * @param array<string, mixed> $taken by the names that other rows have
     */
    private static function nameOf(string $written, string $kind, array $taken): string
    {
        $name = trim((string) preg_replace('/[^a-z0-9]+/', '-', strtolower(strtr($written, self::LETTERS))), '-');
        if ($written !== '') {
            return $name;
        }
        for ($count = 1, $name = self::NAMES[$kind]; isset($taken[$name]); $name = self::NAMES[$kind] . '-' . ++$count);
        return $name;
    }

    /** Returns the kind that an address tells by itself: that of its service, and events for a calendar; empty where it tells none. */
    private static function kindAt(string $address): string
    {
        return (Services::of($address)['kind'] ?? '') ?: (preg_match('~[./=]ics(?=[?&#]|$)~i', $address) ? 'events' : '');
    }

    /** Returns options as they may stand behind an address, in a line of them. */
    private static function recipe(string $written): string
    {
        return (string) preg_replace_callback('/[\s#<>"\'`\\\\]/u', static function (array $sign): string {
            return rawurlencode($sign[0]);
        }, $written);
    }

    /** @param array<string, mixed> $taken by the names that other rows have */
    private static function wrongWith(string $name, string $address, array $taken): ?Refused
    {
        if (!preg_match('/^[a-z][a-z0-9-]*$/D', $name)) {
            return new Refused('name', $name);
        }
        if (isset($taken[$name])) {
            return new Refused('same_name', $name);
        }
        $twin = array_search($address, array_column($taken, 'address', 'name'), true);
        if ($twin !== false) {
            return new Refused('same_address', (string) $twin);
        }
        // That of a calendar or a folder of a person is read by nobody; a token is one of the server's alone.
        if (Address::secrecyOf($address) === 'private') {
            return new Refused('secret');
        }
        try {
            Address::of($address);
        } catch (Refused $refused) {
            return $refused;
        }
        return null;
    }

    /**
     * Returns the addresses that widgets have in texts of posts: of blocks, codes and modèles.
     *
     * @param string[] $texts
     * @return string[]
     */
    public static function written(array $texts): array
    {
        $found = [];
        foreach ($texts as $text) {
            preg_match_all('~(?:data-ess-src=|"src":|\[ess\b[^\]]*?\ssrc=|<ess(?:_\w+)?\|[^>]*?\bsource=)"?([^">|]+)~', (string) $text, $sources);
            foreach ($sources[1] as $source) {
                $found = array_merge($found, preg_split('/\s+/', html_entity_decode((string) (json_decode("\"$source\"") ?? $source), ENT_QUOTES | ENT_HTML5), -1, PREG_SPLIT_NO_EMPTY) ?: []);
            }
        }
        return array_values(array_unique($found));
    }

    /**
     * Returns the settings of before, which had one source and a list of hosts, as rows: the source is the reference data or a list,
     * by what it holds; the addresses of blocks whose host was listed are rows of their own.
     *
     * @param array<string, mixed> $kept `source`, `hosts`, and `columns` that were ticked by the ids of sources
     * @param string[] $addresses those of blocks
     * @param callable(string): string $kindOf as `Reading::kind`
     * @param callable(string): string $idOf as `Reading::fileId`
     * @param Resolver $resolver
     * @return array<int, array<string, mixed>>
     */
    public static function migrated(array $kept, array $addresses, callable $kindOf, callable $idOf, Resolver $resolver): array
    {
        $hosts = array_map('strval', (array) ($kept['hosts'] ?? []));
        $source = (string) ($kept['source'] ?? '');
        $rows = [];
        foreach (array_unique(array_merge($source === '' ? [] : [$source], $addresses)) as $written) {
            [$address, $said, $recipe] = self::parted($written);
            try {
                $parts = Address::of($address);
            } catch (Refused $refused) {
                continue;
            }
            $isListed = $written === $source || in_array("$parts->host:$parts->port", $hosts, true)
                || ($parts->isUsual() && in_array($parts->host, $hosts, true));
            if (!$isListed || count($rows) >= self::MOST) {
                continue;
            }
            $holds = $kindOf($written) ?: (preg_match('~\.json(?=[?#]|$)~i', $address) ? 'manifest' : '');
            $isReference = $written === $source && $holds === 'manifest';
            $kind = $said ?: (['list' => 'members', 'calendar' => 'events'][$holds] ?? '');
            $name = $isReference ? self::REFERENCE : self::nameOf('', $kind, $rows);
            $inside = Guard::inside($parts, $resolver);
            $rows[$name] = [
                'name' => $name,
                'address' => $address,
                'kind' => $isReference ? '' : $kind,
                'recipe' => $recipe,
                'fields' => array_values((array) ($kept['columns'][$idOf($written)] ?? [])),
                // The list said it by addresses.
                'isInternal' => $inside !== [] && array_diff($inside, $hosts) === [],
            ];
        }
        return array_values($rows);
    }

    /**
     * Returns the settings of before as those of this version. The copies of tables are whole ones, and are given up: each waits for
     * its recipe.
     *
     * @param array<string, mixed> $kept
     * @param string[] $texts of posts that may name sources
     * @param Reading $reading without sources
     * @return array<string, mixed>
     */
    public static function upgraded(array $kept, array $texts, Reading $reading, Resolver $resolver): array
    {
        $rows = self::migrated($kept, self::written($texts), [$reading, 'kind'], [$reading, 'fileId'], $resolver);
        array_map([$reading, 'forget'], array_column($rows, 'address'));
        return ['sources' => $rows] + array_diff_key($kept, ['source' => 1, 'hosts' => 1, 'columns' => 1]);
    }
}
