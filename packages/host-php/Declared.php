<?php
declare(strict_types=1);

namespace EssWidgets\Host;

require_once __DIR__ . '/Pick.php';
require_once __DIR__ . '/Reading.php';

/** What a site says to its pages of the sources that it has saved: names, and addresses that the visitor's browser asks. */
final class Declared
{
    /** @var Sources */
    private $sources;
    /** @var Reading */
    private $reading;
    /** @var callable(string): string */
    private $fileAddress;
    /** @var string */
    private $shipped;

    /**
     * @param callable(string): string $fileAddress the address that the site serves a file at, by its id
     * @param string $shipped address of the shipped manifest
     */
    public function __construct(Sources $sources, Reading $reading, callable $fileAddress, string $shipped)
    {
        $this->sources = $sources;
        $this->reading = $reading;
        $this->fileAddress = $fileAddress;
        $this->shipped = $shipped;
    }

    /** Returns the address of the reference data: the shipped copy where the site has saved none. */
    public function reference(): string
    {
        $row = $this->sources->reference();
        return $row === null ? $this->shipped : $this->reading->addressOf($row['address'], $this->fileAddress);
    }

    /** Returns the saved sources as lines, `name = address`, each with its recipe. */
    public function lines(): string
    {
        $lines = [];
        foreach ($this->sources->named() as $name => $row) {
            $lines[] = "$name = " . $this->addressOf($row);
        }
        return implode("\n", $lines);
    }

    /**
     * Returns the addresses that the visitor's browser asks for those that a block has: the site's own where they are saved.
     *
     * @param string $src addresses that blanks separate
     */
    public function srcOf(string $src): string
    {
        return implode(' ', array_map(function (string $written): string {
            $row = $this->sources->at($written);
            if ($row === null) {
                return $this->reading->addressOf($written, $this->fileAddress);
            }
            [, $kind, $recipe] = Sources::parted($written);
            return $this->addressOf(array_merge($row, array_filter(['kind' => $kind, 'recipe' => $recipe], 'strlen')));
        }, self::words($src)));
    }

    /**
     * Returns the source that a widget shows, as the page chooses it: addresses as they were saved or written; empty for the
     * shipped copy.
     *
     * @param string $widget tag without `ess-`
     * @param array<string, string> $set attributes of the widget
     */
    public function sourceOf(string $widget, array $set): string
    {
        $reference = $this->sources->reference()['address'] ?? $this->shipped;
        $rows = array_map(static function (array $row): array {
            return ['name' => $row['name'], 'src' => $row['address'] . Sources::fragment($row, $row['address'])];
        }, array_values($this->sources->named()));
        $picked = Pick::addresses([
            'kinds' => Pick::kinds($widget),
            'own' => ['src' => $set['src'] ?? '', 'source' => $set['source'] ?? ''],
            'page' => ['reference' => $reference, 'sources' => $rows],
        ], function (string $src): ?array {
            $row = $this->sources->at($src);
            return $row === null ? null : $this->reading->kindsOf($row['address']);
        });
        return implode(' ', array_map(function (string $address): string {
            return $this->sources->at($address)['address'] ?? ($address === $this->shipped ? '' : $address);
        }, self::words((string) $picked)));
    }

    /** @return string[] those of some names that no saved source has */
    public function unknown(string $names): array
    {
        return array_values(array_diff(self::words($names), array_keys($this->sources->named())));
    }

    /** @param array<string, mixed> $row */
    private function addressOf(array $row): string
    {
        $address = $this->reading->addressOf($row['address'], $this->fileAddress);
        if ($address !== $row['address']) {
            // The server has read it by its recipe: what is left to say is what it holds, and whether what is past took place.
            [$kind] = ($this->reading->kindsOf($row['address']) ?? []) + [''];
            $row = array_merge($row, [
                'kind' => $row['kind'] !== '' || $this->reading->kind($row['address']) === 'manifest' ? $row['kind'] : $kind,
                'recipe' => isset(Recipe::of($row['recipe'])['past']) ? 'past=held' : '',
            ]);
        }
        return $address . Sources::fragment($row, $address);
    }

    /** @return string[] */
    private static function words(string $text): array
    {
        return preg_split('/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];
    }
}
