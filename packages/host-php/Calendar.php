<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';

/** Calendars, of which only what widgets show goes out: no people, no descriptions, no alarms, no private events. */
final class Calendar
{
    /** Components that are kept, within each other. */
    private const COMPONENTS = ['VCALENDAR', 'VEVENT', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT'];
    /** Property of ours that says where a calendar was read. */
    private const SOURCE = 'X-ESS-SOURCE';
    /** Properties whose parameters say how to read them. */
    private const DATES = ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'RDATE', 'EXDATE'];

    /** Returns the text of a calendar with the properties that the core reads, and without events that are not public. */
    public static function publicPart(string $text): string
    {
        $kept = array_flip(Address::rules()['calendar']);
        $out = [];
        /** Components that are open, the innermost last: name, and the position in `$out` of its first line, or null where it is left out. */
        $open = [];
        /** Events by their positions in `$out`: first line, last line, `uid`, `recurrence`, `isPrivate`. */
        $events = [];
        $event = null;
        foreach (self::lines($text) as $line) {
            [$name, $value] = self::property($line);
            if (!isset($kept[$name]) || $name === self::SOURCE) {
                continue;
            }
            $component = strtoupper(trim($value));
            if ($name === 'BEGIN') {
                if (in_array($component, ['VEVENT', 'VCALENDAR'], true)) {
                    // An event cannot hold another one: the first was cut, and goes.
                    if ($event !== null) {
                        array_splice($out, $event['first']);
                        $open = array_slice($open, 0, $event['depth']);
                        $event = null;
                    }
                    self::close($open, $component === 'VEVENT' ? min(1, count($open)) : 0, $out);
                }
                $isKept = in_array($component, self::COMPONENTS, true) && !in_array(false, array_column($open, 1), true);
                if ($component === 'VEVENT' && $isKept) {
                    $event = ['first' => count($out), 'depth' => count($open), 'uid' => '', 'recurrence' => null, 'isPrivate' => false];
                }
                $open[] = [$component, $isKept];
                if ($isKept) {
                    $out[] = "BEGIN:$component";
                }
                continue;
            }
            if ($name === 'END') {
                $at = array_search($component, array_reverse(array_column($open, 0), true), true);
                if ($at === false) {
                    continue;
                }
                self::close($open, $at, $out);
                if ($event !== null && count($open) <= $event['depth']) {
                    $events[] = $event + ['last' => count($out)];
                    $event = null;
                }
                continue;
            }
            if ($open === [] || in_array(false, array_column($open, 1), true)) {
                continue;
            }
            if ($event !== null) {
                $event['uid'] = $name === 'UID' ? trim($value) : $event['uid'];
                $event['recurrence'] = $name === 'RECURRENCE-ID' ? self::written($name, $line, $value) : $event['recurrence'];
                // Classes that are not known are private (RFC 5545, 3.8.1.3).
                $event['isPrivate'] = $event['isPrivate'] || ($name === 'CLASS' && !in_array($component, ['', 'PUBLIC'], true));
            }
            $out[] = self::written($name, $line, $value);
        }
        if ($event !== null) {
            array_splice($out, $event['first']);
            $open = array_slice($open, 0, $event['depth']);
        }
        self::close($open, 0, $out);
        return implode("\r\n", self::withoutPrivate($out, $events)) . "\r\n";
    }

    /** Returns a calendar, as `publicPart` gives it, with the host at which it was read: pages credit that one, not the site that keeps its copy. */
    public static function credited(string $text, string $host): string
    {
        $start = "BEGIN:VCALENDAR\r\n";
        return strpos($text, $start) === 0 ? $start . self::SOURCE . ":$host\r\n" . substr($text, strlen($start)) : $text;
    }

    /** @return string[] lines of a text, of which one that begins with a blank continues the one before */
    private static function lines(string $text): array
    {
        $text = (string) preg_replace(['/^\xef\xbb\xbf/', '/\r\n?/', '/\n[ \t]/'], ['', "\n", ''], $text);
        return explode("\n", $text);
    }

    /** @return array{0: string, 1: string} name in capitals, and value */
    private static function property(string $line): array
    {
        preg_match('/^([^:;]*)((?:;(?:"[^"]*+"|[^":]++)*+)?):(.*)$/sD', $line, $parts);
        return [strtoupper(trim($parts[1] ?? '')), $parts[3] ?? ''];
    }

    /** Returns a property without the parameters that widgets do not read: they may hold people and addresses. */
    private static function written(string $name, string $line, string $value): string
    {
        $rest = preg_replace('/;X-[\w-]*=(?:"[^"]*"|[^;:]*)/i', '', substr(ltrim($line), strlen($name)));
        return in_array($name, self::DATES, true) ? $name . $rest : "$name:$value";
    }

    /**
     * Ends the components from a position on.
     *
     * @param array<int, array{0: string, 1: bool}> $open
     * @param string[] $out
     */
    private static function close(array &$open, int $at, array &$out): void
    {
        foreach (array_reverse(array_splice($open, $at)) as [$component, $isKept]) {
            if ($isKept) {
                $out[] = "END:$component";
            }
        }
    }

    /**
     * Returns the lines without private events. A private date of a public series leaves its place in the series: without it,
     * the date would be shown as it was before it became private. Changes of a private event need not repeat that it is private.
     *
     * @param string[] $out
     * @param array<int, array<string, mixed>> $events
     * @return string[]
     */
    private static function withoutPrivate(array $out, array $events): array
    {
        $series = [];
        foreach ($events as $event) {
            if ($event['isPrivate'] && $event['recurrence'] === null && $event['uid'] !== '') {
                $series[$event['uid']] = true;
            }
        }
        foreach (array_reverse($events) as $event) {
            $isHidden = isset($series[$event['uid']]);
            if (!$event['isPrivate'] && !$isHidden) {
                continue;
            }
            $place = $isHidden || $event['recurrence'] === null ? [] : [
                'BEGIN:VEVENT',
                "UID:{$event['uid']}",
                'DTSTART' . substr($event['recurrence'], strlen('RECURRENCE-ID')),
                $event['recurrence'],
                'CLASS:PRIVATE',
                'END:VEVENT',
            ];
            array_splice($out, $event['first'], $event['last'] - $event['first'], $place);
        }
        return $out;
    }
}
