/** Signs that HTML reads, and those that shortcodes of WordPress and the typography of SPIP read. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '[': '&#91;',
  ']': '&#93;',
  '~': '&#126;',
};

/** Returns a text as HTML on one line: a host turns each line break into a paragraph. */
export const escaped = (text: string): string =>
  text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(/[&<>"'{}[\]~]/g, (sign) => SIGNS[sign] ?? sign);
