<?php
declare(strict_types=1);

namespace EssWidgets\Host;

/** Who wrote an address: the site in its settings, or an author in a block, a shortcode or a modèle. */
final class Writer
{
    /** @var string `site` or `block`, as in the table of authority of the core; what data name is followed by `Guard::follows` */
    private $author;
    /** @var string who it is, of those who write blocks */
    public $id;

    private function __construct(string $author, string $id)
    {
        $this->author = $author;
        $this->id = $id;
    }

    public static function site(): self
    {
        return new self('site', '');
    }

    public static function block(string $id): self
    {
        return new self('block', $id);
    }

    /** Returns whether what this writer says of a matter (`hosts`, `limits`, `source`) has an effect. */
    public function decides(string $matter): bool
    {
        static $matters = null;
        $matters = $matters ?? require __DIR__ . '/authority.php';
        return in_array($this->author, $matters[$matter], true);
    }
}
