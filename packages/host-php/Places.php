<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Sources.php';

/**
 * Finds the commune of a row of a list, as the placer of the core does: by its code, its postal code and its name in any spelling, in the
 * communes of the shipped data and in those of France. In doubt it finds none, and the page decides.
 */
final class Places
{
    /** Fields that say where a row is, beside its code. */
    public const FIELDS = ['town', 'postcode', 'departement', 'address'];
    /** Most départements that one list is looked for in: their communes are kept in memory. */
    private const MOST = 30;
    private const DEPARTEMENT = '/^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46-9])$/D';
    /** A postal code and a town at the end of an address. */
    private const IN_ADDRESS = '/(?:^|\s)(\d{5})\s+([^\d\s]\D*(?:\bcedex\s+\d{1,2})?)$/iuD';
    private const LETTERS = [
        'á' => 'a', 'ã' => 'a', 'å' => 'a', 'Á' => 'a', 'Ä' => 'a', 'æ' => 'ae', 'Æ' => 'ae', 'Œ' => 'oe', 'í' => 'i', 'ì' => 'i', 'Í' => 'i', 'Ì' => 'i',
        'ó' => 'o', 'ò' => 'o', 'õ' => 'o', 'Ó' => 'o', 'Ò' => 'o', 'Ö' => 'o', 'ú' => 'u', 'Ù' => 'u', 'Ú' => 'u', 'Û' => 'u', 'Ü' => 'u', 'Ë' => 'e',
        'ÿ' => 'y', 'ý' => 'y', 'Ÿ' => 'y', 'Ñ' => 'n',
    ];

    /** Of the files of France, as the core's `france-files.ts` explains them: figures to the base 70, numbers of names, and their files. */
    private const FIGURES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.,;:!?';
    private const KEYS = 67103405;
    private const NAME_FILES = 24;

    /** @var string folder of the communes of France: `communes/29.json`, `names/7.json` */
    private $folder;
    /** @var string */
    private $ownFile;
    /** @var array<string, mixed>|null|false communes of the network, which go first; false before they are read */
    private $own = false;
    /** @var array<string, array<string, mixed>|null> files of the départements */
    private $files = [];
    /** @var array<string, array<string, mixed>> tables, by the codes of their départements */
    private $tables = [];
    /** @var array<string, mixed> files of names, by what they are called */
    private $names = [];
    /** @var array<int, array<string, array<int, string[]>>> places of names, by the numbers of their files */
    private $places = [];

    /**
     * @param string $folder that of the communes of France
     * @param string $own file of the communes of the network; empty where the site has reference data of its own: of those the server
     *   knows no communes
     */
    public function __construct(string $folder, string $own)
    {
        $this->folder = $folder;
        $this->ownFile = $own;
    }

    /**
     * Returns that of a plugin.
     *
     * @param string $folder that of the plugin
     * @param bool $isShipped whether the reference data of the site are the shipped copy
     */
    public static function of(string $folder, bool $isShipped): self
    {
        return new self((glob("$folder/cdn/*/reference") ?: [''])[0], $isShipped ? "$folder/data/communes.json" : '');
    }

    /**
     * Returns the code of the commune of a row; empty in doubt.
     *
     * @param array<string, string> $row cells by `FIELDS`
     */
    public function insee(array $row): string
    {
        $town = self::town($row);
        if ($town === null) {
            return '';
        }
        if ($this->own() !== null) {
            $found = $this->placed($this->own(), $town);
            // Of several communes nobody but the author can choose; what the network does not know is looked for in France.
            if ($found !== []) {
                return count($found) === 1 ? $found[0] : '';
            }
        } elseif ($town['postcode'] === '' || $town['name'] === '') {
            return '';
        }
        $found = $this->inFrance($town);
        return count($found) === 1 ? $found[0] : '';
    }

    /** @return array<string, mixed>|null communes of the network */
    private function own(): ?array
    {
        if ($this->own === false) {
            $data = self::json($this->ownFile);
            $this->own = $data === null ? null : self::table([$data]);
        }
        return $this->own;
    }

    /**
     * Returns the codes of the communes of rows; empty in doubt. In a list of other places than the network's, a name alone that others
     * share with it is not surely its own.
     *
     * @param array<int, array<string, string>> $rows cells by `FIELDS`
     * @return string[]
     */
    public function codesOf(array $rows): array
    {
        $found = [];
        $home = 0;
        foreach ($rows as $row) {
            $key = implode("\n", $row);
            $found[$key] = $found[$key] ?? [$this->insee($row), $this->isKnown($row)];
            $home += $found[$key][1] ? 1 : 0;
        }
        return array_map(function (array $row) use ($found, $home, $rows): string {
            [$insee, $isKnown] = $found[implode("\n", $row)];
            return $home * 2 < count($rows) && $isKnown && $this->isShared($row) ? '' : $insee;
        }, $rows);
    }

