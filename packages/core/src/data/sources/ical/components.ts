/** The components of a calendar file: its calendars, their events and their time zones. */

/** A property of a component: `DTSTART;TZID=Europe/Paris:20260330T180000`. */
export interface Property {
  /** In capitals. */
  readonly name: string;
  /** By their names in capitals, without quotation marks. */
  readonly params: Readonly<Record<string, string>>;
  /** As written, escapes included. */
  readonly value: string;
}

/** Part of a file between `BEGIN` and `END`, without those in it. */
export interface Component {
  readonly name: string;
  /** Line of its `BEGIN`, from 1. */
  readonly line: number;
  readonly properties: Property[];
  /** Whether its `END` was found: a file that was cut has one without. */
  isClosed: boolean;
}

/** Time zone that a file defines. */
export interface ZoneComponent extends Component {
  /** Its `STANDARD` and `DAYLIGHT`. */
  readonly observances: Component[];
}

/** A calendar of a file, which may hold several. */
export interface IcalCalendar extends Component {
  readonly zones: ZoneComponent[];
  readonly events: Component[];
}

/**
 * Properties that are read. Others, among them the descriptions and the people of an event, are passed over. All properties
 * of a name share its text, which is compared at once, and of which a file of many events needs one alone. The plugins of
 * host sites give out no other ones (`packages/host-php/sources.php`), and say in `X-ESS-SOURCE` at which host they have read them.
 */
export const READ: ReadonlyMap<string, string> = new Map(
  `BEGIN END X-ESS-SOURCE X-WR-CALNAME NAME X-WR-TIMEZONE TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO
  DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID UID SEQUENCE LAST-MODIFIED DTSTAMP METHOD STATUS CLASS SUMMARY LOCATION GEO URL CATEGORIES`
    .split(/\s+/)
    .map((name) => [name, name]),
);

/** Lines that are read between two pauses: some 10 ms of a telephone. */
const LINES = 5_000;

/**
 * Returns the calendars of a file. Lines may end in any way, and one that begins with a space or a tab continues the one
 * before; Mobilizon folds none.
 * @param pause called after each few thousand lines
 */
export async function readCalendars(
  text: string,
  pause: (() => Promise<void>) | undefined,
): Promise<readonly IcalCalendar[]> {
  // Lone carriage returns are rare, and to replace them all costs as much as to read the lines.
  const plain = /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, '\n') : text;
  const reader = new ComponentReader();
  let [line, paused] = [1, 0];
  for (let at = 0; at < plain.length; ) {
    const begin = line;
    const name = nameAt(plain, at);
    let end = endOfLine(plain, at);
    let content = name === '' ? '' : contentOf(plain, at, end);
    for (line += 1; isFold(plain, end + 1); line += 1) {
      const next = endOfLine(plain, end + 1);
      // Descriptions are the longest part of a file, and are not read.
      if (name !== '') content += contentOf(plain, end + 2, next);
      end = next;
    }
    if (name !== '') reader.take(name, content, begin);
    at = end + 1;
    if (line - paused < LINES) continue;
    paused = line;
    await pause?.();
  }
  return reader.calendars;
}

/** Longest name that is read, with white space before it. */
const LONGEST_NAME = 40;

const [LINE_FEED, COLON, SEMICOLON, SPACE, TAB] = [10, 58, 59, 32, 9];

/** Returns the name of the property that begins somewhere, in capitals; empty for one that is not read. */
function nameAt(text: string, at: number): string {
  for (let end = at; end < at + LONGEST_NAME; end += 1) {
    const code = text.charCodeAt(end);
    // A line may be folded within its name too (RFC 5545, 3.1): `CLA SS:PRIVATE` is no less private.
    if (code === LINE_FEED) return isFold(text, end + 1) ? nameAt(unfolded(text, at), 0) : '';
    if (code !== COLON && code !== SEMICOLON) continue;
    const name = text.slice(at, end);
    return READ.get(name) ?? READ.get(name.trim().toUpperCase()) ?? '';
  }
  return '';
}

/** Returns the first of a line that is folded. */
const unfolded = (text: string, at: number): string => text.slice(at, at + 2 * LONGEST_NAME).replace(/\r?\n[ \t]/g, '');

function isFold(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === TAB;
}

/** Returns the position of the line feed that ends a line, or of the end of the text. */
function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

const contentOf = (text: string, at: number, end: number): string =>
  text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);

/** Reader of the lines of a file, one after the other. */
class ComponentReader {
  readonly calendars: IcalCalendar[] = [];
  /** Components that are open, the innermost last. */
  #open: Component[] = [];

