/**
 * What a page on data of its own takes, asked for while the code of the widgets is on its way: a list of members is read,
 * figures that no build has written are computed. Each part of that code would be named only by the one before it.
 */

type Ask = () => Promise<unknown>;

/** Whoever needs it says what fails. */
const askAll = (all: readonly Ask[]): void => {
  for (const ask of all) ask().catch(() => undefined);
};

/** What computes any figure. */
const COMPUTER: Ask = () => import('../internal/computer.ts');
const topicsOf = async () => import('@ess-widgets/core/indicators/topics');

/**
 * Asks for the code that computes what an element shows, from records that have to be read one by one.
 * @returns names of the collections that it is computed from
 */
export function askToCompute(element: Element): string {
  const isCounter = element.localName === 'ess-event-counter';
  const ids = isCounter ? ['events-held'] : (element.getAttribute('indicator') ?? '').split(/\s+/);
  const indicators = ids.map((id) => async () => {
    const { topicOf, topics } = await topicsOf();
    const topic = topicOf[id];
    return topic && topics[topic]();
  });
  const digest: readonly Ask[] = isCounter ? [() => import('../ess-event-counter/digest.ts')] : [];
  askAll([COMPUTER, () => import('@ess-widgets/core/sources/ess-dataset/check-records'), ...digest, ...indicators]);
  return isCounter ? 'observations events series territories' : 'observations';
}

/** A column that may tell where members are, so that no commune has to be looked up. */
const POSITIONS = /\b(lat|latitude|y)\b/i;

/** What reads a list, places its members and counts them. */
const READING: readonly Ask[] = [
  () => import('@ess-widgets/core/sources/csv'),
  () => import('@ess-widgets/core/sources/csv/load'),
  () => import('../internal/placer.ts'),
  COMPUTER,
  async () => (await topicsOf()).topics.members(),
];

/** The address of such a list, as the source of lists recognises it. */
const LIST = /[.=][ct]sv\b/i;

/** Asks for a file, unless somebody has. */
type AskFor = (url: string) => Promise<Response> | undefined;
/** Asks for what a data set names: by name, else what such an element reads. */
type AskOf = (src: string, element: Element, names?: string) => Promise<unknown>;

/**
 * Asks for what an element reads that names its data itself, or whose page has data of another kind.
 * @param pageSrc address of the page's own data set
 */
export function askOwn(element: Element, pageSrc: string | undefined, askFor: AskFor, askOf: AskOf): void {
  const own = element.getAttribute('src') ?? element.closest('ess-provider[src]')?.getAttribute('src');
  const src = own ? new URL(own, document.baseURI).href : pageSrc;
  // Several are joined by code of their own.
  if (!src || own?.match(/\s/)) return;
  if (!LIST.test(src)) return askAll([() => askOf(src, element)]);
  const list = askFor(src)?.then((answer) => answer.clone().text());
  // The table of communes and the ground of a map are those of the page's own data set.
  const ask = async (names: string): Promise<unknown> => pageSrc && pageSrc !== src && askOf(pageSrc, element, names);
  const ground: Ask = async () => element.localName === 'ess-member-map' && ask('basemap');
  const communes: Ask = async () => POSITIONS.test((await list)?.split('\n', 1)[0] ?? 'y') || ask('communes');
  askAll([...READING, ground, communes]);
}