    /** @param array<string, string> $row */
    private function isKnown(array $row): bool
    {
        $town = self::town($row);
        return $town !== null && $this->own() !== null && $this->placed($this->own(), $town) !== [];
    }

    /**
     * Returns whether a row has a name alone, which several départements have.
     *
     * @param array<string, string> $row
     */
    private function isShared(array $row): bool
    {
        $town = self::town($row);
        $isBare = $town !== null && implode('', array_diff_key($town, ['name' => true])) === '';
        return $isBare && $this->codes($town) === [];
    }

    /**
     * Returns what a row says of its town; null for nothing, and for codes that may be those of another country.
     *
     * @param array<string, string> $row
     * @return array{name: string, hint: string, code: string, postcode: string, departement: string}|null
     */
    private static function town(array $row): ?array
    {
        [$town, $code, $departement, $address] = array_map(static function (string $field) use ($row): string {
            return trim($row[$field] ?? '');
        }, self::FIELDS);
        $code = (string) preg_replace('/(?<=\d)\s(?=\d)/', '', strtoupper($code));
        if ($code !== '' && !preg_match('/^\d{5}$/D', $code)) {
            return null;
        }
        if (($town === '' || $code === '') && preg_match(self::IN_ADDRESS, $address, $found)) {
            [$code, $town] = [$code ?: $found[1], $town ?: trim($found[2])];
        }
        if (preg_match('/^(.*\S)\s*\((\d{2}|2[ab]|97\d)\)$/iuD', $town, $found)) {
            [$town, $departement] = [$found[1], $departement ?: $found[2]];
        }
        if ($town === '' && $code === '') {
            return null;
        }
        $text = trim("$code $town");
        $parts = self::parts($text);
        // Of a code within the name, which may be that of the commune, the page decides.
        return $parts['code'] === $code ? $parts + ['postcode' => $code, 'departement' => $town === '' || $code !== '' ? '' : $departement] : null;
    }

    /** @return array{name: string, hint: string, code: string} parts of a text: five figures are a code, a final ` 29` is a département */
    private static function parts(string $text): array
    {
        $text = (string) preg_replace('/\bcedex\b(?:\s+\d{1,2}\b)?/iu', ' ', $text);
        $text = trim((string) preg_replace('/\b(paris|lyon|marseille)[\s-]+\d{1,2}(?!\d).*$/iu', '$1', $text));
        $code = preg_match('/(?<![\p{L}\d])(?:\d{5}|2[abAB]\d{3})(?![\p{L}\d])/u', $text, $found) ? $found[0] : '';
        $bare = $code === '' ? $text : (string) preg_replace('/' . $code . '/', ' ', $text, 1);
        $bare = trim((string) preg_replace('/\(\s*\)/', ' ', $bare));
        $hint = preg_match('/^(.*?)[\s(](\d{2}|2[abAB]|97\d)\)?$/suD', $bare, $found) ? strtoupper($found[2]) : '';
        return ['code' => strtoupper($code), 'hint' => $hint, 'name' => $hint === '' ? $bare : $found[1]];
    }

    /**
     * Returns the codes of the communes that a town may be, of a table.
     *
     * @param array<string, mixed> $table
     * @param array<string, string> $town
     * @return string[]
     */
    private function placed(array $table, array $town): array
    {
        $home = $town['departement'] === '' ? $town['hint'] : $this->departement($town['departement']);
        $byCode = $town['postcode'] === '' ? [] : self::within($table['postal'][$town['postcode']] ?? [], $home);
        $isUnknown = $town['postcode'] !== '' && $byCode === [];
        $whole = self::named($table, $town['name'], $isUnknown && $home === '' ? self::departementOf($town['postcode']) : $home);
        if ($byCode === []) {
            return $whole;
        }
        $byName = $whole ?: self::named($table, (string) preg_replace('/\([^()]*\)/', ' ', $town['name']), $home);
        $both = array_values(array_intersect($byCode, $byName));
        return $byName === [] ? $byCode : ($both ?: array_merge($byCode, $byName));
    }

