<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';
require_once __DIR__ . '/Guard.php';
require_once __DIR__ . '/Http.php';
require_once __DIR__ . '/Publication.php';

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

/** The state of a file of a source: when it was last read, and what went wrong since. That of the source is that of its own file. */
final class SourceState
{
    /** @var int|null time of the copy that is kept, in seconds; null where none is */
    public $readAt;
    /** @var int|null time of the last try */
    public $triedAt;
    /** @var string|null reason of a failed last try (see `Refused`); `absent` for a file that a manifest names and that is not there */
    public $error;
    /** @var string */
    public $detail;
    /** @var string address that the file was found at, after redirects */
    public $at;
    /** @var int time before which copies of the other files of the source are too old, however fresh */
    public $since;

    /** @param array<string, mixed> $kept */
    public function __construct(array $kept = [])
    {
        $this->readAt = $kept['readAt'] ?? null;
        $this->triedAt = $kept['triedAt'] ?? null;
        $this->error = $kept['error'] ?? null;
        $this->detail = $kept['detail'] ?? '';
        $this->at = $kept['at'] ?? '';
        $this->since = $kept['since'] ?? 0;
    }
}

/** The answer to a visitor who asks for a file: `status` is 200, 403 (no column of it is public), 404, or 503 (never read). */
final class Served
{
    /** @var int */
    public $status;
    /** @var string */
    public $body;
    /** @var string */
    public $type;

    public function __construct(int $status, string $body = '', string $type = '')
    {
        $this->status = $status;
        $this->body = $body;
        $this->type = $type;
    }

    /** Returns the tag of the content for `ETag`. */
    public function tag(): string
    {
        return '"' . substr(hash('sha256', $this->body), 0, 32) . '"';
    }

    /** @return array<string, string> headers that a file goes out with: a browser neither guesses its type nor runs it */
    public function headers(): array
    {
        return [
            'Content-Type' => $this->type,
            'X-Content-Type-Options' => 'nosniff',
            'Content-Security-Policy' => "default-src 'none'; sandbox",
            'Cache-Control' => 'public, max-age=' . Reading::MAX_AGE_S,
            'ETag' => $this->tag(),
        ];
    }
}

/**
 * Reads sources on the server and keeps their files, so that visitors ask the site alone and data without CORS can be shown.
 *
 * A source is one file (JSON, CSV, iCalendar), or a manifest (`ess-dataset/1`) that names files beside it. The manifest is
 * read first, and each of its files once a widget asks for it: a manifest may name many that no page shows. A file that
 * fails leaves its last good copy as it is.
 */
final class Reading
{
    /** Most bytes of a file. */
    public const MAX_BYTES = 2000000;
    /** Most files that one press of "read now" asks for; the others are read when a widget asks for them. */
    public const MAX_FILES = 20;
    public const MAX_REQUESTS = 3;
    public const TIMEOUT_S = 5.0;
    public const FRESH_S = 900;
    public const KEPT_S = 2592000;
    /** Time after which a failed file is tried again. */
    public const RETRY_S = 60;
    /** Time for which a browser asks for a served file no second time. */
    public const MAX_AGE_S = 300;
    /** Time between two looks at a file that another request reads at this moment, in microseconds. */
    private const POLL_US = 100000;

    /** A file of a manifest: a path below it, without a way up. */
    private const FILE_NAME = '~^(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?:json|csv|ics)$~D';
    /** The id of a source, and of a file of it. */
    private const ID = '/^([0-9a-f]{32})(?:-[0-9a-f]{16})?$/D';
    private const STILL = 'still ';

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

    /** Returns the id of a source, or of a file of it, which does not change when the source is read anew. */
    public function fileId(string $url, string $name = ''): string
    {
        $source = substr(hash_hmac('sha256', "$url\n", $this->secret), 0, 32);
        return $name === '' ? $source : $source . '-' . substr(hash_hmac('sha256', "$url\n$name", $this->secret), 0, 16);
    }

