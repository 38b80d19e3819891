<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Csv.php';
require_once __DIR__ . '/Publication.php';

/** What a file of a source has, for the administrator who tries its address. */
final class Contents
{
    /** @var string `manifest`, `table`, `calendar`, `list` or `none` (JSON without a list of records) */
    public $kind = 'none';
    /** @var string title of a manifest */
    public $name = '';
    /** @var string day of the data of a manifest (`2025-03-05`) */
    public $updated = '';
    /** @var array<string, int> number of records by collection of a manifest */
    public $collections = [];
    /** @var int number of records, rows or events */
    public $count = 0;
    /** @var string[] */
    public $columns = [];

    /** @param string $language language of the title, of which another one may be there alone */
    public function __construct(string $body, string $type, string $language)
    {
        if ($type === 'text/calendar') {
            $this->kind = 'calendar';
            $this->count = (int) preg_match_all('/^BEGIN:VEVENT\r?$/m', $body);
            return;
        }
        if ($type === 'text/csv') {
            $this->kind = 'table';
            $this->count = count(Csv::rows($body)) - 1;
            $this->columns = Publication::columns($body, $type);
            return;
        }
        $data = json_decode($body, true);
        if (is_array($data) && ($data['format'] ?? null) === 'ess-dataset/1') {
            $this->kind = 'manifest';
            $this->name = self::textOf($data['title'] ?? '', $language);
            $this->updated = is_string($data['updated'] ?? null) ? $data['updated'] : '';
            foreach (is_array($data['collections'] ?? null) ? $data['collections'] : [] as $name => $collection) {
                $this->collections[(string) $name] = (int) ($collection['count'] ?? 0);
            }
            $this->count = array_sum($this->collections);
            return;
        }
        foreach (Publication::lists($body) as $records) {
            $this->kind = 'list';
            $this->count += count($records);
        }
        $this->columns = Publication::columns($body, $type);
    }

    /** @param mixed $text a text, or texts by language */
    private static function textOf($text, string $language): string
    {
        $found = is_array($text) ? ($text[$language] ?? $text['fr'] ?? reset($text)) : $text;
        return is_string($found) ? $found : '';
    }
}
