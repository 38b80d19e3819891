<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Listing.php';

/** What a file of a source has, for the administrator who tries its address. */
final class Contents
{
    /** @var string `manifest`, `table`, `calendar` or `none` (JSON without a list of records) */
    public $kind = 'none';
    /** @var string title of a manifest */
    public $name = '';
    /** @var string day of the data of a manifest (`2025-03-05`) */
    public $updated = '';
    /** @var array<string, int> number of records by collection of a manifest */
    public $collections = [];
    /** @var int number of records, rows or events */
    public $count = 0;
    /** @var string kind of the records, where the file says it itself: `members` or `events` */
    public $records = '';
    /** @var string first rows of a table as CSV, for the core to guess what its columns say */
    public $table = '';

    /**
     * @param array<string, mixed> $read as `Reading::look` gives it
     * @param string $language language of the title, of which another one may be there alone
     */
    public function __construct(array $read, string $language)
    {
        if (isset($read['table'])) {
            $rows = Listing::withHeader($read['table']);
            $this->records = isset($read['table']['fields']) ? (string) $read['table']['kind'] : '';
            // An agenda may have nothing to come.
            $this->kind = $this->records !== '' || count($rows) > 1 ? 'table' : 'none';
            $this->count = count($rows) - 1;
            // Where its service says what each value is, there is nothing to guess.
            $this->table = $this->records !== '' ? '' : Csv::text(array_slice($rows, 0, Listing::CHECKED + 1), ';');
            return;
        }
        if ($read['type'] === 'text/calendar') {
            $this->kind = 'calendar';
            $this->records = 'events';
            $this->count = (int) preg_match_all('/^BEGIN:VEVENT\r?$/m', $read['body']);
            return;
        }
        $data = json_decode($read['body'], true);
        if (is_array($data) && ($data['format'] ?? null) === 'ess-dataset/1') {
            $this->kind = 'manifest';
            $this->name = self::textOf($data['title'] ?? '', $language);
            $this->updated = is_string($data['updated'] ?? null) ? $data['updated'] : '';
            foreach (is_array($data['collections'] ?? null) ? $data['collections'] : [] as $name => $collection) {
                $this->collections[(string) $name] = (int) ($collection['count'] ?? 0);
            }
            $this->count = array_sum($this->collections);
        }
    }

    /** @param mixed $text a text, or texts by language */
    private static function textOf($text, string $language): string
    {
        $found = is_array($text) ? ($text[$language] ?? $text['fr'] ?? reset($text)) : $text;
        return is_string($found) ? $found : '';
    }
}