  take(name: string, content: string, line: number): void {
    const property = readProperty(name, content);
    if (name === 'BEGIN') this.#begin(property.value.trim().toUpperCase(), line);
    else if (name === 'END') this.#end(property.value.trim().toUpperCase());
    else this.#open.at(-1)?.properties.push(property);
  }

  #begin(name: string, line: number): void {
    // An event cannot hold another one: the first was cut.
    if (name === 'VEVENT' || name === 'VCALENDAR') this.#close('VEVENT');
    if (name === 'VCALENDAR') this.#open = [];
    const component = { name, line, properties: [], isClosed: false };
    this.#open.push(name === 'VCALENDAR' ? this.#addCalendar(component) : this.#add(component));
  }

  /** Adds a component to the one that it belongs to. What has no place, such as the alarm of an event, goes nowhere. */
  #add(component: Component): Component {
    const within = this.#open.at(-1);
    if (component.name === 'VEVENT') {
      (this.calendars.at(-1) ?? this.#addCalendar({ ...component, properties: [] })).events.push(component);
    } else if (component.name === 'VTIMEZONE') {
      const zone = { ...component, observances: [] };
      this.calendars.at(-1)?.zones.push(zone);
      return zone;
    } else if (within && 'observances' in within) {
      (within as ZoneComponent).observances.push(component);
    }
    return component;
  }

  #addCalendar(component: Component): IcalCalendar {
    const calendar = { ...component, zones: [], events: [] };
    this.calendars.push(calendar);
    return calendar;
  }

  #end(name: string): void {
    const component = this.#close(name);
    if (component) component.isClosed = true;
  }

  /** Closes the innermost component of a name, and those in it. */
  #close(name: string): Component | undefined {
    const at = this.#open.findLastIndex((each) => each.name === name);
    const component = this.#open[at];
    if (component) this.#open.length = at;
    return component;
  }
}

const NO_PARAMS: Property['params'] = {};

const PARAM = /;([\w-]*)(?:=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?/y;

/** Longest property that is read in the second way. */
const SHORT = 300;

function readProperty(name: string, content: string): Property {
  let at = content.search(/[;:]/);
  if (content[at] === ':') return { name, params: NO_PARAMS, value: content.slice(at + 1) };
  const params: Record<string, string> = {};
  PARAM.lastIndex = at;
  for (let found = PARAM.exec(content); found; found = PARAM.exec(content)) {
    params[(found[1] ?? '').toUpperCase()] = (found[2] ?? '').replaceAll('"', '');
    at = PARAM.lastIndex;
  }
  const colon = content.indexOf(':', at);
  const value = colon < 0 ? '' : content.slice(colon + 1);
  if (!('TZID' in params) || /^\d{4}/.test(value) || content.length > SHORT) return { name, params, value };
  // Exchange writes names with a colon and without quotation marks: `TZID=(UTC+01:00) Bruxelles, Paris:20260330T180000`.
  const [, tzid, date] = /;TZID=([^"]+?)(?:;[\w-]+=[\w-]+)*:([\dTZ,/+-]+)\s*$/i.exec(content) ?? [];
  return date === undefined ? { name, params, value } : { name, params: { ...params, TZID: tzid ?? '' }, value: date };
}

/** Returns the first property of a name. */
export function propertyOf({ properties }: Component, name: string): Property | undefined {
  for (const each of properties) if (each.name === name) return each;
  return undefined;
}

const NONE: readonly Property[] = [];

/** Returns all properties of a name: mostly none, and then the same list for all events. */
export const propertiesOf = (component: Component, name: string): readonly Property[] =>
  propertyOf(component, name) ? component.properties.filter((each) => each.name === name) : NONE;

/** Returns a text without its escapes, on one line; empty where there is none. */
export const unescapedLine = (component: Component, name: string, lineBreak = ' '): string =>
  unescapedText(propertyOf(component, name)?.value ?? '', lineBreak);

/** Returns a value without its escapes. Mobilizon escapes nothing, so a sign that needs an escape may have none. */
export function unescapedText(value: string, lineBreak = ' '): string {
  if (!value.includes('\\')) return value.trim();
  // Most texts have no line break, and a function for each escape costs several times as much.
  if (!/\\n/i.test(value)) return value.replace(/\\([\\;,:"])/g, '$1').trim();
  return value
    .replace(/\\([\\;,:"nN])/g, (_all, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(lineBreak);
}
