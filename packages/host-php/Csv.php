<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** Tables as text. */
final class Csv
{
    /** @return string the delimiter that the first line has most of */
    public static function delimiter(string $text): string
    {
        $line = strtok($text, "\r\n") ?: '';
        $counts = [];
        foreach ([',', ';', "\t", '|'] as $delimiter) {
            $counts[$delimiter] = substr_count($line, $delimiter);
        }
        arsort($counts);
        return (string) array_key_first($counts);
    }

    /**
     * @param int $most rows after which the rest is not read
     * @return array<int, array<int, string>> rows of cells, without empty lines; one empty row where there is none
     */
    public static function rows(string $text, int $most): array
    {
        $stream = fopen('php://temp', 'r+');
        fwrite($stream, preg_replace('/^\xef\xbb\xbf/', '', $text) ?? '');
        rewind($stream);
        $delimiter = self::delimiter($text);
        $rows = [];
        while (count($rows) < $most && ($cells = fgetcsv($stream, 0, $delimiter, '"', '')) !== false) {
            if ($cells !== [null]) {
                $rows[] = array_map('strval', $cells);
            }
        }
        fclose($stream);
        return $rows ?: [[]];
    }

    /** @param array<int, array<int, string>> $rows */
    public static function text(array $rows, string $delimiter): string
    {
        $stream = fopen('php://temp', 'r+');
        foreach ($rows as $row) {
            fputcsv($stream, $row, $delimiter, '"', '');
        }
        rewind($stream);
        $text = (string) stream_get_contents($stream);
        fclose($stream);
        return $text;
    }
}
