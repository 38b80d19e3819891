<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Calendar.php';
require_once __DIR__ . '/Feed.php';
require_once __DIR__ . '/Listing.php';
require_once __DIR__ . '/Guard.php';
require_once __DIR__ . '/Http.php';
require_once __DIR__ . '/Services.php';
require_once __DIR__ . '/Sources.php';

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
    /** @var int tries that have failed since the last good one */
    public $failures;
    /** @var bool whether it is on a machine that the public internet does not reach */
    public $isInternal;
    /** @var array{0: string, 1: string[]}|null of a source: what its copy is, and the kinds that it holds */
    public $holds;
    /** @var string[] titles of the columns that its table has no longer */
    public $missing;

    /** @param array<string, mixed> $kept */
    public function __construct(array $kept = [])
    {
        $this->readAt = $kept['readAt'] ?? null;
        $this->triedAt = $kept['triedAt'] ?? null;
        $this->error = $kept['error'] ?? null;
        $this->detail = $kept['detail'] ?? '';
        $this->at = $kept['at'] ?? '';
        $this->since = $kept['since'] ?? 0;
        $this->failures = $kept['failures'] ?? 0;
        $this->isInternal = $kept['isInternal'] ?? false;
        $this->holds = $kept['holds'] ?? null;
        $this->missing = $kept['missing'] ?? [];
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
    /** @var string the source, where it was too slow for a visit: `Reading::catchUp` has more time */
    public $slow = '';

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
 * A source is one file (JSON, CSV, iCalendar), the pages of a service that is declared (`Feed`), or a manifest (`ess-dataset/1`)
 * that names files beside it. The manifest is read first, and each of its files once a widget asks for it: a manifest may name
 * many that no page shows. A file or a page that fails leaves the last good copy as it is.
 */
final class Reading
{
    /** Most bytes of a file. */
    public const MAX_BYTES = 2000000;
    /** What is ticked to publish a manifest with its files, or a calendar. */
    public const WHOLE = '*';
    /** Most files that one press of "read now" asks for; the others are read when a widget asks for them. */
    public const MAX_FILES = 20;
    /** Most files that are kept of a source. */
    public const MAX_KEPT = 200;
    /** Most stills of a source that wait to be read. */
    private const MAX_WANTED = 20;
    public const MAX_REQUESTS = 3;
    public const TIMEOUT_S = 5.0;
    /** Time and bytes after which no further page of a service is asked for, where nobody waits. */
    private const PAGES_S = 15.0;
    private const PAGES_BYTES = 8000000;
    /** Time that a visitor's request may wait for all that it reads: then it is answered with the copy, or with none. */
    public const VISIT_S = 2.0;
    /** Time that a request waits for another one which reads the same file, in microseconds. */
    private const WAIT_US = 1000000;
    public const FRESH_S = 900;
    public const KEPT_S = 2592000;
    /** Time after which a failed file is tried again; twice as long after each further failure, up to `FRESH_S`. */
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

    /** @var Sources */
    private $sources;
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
    /** @var callable(int): void */
    private $sleep;
    /** @var Places|null */
    private $places;
    /** @var float|null time at which a visitor has waited long enough; null where nobody waits */
    private $end = null;

    /**
     * @param Sources $sources those of the site: nothing else is read
     * @param string $secret text of the site alone: ids that are made with it tell nobody the key of a source
     * @param callable(): float $now time in seconds
     * @param (callable(int): void)|null $sleep waits so many microseconds
     * @param Places|null $places finds the communes of lists
     */
    public function __construct(Sources $sources, Resolver $resolver, HttpClient $client, Cache $cache, string $secret, callable $now, ?callable $sleep = null, ?Places $places = null)
    {
        $this->places = $places;
        $this->sources = $sources;
        $this->guard = new Guard($resolver, $sources);
        $this->client = $client;
        $this->cache = $cache;
        $this->secret = $secret;
        $this->now = $now;
        $this->sleep = $sleep ?? 'usleep';
    }

    /** Returns the id of a source, or of a file of it, which does not change when the source is read anew. */
    public function fileId(string $url, string $name = ''): string
    {
        $source = substr(hash_hmac('sha256', "$url\n", $this->secret), 0, 32);
        return $name === '' ? $source : $source . '-' . substr(hash_hmac('sha256', "$url\n$name", $this->secret), 0, 16);
    }

    /** Returns whether the server reads an address: it is a saved one, and no odd one. */
    public function reads(string $url): bool
    {
        try {
            Address::of($url);
        } catch (Refused $refused) {
            return false;
        }
        return in_array($url, $this->sources->addresses(), true);
    }

    /**
     * Returns the address that the visitor's browser asks for a source: that of the site where the server reads it.
     *
     * @param callable(string): string $addressOf the address that the site serves a file at, by its id
     */
    public function addressOf(string $url, callable $addressOf): string
    {
        $secrecy = Address::secrecyOf($url);
        $isRead = $this->reads($url);
        // No page has an address that is secret, or that is read with a key or inside the network. Nothing is served of one that is not saved.
        if ($secrecy === 'private' || $secrecy === 'secret' || ($isRead && $this->isClosed($url))) {
            return $addressOf($this->fileId($url));
        }
        $state = $this->state($url);
        // The server may not reach what a browser does.
        $row = $this->sources->at($url) ?? ['kind' => '', 'recipe' => ''];
        $isUnverified = in_array($row['kind'], ['members', 'events'], true) && $this->kind($url) === 'list' && Listing::fields($row) === []
            && !$this->isDeclared($url);
        $isReached = $isRead && ($state->readAt !== null || ($state->error === null && !$isUnverified));
        return $isReached ? $addressOf($this->fileId($url)) : $url;
    }

    /** Returns whether all of a source may become public: it is open, or the administrator has published it as a whole. */
    public function isOpen(string $url): bool
    {
        $isWhole = in_array(self::WHOLE, $this->ticked($url), true) && $this->tickable($url) === [self::WHOLE => self::WHOLE];
        return !$this->isClosed($url) || $isWhole;
    }

    /**
     * Returns what of a source may be ticked: fields by the headers of their columns, those of a service by their names, or the whole of a
     * manifest or a calendar, which has none that could be left out. None before it was verified, or read.
     *
     * @return array<string, string>
     */
    public function tickable(string $url, string $lang = 'fr'): array
    {
        $isDeclared = $this->isDeclared($url);
        $fields = $isDeclared ? [] : Listing::fields($this->sources->at($url) ?? ['kind' => '', 'recipe' => '']);
        $list = $fields === [] ? json_decode($this->file($this->fileId($url))['body'] ?? '', true) : null;
        if ($isDeclared || Listing::isList($list)) {
            $told = Listing::isList($list) ? array_diff($list['fields'], isset($list['placed']) ? ['insee'] : []) : [];
            $names = Address::rules()['names'][$list['kind'] ?? ''] ?? [];
            return array_combine(array_map(static function (string $field) use ($names, $lang): string {
                return $names[$field][$lang === 'en' ? 1 : 0] ?? $field;
            }, $told), $told);
        }
        $holds = $fields === [] ? $this->kind($url) : 'list';
        return in_array($holds, ['manifest', 'calendar'], true) ? [self::WHOLE => self::WHOLE] : $fields;
    }

    /** Returns whether the service of a source says what each value is. */
    private function isDeclared(string $url): bool
    {
        return Feed::hasFields(self::feedAt($url)[1]);
    }

    /** @return array{0: string, 1: string} the address of the data of a declared service, and its format; empty where it has none */
    private static function feedAt(string $url): array
    {
        $service = Services::of($url) ?? ['requests' => [], 'format' => ''];
        $at = $service['requests'][0] ?? $url;
        return [$at, Feed::formatOf($at, $service['format'])];
    }

    /** @return string[] */
    private function ticked(string $url): array
    {
        return $this->sources->at($url)['fields'] ?? [];
    }

    /** Returns whether nothing of a source is public before it was ticked: it has a key, or lies on a machine inside the network. */
    public function isClosed(string $url): bool
    {
        $row = $this->sources->at($url);
        return Address::secrecyOf($url) !== null || ($row !== null && $row['isInternal']) || $this->state($url)->isInternal;
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
        $this->end = null;
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
     */
    public function served(string $id, callable $addressOf): Served
    {
        // What was read while its address was saved is no longer given out.
        $url = preg_match(self::ID, $id, $parts) ? $this->urlOf($parts[1]) : null;
        if ($url === null) {
            return new Served(404);
        }
        $this->end = ($this->now)() + self::VISIT_S;
        $served = $this->answer($url, $id, $parts[1], $addressOf);
        $isSlow = in_array('slow', [$this->state($url)->error, $this->stateOf($id)->error], true);
        $served->slow = $isSlow ? $url : '';
        return $served;
    }

    /** @return string|null the saved address of an id */
    public function urlOf(string $id): ?string
    {
        foreach ($this->sources->addresses() as $url) {
            if (hash_equals($this->fileId($url), $id) && $this->reads($url)) {
                return $url;
            }
        }
        return null;
    }

    /**
     * Returns what of the kept copy of a source is public, without a request; null for nothing.
     *
     * @return array{body: string, type: string}|null
     */
    public function shown(string $url): ?array
    {
        $file = $this->reads($url) ? $this->file($this->fileId($url)) : null;
        return $file === null ? null : $this->publicPart($url, $file);
    }

    /**
     * @param array{body: string, type: string} $file
     * @return array{body: string, type: string}|null
     */
    private function publicPart(string $url, array $file): ?array
    {
        if ($this->isOpen($url)) {
            return $file;
        }
        $body = Listing::only($this->ticked($url), $file['body'], $this->sources->at($url) ?? []);
        return $body === null ? null : ['body' => $body] + $file;
    }

    /** Returns whether a source has a copy of which nothing is public before it is ticked. */
    public function isHidden(string $url): bool
    {
        return $this->file($this->fileId($url)) !== null && $this->shown($url) === null;
    }

    /** Returns whether the copy of a source is to be read again: see `catchUp`. */
    public function isOld(string $url): bool
    {
        return $this->reads($url) && $this->isStale($this->state($url), $this->state($url), '');
    }

    /** @param callable(string): string $addressOf */
    private function answer(string $url, string $id, string $source, callable $addressOf): Served
    {
        $this->fresh($url, '');
        if ($id !== $source) {
            $name = $this->nameOf($url, $id);
            if ($name === null || $this->fresh($url, $name)->error === 'absent') {
                return new Served(404);
            }
        }
        $file = $this->file($id);
        if ($file === null) {
            return new Served(503);
        }
        $public = $this->publicPart($url, $file);
        if ($public === null) {
            return new Served(403);
        }
        $body = self::renamed($public['body'], function (string $name) use ($url, $addressOf): string {
            return $addressOf($this->fileId($url, $name));
        });
        return new Served(200, $body, $file['type']);
    }

    /** Returns a kept still of a source, which is HTML of its server: see `Still::tags`. Makes no request. */
    public function still(string $url, string $key): ?string
    {
        $kept = $this->cache->get('file-' . $this->fileId($url, self::STILL . $key));
        return $kept === null ? null : (string) $kept['body'];
    }

    /** Returns whether `catchUp` would ask for something for a still: the copies that it needs are not fresh. */
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

    /** Notes a still as one to be read after the page: see `catchUp`. */
    public function want(string $url, string $key): void
    {
        $wanted = $this->wanted($url);
        if (!in_array($key, $wanted, true) && count($wanted) < self::MAX_WANTED) {
            $this->cache->set('wanted-' . $this->fileId($url), array_merge($wanted, [$key]), self::FRESH_S);
        }
    }

    /** @return string[] */
    private function wanted(string $url): array
    {
        return array_map('strval', $this->cache->get('wanted-' . $this->fileId($url)) ?? []);
    }

    /**
     * Reads what pages have wanted of a source, while no visitor waits: its stills, and files that were too slow for a visit.
     *
     * @return bool whether pages would show another still, or another list, now
     */
    public function catchUp(string $url): bool
    {
        $this->end = null;
        $wasSlow = $this->state($url)->error === 'slow';
        $shown = $this->shown($url);
        $slow = array_keys(array_filter($this->files($url), static function (SourceState $file): bool {
            return $file->error === 'slow';
        }));
        $this->fresh($url, '', $wasSlow);
        foreach (array_slice($slow, 0, self::MAX_FILES) as $name) {
            $this->fresh($url, $name, true);
        }
        $index = $this->indexOf($url);
        if ($index !== null) {
            $this->fresh($url, $index);
        }
        $isOther = $this->kind($url) !== 'manifest' && $this->shown($url) !== $shown;
        foreach ($this->wanted($url) as $key) {
            if ($this->hasStill($url, $key)) {
                $before = $this->still($url, $key);
                $this->fresh($url, self::STILL . $key);
                $isOther = $isOther || $this->still($url, $key) !== $before;
            }
        }
        $this->cache->delete('wanted-' . $this->fileId($url));
        return $isOther;
    }

    /** Removes all that is kept of a source. */
    public function forget(string $url): void
    {
        foreach (array_merge($this->names($url), $this->stills($url), ['']) as $name) {
            $this->remove($this->fileId($url, $name));
        }
        $this->cache->delete('wanted-' . $this->fileId($url));
    }

    /**
     * Reads a source for somebody who tries an address, and keeps nothing.
     *
     * @return array{body?: string, type?: string, table?: array<string, mixed>} a file, or what `Listing::made` makes a list of
     * @throws Refused
     */
    public function look(string $url): array
    {
        $isInternal = false;
        return $this->contents($url, $isInternal)[0];
    }

    /**
     * Reads one file for somebody whose browser may not, and keeps nothing. Whose address it is, the browser knows already.
     *
     * @return array{body: string, type: string} its bytes as base64, since they may be of any encoding
     * @throws Refused
     */
    public function bytes(string $url): array
    {
        $isInternal = false;
        ['body' => $body, 'type' => $type] = $this->download($url, $url, $isInternal)[0];
        return ['body' => base64_encode($body), 'type' => $type];
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
        return array_map(static function ($key): string {
            return self::STILL . $key;
        }, array_slice(array_keys((array) ($this->stillIndex($url)['stills'] ?? [])), 0, self::MAX_KEPT));
    }

    /** @return array<string, mixed> the kept index of the stills of a source; empty for none */
    public function stillIndex(string $url): array
    {
        return (array) json_decode($this->file($this->fileId($url, $this->indexOf($url) ?? '-'))['body'] ?? '', true);
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
        // Of a source that does not answer, no file is asked for either.
        if ($name !== '' && $source->error !== null) {
            return false;
        }
        $wait = $state->failures === 0 ? self::FRESH_S : min(self::FRESH_S, self::RETRY_S << min(8, $state->failures - 1));
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
        // Somebody else reads it at this moment. Who has no copy to show in the meantime waits a little for theirs.
        for ($waited = 0; !$this->cache->lock("lock-$id", (int) (self::PAGES_S + self::TIMEOUT_S) + 1); $waited += self::POLL_US) {
            if ($state->readAt !== null || $waited >= self::WAIT_US) {
                return $state;
            }
            ($this->sleep)(self::POLL_US);
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
        // Of what is not saved nothing is kept, not even that it failed: whoever may ask could fill the site's tables with it.
        if (!$this->reads($url)) {
            $state->error = 'unsaved';
            return $state;
        }
        $isInternal = false;
        try {
            [$file, $state->at] = $this->fetched($url, $name, $isInternal);
            $missing = [];
            if (isset($file['table'])) {
                $missing = Listing::missing($file['table'], $this->sources->at($url) ?? []);
                // The table itself is kept nowhere.
                $file = ['body' => Listing::made($file['table'], $this->sources->at($url) ?? [], $now, $this->places), 'type' => 'application/json'];
            }
            $state->isInternal = $isInternal;
            $before = $name === '' ? (string) ($this->file($id)['body'] ?? '') : '';
            $this->cache->set("file-$id", $file + ['source' => $url, 'name' => $name], self::KEPT_S);
            [$state->readAt, $state->error, $state->detail, $state->failures, $state->missing] = [$now, null, '', 0, $missing];
            $state->holds = $name === '' ? self::heldBy($file) : null;
            if ($name === '' && ($isForced || $before !== $file['body'])) {
                $state->since = $now;
            }
            foreach ($before === '' ? [] : array_diff(self::namesIn($before), self::namesIn($file['body'])) as $gone) {
                $this->remove($this->fileId($url, $gone));
            }
        } catch (Refused $refused) {
            [$state->error, $state->detail] = [$refused->getMessage(), $refused->detail];
            $state->failures++;
            $state->isInternal = $state->isInternal || $isInternal;
            // A manifest may name files that were not made: the widgets compute what these would say.
            if ($name !== '' && $state->error === 'status' && in_array($state->detail, ['404', '410'], true)) {
                [$state->error, $state->readAt, $state->failures] = ['absent', null, 0];
                $this->cache->delete("file-$id");
            }
        }
        // A copy is kept for 30 days after it was read, however often the source fails meanwhile.
        $rest = ($state->readAt ?? $now) + self::KEPT_S - $now;
        $this->cache->set("state-$id", get_object_vars($state), max(1, $rest));
        return $state;
    }

    /**
     * @return array{0: array<string, mixed>, 1: string}
     * @throws Refused
     */
    private function fetched(string $url, string $name, bool &$isInternal): array
    {
        $base = $this->state($url)->at ?: $url;
        if ($name === '') {
            return $this->contents($url, $isInternal);
        }
        if (strpos($name, self::STILL) !== 0) {
            return $this->download($url, self::resolve($base, $name), $isInternal);
        }
        $file = substr($name, strlen(self::STILL)) . '.html';
        return $this->download($url, self::resolve(self::resolve($base, (string) $this->indexOf($url)), $file), $isInternal, true);
    }

    /**
     * Reads a source: the pages of a declared service, else its file.
     *
     * @return array{0: array{body?: string, type?: string, table?: array<string, mixed>}, 1: string} a file, or what `Listing::made`
     *   makes a list of, and the address that it was found at
     * @throws Refused
     */
    private function contents(string $url, bool &$isInternal): array
    {
        [$at, $format] = self::feedAt($url);
        $feed = $format === '' ? null : $this->feed($url, $at, $format, $isInternal);
        if ($feed !== null) {
            return [['table' => $feed], $at];
        }
        $found = $this->joined($url, $isInternal);
        ['body' => $body, 'type' => $type] = $found[0];
        if ($type === 'text/csv') {
            return [['table' => ['rows' => Listing::rows($body)]], $found[1]];
        }
        if ($type === 'text/calendar' && !$isInternal) {
            // The name of a machine inside the network is nobody's business.
            $found[0]['body'] = Calendar::credited($body, Address::of($url)->host);
        }
        return $type === 'application/json' && !self::isManifest(json_decode($body))
            ? [['table' => $this->feed($url, $url, 'rows', $isInternal, $body) ?? ['rows' => []]], $found[1]]
            : $found;
    }

    /**
     * Reads what a service answers, page by page.
     *
     * @param string|null $body the answer at the address, where it is there
     * @return array<string, mixed>|null as `Feed::read`
     * @throws Refused
     */
    private function feed(string $url, string $at, string $format, bool &$isInternal, ?string $body = null): ?array
    {
        $row = $this->sources->at($url) ?? ['kind' => '', 'recipe' => ''];
        $recipe = Recipe::of("kind={$row['kind']}&{$row['recipe']}");
        $key = preg_match('/[?&#]key=([^&#]*)/', $url, $found) ? rawurldecode($found[1]) : '';
        $options = ['format' => $format, 'kind' => Recipe::kind($recipe), 'key' => $key, 'records' => $recipe['records'] ?? null, 'table' => $recipe['table'] ?? null];
        $options += $this->isClosed($url) ? ['isClosed' => '1'] : [];
        [$until, $left] = [($this->now)() + self::PAGES_S, self::PAGES_BYTES];
        $fetch = function (string $page) use ($url, $at, $body, $until, &$left, &$isInternal): string {
            if ($body !== null) {
                return $body;
            }
            if ($left <= 0 || ($this->now)() >= $until) {
                throw new Refused('enough');
            }
            $answer = $this->download($url, $page, $isInternal, false, $at)[0]['body'];
            $left -= strlen($answer);
            return $answer;
        };
        try {
            return Feed::read($at, $fetch, array_filter($options, 'is_string'));
        } catch (Refused $refused) {
            // A file that is there may be of another form.
            if ($body !== null && $refused->getMessage() === 'form') {
                return null;
            }
            throw $refused;
        }
    }

    /**
     * Reads a source at the address that its service has for its data; the calendars of an address of several as one.
     *
     * @return array{0: array{body: string, type: string}, 1: string}
     * @throws Refused
     */
    private function joined(string $url, bool &$isInternal): array
    {
        $all = [];
        foreach (Services::requests($url) as $request) {
            $all[] = $this->download($url, $request, $isInternal);
        }
        $all[0][0]['body'] = implode("\n", array_column(array_column($all, 0), 'body'));
        return $all[0];
    }

    /**
     * Reads one file. Each redirect is checked as the address that was written: by its host, and by where it leads.
     *
     * @param string $source the source that it is read for
     * @param string|null $data the address that its service has for its data, which a saved source permits
     * @param bool $isInternal set where a machine inside the network was asked
     * @return array{0: array{body: string, type: string}, 1: string} the file, and the address that it was found at
     * @throws Refused
     */
    private function download(string $source, string $url, bool &$isInternal, bool $isStill = false, ?string $data = null): array
    {
        $end = min(($this->now)() + self::TIMEOUT_S, $this->end ?? INF);
        $from = Address::of($data ?? (in_array($url, Services::requests($source), true) ? $url : $source));
        for ($request = 1; $request <= self::MAX_REQUESTS; $request++) {
            $address = Address::of($url);
            if (!$this->guard->follows($from, $address)) {
                throw $address->isUsual() ? new Refused('host', $address->host) : new Refused('port', (string) $address->port);
            }
            if (Address::secrecyOf($url) === 'private') {
                throw new Refused('secret');
            }
            $checked = $this->guard->check($address, $this->client->pins($address->host));
            $isInternal = $isInternal || Guard::isInternal($checked);
            $rest = $end - ($this->now)();
            if ($rest <= 0) {
                throw new Refused('slow');
            }
            // One byte more than is allowed: a body of this length was cut.
            $answer = $this->client->get($checked, self::MAX_BYTES + 1, $rest);
            if (strlen($answer->body) > self::MAX_BYTES) {
                throw new Refused('size');
            }
            if (in_array($answer->status, [301, 302, 303, 307, 308], true) && isset($answer->headers['location'])) {
                [$from, $url] = [$address, self::resolve($address->url(), $answer->headers['location'])];
                continue;
            }
            if ($answer->status !== 200) {
                throw new Refused('status', (string) $answer->status);
            }
            $type = self::typeOf($answer->body, $isStill);
            if ($type === 'text/calendar' && Address::secrecyOf($source) !== null) {
                throw new Refused('secret');
            }
            $probe = Services::of($source)['probe'] ?? '';
            if ($url !== $source && $probe !== '' && !preg_match("\1$probe\1", $answer->body)) {
                throw new Refused('form');
            }
            $body = $type === 'text/calendar' ? Calendar::publicPart($answer->body) : (string) preg_replace('/^\xef\xbb\xbf/', '', $answer->body);
            return [['body' => $body, 'type' => $type], $address->url()];
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
            if (!preg_match('/^<(?:figure|div) class="ess-still[ "][^\0]*>$/Du', $text)) {
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
        $rows = Csv::rows($text, 2);
        $columns = count($rows[0]);
        if ($columns > 1 && count($rows) === 1) {
            throw new Refused('empty');
        }
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
        return array_slice(array_values(array_unique($names)), 0, self::MAX_KEPT);
    }

    /**
     * Returns what a source is, without a request: `manifest`, `calendar` or `list` by its kept copy, else by its ending; an empty
     * text where neither tells.
     */
    public function kind(string $url): string
    {
        $holds = $this->holds($url);
        if ($holds !== null) {
            return $holds[0];
        }
        $kind = Services::of($url)['kind'] ?? (preg_match('~[.=](csv|tsv|ics)(?=[?&#]|$)~i', $url, $found) ? strtolower($found[1]) : '');
        return $kind === '' ? '' : (in_array($kind, ['ics', 'events'], true) ? 'calendar' : 'list');
    }

    /** @return string[]|null kinds that the kept copy of a source holds, as the core names them; null where there is none */
    public function kindsOf(string $url): ?array
    {
        return $this->holds($url)[1] ?? null;
    }

    /** @return array{0: string, 1: string[]}|null as `heldBy`; a copy of an earlier version does not say it */
    private function holds(string $url): ?array
    {
        $file = $this->state($url)->holds === null ? $this->file($this->fileId($url)) : null;
        return $file === null ? $this->state($url)->holds : self::heldBy($file);
    }

    /**
     * Returns what a file of a source is, and the kinds that it holds.
     *
     * @param array{body: string, type: string} $file
     * @return array{0: string, 1: string[]}
     */
    private static function heldBy(array $file): array
    {
        $data = $file['type'] === 'application/json' ? json_decode($file['body']) : null;
        if (!self::isManifest($data)) {
            return $file['type'] === 'text/calendar' ? ['calendar', ['events']] : ['list', [$data->kind ?? 'members']];
        }
        $has = static function (string ...$names) use ($data): bool {
            foreach ($names as $name) {
                if (!empty($data->$name) || !empty($data->collections->$name)) {
                    return true;
                }
            }
            return false;
        };
        return ['manifest', array_keys(array_filter([
            'members' => $has('organisations', 'packed'),
            'events' => $has('events'),
            'figures' => $has('observations', 'measures', 'catalogue'),
        ]))];
    }

    /** @param mixed $data */
    public static function isManifest($data): bool
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
