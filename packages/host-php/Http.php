<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Guard.php';

/** The answer of a server: `headers` has lower-case names, `body` at most the bytes that were asked for. */
final class Answer
{
    /** @var int */
    public $status;
    /** @var array<string, string> */
    public $headers;
    /** @var string */
    public $body;

    /** @param array<string, string> $headers */
    public function __construct(int $status, array $headers, string $body)
    {
        $this->status = $status;
        $this->headers = $headers;
        $this->body = $body;
    }
}

/** Makes one request and follows no redirect. */
interface HttpClient
{
    /**
     * @param array{url: string, host: string, port: int, addresses: string[]} $checked what is asked, and where the connection may be made to
     * @param int $maxBytes bytes of the body after which the client stops reading
     * @param float $seconds time for the whole request
     * @throws Refused `slow` or `unreachable`
     */
    public function get(array $checked, int $maxBytes, float $seconds): Answer;

    /** Returns whether the connection to a host is made to the addresses that were checked, and nowhere else. */
    public function pins(string $host): bool;
}

/**
 * Makes requests with cURL. The connection goes to an address that the guard has checked: a name that answers with another
 * address the second time (rebinding) is not asked again.
 */
final class CurlClient implements HttpClient
{
    public static function isAvailable(): bool
    {
        return function_exists('curl_init');
    }

    public function pins(string $host): bool
    {
        return true;
    }

    public function get(array $checked, int $maxBytes, float $seconds): Answer
    {
        $handle = curl_init($checked['url']);
        $headers = [];
        $body = '';
        $pin = "{$checked['host']}:{$checked['port']}:" . implode(',', $checked['addresses']);
        curl_setopt_array($handle, [
            // An address in brackets names no host that could be resolved.
            CURLOPT_RESOLVE => $checked['host'][0] === '[' ? [] : [$pin],
            // A proxy of the environment would resolve the name by itself.
            CURLOPT_PROXY => '',
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_TIMEOUT_MS => (int) max(1, $seconds * 1000),
            CURLOPT_ENCODING => '',
            CURLOPT_USERAGENT => 'ESS Widgets',
            CURLOPT_HEADERFUNCTION => static function ($handle, string $line) use (&$headers): int {
                [$name, $value] = explode(':', $line, 2) + [1 => null];
                if ($value !== null) {
                    $headers[strtolower(trim($name))] = trim($value);
                }
                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => static function ($handle, string $part) use (&$body, $maxBytes): int {
                $body .= substr($part, 0, $maxBytes - strlen($body));
                // Any other number than the length of the part ends the request.
                return strlen($body) < $maxBytes ? strlen($part) : 0;
            },
        ]);
        $isDone = curl_exec($handle);
        $error = curl_errno($handle);
        $status = (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        if ($isDone === false && strlen($body) < $maxBytes) {
            throw new Refused($error === CURLE_OPERATION_TIMEDOUT ? 'slow' : 'unreachable', curl_error($handle));
        }
        return new Answer($status, $headers, $body);
    }
}
