<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Listing.php';

/**
 * The light form of a site's own lists and calendars: what stands in the page without script, in feeds and for search engines. It has
 * names, places and dates as they were written; what it does not understand is counted.
 */
final class Light
{
    private const MEMBERS = 200;
    private const EVENTS = 50;
    /** Most objects of a page for search engines. */
    private const TOLD = 50;
    /** Attributes that ask what only the widget can decide. */
    private const DECIDED = ['territory', 'where', 'period', 'series', 'edition', 'layers'];
    private const KINDS = ['member-map' => 'members', 'member-list' => 'members', 'event-agenda' => 'events', 'event-counter' => 'events'];
    /** Signs that a host site reads as its own in what a block has given. */
    private const SIGNS = ['[' => '\u005b', ']' => '\u005d', '{' => '\u007b', '|' => '\u007c', '}' => '\u007d'];

    /** @var string */
    public $html = '';
    /** @var array<int, array<string, mixed>> objects of schema.org */
    public $told = [];

    /**
     * Returns the light form of what a widget shows; null where there is none.
     *
     * @param string $widget tag without `ess-`
     * @param array<string, string> $attributes
     * @param array<int, array{body: string, type: string}> $files public parts of the sources that it shows
     * @param callable(string, string): string $text sentence of a key (`lightMembers`, `lightEvents`, `lightMore`, `lightRegular`) and a value
     * @param callable(string): string $day day in words, of `2026-03-16`
     * @param string $today day of the page
     */
    public static function of(string $widget, array $attributes, array $files, callable $text, callable $day, string $today): ?self
    {
        $kind = self::KINDS[$widget] ?? null;
        if ($kind === null || $files === [] || array_filter(array_intersect_key($attributes, array_flip(self::DECIDED)), 'strlen') !== []) {
            return null;
        }
        $entries = [];
        foreach ($files as ['body' => $body, 'type' => $type]) {
            $entries = array_merge($entries, $type === 'text/calendar' && $kind === 'events' ? self::calendar($body) : self::entries($body, $kind));
        }
        if ($kind === 'events') {
            // What is over is not announced; a rule goes on.
            $entries = array_values(array_filter($entries, static function (array $entry) use ($today): bool {
                return $entry['day'] === '' || $entry['day'] >= $today || $entry['isRule'];
            }));
            usort($entries, static function (array $one, array $other): int {
                return [$one['day'] === '' || $one['isRule'], $one['day'] . $one['time']] <=> [$other['day'] === '' || $other['isRule'], $other['day'] . $other['time']];
            });
        }
        return $entries === [] ? null : new self($kind, $entries, $text, $day);
    }

    /**
     * @param array<int, array<string, mixed>> $entries
     * @param callable(string, string): string $text
     * @param callable(string): string $day
     */
    private function __construct(string $kind, array $entries, callable $text, callable $day)
    {
        $known = array_values(array_filter($entries, static function (array $entry) use ($kind): bool {
            return $kind === 'members' || $entry['day'] !== '';
        }));
        $shown = array_slice($known, 0, $kind === 'members' ? self::MEMBERS : self::EVENTS);
        foreach ($shown as $entry) {
            $place = $entry['place'] === '' ? '' : ', ' . self::escaped($entry['place']);
            $when = '';
            if ($kind === 'events') {
                $said = $day($entry['day']) . ($entry['time'] === '' ? '' : " {$entry['time']}");
                $when = $entry['isRule']
                    ? self::escaped($text('lightRegular', '')) . ' — '
                    : sprintf('<time datetime="%s">%s</time> — ', self::escaped($entry['day']), self::escaped($said));
            }
            $this->html .= sprintf('<li>%s<strong>%s</strong>%s</li>', $when, self::escaped($entry['name']), $place);
            if (count($this->told) < self::TOLD) {
                $this->told[] = self::object($kind, $entry);
            }
        }
        $count = $text($kind === 'members' ? 'lightMembers' : 'lightEvents', (string) count($entries));
        $rest = count($entries) - count($shown);
        $this->html = sprintf('<p>%s</p><ul>%s</ul>', self::escaped($count), $this->html)
            . ($rest === 0 ? '' : sprintf('<p>%s</p>', self::escaped($text('lightMore', (string) $rest))));
    }

    /** Returns the objects as an element for search engines; no text of them ends it, or begins something of the host site. */
    public function script(): string
    {
        $graph = implode(',', array_unique(array_map([self::class, 'json'], $this->told)));
        return "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[$graph]}</script>";
    }

    /**
     * @param array<string, mixed> $entry
     * @return array<string, mixed>
     */
    private static function object(string $kind, array $entry): array
    {
        ['name' => $name, 'place' => $place] = $entry;
        if ($kind === 'members') {
            return ['@type' => 'Organization', 'name' => $name] + ($place === '' ? [] : ['address' => $place]);
        }
        $start = $entry['day'] . ($entry['time'] === '' ? '' : "T{$entry['time']}{$entry['offset']}");
        return ['@type' => 'Event', 'name' => $name, 'startDate' => $start, 'eventStatus' => 'https://schema.org/EventScheduled']
            + ($place === '' ? [] : ['location' => ['@type' => 'Place', 'name' => $place, 'address' => $place]]);
    }

