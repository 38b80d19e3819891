<?php
/**
 * Runs a scenario of the server-side reading, without a host site: reads it as JSON from standard input, and writes what
 * each step gives. Names, answers and time are those of the scenario; `curl` asks a real server instead.
 */
declare(strict_types=1);

use EssWidgets\Host\{Address, Answer, Cache, Calendar, Contents, CurlClient, Feed, HttpClient, Light, Listing, Pick, Places, Reading, Recipe, Refused, Resolver, Sources, SourceState, Still};

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

$client = new class ($now) implements HttpClient {
    public $answers = [];
    public $requests = [];
    public $pins = true;
    private $now;

    public function __construct(float &$now)
    {
        $this->now = &$now;
    }

    public function pins(string $host): bool
    {
        return $this->pins;
    }

    public function get(array $checked, int $maxBytes, float $seconds): Answer
    {
        $url = $checked['url'];
        $this->requests[] = ['url' => $url, 'addresses' => $checked['addresses'], 'seconds' => $seconds];
        $answer = $this->answers[$url] ?? ['status' => 404];
        $this->now += $answer['seconds'] ?? 0;
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
        return !$this->locked;
    }

    public function unlock(string $key): void
    {
    }
};

$client->pins = $scenario['pins'] ?? true;
$slept = 0;
// The addresses of all steps are saved, where the scenario does not say which are.
$saved = $scenario['saved'] ?? array_values(array_unique(array_filter(array_column($scenario['steps'], 'url'))));
$rowsOf = static function (array $ticked, ?string $recipe) use ($saved, $scenario): Sources {
    $recipe = $recipe ?? $scenario['recipe'] ?? 'columns=name:name';
    $rows = array_map(static function (int $at) use ($saved, $scenario, $ticked, $recipe): array {
        $isInternal = in_array($saved[$at], $scenario['internal'] ?? [], true);
        return ['name' => "s$at", 'address' => $saved[$at], 'kind' => $scenario['kind'] ?? 'members', 'recipe' => $recipe, 'fields' => $ticked, 'isInternal' => $isInternal];
    }, array_keys($saved));
    return new Sources($rows);
};
$readingOf = static function (array $ticked = [], ?string $recipe = null) use ($rowsOf, $resolver, $scenario, $client, $cache, &$now, &$slept): Reading {
    return new Reading($rowsOf($ticked, $recipe), $resolver, isset($scenario['curl']) ? new CurlClient() : $client, $cache, 'secret', static function () use (&$now): float {
        return $now;
    }, static function (int $microseconds) use (&$slept): void {
        $slept += $microseconds;
    });
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
    $reading = $readingOf($step['ticked'] ?? [], $step['recipe'] ?? null);
    switch ($step['do']) {
        case 'read':
            $slept = 0;
            $state = $reading->read($step['url'], $step['force'] ?? false);
            $first = $reading->file($reading->fileId($step['url']));
            $results[] = [
                'error' => $state->error,
                'detail' => $state->detail,
                'missing' => $state->missing,
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
        case 'address':
            $results[] = $reading->addressOf($step['url'], $addressOf);
            break;
        case 'tickable':
            $results[] = $reading->tickable($step['url']);
            break;
        case 'look':
            $results[] = new Contents($reading->look($step['url']), 'fr');
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
            $slept = 0;
            $id = $step['id'] ?? $reading->fileId($step['url'], $step['name'] ?? '');
            $served = $reading->served($id, $addressOf);
            $results[] = ['status' => $served->status, 'body' => substr($served->body, 0, 1000), 'requests' => $client->requests, 'slept' => $slept];
            break;
        case 'stillOf':
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
        case 'recipe':
            $results[] = array_map([Recipe::class, 'of'], $step['all']);
            break;
        case 'list':
            $row = ['kind' => '', 'recipe' => $step['recipe'], 'address' => 'https://a.example/x.csv', 'isInternal' => $step['isInternal'] ?? false];
            try {
                $options = array_filter(['format' => 'rows', 'records' => Recipe::of($step['recipe'])['records'] ?? null]);
                $table = ($step['type'] ?? '') !== 'application/json' ? ['rows' => Listing::rows($step['body'])] : Feed::read($row['address'], static function () use ($step): string {
                    return $step['body'];
                }, $options);
                $places = isset($step['isPlaced']) ? new Places('', __DIR__ . '/../../packages/bretagne/data/communes.json') : null;
                $list = Listing::made($table ?? ['rows' => []], $row, 1768471200, $places);
                $results[] = json_decode(isset($step['ticked']) ? (string) Listing::only($step['ticked'], $list, $row) : $list);
            } catch (Refused $refused) {
                $results[] = ['refused' => trim($refused->getMessage() . ' ' . $refused->detail)];
            }
            break;
        case 'light':
            $light = Light::of($step['widget'], $step['attributes'] ?? [], $step['files'], 'fr', $step['today'] ?? '2026-03-01');
            $results[] = $light === null ? null : ['html' => $light->html, 'script' => $light->script()];
            break;
        case 'still':
            $results[] = array_map(static function (array $one): array {
                ['tag' => $tag, 'attributes' => $attributes, 'lang' => $lang] = $one;
                $widget = substr($tag, strlen('ess-'));
                return ['key' => Still::key($widget, $attributes, $lang), 'keys' => Still::keys($widget, $attributes, $lang)];
            }, $step['all']);
            break;
        case 'pick':
            $results[] = array_map(static function (array $request): array {
                $picked = Pick::addresses($request, static function (string $src) use ($request): ?array {
                    return $request['read'][$src] ?? null;
                });
                return ['picked' => $picked, 'reference' => Pick::reference($request)];
            }, $step['all']);
            break;
        case 'save':
            $before = new Sources($step['before'] ?? []);
            [$rows, $wrong] = Sources::sanitized($step['rows'], $before, static function (string $url) use ($step): bool {
                return in_array($url, $step['inside'] ?? [], true);
            });
            $results[] = ['rows' => $rows, 'wrong' => array_map(static function (Refused $refused): string {
                return trim($refused->getMessage() . ' ' . $refused->detail);
            }, $wrong)];
            break;
        case 'add':
            try {
                $added = (new Sources($step['before'] ?? []))->with($step['name'], $step['address'], static function (string $url) use ($step): bool {
                    return in_array($url, $step['inside'] ?? [], true);
                });
            } catch (Refused $refused) {
                $added = trim($refused->getMessage() . ' ' . $refused->detail);
            }
            $results[] = $added;
            break;
        case 'migrate':
            $holds = static function (string $url) use ($step): string {
                return $step['holds'][$url] ?? '';
            };
            $results[] = Sources::migrated($step['kept'], Sources::written($step['texts'] ?? []), $holds, 'strval', $resolver);
            break;
        case 'inFolder':
            $results[] = Still::inFolder($step['folder'], $step['key']);
    }
}
echo json_encode($results, JSON_INVALID_UTF8_SUBSTITUTE);
