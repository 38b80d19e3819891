<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';

/**
 * Services whose pages people paste: which addresses their data have, and what to do where these cannot be read. It runs the
 * table of the core (`services.json`) as `services.ts` does, with the same examples.
 */
final class Services
{
    /** Formats whose one answer is all the data: of the others a browser asks for the rest. */
    private const WHOLE = ['ical', 'csv'];
    /** Characters that browsers leave as they are in a component of an address. */
    private const PLAIN = ['%21' => '!', '%27' => "'", '%28' => '(', '%29' => ')', '%2A' => '*'];

    /**
     * Returns the reading of an address; null where no service knows it and nothing of it is secret.
     *
     * @param string $host `wordpress` or `spip`: for whom the remedy is
     * @return array{service: string, requests: string[], format: string, kind: string, reach: string, probe: string, remedy: array<string, string>}|null
     */
    public static function of(string $url, string $host = 'wordpress'): ?array
    {
        $secrecy = Address::secrecyOf($url);
        $found = self::recognised($url);
        if ($secrecy === 'private' || $secrecy === 'secret') {
            return self::reading($found[0] ?? ['id' => ''], [], 'secret', $host);
        }
        if ($found === null) {
            return null;
        }
        [$service, $match, $values] = $found;
        $requests = [];
        foreach (isset($match['isCut']) ? [] : $match['request'] ?? $service['request'] ?? [] as $template) {
            $requests = $requests ?: self::filled($template, $values);
        }
        $way = $requests === [] ? ['server' => 'page'] : ['key' => 'readKey'];
        return self::reading($service, $requests, isset($match['isCut']) ? 'cut' : $way[$service['reach']] ?? $service['reach'], $host);
    }

    /** @return string[] the addresses that the server asks for a source: those of its data, or its own */
    public static function requests(string $url): array
    {
        $found = self::of($url) ?? ['requests' => []];
        $isRead = $found['requests'] !== [] && ($found['reach'] === 'server' || in_array($found['format'], self::WHOLE, true));
        return $isRead ? $found['requests'] : [$url];
    }

    /**
     * Returns what an administrator may do where an address was not read: a sentence that names the button of its service. Empty where no
     * service knows it, or where the server itself did not answer.
     *
     * @param string $reason why it was not read, as `Refused` has it
     */
    public static function cure(string $url, string $reason, string $host, string $lang): string
    {
        $found = self::of($url, $host);
        $isOfService = $found !== null && $found['service'] !== '' && ($found['requests'] === [] || in_array($reason, ['form', 'status', 'host', 'empty'], true));
        return $isOfService && $reason !== 'secret' ? $found['remedy'][$lang === 'en' ? 'en' : 'fr'] ?? '' : '';
    }