    /** Returns the id that visitors ask for a source by, and keeps which source it means: `served` knows no address. */
    public function publish(string $url): string
    {
        $id = $this->fileId($url);
        if ($this->cache->get("source-$id") === null) {
            $this->cache->set("source-$id", ['url' => $url], self::KEPT_S);
        }
        return $id;
    }

    /**
     * Returns the address that the visitor's browser asks for a source: that of the site where the server reads it.
     *
     * @param callable(string): string $addressOf the address that the site serves a file at, by its id
     */
    public function addressOf(string $url, callable $addressOf): string
    {
        if (!$this->guard->lists($url)) {
            return $url;
        }
        $isKeyed = Publication::isKeyed($url);
        $state = $this->state($url);
        // The server may not reach what a browser does. An address with a key is never given to it.
        if ($state->error !== null && $state->readAt === null && !$isKeyed) {
            return $url;
        }
        return $addressOf($this->publish($url)) . ($isKeyed ? '' : (string) strstr($url, '#'));
    }

    /** Returns the state of a source without a request. */
    public function state(string $url): SourceState
    {
        return $this->stateOf($this->fileId($url));
    }

    /** @return array<string, SourceState> states, by name, of the files of a manifest that a widget has asked for and that are there */
    public function files(string $url): array
    {
        $states = [];
        foreach ($this->names($url) as $name) {
            $state = $this->stateOf($this->fileId($url, $name));
            if ($state->triedAt !== null && $state->error !== 'absent') {
                $states[$name] = $state;
            }
        }
        return $states;
    }

    /**
     * Returns a kept file by its id, without a request.
     *
     * @return array{body: string, type: string, source: string, name: string}|null
     */
    public function file(string $id): ?array
    {
        return preg_match(self::ID, $id) ? $this->cache->get("file-$id") : null;
    }

    /**
     * Returns the state of a source, which is read before where its copy is not fresh.
     *
     * @param bool $isForced reads it also where the copy is fresh, and with it the files that widgets have asked for
     */
    public function read(string $url, bool $isForced = false): SourceState
    {
        $state = $this->fresh($url, '', $isForced);
        if ($isForced && $state->error === null) {
            foreach (array_slice(array_keys($this->files($url)), 0, self::MAX_FILES - 1) as $name) {
                $this->fresh($url, $name, true);
            }
        }
        return $state;
    }

    /**
     * Answers a visitor's request for a file, which is read before where its copy is not fresh.
     *
     * @param callable(string): string $addressOf the address that the site serves a file at, by its id
     * @param array<string, string[]> $columns columns that may become public of sources read with a key, by the ids of these
     */
    public function served(string $id, callable $addressOf, array $columns): Served
    {
        $source = preg_match(self::ID, $id, $parts) ? $this->cache->get("source-$parts[1]") : null;
        $url = (string) ($source['url'] ?? '');
        // What was read while the administrator listed its host is no longer given out.
        if (!$this->guard->lists($url)) {
            return new Served(404);
        }
        $this->fresh($url, '');
        if ($id !== $parts[1]) {
            $name = $this->nameOf($url, $id);
            if ($name === null || $this->fresh($url, $name)->error === 'absent') {
                return new Served(404);
            }
        }
        $file = $this->file($id);
        if ($file === null) {
            return new Served(503);
        }
        if (Publication::isKeyed($url)) {
            $public = Publication::only($columns[$parts[1]] ?? [], $file['body'], $file['type']);
            return $public === null ? new Served(403) : new Served(200, $public, $file['type']);
        }
        $body = self::renamed($file['body'], function (string $name) use ($url, $addressOf): string {
            return $addressOf($this->fileId($url, $name));
        });
        return new Served(200, $body, $file['type']);
    }

    /** Returns a kept still of a source, which is HTML of its server: see `Still::TAGS`. Makes no request. */
    public function still(string $url, string $key): ?string
    {
        $kept = $this->cache->get('file-' . $this->fileId($url, self::STILL . $key));
        return $kept === null ? null : (string) $kept['body'];
    }

