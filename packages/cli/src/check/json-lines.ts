/** Lines of the values of a JSON text, so that an editor can open a finding at its line. */

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

/** A list or an object that is being read: the path of what it holds begins with `prefix`. */
interface Open {
  readonly prefix: string;
  /** Rank in a list; null in an object. */
  index: number | null;
  key: string;
}

/**
 * Returns the lines, from 1, of the values at these paths (`collections.events.3.title`, `0.date`); a path that leads
 * nowhere is left out. The text is one that `JSON.parse` accepts.
 */
export function linesOfPaths(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  const progress = { at: 0, line: 1, counted: 0 };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = progress.at;
    const found = pattern.exec(text)?.[0] ?? '';
    progress.at += found.length;
    return found;
  };
  const begin = (): string => {
    const path = pathIn(open.at(-1));
    if (wanted.has(path)) lines.set(path, lineAt(text, progress));
    return path;
  };
  while (progress.at < text.length && lines.size < wanted.size) {
    match(SPACE);
    const char = text[progress.at];
    const inside = open.at(-1);
    if (char === '{' || char === '[') {
      const path = begin();
      open.push({ prefix: path === '' ? '' : `${path}.`, index: char === '[' ? 0 : null, key: '' });
      progress.at++;
    } else if (char === '}' || char === ']') {
      open.pop();
      progress.at++;
    } else if (char === ',') {
      if (inside?.index != null) inside.index++;
      progress.at++;
    } else if (inside?.index === null && inside.key === '') {
      const key: string = JSON.parse(match(STRING) || '""');
      match(SPACE);
      // A key may be empty: what marks it as read is that something stands there.
      inside.key = `k${key}`;
      progress.at++;
      continue;
    } else {
      begin();
      if (match(char === '"' ? STRING : SCALAR) === '') progress.at++;
    }
    closeKey(open, char);
  }
  return lines;
}

const pathIn = (open: Open | undefined): string =>
  open === undefined ? '' : `${open.prefix}${open.index === null ? open.key.slice(1) : open.index}`;

/** After its value an object waits for the next key. */
function closeKey(open: readonly Open[], char: string | undefined): void {
  if (char === '{' || char === '[' || char === undefined) return;
  const inside = open.at(-1);
  if (inside?.index === null) inside.key = '';
}

/** Counts on from where it was counted last: paths come in the order of the text. */
function lineAt(text: string, progress: { readonly at: number; line: number; counted: number }): number {
  for (let at = text.indexOf('\n', progress.counted); at !== -1 && at < progress.at; at = text.indexOf('\n', at + 1)) {
    progress.line++;
    progress.counted = at + 1;
  }
  return progress.line;
}