    /** Returns whether a path, in small letters, is a person's own. */
    public static function isPrivate(string $host, string $path): bool
    {
        foreach (self::table()['services'] as $service) {
            foreach ($service['secret'] ?? [] as $secret) {
                if (self::matches($secret['host'] ?? '', $host) !== null && self::matches($secret['path'], $path) !== null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether a service redirects from one host to another one by design. */
    public static function isRedirect(string $from, string $to): bool
    {
        foreach (self::table()['services'] as $service) {
            foreach (isset($service['redirects']) ? $service['match'] : [] as $match) {
                if (self::matches($match['host'] ?? '', $from) !== null && self::matches($service['redirects'], $to) !== null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @return array<string, mixed> the table that the core writes */
    private static function table(): array
    {
        static $table = null;
        return $table ?? $table = require __DIR__ . '/service-table.php';
    }

    /** @return array<int|string, string|null>|null groups of a pattern; null where it does not match */
    private static function matches(string $pattern, string $text): ?array
    {
        return preg_match("\1$pattern\1D", $text, $groups, PREG_UNMATCHED_AS_NULL) ? $groups : null;
    }

    /**
     * @param array<string, mixed> $service
     * @param string[] $requests
     * @return array<string, mixed>
     */
    private static function reading(array $service, array $requests, string $way, string $host): array
    {
        $sentences = self::table()['sentences'][$way];
        $remedy = [];
        foreach ($sentences[$host] ?? $sentences['page'] as $lang => $sentence) {
            $remedy[$lang] = isset($service['button']) ? strtr($sentence, [
                '{name}' => $service['name'][$lang] ?? $service['name']['fr'],
                '{button}' => $service['button'][$lang],
            ]) : str_replace(' {button}.', '', $sentence);
        }
        return ['service' => $service['id'], 'requests' => $requests, 'remedy' => $remedy]
            + array_intersect_key($service, ['format' => 1, 'kind' => 1, 'reach' => 1, 'probe' => 1])
            + ['format' => '', 'kind' => '', 'reach' => '', 'probe' => ''];
    }

    /**
     * Returns the service of an address, and how it was recognised: by its host before all that run under any name.
     *
     * @return array{0: array<string, mixed>, 1: array<string, mixed>, 2: array<string, string[]>}|null
     */
    private static function recognised(string $url): ?array
    {
        try {
            $parts = Address::of($url)->parts();
        } catch (Refused $refused) {
            return null;
        }
        // Options of ours are in no address that is asked for, nor is a key.
        $parts['hash'] = (string) preg_replace('/[#&](?:' . Address::rules()['options'] . ')=[^#&]*/', '', $parts['hash']);
        $parts['query'] = (string) preg_replace(['/(?<=[?&])key=[^&]*&?/', '/[?&]$/D'], '', $parts['query']);
        foreach ([true, false] as $isOwn) {
            foreach (self::table()['services'] as $service) {
                foreach ($service['match'] as $match) {
                    $values = isset($match['host']) === $isOwn ? self::values($match, $parts) : null;
                    if ($values !== null) {
                        return [$service, $match, $values];
                    }
                }
            }
        }
        return null;
    }

    /**
     * @param array<string, mixed> $match
     * @param array<string, string> $parts
     * @return array<string, string[]>|null
     */
    private static function values(array $match, array $parts): ?array
    {
        if (isset($match['but']) && self::matches($match['but'], $parts['host']) !== null) {
            return null;
        }
        $values = ['origin' => [$parts['origin']], 'path' => [$parts['path']], 'query' => [$parts['query']]];
        foreach (['host', 'path', 'query', 'hash'] as $part) {
            $groups = isset($match[$part]) ? self::matches($match[$part], $parts[$part]) : [];
            if ($groups === null) {
                return null;
            }
            foreach ($groups as $name => $value) {
                if (is_string($name) && $value !== null) {
                    $values[$name] = [$value];
                }
            }
        }
        foreach (array_filter(explode('&', substr($parts['query'], 1)), 'strlen') as $pair) {
            [$name, $value] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
            $values["?$name"][] = $value;
        }
        return $values;
    }

    /**
     * @param array<string, string[]> $values
     * @return string[] the addresses that a template means: none where one of its names has no value
     */
    private static function filled(string $template, array $values): array
    {
        if (!preg_match('/^(.*?)\{([^|}]+)((?:\|[^|}]+)*)\}(.*)$/s', $template, $found)) {
            return [$template];
        }
        [, $head, $name, $filters, $tail] = $found;
        $texts = $values[$name] ?? [];
        foreach (array_filter(explode('|', $filters), 'strlen') as $filter) {
            $texts = array_merge([], ...array_map(static function (string $text) use ($filter): array {
                return self::through($filter, $text);
            }, $texts));
        }
        $all = [];
        foreach ($texts as $text) {
            foreach (self::filled($tail, $values) as $rest) {
                $all[] = $head . $text . $rest;
            }
        }
        return $all;
    }

    /** @return string[] what a filter of a template makes of a text */
    private static function through(string $filter, string $text): array
    {
        [$name, $sign] = explode(':', $filter, 2) + [1 => ''];
        if ($name === 'enc') {
            return [strtr(rawurlencode(rawurldecode($text)), self::PLAIN)];
        }
        if ($name === 'each') {
            return array_values(array_filter(explode($sign, $text), 'strlen'));
        }
        if ($name === 'b64') {
            $id = strpos($text, '@') === false ? (string) base64_decode(strtr($text, '- _', '++/'), true) : $text;
            return preg_match('/^[\w.%+#-]+@[\w.-]+$/D', $id) ? [$id] : [];
        }
        preg_match_all('/[?&]refine\.([^=&]+)=([^&]*)/', $text, $pairs, PREG_SET_ORDER);
        $asked = array_map(static function (array $pair): string {
            return 'refine=' . strtr(rawurlencode(urldecode($pair[1]) . ':"' . urldecode($pair[2]) . '"'), self::PLAIN);
        }, $pairs);
        return [$asked === [] ? '' : '?' . implode('&', $asked)];
    }
}
