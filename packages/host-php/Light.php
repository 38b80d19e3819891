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
    /** Members that are seen at once: all of so many, else the first; dates; the others stand behind one control. */
    private const WHOLE = 24;
    private const SEEN = 12;
    /** Most objects of a page for search engines. */
    private const TOLD = 50;
    /** Attributes that ask what only the widget can decide. */
    private const DECIDED = ['territory', 'where', 'period', 'series', 'edition', 'layers'];
    private const KINDS = ['member-map' => 'members', 'member-list' => 'members', 'event-agenda' => 'events', 'event-counter' => 'events'];
    /** The skins of the widgets, whose stills have the same form. */
    private const SKINS = ['member-map' => 'map', 'member-list' => 'list', 'event-agenda' => 'agenda', 'event-counter' => 'counter'];
    private const DOT = '<svg class="k9%s" viewBox="0 0 16 16" width="17" height="17" aria-hidden="true"><path d="M13.53 8A5.53 5.53 0 1 1 2.47 8A5.53 5.53 0 1 1 13.53 8Z"></path></svg>';
    private const ICON = '<svg class="i" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5"></path></svg>';
    /** Words of a status that change nothing: the event takes place. */
    private const PLANNED = '/^(?:prevus?|prevues?|confirme|confirmee|planifie|planifiee|planned|scheduled|confirmed)?$/D';
    /** Signs that a host site reads as its own in what a block has given. */
    private const SIGNS = ['[' => '\u005b', ']' => '\u005d', '{' => '\u007b', '|' => '\u007c', '}' => '\u007d'];

    /** @var string */
    public $html;
    /** @var array<int, array<string, mixed>> objects of schema.org */
    public $told = [];
    /** @var array<string, mixed> */
    private $words;
    /** @var string */
    private $lang;
    /** @var string */
    private $today;

    /**
     * Returns the light form of what a widget shows; null where there is none.
     *
     * @param string $widget tag without `ess-`
     * @param array<string, string> $attributes
     * @param array<int, array{body: string, type: string}> $files public parts of the sources that it shows
     * @param string $lang `fr`, `br` or `en`
     * @param string $today day of the page
     */
    public static function of(string $widget, array $attributes, array $files, string $lang, string $today): ?self
    {
        $kind = self::KINDS[$widget] ?? null;
        if ($kind === null || $files === [] || array_filter(array_intersect_key($attributes, array_flip(self::DECIDED)), 'strlen') !== []) {
            return null;
        }
        $entries = [];
        foreach ($files as ['body' => $body, 'type' => $type]) {
            $entries = array_merge($entries, $type === 'text/calendar' && $kind === 'events' ? self::calendar($body) : self::entries($body, $kind));
        }
        // How many dates a rule has, and which of them is next, the widget alone knows.
        $isOpen = array_filter(array_merge(array_column($entries, 'isRule'), array_column($entries, 'isUnread'))) !== [];
        if ($entries === [] || ($widget === 'event-counter' && $isOpen)) {
            return null;
        }
        $light = new self($lang, $today);
        $inside = $kind === 'members' ? $light->members($entries, $widget === 'member-map') : $light->events($entries, $widget, $attributes);
        $light->html = $inside === '' ? '' : $light->framed($widget, $attributes, $inside . (count($files) === 1 ? $light->foot($files[0]['body']) : ''));
        return $inside === '' ? null : $light;
    }

    private function __construct(string $lang, string $today)
    {
        static $words = null;
        $words = $words ?? require __DIR__ . '/light-words.php';
        $this->lang = isset($words[$lang]) ? $lang : 'fr';
        $this->words = $words[$this->lang];
        $this->today = $today;
    }

    /** @param array<string, string> $attributes */
    private function framed(string $widget, array $attributes, string $inside): string
    {
        $skin = self::SKINS[$widget];
        $title = self::escaped(($attributes['heading'] ?? '') ?: $this->words[$widget]);
        if ($skin === 'counter') {
            return "<figure class=\"ess-still ess-counter\"><figcaption>$title</figcaption>$inside</figure>";
        }
        $level = ($attributes['heading-level'] ?? '') ?: '3';
        $tag = preg_match('/^[2-6]$/D', $level) ? "h$level" : 'p';
        return "<div class=\"ess-still ess-$skin\"><$tag>$title</$tag>$inside</div>";
    }

    /** @param array<int, array<string, mixed>> $entries */
    private function members(array $entries, bool $isMap): string
    {
        $key = static function (array $entry): string {
            return strtolower(strtr($entry['name'], Sources::LETTERS));
        };
        usort($entries, static function (array $one, array $other) use ($key): int {
            return strnatcmp($key($one), $key($other));
        });
        $rows = array_map(static function (array $entry): string {
            $place = $entry['place'] === '' ? '' : sprintf('<p>%s</p>', self::escaped($entry['place']));
            return '<li>' . sprintf(self::DOT, $entry['isPlaced'] ? ' h' : '') . '<strong>' . self::linked($entry) . "</strong>$place</li>";
        }, array_slice($entries, 0, self::MEMBERS));
        $this->told = array_map([self::class, 'organisation'], array_slice($entries, 0, self::TOLD));
        $count = sprintf('<p><strong>%s</strong></p>', $this->counted('members', count($entries)));
        $list = $this->folded($rows, count($entries) > self::WHOLE ? self::SEEN : self::WHOLE, '<ul class="r">', count($entries) - count($rows));
        return '<div class="c"></div>' . ($isMap ? "<div class=\"l\">$count<div class=\"i\">$list</div></div>" : $count . $list);
    }

    /**
     * @param array<int, array<string, mixed>> $entries
     * @param array<string, string> $attributes
     */
    private function events(array $entries, string $widget, array $attributes): string
    {
        // What is over is not announced; a rule goes on.
        $ahead = array_values(array_filter($entries, function (array $entry): bool {
            return $entry['day'] === '' || max($entry['day'], $entry['endDay']) >= $this->today || $entry['isRule'];
        }));
        usort($ahead, static function (array $one, array $other): int {
            return [$one['day'] === '' || $one['isRule'], $one['day'] . $one['time']] <=> [$other['day'] === '' || $other['isRule'], $other['day'] . $other['time']];
        });
        $dated = array_values(array_filter($ahead, static function (array $entry): bool {
            return $entry['day'] !== '' && !$entry['isUnread'];
        }));
        $certain = array_values(array_filter($dated, static function (array $entry): bool {
            return !$entry['isRule'];
        }));
        $over = count($entries) - count($ahead);
        if ($widget === 'event-counter') {
            $this->told = array_map([self::class, 'happening'], array_slice($certain, 0, 1));
            return $certain === [] ? '' : $this->next($certain[0], count($ahead), $over);
        }
        $this->told = array_map([self::class, 'happening'], array_slice($certain, 0, self::SEEN));
        $rows = array_map([$this, 'dated'], array_slice($dated, 0, self::EVENTS));
        $first = (int) ($attributes['limit'] ?? 0) ?: self::SEEN;
        $list = $this->folded($rows, $first, '<ul>', count($ahead) - count($rows));
        $rules = count(array_filter(array_column($entries, 'isRule')));
        $isSure = count($certain) + count(array_filter($ahead, static function (array $entry): bool {
            return $entry['day'] === '' && !$entry['isUnread'];
        })) === count($ahead);
        $counts = implode(', ', array_filter([$ahead === [] ? '' : $this->counted('upcoming', count($ahead)), $over === 0 ? '' : $this->counted('unconfirmed', $over)]));
        $total = $this->counted('events', count($entries));
        $sum = $rules > 0 ? '' : sprintf('<p>%s</p>', $isSure ? sprintf($this->words['sum'], $total, $counts) : $total);
        return $ahead === [] ? '' : sprintf('%s<div class="d%s"><p class="g">%s</p>%s</div>', $sum, count($entries) > 1 ? ' l' : '', $this->said('group'), $list);
    }

    /** @param array<string, mixed> $entry */
    private function dated(array $entry): string
    {
        ['day' => $day, 'time' => $time, 'place' => $place] = $entry;
        $when = sprintf('<p>%s</p>', $this->said('regular'));
        if (!$entry['isRule']) {
            [$year, $month, $number] = explode('-', $day);
            $shown = (int) $number === 1 ? $this->words['first'] : (int) $number;
            $year = $year === substr($this->today, 0, 4) ? "<span class=\"x\"> $year</span>" : " $year";
            $isOverDays = $entry['endDay'] > $day;
            // Within a month its days stand in the column of dates; an end in another one stands beside it.
            $isShort = $isOverDays && substr($entry['endDay'], 0, 7) === substr($day, 0, 7);
            $until = $isOverDays && !$isShort ? "{$this->day($day)} – {$this->day($entry['endDay'])}" : '';
            $shown .= $isShort ? '–' . (int) substr($entry['endDay'], 8) : '';
            $machine = self::escaped(self::machine($day, $time, $entry['offset']));
            $class = $isShort ? ' class="m"' : '';
            $when = "<p$class><time datetime=\"$machine\"><strong>$shown</strong> {$this->words['months'][(int) $month - 1]}$year</time></p>";
        }
        $facts = implode(', ', array_filter([$until ?? '', $this->hours($entry), self::escaped($place)], 'strlen'));
        return sprintf('<li>%s<p>%s</p><p>%s</p></li>', $when, self::linked($entry), trim("<span class=\"t p\">{$this->said('planned')}</span> $facts"));
    }

    /** @param array<string, mixed> $entry */
    private function next(array $entry, int $ahead, int $over): string
    {
        $counts = '<strong>' . $this->counted('ahead', $ahead) . '</strong>' . ($over === 0 ? '' : ', ' . $this->counted('passed', $over));
        $when = "<time datetime=\"{$entry['day']}\">{$this->day($entry['day'])}</time>" . rtrim(' ' . ($entry['time'] === '' ? '' : self::escaped(sprintf($this->words['at'], $this->clock($entry['time'])))));
        $place = $entry['place'] === '' ? '' : ', ' . self::escaped($entry['place']);
        return sprintf('<div><p class="c">%s</p><p class="z y">%s<span>%s <strong>%s</strong>, %s</span></p></div>', $counts, self::ICON, $this->said('next'), self::linked($entry), $when . $place);
    }

    /** Writes where a list comes from, and of which day it is. */
    private function foot(string $body): string
    {
        $list = json_decode($body, true);
        $source = implode(', ', array_filter([$list['source']['title'] ?? '', $list['source']['host'] ?? '']));
        $day = substr((string) ($list['read'] ?? ''), 0, 10);
        if (!Listing::isList($list) || $source === '' || !preg_match('/^\d{4}-\d\d-\d\d$/D', $day)) {
            return '';
        }
        $date = sprintf(self::escaped($this->words['dataOf']), "<time datetime=\"$day\">{$this->day($day)}</time>");
        return sprintf('<details open="open"><summary>%s</summary> %s. %s.</details>', $this->said('publisher'), self::escaped($source), $date);
    }

    /**
     * Writes rows: the first of them, the others behind one control, and how many are left out.
     *
     * @param string[] $rows
     */
    private function folded(array $rows, int $seen, string $open, int $left): string
    {
        $list = static function (array $some) use ($open): string {
            return $some === [] ? '' : $open . implode('', $some) . '</ul>';
        };
        $rest = $left === 0 ? '' : sprintf('<p>%s</p>', $this->counted('more', $left));
        $hidden = $list(array_slice($rows, $seen));
        return $list(array_slice($rows, 0, $seen)) . ($hidden === '' ? $rest : sprintf('<details><summary>%s</summary>%s%s</details>', $this->said('show'), $hidden, $rest));
    }

    private function said(string $key): string
    {
        return self::escaped($this->words[$key]);
    }

    private function counted(string $key, int $count): string
    {
        $isOne = $count === 1 || ($count === 0 && $this->lang === 'fr');
        return sprintf(self::escaped($this->words[$key][$isOne ? 0 : 1]), number_format($count, 0, '', $this->lang === 'en' ? ',' : "\u{202f}"));
    }

    private function day(string $day): string
    {
        [$year, $month, $number] = explode('-', $day);
        return sprintf(self::escaped($this->words['dates'][(int) $month - 1]), (int) $number === 1 ? $this->words['first'] : (int) $number, $year);
    }

    private function clock(string $time): string
    {
        [$hour, $minute] = explode(':', $time);
        return sprintf($this->words['clock'][$minute === '00' ? 1 : 0], $this->lang === 'en' ? $hour : (int) $hour, $minute);
    }

    /** @param array<string, mixed> $entry */
    private function hours(array $entry): string
    {
        if ($entry['time'] === '') {
            return '';
        }
        $isWhole = $entry['endTime'] !== '' && $entry['endDay'] === $entry['day'];
        $from = $this->clock($entry['time']);
        return self::escaped($isWhole ? sprintf($this->words['hours'], $from, $this->clock($entry['endTime'])) : sprintf($this->words['at'], $from));
    }

    /** Writes a day, with its time where that is known, for machines. */
    private static function machine(string $day, string $time, string $offset): string
    {
        return $day . ($day === '' || $time === '' ? '' : "T$time" . ($offset === '' ? '' : ":00$offset"));
    }

    /** @param array<string, mixed> $entry */
    private static function linked(array $entry): string
    {
        $name = self::escaped($entry['name']);
        return $entry['site'] === '' ? $name : sprintf('<a href="%s">%s</a>', self::escaped($entry['site']), $name);
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
    private static function organisation(array $entry): array
    {
        return array_filter(['@type' => 'Organization', 'name' => $entry['name'], 'address' => $entry['place'], 'url' => $entry['site']], 'strlen');
    }

    /**
     * @param array<string, mixed> $entry
     * @return array<string, mixed>
     */
    private static function happening(array $entry): array
    {
        ['day' => $day, 'time' => $time, 'offset' => $offset, 'place' => $place, 'endDay' => $endDay, 'endTime' => $endTime] = $entry;
        return array_filter([
            '@type' => 'Event',
            'name' => $entry['name'],
            'startDate' => self::machine($day, $time, $offset),
            'endDate' => self::machine($endDay, $endTime, $entry['endOffset']),
            'eventStatus' => 'https://schema.org/EventScheduled',
            'location' => $place === '' ? [] : ['@type' => 'Place', 'name' => $place, 'address' => $place],
            'url' => $entry['site'],
        ]);
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
            [$endDay, $endTime] = self::moment(trim(($cell('end') ?: substr($cell('start'), 0, 10)) . ' ' . $cell('endTime')));
            $isPlain = $cell('end') . $cell('endTime') === '';
            $entries[] = [
                'name' => $cell('name'),
                'place' => $cell('place') ?: $cell('town'),
                'site' => preg_match('~^https?://[^\s"<>]+$~iD', $cell('site')) ? $cell('site') : '',
                'isPlaced' => $cell('insee') . $cell('postcode') !== '',
                'day' => $day,
                'time' => $time,
                'offset' => '',
                'endDay' => $isPlain ? $day : $endDay,
                'endTime' => $isPlain ? '' : $endTime,
                'endOffset' => '',
                'isRule' => false,
                'isUnread' => ($day === '' && $cell('start') !== '') || !preg_match(self::PLANNED, strtolower(strtr($cell('status'), Sources::LETTERS))),
            ];
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
        $events = [];
        $event = null;
        foreach ($lines as $line) {
            preg_match('/^([A-Z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/sD', $line, $found);
            [, $name, $parameters, $value] = $found + ['', '', '', ''];
            if ($line === 'BEGIN:VEVENT') {
                $event = [];
            } elseif ($line === 'END:VEVENT' && $event !== null) {
                $key = isset($event['UID']) ? $event['UID'] . ' ' . ($event['RECURRENCE-ID'] ?? '') : count($events);
                // Of the versions of one event the newest counts, else the last.
                $events[$key] = self::version($event) >= self::version($events[$key] ?? []) ? $event : $events[$key];
                $event = null;
            } elseif ($event !== null && $name !== '') {
                $event[$name] = trim($value);
                $event["$name;"] = $parameters;
            }
        }
        return array_map([self::class, 'event'], array_values(array_filter($events, static function (array $event): bool {
            return ($event['SUMMARY'] ?? '') !== '' && ($event['STATUS'] ?? '') !== 'CANCELLED' && ($event['CLASS'] ?? 'PUBLIC') === 'PUBLIC';
        })));
    }

    /**
     * @param array<string, string> $event
     * @return array<int, int|string>
     */
    private static function version(array $event): array
    {
        return [(int) ($event['SEQUENCE'] ?? 0), $event['LAST-MODIFIED'] ?? '', $event['DTSTAMP'] ?? ''];
    }

    /**
     * @param array<string, string> $event properties by their names, and their parameters behind a semicolon
     * @return array<string, mixed>
     */
    private static function event(array $event): array
    {
        [$day, $time, $offset] = self::instant($event, 'DTSTART');
        [$endDay, $endTime, $endOffset] = self::instant($event, 'DTEND');
        if ($endDay !== '' && $endTime === '') {
            // The day on which it ends is the last one, not the one after.
            $endDay = max($day, gmdate('Y-m-d', (int) strtotime("$endDay 00:00 UTC -1 day")));
        }
        $text = static function (string $name) use ($event): string {
            return trim(str_replace(['\\n', '\\N', '\\,', '\\;', '\\\\'], [' ', ' ', ',', ';', '\\'], $event[$name] ?? ''));
        };
        return [
            'name' => $text('SUMMARY'),
            'place' => $text('LOCATION'),
            'site' => preg_match('~^https?://[^\s"<>]+$~iD', $event['URL'] ?? '') ? $event['URL'] : '',
            'day' => $day,
            'time' => $time,
            'offset' => $offset,
            'endDay' => isset($event['DURATION']) ? '' : ($endDay ?: $day),
            'endTime' => $endTime,
            'endOffset' => $endOffset,
            'isRule' => isset($event['RRULE']) || isset($event['RDATE']),
            'isUnread' => $day === '',
        ];
    }

    /**
     * @param array<string, string> $event
     * @return array{0: string, 1: string, 2: string} day, time and offset of a property
     */
    private static function instant(array $event, string $name): array
    {
        if (!preg_match('/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/D', $event[$name] ?? '', $found)) {
            return ['', '', ''];
        }
        [$day, $time] = ["$found[1]-$found[2]-$found[3]", isset($found[4]) ? "$found[4]:$found[5]" : ''];
        if ($time === '') {
            return [$day, '', ''];
        }
        try {
            $isUniversal = ($found[6] ?? '') === 'Z';
            preg_match('/;TZID="?([^";:]+)/', $event["$name;"] ?? '', $zone);
            $moment = new \DateTime("$day $time", new \DateTimeZone($isUniversal ? 'UTC' : $zone[1] ?? 'Europe/Paris'));
            $moment = $isUniversal ? $moment->setTimezone(new \DateTimeZone('Europe/Paris')) : $moment;
            return [$moment->format('Y-m-d'), $moment->format('H:i'), $moment->format('P')];
        } catch (\Exception $unknown) {
            // A zone of the calendar's own: the hour is as it was written.
            return [$day, $time, ''];
        }
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
