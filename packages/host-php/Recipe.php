<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';

/** What an administrator has said of how a table is read: options behind its address, as `recipe.ts` of the core reads them. */
final class Recipe
{
    /**
     * Returns the recipe that options say; what they say wrongly is left out, since the core tells it to its author.
     *
     * @param string $written `kind=members&columns=Nom:name,Horodateur:-`
     * @return array<string, mixed> `kind`, `columns` (fields by headers, null for one that is not read), `header`, `credit` with
     *   `name` and `licence`, and `table`, `records`, `id`, `zone`, `past` as texts
     */
    public static function of(string $written): array
    {
        $said = [];
        foreach (preg_split('/[&#]/', $written, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $pair) {
            [$name, $value] = array_map('rawurldecode', explode('=', $pair, 2) + [1 => '']);
            $said[$name] = $value;
        }
        $recipe = array_intersect_key($said, array_flip(['table', 'records', 'id', 'zone']));
        if (in_array($said['kind'] ?? '', ['members', 'events'], true)) {
            $recipe['kind'] = $said['kind'];
        }
        if (preg_match('/^[1-9]\d{0,6}$/D', $said['header'] ?? '')) {
            $recipe['header'] = (int) $said['header'];
        }
        if (($said['past'] ?? '') === 'held') {
            $recipe['past'] = 'held';
        }
        [$name, $licence] = self::parts($said['credit'] ?? '') + ['', ''];
        if ($name !== '') {
            $recipe['credit'] = array_filter(['name' => $name, 'licence' => $licence], 'strlen');
        }
        if (isset($said['columns'])) {
            $recipe['columns'] = self::columns($said['columns'], $recipe['kind'] ?? null);
        }
        return $recipe;
    }

    /**
     * Returns the kind of the lines: the one that is said, or that only the fields of one have; null where neither tells.
     *
     * @param array<string, mixed> $recipe
     */
    public static function kind(array $recipe): ?string
    {
        $fields = array_filter($recipe['columns'] ?? [], 'is_string');
        $kinds = array_keys(array_filter(Address::rules()['fields'], static function (array $known) use ($fields): bool {
            return array_diff($fields, $known) === [];
        }));
        return $recipe['kind'] ?? ($fields !== [] && count($kinds) === 1 ? $kinds[0] : null);
    }

    /** @return array<string, string|null> */
    private static function columns(string $text, ?string $kind): array
    {
        $fields = Address::rules()['fields'];
        $known = $kind === null ? array_merge($fields['members'], $fields['events']) : $fields[$kind];
        $columns = [];
        foreach (self::parts($text) as $part) {
            // The last colon is the one before the field.
            if (preg_match('/^(.*):\s*([\w-]*)\s*$/sD', $part, $found)) {
                [, $title, $field] = $found;
                if (in_array($field, ['-', 'null'], true)) {
                    $columns[$title] = null;
                } elseif (in_array($field, $known, true)) {
                    $columns[$title] = $field;
                }
            }
        }
        return $columns;
    }

    /** @return string[] parts of a text between commas; a comma behind a backslash is one of the text */
    private static function parts(string $text): array
    {
        preg_match_all('/(?:\\\\.|[^\\\\,])+/s', $text, $found);
        return array_map(static function (string $part): string {
            return (string) preg_replace('/\\\\(.)/s', '$1', $part);
        }, $found[0]);
    }
}
