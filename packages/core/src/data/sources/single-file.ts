/** Facts about a source that is one file: its day, its name, and what to call it. */

/** Returns the day of the file (`Last-Modified`), else of our copy of it (`Date`), else of today. */
export const dayOf = (response: Response): string =>
  new Date(dateOf(response, 'last-modified') ?? answeredAt(response)).toISOString().slice(0, 10);

/** Returns the time of the answer (`Date`), else of now, in ms since 1970. */
export const answeredAt = (response: Response): number => dateOf(response, 'date') ?? Date.now();

function dateOf({ headers }: Response, name: string): number | undefined {
  const date = Date.parse(headers.get(name) ?? '');
  return Number.isNaN(date) ? undefined : date;
}

/** Returns a name by which a reader recognises the source: the file's name, else the host of the site. */
export function fileOf(src: string): string {
  const { pathname, hostname } = new URL(src);
  const file = safeDecode(pathname.split('/').pop() ?? '');
  return /\.\w+$/.test(file) ? file : hostname;
}

/**
 * Returns the file's name in words; undefined where the address names none, as those of online services do.
 * @param ending the endings of such files: `csv|tsv`
 */
export function titleOf(src: string, ending: string): string | undefined {
  const file = new URL(src).pathname.split('/').pop() ?? '';
  const bare = new RegExp(`^(.+)\\.(${ending})$`, 'i').exec(file)?.[1];
  return bare === undefined
    ? undefined
    : safeDecode(bare)
        .replace(/[_\s]+/g, ' ')
        .trim();
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