    /**
     * @param array<string, mixed> $table
     * @return string[] codes of communes that have a name: as it is written, else in another spelling, else before a merger
     */
    private static function named(array $table, string $name, string $departement): array
    {
        $key = self::key($name);
        if ($key === '') {
            return [];
        }
        $now = self::within($table['names'][$key] ?? [], $departement);
        if ($now === []) {
            return self::within($table['former'][$key] ?? [], $departement);
        }
        $having = static function (callable $form) use ($now, $table, $name): array {
            return array_values(array_filter($now, static function (string $insee) use ($form, $table, $name): bool {
                return $form($table['called'][$insee]) === $form($name);
            }));
        };
        // An article that was written counts: "Rochelle" and "La Rochelle" are two communes.
        return $having(static function (string $one): string {
            return trim(str_replace('’', "'", $one));
        }) ?: $having([self::class, 'withArticle']) ?: $now;
    }

    /**
     * @param string[] $codes
     * @return string[]
     */
    private static function within(array $codes, string $departement): array
    {
        return $departement === '' ? $codes : array_values(array_filter($codes, static function (string $insee) use ($departement): bool {
            return self::departementOf($insee) === $departement;
        }));
    }

    /**
     * @param array<string, string> $town
     * @return string[] codes of the communes of France that a town may be
     */
    private function inFrance(array $town): array
    {
        $codes = $this->codes($town);
        $files = array_filter(array_map([$this, 'file'], $codes));
        if ($files === [] || count($files) < count($codes)) {
            return [];
        }
        // The name has but one département in the whole country.
        $isNamed = $town['postcode'] === '' && $town['departement'] === '' && $town['hint'] === '';
        $key = implode(' ', $codes);
        $this->tables[$key] = $this->tables[$key] ?? self::table($files);
        return $this->placed($this->tables[$key], $isNamed ? ['departement' => $codes[0]] + $town : $town);
    }

    /**
     * @param array<string, string> $town
     * @return string[] codes of the départements in which a town is looked for
     */
    private function codes(array $town): array
    {
        if ($town['postcode'] !== '') {
            $home = self::departementOf($town['postcode']);
            return $home === '20' ? ['2A', '2B'] : array_merge([$home], $this->file($home)['shared']['postal'][$town['postcode']] ?? []);
        }
        if ($town['departement'] !== '' || $town['hint'] !== '') {
            return [$this->departement($town['departement'] ?: $town['hint'])];
        }
        [$all, $full] = [$this->places(self::key($town['name'])), self::withArticle($town['name'])];
        $same = array_filter($all, static function (array $place) use ($full, $town): bool {
            return "$place[1] " . self::key($town['name']) === $full;
        });
        $found = array_values(array_unique(array_column($same ?: $all, 2)));
        // A name of no commune is none that several have.
        return count($found) > 1 ? [] : $found + [''];
    }

    /** Returns the code of a département by its code or its name. */
    private function departement(string $written): string
    {
        if (preg_match('/(?<![\p{L}\d])(?:97\d|2[ab]|\d{1,2})(?![\p{L}\d])/iu', $written, $found)) {
            return str_pad(strtoupper($found[0]), 2, '0', STR_PAD_LEFT);
        }
        foreach ($this->names('departements')['departements'] ?? [] as ['code' => $code, 'name' => $name]) {
            if (self::key($name['fr']) === self::key($written)) {
                return $code;
            }
        }
        return $written;
    }

    /** The département of a code of a commune; of a postal code too, but for Corsica and some at a border. */
    private static function departementOf(string $code): string
    {
        return substr($code, 0, preg_match('/^9[78]/', $code) ? 3 : 2);
    }

    /**
     * Returns where a name is that of a commune: of each its article and its département, behind both.
     *
     * @param string $name as `key` spells it
     * @return array<int, string[]>
     */
    private function places(string $name): array
    {
        if (!preg_match('/^[a-z]/', $name)) {
            return [];
        }
        $key = 0;
        foreach (str_split($name) as $sign) {
            $key = (int) fmod($key * 41 + ord($sign), self::KEYS);
        }
        $rest = $key % self::NAME_FILES;
        $this->places[$rest] = $this->places[$rest] ?? self::placesOf($this->names((string) $rest));
        [$base, $number] = [strlen(self::FIGURES), intdiv($key, self::NAME_FILES)];
        $figures = self::FIGURES[intdiv($number, $base) % $base] . self::FIGURES[$number % $base];
        return $this->places[$rest][intdiv($number, $base ** 2) . $figures] ?? [];
    }

