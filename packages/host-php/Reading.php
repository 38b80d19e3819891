<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';
require_once __DIR__ . '/Guard.php';
require_once __DIR__ . '/Http.php';

/** Keeps values for a time. A site may lose them earlier. */
interface Cache
{
    /** @return array<string, mixed>|null */
    public function get(string $key): ?array;

    /** @param array<string, mixed> $value */
    public function set(string $key, array $value, int $seconds): void;

    public function delete(string $key): void;

    /** Returns whether the caller now has the lock, which ends by itself after some seconds. */
    public function lock(string $key, int $seconds): bool;

    public function unlock(string $key): void;
}

/** The state of a source: when it was last read, what went wrong since, and its files. */
final class SourceState
{
    /** @var int|null time of the copy that is kept, in seconds; null where none is */
    public $readAt;
    /** @var int|null time of the last try */
    public $triedAt;
    /** @var string|null reason of a failed last try (see `Refused`) */
    public $error;
    /** @var string */
    public $detail;
    /** @var array<string, string> ids of the files by name; the one that the source itself names is `''` */
    public $files;

    /** @param array<string, mixed> $kept */
    public function __construct(array $kept = [])
    {
        $this->readAt = $kept['readAt'] ?? null;
        $this->triedAt = $kept['triedAt'] ?? null;
        $this->error = $kept['error'] ?? null;
        $this->detail = $kept['detail'] ?? '';
        $this->files = $kept['files'] ?? [];
    }
}

/**
 * Reads sources on the server and keeps their files, so that visitors ask the site alone and data without CORS can be shown.
 *
 * A source is one file (JSON, CSV, iCalendar), or a manifest (`ess-dataset/1`) with the files that it names beside it. All
 * files of a source are replaced at once: a failure leaves the last good copy as it is.
 */
final class Reading
{
    public const MAX_BYTES = 2000000;
    public const MAX_FILES = 20;
    public const MAX_REQUESTS = 3;
    public const TIMEOUT_S = 5.0;
    public const FRESH_S = 900;
    public const KEPT_S = 2592000;
    /** Time after which a failed source is tried again. */
    public const RETRY_S = 60;

    /** A file of a manifest: a path below it, without a way up. */
    private const FILE_NAME = '~^(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?:json|csv|ics)$~D';

    /** @var Guard */
    private $guard;
    /** @var HttpClient */
    private $client;
    /** @var Cache */
    private $cache;
    /** @var callable(): float */
    private $now;
    /** @var string */
    private $secret;

    /**
     * @param string $secret text of the site alone: ids that are made with it tell nobody the key of a source
     * @param callable(): float $now time in seconds
     */
    public function __construct(Guard $guard, HttpClient $client, Cache $cache, string $secret, callable $now)
    {
        $this->guard = $guard;
        $this->client = $client;
        $this->cache = $cache;
        $this->secret = $secret;
        $this->now = $now;
    }

    /** Returns the id of a file of a source, which does not change when the source is read anew. */
    public function fileId(string $url, string $name = ''): string
    {
        return substr(hash_hmac('sha256', "$url\n$name", $this->secret), 0, 32);
    }

    /** Returns the state of a source without a request. */
    public function state(string $url): SourceState
    {
        return new SourceState($this->cache->get($this->stateKey($url)) ?? []);
    }

    /**
     * Returns a kept file by its id.
     *
     * @return array{body: string, type: string, hash: string, source: string, name: string}|null
     */
    public function file(string $id): ?array
    {
        return preg_match('/^[0-9a-f]{32}$/D', $id) ? $this->cache->get("file-$id") : null;
    }

