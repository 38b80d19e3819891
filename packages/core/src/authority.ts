/**
 * The one table of authority: who wrote an address, a consent, a host or a limit decides what it may. Everything that takes
 * one of these asks this table, in a page, in the command line and, as `host-php/authority.php`, in the plugins.
 */

/**
 * Who wrote something. `site`: the loader's tag, settings, options of a command, and the elements of a page that its author
 * wrote as a file. `block`: `data-ess-*`, a shortcode, a modèle, the address of a page, and every element of a page whose
 * loader's tag carries `data-cms`, since contributors write there. `data`: a manifest, a record, a report, a next link.
 */
export type Author = 'site' | 'block' | 'data';

/**
 * Authors who decide each matter. A block names its own data and what its widget shows, and never widens what the site
 * allows; data name files of their own folder or origin alone.
 */
export const MATTERS = {
  /** Address that code is loaded from. */
  code: ['site'],
  /** Hosts, besides their own, of which data may name files. */
  hosts: ['site'],
  /** Bytes that are read of a file. */
  limits: ['site'],
  /** Data set whose communes, ground and published figures go with the lists of a page. */
  reference: ['site'],
  /** Server of a street map. */
  tiles: ['site'],
  /** Consent to requests to that server, in place of a press by the visitor. */
  consent: ['site'],
  /** Readers for whom values are shown that the data keep for the organisation itself. */
  audience: ['site'],
  /** Address of the data that a widget shows: anywhere, and redirected. */
  source: ['site', 'block'],
  /** Choices of what a widget shows of its data, and how. */
  view: ['site', 'block'],
  /** File in the folder of a manifest, or of its origin. */
  file: ['site', 'block', 'data'],
} as const satisfies Readonly<Record<string, readonly Author[]>>;

/** Something that is decided. */
export type Matter = keyof typeof MATTERS;

/** Whether an author decides a matter. What an author does not decide has no effect where that author writes it. */
export const decides = (author: Author, matter: Matter): boolean =>
  (MATTERS[matter] as readonly Author[]).includes(author);