    /**
     * @param array<string, mixed> $file
     * @return array<string, array<int, string[]>> places of its names, by the upper figures of their numbers, in digits, and the last two
     */
    private static function placesOf(array $file): array
    {
        preg_match_all('/([a-z]*)(9[78]\d|\d[\dAB])/', $file['departements'] ?? '', $all, PREG_SET_ORDER);
        [$places, $at] = [[], 0];
        foreach (explode('|', $file['keys'] ?? '') as $upper => $part) {
            foreach ($part === '' ? [] : str_split($part, 2) as $figures) {
                $places[$upper . $figures][] = $all[$at++];
            }
        }
        return $places;
    }

    /** @return array<string, mixed> a file of names */
    private function names(string $file): array
    {
        return $this->names[$file] = $this->names[$file] ?? (self::json("$this->folder/names/$file.json") ?? []);
    }

    /** @return array<string, mixed>|null the communes of a département */
    private function file(string $code): ?array
    {
        if (!array_key_exists($code, $this->files)) {
            $isRead = preg_match(self::DEPARTEMENT, $code) && count($this->files) < self::MOST;
            $data = $isRead ? self::json("$this->folder/communes/$code.json") : null;
            $this->files[$code] = ($data['format'] ?? '') === 'ess-departement/1' ? self::communes($data, $code) : null;
        }
        return $this->files[$code];
    }

    /**
     * Returns the communes of a département as those of a network: of them what rows need.
     *
     * @param array<string, mixed> $file
     * @return array<string, mixed>
     */
    private static function communes(array $file, string $code): array
    {
        $number = 0;
        $postal = static function (string $all) use ($code): array {
            return (array) preg_replace('/^.{1,4}$/D', "$code\$0", $all === '' ? [] : explode(' ', $all));
        };
        return [
            'columns' => [
                'insee' => array_map(static function (int $step) use (&$number, $code): string {
                    return $code . str_pad((string) ($number += $step), 5 - strlen($code), '0', STR_PAD_LEFT);
                }, $file['insee']),
                'name' => explode('|', $file['names']),
                'postal' => array_map($postal, explode('|', $file['postal'])),
            ],
            'former' => ['name' => explode('|', $file['former']['names']), 'commune' => $file['former']['commune']],
            'shared' => $file['shared'],
        ];
    }

    /** @return array<string, mixed>|null */
    private static function json(string $file): ?array
    {
        $data = is_file($file) ? json_decode((string) file_get_contents($file), true) : null;
        return is_array($data) ? $data : null;
    }

    /**
     * Returns the communes of files by what they are looked for.
     *
     * @param array<int, array<string, mixed>> $files
     * @return array<string, mixed>
     */
    private static function table(array $files): array
    {
        $table = ['called' => [], 'postal' => [], 'names' => [], 'former' => []];
        foreach ($files as ['columns' => $columns, 'former' => $former]) {
            foreach ($columns['insee'] as $at => $insee) {
                $table['called'][$insee] = $columns['name'][$at];
                $table['names'][self::key($columns['name'][$at])][] = (string) $insee;
                foreach ($columns['postal'][$at] ?? [] as $code) {
                    $table['postal'][$code][] = (string) $insee;
                }
            }
            foreach ($former['commune'] ?? [] as $at => $place) {
                $key = self::key((string) $former['name'][$at]);
                $insee = (string) $columns['insee'][$place];
                if (!in_array($insee, $table['former'][$key] ?? [], true)) {
                    $table['former'][$key][] = $insee;
                }
            }
        }
        return $table;
    }

    /** A name in one spelling, abbreviations spelt out; its article stays, in front. */
    private static function withArticle(string $name): string
    {
        $folded = strtolower(strtr($name, Sources::LETTERS + self::LETTERS));
        $folded = (string) preg_replace(['~\bs/s\b~', '~\bs/~', "/\\((les|le|la|l)['’]?\\s*\\)\\s*\$/u"], [' sous ', ' sur ', ' < $1'], $folded);
        $folded = trim((string) preg_replace('/[^\p{L}\p{N}<]+/u', ' ', $folded));
        // Lists by the alphabet write "Faouët (Le)".
        $fronted = (string) preg_replace('/^(.*?) ?< ?(les|le|la|l)$/uD', '$2 $1', $folded);
        return trim((string) preg_replace(['/\bst\b/', '/\bste\b/'], ['saint', 'sainte'], $fronted));
    }

    /** The same without its article: by this names are compared. */
    private static function key(string $name): string
    {
        return (string) preg_replace('/^(?:les|le|la|l) (?=.)/u', '', self::withArticle($name));
    }
}
