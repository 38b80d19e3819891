<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Address.php';

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

/**
 * Decides whether the server may ask an address: who writes a post must not reach the network that the server stands in. The
 * administrator permits each address by saving it, and one inside the network by saving it while it leads there.
 */
final class Guard
{
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
    /** @var array<string, true> hosts and ports of the saved addresses */
    private $permitted = [];
    /** @var array<string, true> hosts that may lead inside the network */
    private $internal = [];

    public function __construct(Resolver $resolver, Sources $sources)
    {
        $this->resolver = $resolver;
        foreach ($sources->all() as $row) {
            try {
                $address = Address::of($row['address']);
            } catch (Refused $refused) {
                continue;
            }
            $this->permitted["$address->host:$address->port"] = true;
            $this->internal += $row['isInternal'] ? [$address->host => true] : [];
        }
    }

    /** @return string[] IP addresses of a host that the public internet does not reach */
    public static function inside(Address $address, Resolver $resolver): array
    {
        $literal = $address->literal();
        return array_values(array_filter($literal === null ? $resolver->addresses($address->host) : [$literal], static function (string $one): bool {
            return !self::isPublic($one);
        }));
    }

    /** Returns whether an address that is to be saved leads inside the network. */
    public static function leadsInside(string $url): bool
    {
        try {
            return self::inside(Address::of($url), new SystemResolver()) !== [];
        } catch (Refused $refused) {
            return false;
        }
    }

    /**
     * Returns whether an address that was checked is as those of the public web.
     *
     * @param array{url: string, host: string, port: int, addresses: string[]} $checked
     */
    public static function isUsual(array $checked): bool
    {
        return Address::of($checked['url'])->isUsual() && !self::isInternal($checked);
    }

    /**
     * Returns whether an address that was checked leads to a machine that the public internet does not reach.
     *
     * @param array{addresses: string[]} $checked
     */
    public static function isInternal(array $checked): bool
    {
        return array_filter($checked['addresses'], [self::class, 'isPublic']) !== $checked['addresses'];
    }

    private function permits(Address $address): bool
    {
        return isset($this->permitted["$address->host:$address->port"]);
    }

    /**
     * Returns whether what is read from one address may be read on at another one, where a redirect leads: to a host of
     * the saved addresses, on one host between http and https, and where a service redirects to hosts of its own by design.
     */
    public function follows(Address $from, Address $to): bool
    {
        return $this->permits($to)
            || ($to->isUsual() && ($to->host === $from->host || Services::isRedirect($from->host, $to->host)));
    }

    /**
     * Checks an address before a request.
     *
     * @param bool $isPinned whether the connection is made to one of the addresses that are checked here, and nowhere else
     * @return array{url: string, host: string, port: int, addresses: string[]} what is asked, and the addresses that the connection may be made to
     * @throws Refused `port`, `unresolved`, `private` or `unpinned`
     */
    public function check(Address $address, bool $isPinned = true): array
    {
        $host = $address->host;
        if (!$address->isUsual() && !$this->permits($address)) {
            throw new Refused('port', (string) $address->port);
        }
        $literal = $address->literal();
        $addresses = $literal === null ? $this->resolver->addresses($host) : [$literal];
        if ($addresses === []) {
            throw new Refused('unresolved', $host);
        }
        // Every address, not the first one: the connection may be made to any of them.
        foreach ($addresses as $one) {
            if (!self::isPublic($one) && !isset($this->internal[$host])) {
                throw new Refused('private', $host);
            }
        }
        $checked = ['url' => $address->url(), 'host' => $host, 'port' => $address->port, 'addresses' => $addresses];
        // Whoever makes the connection asks for the name again, and may be told another address: a name that leads inside at
        // any time is not asked, and neither is one that does so with the administrator's leave.
        $again = $isPinned || $literal !== null ? [] : $this->resolver->addresses($host);
        if (!$isPinned && $literal === null && self::isInternal(['addresses' => array_merge($addresses, $again)])) {
            throw new Refused('unpinned', $host);
        }
        return $checked;
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
}