    /**
     * Returns the state of a source, which is read before where its copy is not fresh.
     *
     * @param bool $isForced reads it also where the copy is fresh
     */
    public function read(string $url, bool $isForced = false): SourceState
    {
        $state = $this->state($url);
        $now = (int) ($this->now)();
        $wait = $state->error === null ? self::FRESH_S : self::RETRY_S;
        if (!$isForced && $state->triedAt !== null && $now - $state->triedAt < $wait) {
            return $state;
        }
        $lock = 'lock-' . $this->fileId($url);
        // Somebody else reads it at this moment.
        if (!$this->cache->lock($lock, (int) (self::TIMEOUT_S * self::MAX_FILES))) {
            return $state;
        }
        try {
            $state = $this->stored($url, $this->fetched($url), $state->files, $now);
        } catch (Refused $refused) {
            $state->error = $refused->getMessage();
            $state->detail = $refused->detail;
            $state->triedAt = $now;
        } finally {
            $this->cache->unlock($lock);
        }
        // A copy is kept for 30 days after it was read, however often the source fails meanwhile.
        $rest = ($state->readAt ?? $now) + self::KEPT_S - $now;
        $this->cache->set($this->stateKey($url), get_object_vars($state), max(1, $rest));
        return $state;
    }

    /** Removes all that is kept of a source. */
    public function forget(string $url): void
    {
        foreach ($this->state($url)->files as $id) {
            $this->cache->delete("file-$id");
        }
        $this->cache->delete($this->stateKey($url));
    }

    /**
     * Returns a manifest that names its files by other addresses.
     *
     * @param callable(string): string $addressOf the address of a file by its name
     */
    public static function renamed(string $manifest, callable $addressOf): string
    {
        $data = json_decode($manifest);
        return self::isManifest($data)
            ? (string) json_encode(self::mapNames($data, $addressOf), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION)
            : $manifest;
    }

    private function stateKey(string $url): string
    {
        return 'state-' . $this->fileId($url);
    }

    /**
     * Reads all files of a source.
     *
     * @return array<string, array{body: string, type: string}> by name
     * @throws Refused
     */
    private function fetched(string $url): array
    {
        if (!$this->guard->lists($url)) {
            throw new Refused('host', (string) parse_url($url, PHP_URL_HOST));
        }
        [$first, $base] = $this->download($url);
        $files = ['' => $first];
        $manifest = $first['type'] === 'application/json' ? json_decode($first['body']) : null;
        if (!self::isManifest($manifest)) {
            return $files;
        }
        $names = [];
        self::mapNames($manifest, static function (string $name) use (&$names): string {
            return $names[$name] = $name;
        });
        if (count($names) >= self::MAX_FILES) {
            throw new Refused('files', (string) (count($names) + 1));
        }
        foreach ($names as $name) {
            try {
                [$files[$name]] = $this->download(self::resolve($base, $name));
            } catch (Refused $refused) {
                // A manifest may name files that were not made: the widgets compute what these would say.
                if ($refused->getMessage() !== 'status' || !in_array($refused->detail, ['404', '410'], true)) {
                    throw $refused;
                }
            }
        }
        return $files;
    }

    /**
     * Keeps the files of a source, and removes those that it no longer has.
     *
     * @param array<string, array{body: string, type: string}> $files
     * @param array<string, string> $before
     */
    private function stored(string $url, array $files, array $before, int $now): SourceState
    {
        $ids = [];
        foreach ($files as $name => $file) {
            $ids[$name] = $this->fileId($url, (string) $name);
            $hash = substr(hash('sha256', $file['body']), 0, 32);
            $kept = $file + ['hash' => $hash, 'source' => $url, 'name' => (string) $name];
            $this->cache->set("file-{$ids[$name]}", $kept, self::KEPT_S);
        }
        foreach (array_diff($before, $ids) as $id) {
            $this->cache->delete("file-$id");
        }
        return new SourceState(['readAt' => $now, 'triedAt' => $now, 'files' => $ids]);
    }

