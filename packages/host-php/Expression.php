<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';

/**
 * The words in which a feed says where a value is, as `expression.ts` of the core reads them, and the text of a cell. JSON is
 * decoded with its objects as such: an array is a list, and null is also what is not there.
 */
final class Expression
{
    /** Objects and lists of one text, and how deep they lie in each other: PHP has little memory for them. */
    public const MAX_THINGS = 100000;
    private const DEPTH = 64;
    /** Characters of a text in HTML that are read, and of a cell, in UTF-16 as in the core. */
    private const LONGEST = 20000;
    private const CELL = 2000;
    /** How deep a value is looked into: a cell has no more in it. */
    private const DEEPEST = 4;
    /** The blanks of JavaScript but those that do not break a line. */
    private const BLANK = '\x09-\x0d \x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{205f}\x{3000}\x{feff}';
    private const TIME = '/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?/';

    /**
     * Returns what an expression reads of a thing; of several, the first that is filled.
     *
     * @param string|string[] $expression
     * @param mixed $thing
     * @param array<string, array<string, string>> $words lists of the feed: meanings by patterns of what is written
     * @param array<int|string, string> $names categories by their number
     * @return mixed
     */
    public static function read($expression, $thing, array $words = [], array $names = [])
    {
        $value = null;
        foreach ((array) $expression as $each) {
            $calls = explode('|', $each);
            $value = self::firstAt($thing, array_shift($calls));
            foreach ($calls as $call) {
                [$name, $argument] = explode(':', $call, 2) + [1 => ''];
                $value = self::called($name, $value, $argument, $thing, $words, $names);
            }
            if (self::isFilled($value)) {
                return $value;
            }
        }
        return is_array($expression) ? null : $value;
    }

    /**
     * @return mixed null where a text is no JSON, or lies deeper in itself than data do
     * @throws Refused `size`
     */
    public static function decoded(string $text)
    {
        if (self::things($text) > self::MAX_THINGS) {
            throw new Refused('size');
        }
        return json_decode($text, false, self::DEPTH, JSON_INVALID_UTF8_SUBSTITUTE);
    }

    /** Returns how many objects and lists a text in JSON has at most. */
    public static function things(string $text): int
    {
        return substr_count($text, '{') + substr_count($text, '[');
    }

    /** @param mixed $value */
    public static function isFilled($value): bool
    {
        return $value !== null && $value !== '';
    }

    /** @param mixed $value */
    public static function isThing($value): bool
    {
        return is_object($value) || is_array($value);
    }

    /**
     * @param mixed $value
     * @return string of a text, a number or a truth: a list and an object have none
     */
    public static function text($value): string
    {
        if (is_bool($value)) {
            return $value ? 'true' : 'false';
        }
        return is_string($value) ? $value : (is_int($value) || is_float($value) ? self::number($value) : '');
    }

    /**
     * Returns the values of a thing by their keys, in the order of JavaScript: numbers first.
     *
     * @param object|array<int, mixed> $thing
     * @return array<int|string, mixed>
     */
    public static function entries($thing): array
    {
        $all = (array) $thing;
        $numbers = array_filter($all, static function ($key): bool {
            return is_int($key) && $key >= 0;
        }, ARRAY_FILTER_USE_KEY);
        ksort($numbers);
        return $numbers + $all;
    }

    /**
     * Returns the text of a cell, as `of-records.ts` of the core makes it, without blanks around it, and cut.
     *
     * @param mixed $value
     */
    public static function cell($value): string
    {
        return self::cut(self::trimmed(self::cellText($value, 0)), self::CELL);
    }

    /**
     * @param mixed $value
     * @param array<string, array<string, string>> $words
     * @param array<int|string, string> $names
     * @param mixed $thing
     * @return mixed
     */
    private static function called(string $name, $value, string $argument, $thing, array $words, array $names)
    {
        switch ($name) {
            case 'text':
                return is_array($value) ? array_map([self::class, 'plain'], $value) : self::plain($value);
            case 'fr':
                $all = is_object($value) ? self::entries($value) : [];
                return (is_object($value) ? $all['fr'] ?? array_values($all)[0] ?? '' : $value) ?? '';
            case 'json':
                $isJson = is_string($value) && preg_match('/^\s*[[{]/', $value);
                return $isJson ? self::decoded($value) ?? $value : $value;
            case 'label':
                return is_object($value) ? $value->label ?? $value : $value;
            case 'word':
                foreach ($words[$argument] ?? [] as $pattern => $meaning) {
                    if (preg_match("\1$pattern\1D", self::text($value))) {
                        return $meaning;
                    }
                }
                return '';
            case 'names':
                return implode("\n", array_filter(array_map(static function ($each) use ($names) {
                    $name = is_object($each) ? $each->name ?? '' : (self::isNumber($each) ? $names[self::text($each)] ?? '' : $each);
                    return is_string($name) ? $name : '';
                }, is_array($value) ? $value : []), 'strlen'));
            case 'fill':
                return self::filled($argument, $thing);
            case 'is':
                return array_intersect(explode(',', $argument), array_map([self::class, 'text'], is_array($value) ? $value : [$value])) !== [];
            case 'list':
                return is_array($value);
            case 'not':
                return $value === $argument ? null : $value;
            case 'unless0':
                return self::isZero($value) && self::isZero(self::firstAt($thing, $argument)) ? null : $value;
            case 'from0':
                return !((is_int($value) || is_float($value)) && $value < 0);
            case 'any':
                return self::isThing($value) && (array) $value !== [];
            case 'plain':
                return self::isThing($value) ? '' : $value;
            case 'day':
                return is_string($value) && is_object($thing) && ($thing->{$argument} ?? null) === true ? substr($value, 0, 10) : $value;
            case 'offset':
                return is_string($value) ? self::withOffset($value, self::firstAt($thing, $argument)) : '';
        }
        throw new \LogicException("No function \"$name\".");
    }

