/**
 * Addresses that open private data to whoever knows them. One rule for all readers: pages and the command line read it
 * here, `npm run sync` writes it for the plugins of host sites (`packages/host-php/sources.php`), and both run the
 * vectors of `secret-vectors.json`. Private paths are those of the table of services. Patterns are of the syntax that
 * JavaScript and PCRE share, on texts in small letters.
 */
import { SERVICES } from './table.ts';

/**
 * What an address gives away: `private`, the calendar or the files of a person by their path, which nobody reads for a
 * page; `secret`, a token or password among its parameters; `key`, a read key, which its service calls public; null,
 * nothing.
 */
type Secrecy = 'private' | 'secret' | 'key' | null;

/** Names of parameters, their words apart from each other (`accessToken` is `access_token`). Tokens of pages are none. */
export const SECRET_NAME = `^(?:(?!.*(?:page|next|continuation|sync|resume|skip)_?token$).*token|.*(?:secret|password|passwd|passphrase|mot_?de_?passe|signature|credentials?|sess(?:ion)?_?id)|(?:.*_)?(?:pwd|pass|mdp|sig|jwt|auth|authori[sz]ation|bearer|jeton|(?:api|app|access|private|secret|secure|auth|export|feed|share|user|account|subscription|passphrase|client|master|admin|edit|ical|rss)_?key))$`;

/** Names of read keys. Keys that order or group records are none. */
export const KEY_NAME = `^(?!(?:.*_)?(?:sort|order|group|primary|partition|foreign|page|row|map|object)_key$)(?:.*_)?(?:key|cle)$`;

/** Paths that are a person's own, of all services: those without a host of products that run under any name. */
const PRIVATE_PATHS = SERVICES.flatMap(({ secret = [] }) => secret);

const matches = (pattern: string, text: string): boolean => new RegExp(pattern).test(text);

/** Returns a text without the percent signs of its ASCII characters, which both readers decode alike. */
const decoded = (text: string): string =>
  text.replaceAll(/%([0-7][\da-f])/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Returns the name of a parameter in small letters, its words apart: `auth[accessToken]` is `auth_access_token`. */
const nameOf = (text: string): string =>
  decoded(text)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Returns what an address gives away. */
export function secrecyOf({
  hostname,
  pathname,
  search,
  hash,
  username,
  password,
}: Pick<URL, 'hostname' | 'pathname' | 'search' | 'hash' | 'username' | 'password'>): Secrecy {
  const host = hostname.replace(/\.+$/, '').toLowerCase();
  const path = decoded(pathname)
    .replaceAll(/\/{2,}/g, '/')
    .toLowerCase();
  if (PRIVATE_PATHS.some((each) => matches(each.host ?? '', host) && matches(each.path, path))) return 'private';
  const names = `${search}${hash}`
    .split(/[?&;#]/)
    .filter((pair) => /=./.test(pair))
    .map((pair) => nameOf(pair.slice(0, pair.indexOf('='))));
  if (username || password || names.some((name) => matches(SECRET_NAME, name))) return 'secret';
  return names.some((name) => matches(KEY_NAME, name)) ? 'key' : null;
}
