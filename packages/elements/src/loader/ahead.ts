/**
 * What a page on data of its own takes, asked for while the code of the widgets is on its way: a list of members is read,
 * figures that no build has written are computed. Each part of that code would be named only by the one before it.
 */

import type { EarlyManifest } from './early.ts';

type Ask = () => Promise<unknown>;

/** Asks after the data: over HTTP/1.1 a browser asks a host for six files at once. Whoever needs it says what fails. */
const askAll = async (all: readonly Ask[]): Promise<void> => {
  await Promise.resolve();
  await Promise.allSettled(all.map((ask) => ask()));
};

/** What computes any figure, and counts members. */
const COMPUTER: Ask = () => import('../base/computer.ts');

/** A column that may tell where members are, so that no commune has to be looked up. */
const POSITIONS = /\b(lat|latitude|y)\b/i;

/** What reads a list, and places its members. */
const READING: readonly Ask[] = [
  () => import('@ess-widgets/core/internal/data/sources/csv/csv'),
  () => import('@ess-widgets/core/internal/data/sources/csv/load'),
  () => import('../base/placer.ts'),
];

const BASE = (): string => document.baseURI;

/** The address of such a list, as the source of lists recognises it. */
const LIST = /[.=][ct]sv\b/i;

/** Asks for a file, unless somebody has. */
type AskFor = (url: string) => Promise<Response> | undefined;
/** Asks for what a data set names: by name, else what such an element reads. */
type AskOf = (src: string, element: Element, names?: string) => Promise<unknown>;

/** What shows a packed directory; where it names no ground, the coarse one. */
const LARGE: Ask = () => import('../directory/large/large-directory.ts');
const COARSE: Ask = () => import('../world/coarse.ts');

/**
 * Asks for what shows a directory that is packed.
 * @param ask asks for files that the manifest names
 */
export function askPacked(
  element: Element,
  { basemap, collections }: EarlyManifest,
  ask: (names: string) => Promise<unknown>,
): void {
  if (!element.localName.startsWith('ess-member-')) return;
  // Other members than those of the columns are read from the records, where there are any.
  const isOther = collections['organisations'] && element.closest('[period],[where]');
  ask(`colleges basemap${isOther ? '' : ' packed'}`).catch(() => undefined);
  void askAll(basemap || element.localName === 'ess-member-list' ? [LARGE] : [LARGE, COARSE]);
}

/**
 * Asks for what an element reads that names its data itself, or whose page has data of another kind.
 * @param pageSrc address of the page's own data set
 */
export function askOwn(element: Element, pageSrc: string | undefined, askFor: AskFor, askOf: AskOf): void {
  const own = element.getAttribute('src') ?? element.closest('ess-provider[src]')?.getAttribute('src');
  const urls = own?.split(/\s+/).flatMap((one) => (one && URL.canParse(one, BASE()) ? new URL(one, BASE()).href : []));
  for (const src of urls ?? [pageSrc]) {
    if (!src) continue;
    // What is read of a data set that is joined to others is said by the code that joins them.
    if (urls?.[1] && !LIST.test(src)) askFor(src)?.catch(() => undefined);
    else askOne(src, element, pageSrc, askFor, askOf);
  }
}

function askOne(src: string, element: Element, pageSrc: string | undefined, askFor: AskFor, askOf: AskOf): void {
  const ask = async (from: string | undefined, names?: string): Promise<unknown> =>
    from && askOf(from, element, names).catch(() => undefined);
  if (!LIST.test(src)) return void ask(src);
  const list = askFor(src)?.then((answer) => answer.clone().text());
  // The table of communes and the ground of a map are those of the page's own data set.
  const from = pageSrc === src ? undefined : pageSrc;
  void ask(from, element.localName === 'ess-member-map' ? 'basemap' : '');
  list?.then(
    (text) => POSITIONS.test(text.split('\n', 1)[0] ?? '') || ask(from, 'communes'),
    () => undefined,
  );
  void askAll(READING);
  // A directory shows its members before it says how many they are: what counts them would come in their way.
  if (!element.localName.startsWith('ess-member-')) void askAll([COMPUTER]);
}