    /** @return array<int, array<string, mixed>> entries of a list */
    private static function entries(string $body, string $kind): array
    {
        $data = json_decode($body, true);
        if (!Listing::isList($data) || ($data['kind'] ?? null) !== $kind) {
            return [];
        }
        $at = array_flip($data['fields']);
        $entries = [];
        foreach ($data['rows'] as $row) {
            $cell = static function (string $field) use ($row, $at): string {
                return isset($at[$field]) ? trim((string) ($row[$at[$field]] ?? '')) : '';
            };
            if ($cell('name') === '') {
                continue;
            }
            [$day, $time] = self::moment(trim($cell('start') . ' ' . $cell('startTime')));
            $place = $cell('place') ?: $cell('town');
            $entries[] = ['name' => $cell('name'), 'place' => $place, 'day' => $day, 'time' => $time, 'offset' => '', 'isRule' => false];
        }
        return $entries;
    }

    /** @return array{0: string, 1: string} day and time of a text; empty where they are written otherwise */
    private static function moment(string $text): array
    {
        $time = '(?:[ T]+(?:à )?(\d{1,2})[:h](\d{2})?(?::\d{2})?)?';
        if (preg_match("/^(\d{4})-(\d{2})-(\d{2})$time\$/D", $text, $found)) {
            [, $year, $month, $day] = $found;
        } elseif (preg_match("~^(\d{1,2})/(\d{1,2})/(\d{4})$time\$~D", $text, $found)) {
            [, $day, $month, $year] = $found;
        } else {
            return ['', ''];
        }
        if (!checkdate((int) $month, (int) $day, (int) $year) || (int) ($found[4] ?? 0) > 23 || (int) ($found[5] ?? 0) > 59) {
            return ['', ''];
        }
        return [sprintf('%04d-%02d-%02d', $year, $month, $day), isset($found[4]) ? sprintf('%02d:%02d', $found[4], $found[5] ?? 0) : ''];
    }

    /** @return array<int, array<string, mixed>> events of a calendar, as `Calendar::publicPart` gives it */
    private static function calendar(string $text): array
    {
        $lines = preg_split('/\r?\n/', (string) preg_replace('/\r?\n[ \t]/', '', $text)) ?: [];
        $entries = [];
        $event = null;
        foreach ($lines as $line) {
            preg_match('/^([A-Z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/sD', $line, $found);
            [, $name, $parameters, $value] = $found + ['', '', '', ''];
            if ($line === 'BEGIN:VEVENT') {
                $event = [];
            } elseif ($line === 'END:VEVENT' && $event !== null) {
                $isHidden = ($event['SUMMARY'] ?? '') === '' || ($event['STATUS'] ?? '') === 'CANCELLED' || isset($event['CLASS']) && $event['CLASS'] !== 'PUBLIC';
                $entries = array_merge($entries, $isHidden ? [] : [self::event($event)]);
                $event = null;
            } elseif ($event !== null && $name !== '') {
                $event[$name] = trim($value);
                $event["$name;"] = $parameters;
            }
        }
        return $entries;
    }

    /**
     * @param array<string, string> $event properties by their names, and their parameters behind a semicolon
     * @return array<string, mixed>
     */
    private static function event(array $event): array
    {
        $day = $time = $offset = '';
        if (preg_match('/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/D', $event['DTSTART'] ?? '', $found)) {
            [$day, $time] = ["$found[1]-$found[2]-$found[3]", isset($found[4]) ? "$found[4]:$found[5]" : ''];
            try {
                $isUniversal = ($found[6] ?? '') === 'Z';
                preg_match('/;TZID="?([^";:]+)/', $event['DTSTART;'] ?? '', $zone);
                $moment = $time === '' ? null : new \DateTime("$day $time", new \DateTimeZone($isUniversal ? 'UTC' : $zone[1] ?? 'Europe/Paris'));
                $moment = $isUniversal && $moment !== null ? $moment->setTimezone(new \DateTimeZone('Europe/Paris')) : $moment;
                [$day, $time, $offset] = $moment === null ? [$day, '', ''] : [$moment->format('Y-m-d'), $moment->format('H:i'), $moment->format('P')];
            } catch (\Exception $unknown) {
                // A zone of the calendar's own: the hour is as it was written.
                $offset = '';
            }
        }
        $text = static function (string $name) use ($event): string {
            return trim(str_replace(['\\n', '\\N', '\\,', '\\;', '\\\\'], [' ', ' ', ',', ';', '\\'], $event[$name] ?? ''));
        };
        return ['name' => $text('SUMMARY'), 'place' => $text('LOCATION'), 'day' => $day, 'time' => $time, 'offset' => $offset, 'isRule' => isset($event['RRULE'])];
    }

    /** @param mixed $value */
    private static function json($value): string
    {
        if (is_array($value)) {
            $pairs = array_map(static function (string $name) use ($value): string {
                return self::json($name) . ':' . self::json($value[$name]);
            }, array_keys($value));
            return '{' . implode(',', $pairs) . '}';
        }
        return strtr((string) json_encode((string) $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), self::SIGNS);
    }

    private static function escaped(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
