/** Templates of lit as plain HTML: those of stories that show several elements. */

interface Template {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}
const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

const escaped = (value: unknown): string => String(value).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Returns the HTML of a template whose values are texts, lists and templates; listeners are left out. */
export function htmlOfTemplate(value: unknown): string {
  if (Array.isArray(value)) return value.map(htmlOfTemplate).join('');
  if (!isTemplate(value)) return value === null || value === undefined || value === false ? '' : escaped(value);
  let html = '';
  for (const [at, text] of value.strings.entries()) {
    html += text;
    if (at === value.values.length) continue;
    const [binding = '', mark = '', name = ''] = /\s([.@]?)([\w-]+)=$/.exec(html) ?? [];
    if (binding === '') html += isInTag(html) ? escaped(value.values[at]) : htmlOfTemplate(value.values[at]);
    else {
      html = html.slice(0, -binding.length);
      if (mark !== '@') html += ` ${name}="${escaped(value.values[at])}"`;
    }
  }
  return html;
}

/** Whether the end of a text is inside a tag. */
const isInTag = (html: string): boolean => html.lastIndexOf('<') > html.lastIndexOf('>');