    /**
     * @param mixed $thing
     * @return mixed the first value that is filled, of those at some paths; else the last of them
     */
    private static function firstAt($thing, string $paths)
    {
        $value = null;
        foreach (explode(',', $paths) as $path) {
            $value = self::at($thing, array_values(array_filter(explode('.', $path), 'strlen')));
            if (self::isFilled($value)) {
                break;
            }
        }
        return $value;
    }

    /**
     * @param mixed $thing
     * @param string[] $steps
     * @return mixed
     */
    private static function at($thing, array $steps)
    {
        foreach ($steps as $index => $step) {
            if ($step === '*' && self::isThing($thing)) {
                return array_map(static function ($each) use ($steps, $index) {
                    return self::at($each, array_slice($steps, $index + 1));
                }, array_values(self::entries($thing)));
            }
            $thing = is_object($thing) ? $thing->{$step} ?? null : (is_array($thing) ? $thing[$step] ?? null : null);
        }
        return $thing;
    }

    /**
     * @param mixed $thing
     * @return string|null a text with values in it; null where one is missing
     */
    private static function filled(string $text, $thing): ?string
    {
        $parts = preg_split('/\{([^}]+)\}/', $text, -1, PREG_SPLIT_DELIM_CAPTURE) ?: [];
        foreach ($parts as $index => $part) {
            $value = $index % 2 === 0 ? $part : self::firstAt($thing, $part);
            if (!is_string($value) && !is_int($value) && !is_float($value)) {
                return null;
            }
            $parts[$index] = self::text($value);
        }
        return implode('', $parts);
    }

    /** @param mixed $category */
    public static function isNumber($category): bool
    {
        return preg_match('/^\d+$/D', self::text($category)) === 1;
    }

    /** @param mixed $value */
    private static function isZero($value): bool
    {
        $text = trim(self::text($value));
        return !self::isThing($value) && $value !== null && ($text === '' || (is_numeric($text) && (float) $text === 0.0));
    }

    /**
     * Returns the hour of a place with its offset, which is what lies between it and the hour of UTC.
     *
     * @param mixed $utc
     */
    private static function withOffset(string $value, $utc): string
    {
        if (strlen($value) <= 10 || !preg_match(self::TIME, $value) || !is_string($utc) || !preg_match(self::TIME, $utc)) {
            return $value;
        }
        [$here, $there] = array_map(static function (string $time) {
            return strtotime(str_replace(' ', 'T', substr($time, 0, 19)) . 'Z');
        }, [$value, $utc]);
        $minutes = ($here - $there) / 60;
        if ($here === false || $there === false || !is_int($minutes) || abs($minutes) > 14 * 60) {
            return $value;
        }
        $offset = sprintf('%s%02d:%02d', $minutes < 0 ? '-' : '+', intdiv(abs($minutes), 60), abs($minutes) % 60);
        return str_replace(' ', 'T', substr($value, 0, 16)) . $offset;
    }

    /**
     * Returns a text in HTML without its tags, its entities being what they stand for, each line end a space.
     *
     * @param mixed $html
     */
    private static function plain($html): string
    {
        if (!is_string($html)) {
            return '';
        }
        $text = (string) preg_replace('/<[^<>]*>/', ' ', self::cut($html, self::LONGEST));
        $text = (string) preg_replace_callback('/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/i', static function (array $found): string {
            return self::character($found[1]) ?? $found[0];
        }, $text);
        return self::trimmed((string) preg_replace('/[' . self::BLANK . ']+/u', ' ', $text));
    }

    private static function character(string $name): ?string
    {
        if ($name[0] !== '#') {
            $known = Feed::table()['entities'];
            return $known[$name] ?? $known[strtolower($name)] ?? null;
        }
        $code = (int) ($name[1] === 'x' || $name[1] === 'X' ? hexdec(substr($name, 2)) : substr($name, 1));
        if ($code < 32 || $code > 0x10ffff || ($code >= 0xd800 && $code < 0xe000)) {
            return ' ';
        }
        $isControl = $code >= 0x7f && $code < 0xa0;
        return $isControl ? ($code === 0x7f ? "\x7f" : "\xc2" . chr($code)) : html_entity_decode("&#$code;", ENT_QUOTES, 'UTF-8');
    }

