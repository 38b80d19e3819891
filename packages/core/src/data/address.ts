/** Reading of an address as a person pastes it, with what surrounds it and with options of ours in its fragment. */
import { resolveHref } from '../reading/index.ts';
import { type AddressReading, type ReadingHost, SECRET_READING, serviceReading } from './services/services.ts';

export { secrecyOf } from './services/secrets.ts';
export { creditOf } from './sources/recipe-text.ts';

/** Names of our options in the fragment of an address: other names there are the product's. */
export const OPTIONS = ['zone', 'past', 'key', 'table', 'kind', 'columns', 'records', 'credit'] as const;

/** Names of options that products have too: ours beside one of a recipe. */
export const OPTIONS_OF_RECIPE = ['header', 'id'] as const;

const RECIPE = /[#&](?:kind|columns|records)=/;
const optionIn = (names: readonly string[]): RegExp => new RegExp(`([#&])(${names.join('|')})=([^#&]*)`, 'g');
const [OPTION, OPTION_OF_RECIPE] = [optionIn(OPTIONS), optionIn([...OPTIONS, ...OPTIONS_OF_RECIPE])];

/** Signs after an address that are looked at. */
const MAX_CLOSING = 8;

/**
 * Returns the reading of a pasted address, or of a snippet that holds one; null where nothing is special about it, so
 * that the address is used as it is. It never throws.
 * @param host who reads, for whom the remedy is
 */
export function readAddress(src: string, host: ReadingHost = 'page'): AddressReading | null {
  const { src: address } = splitOptions(addressIn(src));
  const href = resolveHref(address, undefined);
  // The policy of reading refuses an address with a password too.
  if (typeof href !== 'string') return /^https?:\/\/[^/?#]*@/i.test(address) ? SECRET_READING : null;
  return serviceReading(new URL(href), host);
}

/**
 * Returns the address in a text that was pasted: in the code of a frame or of an agenda, between the words of a line,
 * before a full stop or a bracket. A text without an address is returned as it is, without the blanks around it.
 */
export function addressIn(text: string): string {
  const markup = text.replaceAll(/<(?:script|img|link|style)\b[^<>]*>/gi, ' ');
  const tags = /<iframe\b[^<>]*/i.exec(markup)?.[0] ?? markup;
  const attribute = /<[a-z][^<>]*?\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tags);
  const quoted = attribute?.slice(1).find(Boolean)?.trim().replace(/^\/\//, 'https://');
  const found = quoted ?? /(?:https?|webcals?):\/\/[^\s<>"“”«»]+/i.exec(text)?.[0];
  if (found === undefined) return text.trim();
  return withoutClosing(found.replaceAll(/&(?:amp|#0*38|#x0*26);/gi, '&').replace(/^webcals?:/i, 'https:'));
}

/** Returns an address without the punctuation that closes the sentence around it. */
function withoutClosing(address: string): string {
  const [closing = ''] = /[.,;:!?>…’)\]}]*$/.exec(address.slice(-MAX_CLOSING)) ?? [];
  let end = address.length;
  for (const sign of [...closing].reverse()) {
    const opening = { ')': '(', ']': '[', '}': '{' }[sign];
    const head = address.slice(0, end);
    // A query in a language whose statements end so keeps its last one.
    if (sign === ';' && count(head, sign) > 1) break;
    // A bracket that the address itself opens is part of it.
    if (opening !== undefined && count(head, sign) <= count(head, opening)) break;
    end -= 1;
  }
  return address.slice(0, end);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/**
 * Takes our options out of the fragment of an address and leaves the product's fragment.
 * @returns options by name, decoded; of two with one name the last
 * @example 'https://example.org/a.ics#gid=3&zone=Europe/Paris' → {src: 'https://example.org/a.ics#gid=3', options: {zone: 'Europe/Paris'}}
 */
export function splitOptions(src: string): { src: string; options: Record<string, string> } {
  const at = src.indexOf('#');
  if (at < 0) return { src, options: {} };
  const options: Record<string, string> = {};
  const option = RECIPE.test(src) ? OPTION_OF_RECIPE : OPTION;
  const rest = src.slice(at).replaceAll(option, (_all, _sign, name: string, value: string) => {
    options[name] = decoded(value);
    return '';
  });
  const fragment = rest.replace(/^[#&]+/, '');
  return { src: src.slice(0, at) + (fragment && `#${fragment}`), options };
}

/** Returns a value without its percent signs; as it is where they cannot be read. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