    /** Returns whether `readStill` would ask for something: the copies that it needs are not fresh. */
    public function isStillStale(string $url, string $key): bool
    {
        $source = $this->state($url);
        $names = array_filter(['', $this->indexOf($url), $this->hasStill($url, $key) ? self::STILL . $key : null], 'is_string');
        foreach ($names as $name) {
            if ($this->isStale($this->stateOf($this->fileId($url, $name)), $source, $name)) {
                return true;
            }
        }
        return false;
    }

    /** Reads a still of a source, where the index of its stills has it, and its copy is not fresh. */
    public function readStill(string $url, string $key): void
    {
        $this->fresh($url, '');
        $index = $this->indexOf($url);
        if ($index !== null) {
            $this->fresh($url, $index);
        }
        if ($this->hasStill($url, $key)) {
            $this->fresh($url, self::STILL . $key);
        }
    }

    /** Removes all that is kept of a source. */
    public function forget(string $url): void
    {
        foreach (array_merge($this->names($url), $this->stills($url), ['']) as $name) {
            $this->remove($this->fileId($url, $name));
        }
        $this->cache->delete('source-' . $this->fileId($url));
    }

    /**
     * Reads the file of a source for somebody who tries an address, and keeps nothing.
     *
     * @return array{body: string, type: string}
     * @throws Refused
     */
    public function look(string $url): array
    {
        return $this->download($url)[0];
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

    private function stateOf(string $id): SourceState
    {
        return new SourceState($this->cache->get("state-$id") ?? []);
    }

    private function remove(string $id): void
    {
        $this->cache->delete("file-$id");
        $this->cache->delete("state-$id");
    }

    /** @return string[] names of the files of a manifest that is kept */
    private function names(string $url): array
    {
        return self::namesIn($this->file($this->fileId($url))['body'] ?? '');
    }

    /** @return string[] names that are given to the stills of the kept index of a source */
    private function stills(string $url): array
    {
        $index = json_decode($this->file($this->fileId($url, $this->indexOf($url) ?? '-'))['body'] ?? '');
        return array_map(static function ($key): string {
            return self::STILL . $key;
        }, array_keys((array) ($index->stills ?? [])));
    }

    private function hasStill(string $url, string $key): bool
    {
        return in_array(self::STILL . $key, $this->stills($url), true);
    }

    /** @return string|null name of the index of the stills of a source */
    private function indexOf(string $url): ?string
    {
        $name = json_decode($this->file($this->fileId($url))['body'] ?? '')->stills ?? null;
        return is_string($name) && preg_match(self::FILE_NAME, $name) ? $name : null;
    }

    private function nameOf(string $url, string $id): ?string
    {
        foreach ($this->names($url) as $name) {
            if ($this->fileId($url, $name) === $id) {
                return $name;
            }
        }
        return null;
    }

    /** Returns whether a file has to be read, or tried again. */
    private function isStale(SourceState $state, SourceState $source, string $name): bool
    {
        $wait = $state->error === null || $state->error === 'absent' ? self::FRESH_S : self::RETRY_S;
        return $state->triedAt === null
            || ($this->now)() - $state->triedAt >= $wait
            || ($name !== '' && $state->triedAt < $source->since);
    }

    /** Returns the state of a file, which is read before where its copy is not fresh. */
    private function fresh(string $url, string $name, bool $isForced = false): SourceState
    {
        $id = $this->fileId($url, $name);
        $state = $this->stateOf($id);
        if (!$isForced && !$this->isStale($state, $this->state($url), $name)) {
            return $state;
        }
        $seconds = (int) self::TIMEOUT_S;
        // Somebody else reads it at this moment. Who has no copy to show in the meantime waits for theirs.
        for ($waited = 0; !$this->cache->lock("lock-$id", $seconds + 1); $waited += self::POLL_US) {
            if ($state->readAt !== null || $waited >= $seconds * 1000000) {
                return $state;
            }
            usleep(self::POLL_US);
            $state = $this->stateOf($id);
        }
        try {
            return $waited > 0 && $state->triedAt !== null ? $state : $this->tried($url, $name, $isForced);
        } finally {
            $this->cache->unlock("lock-$id");
        }
    }

    /** Reads a file and keeps it, or why it could not be read. */
    private function tried(string $url, string $name, bool $isForced): SourceState
    {
        $id = $this->fileId($url, $name);
        $now = (int) ($this->now)();
        $state = $this->stateOf($id);
        $state->triedAt = $now;
        try {
            [$file, $state->at] = $this->fetched($url, $name);
            $before = $name === '' ? (string) ($this->file($id)['body'] ?? '') : '';
            $this->cache->set("file-$id", $file + ['source' => $url, 'name' => $name], self::KEPT_S);
            [$state->readAt, $state->error, $state->detail] = [$now, null, ''];
            if ($name === '' && ($isForced || $before !== $file['body'])) {
                $state->since = $now;
            }
            foreach ($before === '' ? [] : array_diff(self::namesIn($before), self::namesIn($file['body'])) as $gone) {
                $this->remove($this->fileId($url, $gone));
            }
        } catch (Refused $refused) {
            [$state->error, $state->detail] = [$refused->getMessage(), $refused->detail];
            // A manifest may name files that were not made: the widgets compute what these would say.
            if ($name !== '' && $state->error === 'status' && in_array($state->detail, ['404', '410'], true)) {
                [$state->error, $state->readAt] = ['absent', null];
                $this->cache->delete("file-$id");
            }
        }
        // A copy is kept for 30 days after it was read, however often the source fails meanwhile.
        $rest = ($state->readAt ?? $now) + self::KEPT_S - $now;
        $this->cache->set("state-$id", get_object_vars($state), max(1, $rest));
        return $state;
    }

    /**
     * @return array{0: array{body: string, type: string}, 1: string}
     * @throws Refused
     */
    private function fetched(string $url, string $name): array
    {
        if (!$this->guard->lists($url)) {
            throw new Refused('host', (string) parse_url($url, PHP_URL_HOST));
        }
        $base = $this->state($url)->at ?: $url;
        if (strpos($name, self::STILL) !== 0) {
            return $this->download($name === '' ? $url : self::resolve($base, $name));
        }
        $file = substr($name, strlen(self::STILL)) . '.html';
        return $this->download(self::resolve(self::resolve($base, (string) $this->indexOf($url)), $file), true);
    }

    /**
     * Reads one file.
     *
     * @return array{0: array{body: string, type: string}, 1: string} the file, and the address that it was found at
     * @throws Refused
     */
    private function download(string $url, bool $isStill = false): array
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
            return [['body' => $answer->body, 'type' => self::typeOf($answer->body, $isStill)], $url];
        }
        throw new Refused('redirects');
    }

    /**
     * Returns the type that a body is served with, from its content: a server may call it anything.
     *
     * @throws Refused `form` for all that is not JSON, CSV or iCalendar, or a still where one was asked for
     */
    private static function typeOf(string $body, bool $isStill): string
    {
        $text = trim(preg_replace('/^\xef\xbb\xbf/', '', $body) ?? '');
        if ($isStill) {
            if (!preg_match('/^<(?:figure|div) class="ess-still">[^\0]*>$/Du', $text)) {
                throw new Refused('form');
            }
            return 'text/html';
        }
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

    /** @return string[] names of the files of a manifest; none of another text */
    private static function namesIn(string $manifest): array
    {
        $data = json_decode($manifest);
        $names = [];
        if (self::isManifest($data)) {
            self::mapNames($data, static function (string $name) use (&$names): string {
                return $names[] = $name;
            });
        }
        return array_values(array_unique($names));
    }

    /**
     * Returns what a source is, without a request: `manifest`, `calendar` or `list` by its kept copy, else by its ending; an empty
     * text where neither tells.
     */
    public function kind(string $url): string
    {
        $kept = $this->file($this->fileId($url));
        if ($kept === null) {
            return preg_match('~\.(csv|tsv|ics)(?=[?#]|$)~i', $url, $found) ? (strtolower($found[1]) === 'ics' ? 'calendar' : 'list') : '';
        }
        if (self::isManifest(json_decode($kept['body']))) {
            return 'manifest';
        }
        return $kept['type'] === 'text/calendar' ? 'calendar' : 'list';
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
