<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** Names of the system that answer which addresses a host has. */
interface Resolver
{
    /** @return string[] every IPv4 and IPv6 address of a host; none where it is unknown */
    public function addresses(string $host): array;
}

/** The resolver of the server: its hosts file and the DNS. */
final class SystemResolver implements Resolver
{
    public function addresses(string $host): array
    {
        $found = gethostbynamel($host) ?: [];
        foreach (@dns_get_record($host, DNS_A | DNS_AAAA) ?: [] as $record) {
            $found[] = $record['ip'] ?? $record['ipv6'] ?? '';
        }
        return array_values(array_unique(array_filter($found)));
    }
}

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
 * Decides whether the server may ask an address: who writes a post must not reach the network that the server stands in.
 *
 * The administrator's list has hosts (`data.example.org`, `data.example.org:8443`) and addresses (`192.168.1.20`). A host
 * permits sources of this host. An address permits connections to it although it is not public.
 */
final class Guard
{
    /** Ports that need no entry in the list. */
    private const PORTS = [80, 443, 8080];

    /** Blocks of IPv4 that are not public (IANA, special-purpose registry), and multicast. */
    private const NOT_PUBLIC_4 = [
        '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
        '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
        '224.0.0.0/4', '240.0.0.0/4',
    ];

    /**
     * Blocks within 2000::/3, the only public block of IPv6, that are not public, or that carry an IPv4 address which may
     * be anything (Teredo, 6to4).
     */
    private const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

    /** @var Resolver */
    private $resolver;
    /** @var string[] */
    private $listed;

    /** @param string[] $listed the administrator's list */
    public function __construct(Resolver $resolver, array $listed)
    {
        $this->resolver = $resolver;
        $this->listed = array_map('strtolower', array_map('trim', $listed));
    }

    /**
     * Returns the guard of a site. Its administrator has chosen the default source, so the host of this need not be written a
     * second time; with its port the entry does not permit an address inside the network.
     *
     * @param string[] $hosts the administrator's list
     * @param string $source address of the default source; empty where there is none
     */
    public static function of(array $hosts, string $source): self
    {
        $host = strtolower((string) parse_url($source, PHP_URL_HOST));
        $port = parse_url($source, PHP_URL_PORT) ?: (stripos($source, 'https:') === 0 ? 443 : 80);
        return new self(new SystemResolver(), $host === '' ? $hosts : array_merge($hosts, ["$host:$port"]));
    }

    /** Returns the hosts of a text, one a line; an address pasted there means its host. @return string[] */
    public static function hosts(string $text): array
    {
        $hosts = array_map(static function (string $host): string {
            return preg_replace('~^https?://|(?<=[^:/])/.*$~i', '', strtolower($host)) ?? '';
        }, preg_split('/[\s,]+/', $text, -1, PREG_SPLIT_NO_EMPTY) ?: []);
        return array_values(array_unique(array_filter($hosts)));
    }

    /**
     * Returns whether an address that was checked is as those of the public web: the list need not name it.
     *
     * @param array{addresses: string[], port: int} $checked
     */
    public static function isUsual(array $checked): bool
    {
        return in_array($checked['port'], self::PORTS, true)
            && array_filter($checked['addresses'], [self::class, 'isPublic']) === $checked['addresses'];
    }

    /** Returns whether the administrator lists the host of an address: else the visitor's browser reads it. */
    public function lists(string $url): bool
    {
        try {
            [, $host, $port, $isUsual] = $this->parts($url);
        } catch (Refused $refused) {
            return false;
        }
        return in_array("$host:$port", $this->listed, true) || ($isUsual && in_array($host, $this->listed, true));
    }

    /**
     * Checks an address before a request.
     *
     * @return array{host: string, port: int, addresses: string[]} the addresses that the connection may be made to
     * @throws Refused `scheme`, `address`, `port`, `unresolved` or `private`
     */
    public function check(string $url): array
    {
        [, $host, $port, $isUsual] = $this->parts($url);
        if (!$isUsual && !in_array("$host:$port", $this->listed, true)) {
            throw new Refused('port', (string) $port);
        }
        $literal = trim($host, '[]');
        $isLiteral = filter_var($literal, FILTER_VALIDATE_IP) !== false;
        $addresses = $isLiteral ? [$literal] : $this->resolver->addresses($host);
        if ($addresses === []) {
            throw new Refused('unresolved', $host);
        }
        // Every address, not the first one: the connection may be made to any of them.
        foreach ($addresses as $address) {
            if (!self::isPublic($address) && !$this->listsAddress($address)) {
                throw new Refused('private', $host);
            }
        }
        return ['host' => $host, 'port' => $port, 'addresses' => $addresses];
    }

    /** Returns whether an IPv4 or IPv6 address belongs to the public internet. */
    public static function isPublic(string $address): bool
    {
        $bytes = @inet_pton($address);
        if ($bytes === false) {
            return false;
        }
        if (strlen($bytes) === 16 && !self::isWithin($bytes, '2000::/3')) {
            return false;
        }
        foreach (strlen($bytes) === 4 ? self::NOT_PUBLIC_4 : self::NOT_PUBLIC_6 as $block) {
            if (self::isWithin($bytes, $block)) {
                return false;
            }
        }
        return true;
    }

    private static function isWithin(string $bytes, string $block): bool
    {
        [$start, $length] = explode('/', $block);
        $start = (string) inet_pton($start);
        $whole = intdiv((int) $length, 8);
        $rest = (int) $length % 8;
        if (substr($bytes, 0, $whole) !== substr($start, 0, $whole)) {
            return false;
        }
        $mask = 0xff << (8 - $rest) & 0xff;
        return $rest === 0 || (ord($bytes[$whole]) & $mask) === (ord($start[$whole]) & $mask);
    }

    private function listsAddress(string $address): bool
    {
        foreach ($this->listed as $entry) {
            $entry = trim($entry, '[]');
            if (filter_var($entry, FILTER_VALIDATE_IP) !== false && inet_pton($entry) === inet_pton($address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return array{0: string, 1: string, 2: int, 3: bool} scheme, host, port, and whether the port is a usual one
     * @throws Refused
     */
    private function parts(string $url): array
    {
        // PHP, cURL and browsers read these characters in different ways: the host checked would not be the host asked.
        if (preg_match('/[\x00-\x20\x7f\\\\]/', $url)) {
            throw new Refused('address', $url);
        }
        $parts = parse_url($url);
        $scheme = strtolower($parts['scheme'] ?? '');
        if ($parts !== false && $scheme !== 'http' && $scheme !== 'https') {
            throw new Refused('scheme', $scheme);
        }
        $host = strtolower(rtrim($parts['host'] ?? '', '.'));
        if ($host === '' || isset($parts['user']) || isset($parts['pass'])) {
            throw new Refused('address', $url);
        }
        $isAddress = filter_var(trim($host, '[]'), FILTER_VALIDATE_IP) !== false;
        // Other spellings of IPv4 (`127.1`, `0x7f000001`, `2130706433`) are read by some libraries alone.
        $isName = preg_match('/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/', $host) && !preg_match('/(^|\.)(\d+|0x[0-9a-f]*)$/', $host);
        if (!$isAddress && !$isName) {
            throw new Refused('address', $host);
        }
        $port = (int) ($parts['port'] ?? ($scheme === 'https' ? 443 : 80));
        return [$scheme, $host, $port, in_array($port, self::PORTS, true)];
    }
}
