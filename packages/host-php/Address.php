<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Services.php';

/** A reason not to read a file. Its message is a key of the texts of a plugin; the detail is the value that is wrong. */
final class Refused extends \RuntimeException
{
    /** @var string */
    public $detail;

    public function __construct(string $reason, string $detail = '')
    {
        parent::__construct($reason);
        $this->detail = $detail;
    }
}

/**
 * An address in the one spelling in which it is checked, pinned and asked. PHP, cURL and resolvers read odd spellings in
 * different ways: a host that was checked under one of them is not the host that is asked under another.
 */
final class Address
{
    /** Ports that need no entry in the administrator's list. */
    private const PORTS = [80, 443, 8080];
    /** Schemes that are read, and what is asked for each: calendars are subscribed to by a scheme of their own. */
    private const SCHEMES = ['http' => 'http', 'https' => 'https', 'webcal' => 'https', 'webcals' => 'https'];
    private const LONGEST_HOST = 253;

    /** @var string `http` or `https` */
    public $scheme;
    /** @var string in small letters, without a final dot; IPv6 in brackets, as short as it can be */
    public $host;
    /** @var int */
    public $port;
    /** @var string path and query, without dot segments */
    private $path;
    /** @var string as it was written: an option of the widget, which is sent to no server */
    private $fragment;

    private function __construct(string $scheme, string $host, int $port, string $path, string $fragment)
    {
        $this->scheme = $scheme;
        $this->host = $host;
        $this->port = $port;
        $this->path = $path;
        $this->fragment = $fragment;
    }

    /** @throws Refused `scheme` or `address` */
    public static function of(string $url): self
    {
        if (preg_match('/[\x00-\x20\x7f\\\\]/', $url)) {
            throw new Refused('address', $url);
        }
        $written = strtolower((string) strstr($url, ':', true));
        $scheme = self::SCHEMES[$written] ?? null;
        if ($scheme === null && preg_match('/^[a-z][a-z0-9+.-]*$/D', $written)) {
            throw new Refused('scheme', $written);
        }
        if ($scheme === null || !preg_match('~^[^:]+://(\[[^\]]*\]|[^:/?#@\[\]]*)(?::(\d*))?([/?][^#]*)?(#.*)?$~sD', $url, $parts)) {
            throw new Refused('address', $url);
        }
        [, $host, $port, $path, $fragment] = $parts + ['', '', '', '', ''];
        $port = ltrim($port, '0') === '' ? ($port === '' ? ($scheme === 'https' ? 443 : 80) : 0) : (int) $port;
        if ($port < 1 || $port > 65535) {
            throw new Refused('address', $url);
        }
        return new self($scheme, self::hostOf($host), $port, self::pathOf($path), $fragment);
    }

    /** Returns the address that is asked, without the fragment. */
    public function url(): string
    {
        $isDefault = $this->port === ($this->scheme === 'https' ? 443 : 80);
        return "$this->scheme://$this->host" . ($isDefault ? '' : ":$this->port") . $this->path;
    }

    /** @return array{origin: string, host: string, path: string, query: string, hash: string} as browsers name them */
    public function parts(): array
    {
        [$path, $query] = explode('?', $this->path, 2) + [1 => ''];
        $origin = substr($this->url(), 0, strlen($this->url()) - strlen($this->path));
        return ['origin' => $origin, 'host' => $this->host, 'path' => $path, 'query' => $query === '' ? '' : "?$query", 'hash' => $this->fragment];
    }

    /** Returns whether the port is one that needs no entry in the list. */
    public function isUsual(): bool
    {
        return in_array($this->port, self::PORTS, true);
    }

    /** @return string|null the IP address that stands for the host; null for a name */
    public function literal(): ?string
    {
        $literal = trim($this->host, '[]');
        return filter_var($literal, FILTER_VALIDATE_IP) === false ? null : $literal;
    }

