<?php
/**
 * Runs a scenario of the server-side reading, without a host site: reads it as JSON from standard input, and writes what
 * each step gives. Names, answers and time are those of the scenario; `curl` asks a real server instead.
 */
declare(strict_types=1);

use EssWidgets\Host\{Address, Answer, Cache, Calendar, CurlClient, Guard, HttpClient, Publication, Reading, Refused, Resolver, SourceState, Still, Writer};

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    if (error_reporting() & $level) {
        throw new ErrorException($message, 0, $level, $file, $line);
    }
    return false;
});
foreach (glob(__DIR__ . '/../../packages/host-php/*.php') as $file) {
    require_once $file;
}

$scenario = json_decode(stream_get_contents(STDIN), true);
$now = 1000000.0;

$resolver = new class ($scenario['names'] ?? []) implements Resolver {
    private $names;

    public function __construct(array $names)
    {
        $this->names = $names;
    }

    public function addresses(string $host): array
    {
        $all = $this->names[$host] ?? [];
        // A list of lists is a name that answers otherwise each time.
        return is_array($all[0] ?? null) ? array_shift($this->names[$host]) : $all;
    }
};

$client = new class implements HttpClient {
    public $answers = [];
    public $requests = [];
    public $pins = true;

    public function pins(string $host): bool
    {
        return $this->pins;
    }

    public function get(array $checked, int $maxBytes, float $seconds): Answer
    {
        $url = $checked['url'];
        $this->requests[] = ['url' => $url, 'addresses' => $checked['addresses'], 'seconds' => $seconds];
        $answer = $this->answers[$url] ?? ['status' => 404];
        if (isset($answer['refused'])) {
            throw new Refused($answer['refused']);
        }
        $body = ($answer['body'] ?? '') . str_repeat(' ', $answer['spaces'] ?? 0) . ($answer['end'] ?? '');
        return new Answer($answer['status'] ?? 200, $answer['headers'] ?? [], substr($body, 0, $maxBytes));
    }
};

$cache = new class ($now) implements Cache {
    public $values = [];
    public $locked = false;
    /** Times that somebody else still has the note of the sources. */
    public $noteHeld = 0;
    private $now;

    public function __construct(float &$now)
    {
        $this->now = &$now;
    }

    public function get(string $key): ?array
    {
        [$value, $end] = $this->values[$key] ?? [null, 0];
        return $end > $this->now ? $value : null;
    }

    public function set(string $key, array $value, int $seconds): void
    {
        $this->values[$key] = [$value, $this->now + $seconds];
    }

    public function delete(string $key): void
    {
        unset($this->values[$key]);
    }

    public function lock(string $key, int $seconds): bool
    {
        return $key === 'lock-sources' ? --$this->noteHeld < 0 : !$this->locked;
    }

    public function unlock(string $key): void
    {
    }
};

$client->pins = $scenario['pins'] ?? true;
$guard = new Guard($resolver, $scenario['listed'] ?? ['data.example']);
$slept = 0;
$reading = new Reading($guard, isset($scenario['curl']) ? new CurlClient() : $client, $cache, 'secret', static function () use (&$now): float {
    return $now;
}, static function (int $microseconds) use (&$slept): void {
    $slept += $microseconds;
});
$writerOf = static function (array $step): Writer {
    return isset($step['writer']) ? Writer::block($step['writer']) : Writer::site();
};
$addressOf = static function (string $id): string {
    return "https://site.example/$id";
};
$results = [];
foreach ($scenario['steps'] as $step) {
    $now += $step['after'] ?? 0;
    $client->answers = $step['answers'] ?? $client->answers;
    $client->requests = [];
    $cache->locked = $step['locked'] ?? false;
    $cache->noteHeld = $step['noteHeld'] ?? 0;
    switch ($step['do']) {
        case 'read':
            $reading->publish($step['url'], $writerOf($step));
            $slept = 0;
            $state = $reading->read($step['url'], $step['force'] ?? false);
            $first = $reading->file($reading->fileId($step['url']));
            $results[] = [
                'error' => $state->error,
                'detail' => $state->detail,
                'age' => $state->readAt === null ? null : $now - $state->readAt,
                'files' => array_map(static function (SourceState $file): ?string {
                    return $file->error;
                }, $reading->files($step['url'])),
                // The reports of failed tests would be as long as the file.
                'body' => isset($first['body']) ? substr($first['body'], 0, 1000) : null,
                'type' => $first['type'] ?? null,
                'requests' => $client->requests,
                'slept' => $slept,
            ];
            break;
        case 'note':
            $slept = 0;
            $id = $reading->publish($step['url'], $writerOf($step));
            $results[] = ['isNoted' => $id !== null, 'sources' => array_values($reading->sources()), 'slept' => $slept];
            break;
        case 'address':
            $results[] = $reading->addressOf($step['url'], $addressOf, $writerOf($step));
            break;
        case 'keys':
            $results[] = array_keys($cache->values);
            break;
        case 'secrecy':
            $results[] = array_map([Address::class, 'secrecyOf'], $step['all']);
            break;
        case 'calendar':
            $results[] = Calendar::publicPart($step['body']);
            break;
        case 'serve':
            $reading->publish($step['url'], Writer::site());
            $slept = 0;
            $id = $step['id'] ?? $reading->fileId($step['url'], $step['name'] ?? '');
            $served = $reading->served($id, $addressOf, isset($step['ticked']) ? [$reading->fileId($step['url']) => $step['ticked']] : []);
            $results[] = ['status' => $served->status, 'body' => substr($served->body, 0, 1000), 'requests' => $client->requests, 'slept' => $slept];
            break;
        case 'stillOf':
            $reading->publish($step['url'], Writer::site());
            $before = $reading->isStillStale($step['url'], $step['key']);
            $reading->want($step['url'], $step['key']);
            $reading->catchUp($step['url']);
            $results[] = [
                'still' => $reading->still($step['url'], $step['key']),
                'stale' => [$before, $reading->isStillStale($step['url'], $step['key'])],
                'requests' => $client->requests,
            ];
            break;
        case 'forget':
            $reading->forget($step['url']);
            $results[] = array_keys($cache->values);
            break;
        case 'rename':
            $results[] = json_decode(Reading::renamed($step['body'], static function (string $name): string {
                return "https://site.example/$name";
            }));
            break;
        case 'get':
            try {
                $answer = (new CurlClient())->get($step['checked'], $step['bytes'], $step['seconds']);
                $results[] = ['status' => $answer->status, 'headers' => $answer->headers, 'length' => strlen($answer->body)];
            } catch (Refused $refused) {
                $results[] = ['refused' => $refused->getMessage()];
            }
            break;
        case 'publish':
            $results[] = [
                'isKeyed' => Publication::isKeyed($step['url'] ?? ''),
                'columns' => Publication::columns($step['body'] ?? '', $step['type'] ?? ''),
                'body' => Publication::only($step['ticked'] ?? [], $step['body'] ?? '', $step['type'] ?? ''),
            ];
            break;
        case 'still':
            $results[] = array_map(static function (array $one): array {
                ['tag' => $tag, 'attributes' => $attributes, 'lang' => $lang] = $one;
                $widget = substr($tag, strlen('ess-'));
                return ['key' => Still::key($widget, $attributes, $lang), 'keys' => Still::keys($widget, $attributes, $lang)];
            }, $step['all']);
            break;
        case 'inFolder':
            $results[] = Still::inFolder($step['folder'], $step['key']);
    }
}
echo json_encode($results, JSON_INVALID_UTF8_SUBSTITUTE);
