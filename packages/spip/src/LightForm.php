<?php
declare(strict_types=1);

namespace EssWidgets\Spip;

use EssWidgets\Host\Still;

/** The stills of other servers, of which only the tags and attributes of a still are written. */
final class LightForm
{
	/** Returns HTML with the allowed tags alone, or nothing where PHP has no parser of HTML. */
	public static function safe(string $html): string
	{
		if (!class_exists(\DOMDocument::class)) {
			return '';
		}
		$document = new \DOMDocument();
		$before = libxml_use_internal_errors(true);
		$document->loadHTML('<?xml encoding="utf-8"?><body>' . $html . '</body>');
		libxml_clear_errors();
		libxml_use_internal_errors($before);
		$body = $document->getElementsByTagName('body')->item(0);
		return $body === null ? '' : self::written($body);
	}

	private static function written(\DOMNode $parent): string
	{
		$html = '';
		foreach ($parent->childNodes as $node) {
			if ($node instanceof \DOMText && !$node instanceof \DOMCdataSection) {
				$html .= htmlspecialchars($node->data, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
			}
			// An unknown tag is left out with all that is in it.
			if ($node instanceof \DOMElement && isset(Still::tags()[$node->tagName])) {
				$end = $node->tagName === 'br' ? '' : "</$node->tagName>";
				$html .= "<$node->tagName" . self::attributes($node) . '>' . self::written($node) . $end;
			}
		}
		return $html;
	}

	private static function attributes(\DOMElement $element): string
	{
		$html = '';
		foreach (Still::tags()[$element->tagName] as $name) {
			// The parser writes all names small: in a page they are what they were.
			$value = $element->getAttribute(strtolower($name));
			$value = $name === 'class' ? Still::classes($value) : $value;
			$isLink = $name === 'href';
			if ($value !== '' && (!$isLink || preg_match('~^(?:' . implode('|', Still::SCHEMES) . '):~i', $value))) {
				$html .= sprintf(' %s="%s"', $name, htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8'));
			}
		}
		return $html;
	}
}
