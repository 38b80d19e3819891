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
export interface Calendar extends Component {
  readonly zones: ZoneComponent[];
  readonly events: Component[];
}

/** Properties that are read. Others, among them the descriptions and the people of an event, are passed over. */
const READ = new Set(
  `BEGIN END X-WR-CALNAME NAME X-WR-TIMEZONE TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO
  DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID UID STATUS CLASS SUMMARY LOCATION GEO URL CATEGORIES`.split(
    /\s+/,
  ),
);

/** Lines that are read between two pauses: some 10 ms of a telephone. */
const LINES = 5_000;

/**
 * Returns the calendars of a file.
 * @param pause called after each few thousand lines
 */
export async function readCalendars(
  text: string,
  pause: (() => Promise<void>) | undefined,
): Promise<readonly Calendar[]> {
  const reader = new ComponentReader();
  let [line, next] = [1, LINES];
  for (const { content, lines } of unfold(text)) {
    reader.take(content, line);
    line += lines;
    if (line < next) continue;
    next = line + LINES;
    await pause?.();
  }
  return reader.calendars;
}

/**
 * Reads the lines of a file, each with those that continue it: these begin with a space or a tab. Mobilizon folds none,
 * and lines may end in any way.
 */
function* unfold(text: string): Generator<{ readonly content: string; readonly lines: number }> {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let content = '';
  let lines = 0;
  for (let at = 0; at < plain.length; ) {
    const found = plain.indexOf('\n', at);
    const end = found < 0 ? plain.length : found;
    const isContinued = lines > 0 && (plain[at] === ' ' || plain[at] === '\t');
    if (isContinued) {
      content += plain.slice(at + 1, end);
      lines += 1;
    } else {
      if (lines > 0) yield { content, lines };
      content = plain.slice(at, end);
      lines = 1;
    }
    at = end + 1;
  }
  if (lines > 0) yield { content, lines };
}

/** Reader of the lines of a file, one after the other. */
class ComponentReader {
  readonly calendars: Calendar[] = [];
  /** Components that are open, the innermost last. */
  #open: Component[] = [];

  take(content: string, line: number): void {
    const name = /^\s*([\w-]+)(?=[;:])/.exec(content.slice(0, 60))?.[1]?.toUpperCase() ?? '';
    if (!READ.has(name)) return;
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

  #addCalendar(component: Component): Calendar {
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

const PARAM = /;([\w-]*)(?:=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?/y;

/** Longest property that is read in the second way. */
const SHORT = 300;

function readProperty(name: string, content: string): Property {
  const params: Record<string, string> = {};
  let at = content.search(/[;:]/);
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
export const propertyOf = ({ properties }: Component, name: string): Property | undefined =>
  properties.find((each) => each.name === name);

/** Returns all properties of a name. */
export const propertiesOf = ({ properties }: Component, name: string): readonly Property[] =>
  properties.filter((each) => each.name === name);

/** Returns a text without its escapes, on one line; empty where there is none. */
export const textOf = (component: Component, name: string, lineBreak = ' '): string =>
  plainText(propertyOf(component, name)?.value ?? '', lineBreak);

/** Returns a value without its escapes. Mobilizon escapes nothing, so a sign that needs an escape may have none. */
export const plainText = (value: string, lineBreak = ' '): string =>
  value
    .trim()
    .replace(/\\([\\;,:"nN])/g, (_all, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(lineBreak);