    /** @param mixed $value */
    private static function cellText($value, int $level): string
    {
        if (is_string($value)) {
            // Files that are attached give nothing.
            return preg_match('/^\[\{"(path|url|signedPath)"/', $value) ? '' : $value;
        }
        if (is_bool($value)) {
            return $value ? 'oui' : 'non';
        }
        if (is_int($value) || (is_float($value) && is_finite($value))) {
            return self::number($value);
        }
        if ($level >= self::DEEPEST || !self::isThing($value)) {
            return '';
        }
        if (is_object($value)) {
            return self::thingText($value, $level);
        }
        $texts = array_map(static function ($each) use ($level): string {
            return self::cellText($each, $level + 1);
        }, $value);
        return implode('; ', array_unique(array_filter($texts, 'strlen')));
    }

    private static function thingText(object $thing, int $level): string
    {
        foreach (['mimetype', 'mime_type', 'thumbnails'] as $name) {
            if (property_exists($thing, $name)) {
                return '';
            }
        }
        $isNumber = static function ($value): bool {
            return is_int($value) || is_float($value);
        };
        [$lat, $lon] = [$thing->lat ?? null, property_exists($thing, 'lon') ? $thing->lon : $thing->lng ?? null];
        if ($isNumber($lat) && $isNumber($lon)) {
            return self::number($lat) . ', ' . self::number($lon);
        }
        $point = $thing->coordinates ?? null;
        if (is_array($point) && count($point) >= 2) {
            return self::joined($point[1]) . ', ' . self::joined($point[0]);
        }
        foreach (Feed::table()['names'] as $name) {
            if (isset($thing->{$name})) {
                return self::cellText($thing->{$name}, $level + 1);
            }
        }
        foreach (self::entries($thing) as $key => $each) {
            if (is_string($each) && strtolower((string) $key) !== 'id') {
                return self::cellText($each, $level + 1);
            }
        }
        return '';
    }

    /**
     * Returns the text that JavaScript makes of a value within another text.
     *
     * @param mixed $value
     */
    public static function joined($value): string
    {
        if (is_array($value)) {
            return implode(',', array_map(static function ($each): string {
                return $each === null ? '' : self::joined($each);
            }, $value));
        }
        return $value === null ? 'null' : (is_object($value) ? '[object Object]' : self::text($value));
    }

    /**
     * Returns a number as JavaScript writes it, whatever the settings of PHP are: with as few digits as tell it from others.
     *
     * @param int|float $number
     */
    private static function number($number): string
    {
        if (is_int($number) && abs($number) <= 2 ** 53) {
            return (string) $number;
        }
        $number = (float) $number;
        if (!is_finite($number)) {
            return $number > 0 ? 'Infinity' : '-Infinity';
        }
        if ($number === 0.0) {
            return '0';
        }
        for ($places = 0, $written = ''; $places < 17; $places++) {
            // Some locales write a comma.
            $written = str_replace(',', '.', sprintf("%.{$places}e", $number));
            if ((float) $written === $number) {
                break;
            }
        }
        preg_match('/^(-?)(\d)\.?(\d*)e([+-]\d+)$/D', $written, $found);
        [, $sign, $first, $rest, $exponent] = $found;
        [$digits, $point] = [rtrim($first . $rest, '0'), (int) $exponent + 1];
        if ($point > 21 || $point < -5) {
            $more = substr($digits, 1);
            return $sign . $digits[0] . ($more === '' ? '' : ".$more") . 'e' . ($point > 0 ? '+' : '') . ($point - 1);
        }
        if ($point <= 0) {
            return "{$sign}0." . str_repeat('0', -$point) . $digits;
        }
        $fraction = substr($digits, $point);
        return $sign . str_pad(substr($digits, 0, $point), $point, '0') . ((string) $fraction === '' ? '' : ".$fraction");
    }

    private static function trimmed(string $text): string
    {
        $blank = self::BLANK . '\x{a0}\x{202f}';
        return preg_match("/^[$blank]*+(.*[^$blank])/su", $text, $found) ? $found[1] : '';
    }

    /** Returns the first characters of a text, of which UTF-16 counts some as two. */
    private static function cut(string $text, int $units): string
    {
        for ($at = 0, $count = 0; strlen($text) > $units && $at < strlen($text); $at += $bytes) {
            $byte = ord($text[$at]);
            $bytes = $byte < 0x80 ? 1 : ($byte < 0xe0 ? 2 : ($byte < 0xf0 ? 3 : 4));
            $count += $bytes === 4 ? 2 : 1;
            if ($count > $units) {
                return substr($text, 0, $at);
            }
        }
        return $text;
    }
}
