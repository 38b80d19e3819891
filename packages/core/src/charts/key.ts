import type { StillRequest } from './request.ts';

/** Attributes that change nothing of what a still says, or are the page's own. */
const LEFT_OUT = new Set('src source format lang theme look refresh max-age upgrade still style class id'.split(' '));

const LONGEST = 120;

/** Writes bytes other than `a-z`, `0-9` and `-` as `~` and two hexadecimal digits, for names of files. */
const named = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[a-z0-9-]/.test(sign) ? sign : `~${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');

/**
 * Returns the key of a still, which names its file: `indicator.members-stock.fr`. Attributes without a value say nothing.
 * @returns null where it is longer than 120 characters
 * @since 0.2.0
 */
export function stillKey({ tag, attributes, lang }: Pick<StillRequest, 'tag' | 'attributes' | 'lang'>): string | null {
  const values = Object.entries(attributes)
    .filter(([name, value]) => !LEFT_OUT.has(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (name === 'indicator' ? named(value) : `${named(name)}-${named(value)}`));
  const key = [tag.replace(/^ess-/, ''), ...values, lang].join('.');
  return key.length > LONGEST ? null : key;
}
