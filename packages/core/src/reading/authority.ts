/**
 * The one table of authority: who wrote an address, a consent, a host or a limit decides what it may. Everything that takes
 * one of these asks this table, in a page and in the command line.
 */

/**
 * Who wrote something. `site`: the loader's tag, settings, options of a command, and the elements of a page that its author
 * wrote as a file. `block`: `data-ess-*`, a shortcode, a modèle, the address of a page, and every element of a page whose
 * loader's tag carries `data-cms`, since contributors write there. `data`: a manifest, a record, a report, a next link.
 */
export type Author = 'site' | 'block' | 'data';

/**
 * Everything that somebody decides: `code`, the address that code is loaded from; `hosts`, those of which data may name files
 * besides their own; `limits`, the bytes read of a file; `reference`, the data set whose communes, ground and
 * published figures go with the lists of a page; `sources`, what the names of sources stand for; `tiles`, the
 * server of a street map; `consent` to requests to it, in place of a press by the visitor; `audience`, whether values are shown
 * that the data keep for the organisation itself; `source`, the address of the data that a widget shows, anywhere and redirected;
 * `view`, what it shows of them, and how; `file`, one in the folder of a manifest or of its origin.
 */
export const MATTERS = [
  'code',
  'hosts',
  'limits',
  'reference',
  'sources',
  'tiles',
  'consent',
  'audience',
  'source',
  'view',
  'file',
] as const;

/** Something that is decided. */
export type Matter = (typeof MATTERS)[number];

/**
 * Matters that others than the site decide. A block names its own data and what its widget shows, and never widens what the
 * site allows; data name files of their own folder or origin alone.
 */
const OTHERS: Readonly<Record<Exclude<Author, 'site'>, readonly Matter[]>> = {
  block: ['source', 'view', 'file'],
  data: ['file'],
};

/** Whether an author decides a matter. What an author does not decide has no effect where that author writes it. */
export const decides = (author: Author, matter: Matter): boolean =>
  author === 'site' || OTHERS[author].includes(matter);
