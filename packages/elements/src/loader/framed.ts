/**
 * What the address of a frame page asks for: the frame reads it, and so does a link that becomes its widget. It imports nothing, not
 * even from the loader.
 */

/** Attributes that hold an address: no query writes these. */
const ADDRESSES: ReadonlySet<string> = new Set(['src', 'format', 'basemap', 'boundaries', 'calendar', 'source']);

/** Elements that show nothing alone. */
const NOT_ALONE: ReadonlySet<string> = new Set(['provider', 'data-check', 'territory-picker']);

/** A widget that is asked for. */
interface Framed {
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of the source in the folder's `sources.json`; empty for the data of the folder. */
  readonly source: string;
}

/**
 * Reads the query of a frame. A source is a name, never an address, so that nobody shows other data under the name of a host; what
 * means nothing is left out.
 * @param attributeOf the attribute that `data-ess-…` of a block sets; undefined where a block may not set it
 * @returns null where the query names no widget, or a source that is none
 */
export function framedIn(query: string, attributeOf: (name: string) => string | undefined): Framed | null {
  const said = new URLSearchParams(query);
  const [widget, source] = [said.get('widget') ?? '', said.get('source') ?? ''];
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(widget) || NOT_ALONE.has(widget)) return null;
  if (!/^(?:|[a-z][a-z\d-]{0,60})$/.test(source)) return null;
  const own = [...said].filter(([name]) => attributeOf(`data-ess-${name}`) !== undefined && !ADDRESSES.has(name));
  return { widget, source, attributes: Object.fromEntries(own) };
}