    /**
     * Returns what an address gives away, by the rule of the core (`secrets.ts`): `private`, the calendar or the files of a
     * person by their path; `secret`, a token or password; `key`, a read key; null, nothing.
     */
    public static function secrecyOf(string $url): ?string
    {
        if (preg_match('~^[a-z][a-z0-9+.-]*:/*[^/?#]*@~i', $url)) {
            return 'secret';
        }
        try {
            $address = self::of($url);
        } catch (Refused $refused) {
            return null;
        }
        $rules = self::rules();
        $path = strtolower((string) preg_replace('~/{2,}~', '/', self::decoded(explode('?', $address->path, 2)[0])));
        if (Services::isPrivate($address->host, $path)) {
            return 'private';
        }
        $found = null;
        foreach (preg_split('/[?&;#]/', strstr($address->path . '?', '?') . $address->fragment) ?: [] as $pair) {
            [$name, $value] = explode('=', $pair, 2) + [1 => ''];
            $name = self::nameOf($name);
            if ($value !== '' && preg_match("~{$rules['secret_name']}~D", $name)) {
                return 'secret';
            }
            $found = $value !== '' && preg_match("~{$rules['key_name']}~D", $name) ? 'key' : $found;
        }
        return $found;
    }

    /** Returns an address without what is secret of it: a page may be photographed, or seen over a shoulder. */
    public static function shown(string $url): string
    {
        $secrecy = self::secrecyOf($url);
        if ($secrecy === null) {
            return $url;
        }
        $shown = preg_replace(['~^([^:/]*:/*)[^/?#]*@~', '/[?#].*$/s'], ['$1', '?…'], $url) ?? '';
        return $secrecy === 'private' ? preg_replace('~(?<=[^:/])/.*$~s', '/…', $shown) ?? '' : $shown;
    }

    /** @return array<string, mixed> what the core says of sources */
    public static function rules(): array
    {
        static $rules = null;
        return $rules ?? $rules = require __DIR__ . '/sources.php';
    }

    /**
     * Returns a host in its one spelling. A name in other letters than ASCII is given in its ASCII form (`xn--…`).
     *
     * @throws Refused
     */
    public static function hostOf(string $written): string
    {
        $host = strtolower(preg_replace('/\.$/D', '', $written) ?? '');
        if (preg_match('/^\[(.*)\]$/D', $host, $inner)) {
            // A zone (`%eth0`) names a network card of this machine, and no host.
            $bytes = filter_var($inner[1], FILTER_VALIDATE_IP, FILTER_FLAG_IPV6) === false ? false : inet_pton($inner[1]);
            if ($bytes === false) {
                throw new Refused('address', $written);
            }
            return '[' . inet_ntop($bytes) . ']';
        }
        $isAddress = filter_var($host, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4) !== false;
        // Other spellings of IPv4 (`127.1`, `0x7f000001`, `2130706433`) are read by some libraries alone.
        $isName = preg_match('/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/D', $host) && !preg_match('/(^|\.)(\d+|0x[0-9a-f]*)$/D', $host);
        if ((!$isAddress && !$isName) || strlen($host) > self::LONGEST_HOST) {
            throw new Refused('address', $written);
        }
        return $host;
    }

    /** Returns a path and query as browsers ask for them: without dot segments, in ASCII. */
    private static function pathOf(string $written): string
    {
        [$path, $query] = explode('?', $written, 2) + [1 => null];
        $segments = [];
        $parts = explode('/', ltrim($path, '/') === $path ? "/$path" : $path);
        $last = count($parts) - 1;
        foreach (array_slice($parts, 1, null, true) as $index => $segment) {
            $plain = str_ireplace('%2e', '.', $segment);
            if ($plain === '..') {
                array_pop($segments);
            }
            if ($plain !== '.' && $plain !== '..') {
                $segments[] = $segment;
            } elseif ($index === $last) {
                $segments[] = '';
            }
        }
        $full = '/' . implode('/', $segments) . ($query === null ? '' : "?$query");
        return (string) preg_replace_callback('/[^\x21-\x7e]/', static function (array $match): string {
            return rawurlencode($match[0]);
        }, $full);
    }

    /** Returns a text without the percent signs of its ASCII characters. */
    private static function decoded(string $text): string
    {
        return (string) preg_replace_callback('/%([0-7][\da-f])/i', static function (array $match): string {
            return chr((int) hexdec($match[1]));
        }, $text);
    }

    /** Returns the name of a parameter in small letters, its words apart. */
    private static function nameOf(string $text): string
    {
        $words = strtolower((string) preg_replace('/([a-z\d])([A-Z])/', '$1_$2', self::decoded($text)));
        return trim((string) preg_replace('/[^a-z\d]+/', '_', $words), '_');
    }
}
