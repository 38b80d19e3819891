/**
 * Suggests the value that an author meant with one of another kind, as JSON. The result is only proposed to the author.
 */

/** Fields that hold a text in several languages, a list of words, a quantity. */
const TEXTS = /^(label|title|name|text)$/;
const LISTS = /^(territories|parents|organisers|organisations|themes|aliases|activities|corrects|derivedFrom)$/;
const QUANTITIES = /^(quantity|total|attendance|followers|change|jobs)$/;

/** Words for yes and no, as spreadsheets write them. */
const YES = /^(true|vrai|oui|yes|x)$/i;
const NO = /^(false|faux|non|no)$/i;

/**
 * Returns the value that was meant; null where none is seen.
 * @param expected the kind of value that stands there: `number`, `object`…
 * @param key the field
 */
export function suggestValue(expected: string, received: unknown, key: string): string | null {
  if (expected === 'string') return typeof received === 'number' ? JSON.stringify(String(received)) : null;
  if (typeof received !== 'string' || received.trim() === '') return null;
  switch (expected) {
    case 'number':
    case 'int':
      return numberMeant(received)?.toString() ?? null;
    case 'boolean':
      return YES.test(received) ? 'true' : NO.test(received) ? 'false' : null;
    case 'array':
      return LISTS.test(key) ? JSON.stringify([received]) : null;
    default:
      return expected === 'object' ? objectMeant(received, key) : null;
  }
}

function objectMeant(received: string, key: string): string | null {
  if (TEXTS.test(key)) return `{"fr": ${JSON.stringify(received)}}`;
  const value = QUANTITIES.test(key) ? numberMeant(received) : null;
  if (value === null) return null;
  const op = /^[\s~≈]|^env/i.test(received) ? '~' : '=';
  return `{"value": ${value}, "op": "${op}", "unit": "…"}`;
}

/**
 * Returns the number of "1.234,5", "1 234,5", "12 %", "env. 300". Null for "1.234" and "1,234": a thousand and some, or
 * one and some.
 */
export function numberMeant(text: string): number | null {
  const [, figures = ''] = /^(?:env(?:\.|iron)?|~|≈)?\s*(-?\d[\d\s.,]*?)\s*(?:%|€)?$/iu.exec(text.trim()) ?? [];
  const plain = figures.replace(/\s/g, '');
  if (plain === '' || /^-?\d{1,3}[.,]\d{3}$/.test(plain)) return null;
  const [, whole = '', part = '0'] = /^(.*?)(?:[.,](\d+))?$/.exec(plain) ?? [];
  return Number(`${whole.replace(/[.,]/g, '')}.${part}`);
}