    /**
     * Reads one file.
     *
     * @return array{0: array{body: string, type: string}, 1: string} the file, and the address that it was found at
     * @throws Refused
     */
    private function download(string $url): array
    {
        $end = ($this->now)() + self::TIMEOUT_S;
        for ($request = 1; $request <= self::MAX_REQUESTS; $request++) {
            // A fragment is an option of the widget and is sent to no server.
            $url = explode('#', $url, 2)[0];
            $checked = $this->guard->check($url);
            $rest = $end - ($this->now)();
            if ($rest <= 0) {
                throw new Refused('slow');
            }
            // One byte more than is allowed: a body of this length was cut.
            $answer = $this->client->get($url, $checked, self::MAX_BYTES + 1, $rest);
            if (strlen($answer->body) > self::MAX_BYTES) {
                throw new Refused('size');
            }
            if (in_array($answer->status, [301, 302, 303, 307, 308], true) && isset($answer->headers['location'])) {
                $url = self::resolve($url, $answer->headers['location']);
                continue;
            }
            if ($answer->status !== 200) {
                throw new Refused('status', (string) $answer->status);
            }
            return [['body' => $answer->body, 'type' => self::typeOf($answer->body)], $url];
        }
        throw new Refused('redirects');
    }

    /**
     * Returns the type that a body is served with, from its content: a server may call it anything.
     *
     * @throws Refused `form` for all that is not JSON, CSV or iCalendar
     */
    private static function typeOf(string $body): string
    {
        $text = trim(preg_replace('/^\xef\xbb\xbf/', '', $body) ?? '');
        if ($text === '' || strpos($text, "\0") !== false || $text[0] === '<') {
            throw new Refused('form');
        }
        if ($text[0] === '{' || $text[0] === '[') {
            json_decode($text);
            if (json_last_error() !== JSON_ERROR_NONE) {
                throw new Refused('form');
            }
            return 'application/json';
        }
        if (preg_match('/^BEGIN:VCALENDAR\b.*\bEND:VCALENDAR$/s', $text)) {
            return 'text/calendar';
        }
        $rows = Csv::rows($text);
        $columns = count($rows[0]);
        $isTable = $columns > 1 && count($rows) > 1 && count($rows[1]) === $columns;
        if (!$isTable) {
            throw new Refused('form');
        }
        return 'text/csv';
    }

    /** @param mixed $data */
    private static function isManifest($data): bool
    {
        return is_object($data) && ($data->format ?? null) === 'ess-dataset/1';
    }

    /**
     * Returns a manifest with the names of its files replaced, in values and in keys (`excerpts`).
     *
     * @param mixed $data
     * @param callable(string): string $replace
     * @return mixed
     */
    private static function mapNames($data, callable $replace)
    {
        if (is_string($data)) {
            return preg_match(self::FILE_NAME, $data) ? $replace($data) : $data;
        }
        if (is_array($data)) {
            return array_map(static function ($value) use ($replace) {
                return self::mapNames($value, $replace);
            }, $data);
        }
        if (!is_object($data)) {
            return $data;
        }
        $mapped = new \stdClass();
        foreach (get_object_vars($data) as $key => $value) {
            $mapped->{self::mapNames((string) $key, $replace)} = self::mapNames($value, $replace);
        }
        return $mapped;
    }

    /** Returns the absolute address of a reference (RFC 3986, 5.2). */
    private static function resolve(string $base, string $reference): string
    {
        if (preg_match('~^[a-z][a-z0-9+.-]*:~i', $reference)) {
            return $reference;
        }
        preg_match('~^([^:/]+:)(//[^/?#]*)([^?#]*)(\?[^#]*)?~', $base, $parts);
        [, $scheme, $host, $path] = $parts;
        if (strpos($reference, '//') === 0) {
            return $scheme . $reference;
        }
        if ($reference === '' || $reference[0] === '?' || $reference[0] === '#') {
            $query = ($reference[0] ?? '') === '?' ? '' : $parts[4] ?? '';
            return $scheme . $host . $path . $query . $reference;
        }
        [$target, $query] = preg_split('~(?=[?#])~', $reference, 2) + [1 => ''];
        $full = $target[0] === '/' ? $target : preg_replace('~[^/]*$~', '', $path ?: '/') . $target;
        $segments = [];
        foreach (explode('/', $full) as $segment) {
            if ($segment === '..') {
                array_pop($segments);
            } elseif ($segment !== '.') {
                $segments[] = $segment;
            }
        }
        return $scheme . $host . '/' . ltrim(implode('/', $segments), '/') . $query;
    }
}
