/** The state of the Atelier in the fragment of its address, which no server sees: never a key, a secret address or content. */
import * as z from 'zod/mini';
import { askOf } from '../../elements/src/base/attribute-words.ts';
import { type Attribute, attributesOf, containers, ownAttributes } from '../../elements/src/base/attributes.ts';
import { DESTINATIONS, type Destination } from '../../elements/src/base/embed.ts';

/** Longest text of a value: what a link may put into a page that somebody else opens is bounded. */
const LONGEST = 200;

const text = z.string().check(z.maxLength(LONGEST), z.regex(/^[^\p{Cc}]*$/u));
const address = z.string().check(
  z.maxLength(2000),
  z.refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)),
);

/** Fields of the state, each by its name in the fragment. */
const FIELDS = {
  /** `cress`, `file`, or an address that pages may read. */
  from: z.union([z.enum(['cress', 'file']), address]),
  /** Name of the file, which is not there again after a reload. */
  file: text,
  widget: z.enum(
    Object.keys(ownAttributes)
      .filter((tag) => !containers.includes(tag))
      .map((tag) => tag.replace('ess-', '')) as [string, ...string[]],
  ),
  accent: z.string().check(z.regex(/^#[\da-f]{6}$/i)),
  to: z.enum(Object.keys(DESTINATIONS) as [Destination, ...Destination[]]),
  right: text,
  /** Address of the folder that was put on a server. */
  home: address,
  ui: z.enum(['fr', 'en']),
  /** Part that a link leads to. */
  step: z.enum(['bring', 'choose', 'place', 'take']),
} as const;

type Fields = { -readonly [Name in keyof typeof FIELDS]?: z.infer<(typeof FIELDS)[Name]> | undefined };

/** What the Atelier is at; what nobody has said is absent. */
export interface AtelierState extends Readonly<Fields> {
  /** Attributes of the chosen widget. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Returns the attributes that a form of a widget has, in its order. */
export const formRows = (widget: string): readonly (readonly [name: string, row: Attribute])[] => {
  const tag = `ess-${widget}`;
  return Object.entries(attributesOf(tag)).filter(([name, row]) => askOf(tag, name) !== 'never' && !row.matter);
};

/** Whether an attribute of a widget may have a value. */
function isValue({ type, values = [], isOpen }: Attribute, value: string): boolean {
  if (!text.safeParse(value).success || value === '') return false;
  if (type === 'number') return /^\d{1,6}$/.test(value);
  const words = type === 'list' ? value.split(' ') : [value];
  return values.length === 0 || isOpen === true || words.every((word) => values.includes(word));
}

/** Reads a fragment. @returns the state, and the names of what it says and that means nothing */
export function readState(fragment: string): { readonly state: AtelierState; readonly dropped: readonly string[] } {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const fields: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [name, schema] of Object.entries(FIELDS)) {
    const value = said.get(name);
    if (value === null) continue;
    const read = z.safeParse(schema, value);
    if (read.success) fields[name] = read.data;
    else dropped.push(name);
  }
  const { to, right, widget } = fields as Fields;
  if (right !== undefined && !(to && (DESTINATIONS[to] as readonly string[]).includes(right))) {
    delete fields['right'];
    dropped.push('right');
  }
  const rows = new Map(widget ? formRows(widget) : []);
  const attributes: Record<string, string> = {};
  for (const [name, value] of said) {
    if (Object.hasOwn(FIELDS, name)) continue;
    const row = rows.get(name);
    if (row && isValue(row, value)) attributes[name] = value;
    else dropped.push(name);
  }
  return { state: { ...fields, attributes }, dropped };
}

/** Writes a state as a fragment, without its sign. */
export function writeState({ attributes, ...fields }: AtelierState): string {
  const said = [...Object.entries(fields), ...Object.entries(attributes)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  return new URLSearchParams(said).toString();
}
