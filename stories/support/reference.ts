import { about, containers } from '../../packages/elements/src/base/attributes.ts';
import { declarationOf, type Named, tags } from './manifest.ts';

/** Cells of a row, or nothing for a cell that is empty. */
type Cells = readonly (string | undefined)[];

const cell = (text = ''): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const line = (cells: Cells): string => `| ${cells.map(cell).join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

/** Writes a table in Markdown under its title; nothing where there are no rows. */
function section(title: string, head: Cells, rows: readonly Cells[], after = ''): readonly string[] {
  if (rows.length === 0) return [];
  return [`## ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'), after];
}

const named = (all: readonly Named[] = [], name: (name: string) => string = code): readonly Cells[] =>
  all.map((each) => [name(each.name), each.description]);

/** Returns the reference of an element from the manifest, besides its attributes, and its keys, as Markdown. */
export function referenceOf(tag: string): string {
  const { members = [], events = [], slots, cssParts, cssStates, cssProperties = [] } = declarationOf(tag);
  const keys = (about[tag]?.keys ?? []).map(
    ({ keys: all, on, effect }): Cells => [all.map(code).join(' '), on, effect],
  );
  return [
    ...section(
      'Properties and methods',
      ['name', 'type', 'description'],
      members
        .filter(({ attribute }) => !attribute)
        .map((each): Cells => {
          const type = each.type?.text ?? each.return?.type.text;
          return [code(each.kind === 'method' ? `${each.name}()` : each.name), type && code(type), each.description];
        }),
      'Every attribute is also a property, in camel case: `heading-level` is `headingLevel`.',
    ),
    ...section(
      'Events',
      ['event', 'class', 'when'],
      events.map(({ name, type, description }): Cells => [code(name), code(type.text), description]),
      'They bubble and are composed: one listener on the document hears all elements.',
    ),
    ...section(
      'Slots',
      ['slot', 'content'],
      named(slots, (name) => (name ? code(name) : 'default')),
    ),
    ...section(
      'Parts',
      ['part', 'description'],
      named(cssParts, (name) => code(`::part(${name})`)),
    ),
    ...section(
      'States',
      ['state', 'description'],
      named(cssStates, (name) => code(`:state(${name})`)),
      `The property \`state\` says the same in every browser. [The stories of “States”](?path=/story/states-${tag}--${containers.includes(tag) ? 'empty' : 'loading'}) show each of them.`,
    ),
    ...section(
      'Tokens',
      ['token', 'default', 'description'],
      cssProperties.map((each): Cells => [code(each.name), each.default && code(each.default), each.description]),
      'Read by all elements besides these: [every token with its values](?path=/story/elements-tokens--all).',
    ),
    ...section(
      'Keyboard',
      ['keys', 'focus on', 'effect'],
      keys,
      'Buttons, links and fields are those of the browser: Tab goes through them, Enter and Space press them.',
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Writes the table of all elements, each with a link to its page. */
export function elementsIn(lang: 'fr' | 'en'): string {
  const rows = tags.map((tag): Cells => {
    const summary = lang === 'fr' ? about[tag]?.fr : declarationOf(tag).summary.replace(/\.$/, '');
    return [`[${tag}](?path=/docs/elements-${tag}--docs)`, summary];
  });
  const head = lang === 'fr' ? ['élément', 'ce qu’il montre'] : ['element', 'content'];
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Writes the heading of an element and one sentence on it. */
export function headingOf(tag: string, lang: 'fr' | 'en'): string {
  const summary = lang === 'fr' ? about[tag]?.fr : declarationOf(tag).summary.replace(/\.$/, '');
  return `## ${tag}\n\n${summary}.`;
}
