/** Reads the files that a page has given to its visitor as the programmes that open them do. */
import type { Page } from 'playwright-core';
import type { Kept } from './detect.ts';

/** Blanks, marks of the byte order and signs without width, which a spreadsheet passes over. */
const PASSED_OVER = /^[\s\u0000-\u0020\u00a0\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/u;
const NUMBER = /^[+-]?[\d\s\u202f\u00a0.,]+%?$/;

/** Cells of a file that a spreadsheet would compute, under any separator. */
export function formulasOf(csv: string): readonly string[] {
  const own = /[;,\t]/.exec(csv)?.[0];
  return [';', ',', '\t'].flatMap((separator) =>
    cellsOf(csv, separator)
      // A tab or a line end alone begins no cell that was written; a reader with another separator may make one of a row's end.
      .filter((cell) => isFormula(cell) || (separator === own && /^[\t\r\n]/.test(cell)))
      .map((cell) => `${JSON.stringify(separator)}: ${cell.slice(0, 60)}`),
  );
}

function isFormula(cell: string): boolean {
  const sign = cell.replace(PASSED_OVER, '').normalize('NFKC').replace('−', '-');
  return /^[=+\-@]/.test(sign) && sign.length > 1 && !NUMBER.test(sign);
}

/** Cells as a tolerant reader sees them: what follows a closing quote belongs to the cell. */
function cellsOf(csv: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let [cell, isQuoted, isFirst] = ['', false, true];
  const end = (): void => {
    cells.push(cell);
    [cell, isFirst] = ['', true];
  };
  for (let at = csv.startsWith('\ufeff') ? 1 : 0; at < csv.length; at++) {
    const sign = csv[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (csv[at + 1] === '"') cell += csv[at++];
      else isQuoted = false;
    } else if (sign === '"' && isFirst) [isQuoted, isFirst] = [true, false];
    else if (sign === separator || sign === '\n') end();
    else if (sign !== '\r') [cell, isFirst] = [cell + sign, false];
  }
  end();
  return cells;
}

const PROPERTIES =
  /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|X-WR-TIMEZONE|UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|URL|STATUS|GEO|CATEGORIES|RRULE|EXDATE|RDATE|RECURRENCE-ID|SEQUENCE|LAST-MODIFIED|TRANSP|CLASS|TZID|TZNAME|TZOFFSETFROM|TZOFFSETTO|REFRESH-INTERVAL|X-PUBLISHED-TTL|SOURCE|COLOR|ORGANIZER)[;:]/;

/** Returns the lines of a calendar that are none of ours, too long, or out of their frame. */
export function calendarFaults(ics: string): readonly string[] {
  const lines = ics.split('\r\n');
  const faults = lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\u0085\u2028\u2029]/.test(line));
  const unfolded = ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  faults.push(
    ...unfolded.filter((line) => !PROPERTIES.test(line) || /^URL(;[^:]*)?:(?!https?:|mailto:|tel:)/i.test(line)),
  );
  const count = (text: string): number => unfolded.filter((line) => line === text).length;
  for (const part of ['VCALENDAR', 'VEVENT']) if (count(`BEGIN:${part}`) !== count(`END:${part}`)) faults.push(part);
  if (count('BEGIN:VCALENDAR') !== 1) faults.push('no single calendar');
  return faults.map((line) => line.slice(0, 80));
}

/** Returns the faults of files, each with its name. */
export async function faultsOf(page: Page, files: readonly Kept[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, type, text } of files) {
    const say = (faults: readonly string[]): void => {
      found.push(...faults.map((fault) => `${name}: ${fault}`));
    };
    // Controls have no place in a table, a calendar or a drawing; a JSON text may hold them, as data.
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.exec(text)?.[0];
    const isText = !/\.(png|webp|jpe?g|xlsx|zip|(geo)?json)$/.test(name);
    if (control !== undefined && isText) say([`control ${JSON.stringify(control)}`]);
    if (name.endsWith('.csv') || type.includes('csv')) say(formulasOf(text));
    else if (name.endsWith('.ics')) say(calendarFaults(text));
    else if (name.endsWith('.svg')) say(await page.evaluate(svgFaults, text));
    else if (/json$/.test(name)) {
      try {
        JSON.parse(text);
      } catch (error) {
        say([String(error)]);
      }
    }
  }
  return found;
}

/** Runs in a page. */
function svgFaults(text: string): readonly string[] {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
  const faults = svg.querySelector('parsererror') ? ['not well-formed'] : [];
  for (const element of svg.querySelectorAll('*')) {
    const isActive = /^(script|foreignobject|iframe|animate|set|handler|audio|video)$/i.test(element.localName);
    if (isActive || element.hasAttribute('canary')) faults.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) faults.push(name);
      const isPicture = /^data:image\/(png|jpeg|webp);/.test(value);
      if (/href$/.test(name) && !value.startsWith('#') && !isPicture) faults.push(`${name}=${value.slice(0, 60)}`);
    }
  }
  return faults;
}
