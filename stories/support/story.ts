import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { attributesOf } from '../../packages/elements/src/base/attributes.ts';
import { attributes } from './attributes.ts';
import { seedLastGood, sources } from './client.ts';
import { compositionOf, named } from './compositions.ts';
import { controlsOf } from './controls.ts';
import { type Args, type Example, exampleOf, examples } from './examples.ts';
import { type Expected, expects } from './expected.ts';
import { laidOut } from './snippets.ts';
import type { Globals } from './toolbar.ts';

export { expects };

export type Story = StoryObj<Args>;

/** Draws an element with its attributes, and what stands inside it. */
export function element(tag: string, args: Args, inside: readonly Example[] = []): TemplateResult {
  const name = unsafeStatic(tag);
  const content = inside.map((each) => element(each.tag, each.attributes ?? {}, each.inside));
  return staticHtml`<${name} ${attributes(args)}>${content}</${name}>`;
}

/** Draws an example as its code to copy writes it, but for the room that a page reserves. */
export function drawn(example: Example): TemplateResult {
  const { tag, attributes: given = {}, inside } = laidOut(example);
  return element(tag, given, inside);
}

/**
 * Returns the description of an element for its story file: tag, controls, and its first example, drawn as the toolbar says.
 */
export function metaOf(tag: string, { attributes: args = {}, inside }: Example = examples[tag] ?? { tag }): Meta<Args> {
  const example = (given: Args, globals: Globals): Example =>
    exampleOf({ tag, ...(inside ? { inside } : {}) }, given, globals);
  return {
    component: tag,
    argTypes: controlsOf(tag),
    args,
    render: (given, { globals }) => drawn(example(given, globals)),
    parameters: { example },
  };
}

/**
 * Returns the description of a composition for its story file: its controls and its drawing.
 * @param page documentation, with its code to copy
 */
export function compositionMeta(name: string, page: unknown): Meta<Args> {
  const { about, root, choices, args } = named(name);
  const example = (given: Args, globals: Globals): Example => compositionOf(name, given, globals);
  const rows = { ...choices, [root]: [...(choices[root] ?? []), 'src', 'period', 'territory', 'look'] };
  const controls = Object.entries(rows).flatMap(([tag, names]) =>
    names.map((each) => [each, { ...controlsOf(tag)[each], description: attributesOf(tag)[each]?.fr }]),
  );
  return {
    argTypes: Object.fromEntries(controls),
    args,
    render: (given, { globals }) => drawn(example(given, globals)),
    parameters: { example, docs: { page, description: { component: about } } },
  };
}

/** While the data are on their way: text at once, bars after 300 ms. */
export const loading = (args: Args = {}): Story => ({
  args: { ...args, src: sources.loading },
  ...expects({ state: 'loading' }),
});
/** The data are there and hold nothing to show. */
export const empty = (args: Args = {}): Story => ({
  args: { ...args, src: sources.empty },
  ...expects({ state: 'empty' }),
});
/** Expectation of a server that does not answer, with the message in the console. */
const unreachable: Expected = { state: 'error', says: [/manifest\.json could not be reached/] };
/** The source does not answer and nothing was kept. */
export const errorWithoutData = (args: Args = {}): Story => ({
  args: { ...args, src: sources.offline },
  ...expects(unreachable),
});
/** The source does not answer; the figures of three days ago stay, with their date. */
export const errorWithLastData = (args: Args = {}): Story => ({
  args: { ...args, src: sources.lastGood, 'max-age': '0s' },
  loaders: [seedLastGood],
  ...expects({ ...unreachable, shows: /Données du 2 mars 2025/ }),
});
/** The publisher's next update is overdue. */
export const stale = (args: Args = {}): Story => ({
  args: { ...args, src: sources.stale },
  ...expects({ state: 'stale' }),
});
/** A mistake of the page's author: said in the widget, and in one line of the console. */
export const mistake = (args: Args, line: RegExp): Story => ({ args, ...expects({ state: 'error', says: [line] }) });

/** In another language, whatever the toolbar says. */
export const inLanguage = (locale: 'br' | 'en', args: Args = {}): Story => ({ args, globals: { locale } });
/** In the dark theme. */
export const dark = (args: Args = {}): Story => ({ args, globals: { theme: 'dark' } });
/** In 360 px, as on a telephone. */
export const narrow = (args: Args = {}): Story => ({ args, globals: { width: '360px' } });

/** With its source card open, as after a click on its number or its badge. The card's code comes then: the story waits for it. */
export const cardOpen = (args: Args = {}, locale: 'fr' | 'br' | 'en' = 'fr'): Story => ({
  args,
  globals: { locale },
  play: async ({ canvasElement }) => {
    const opener = 'button.cited, button.badge';
    const roots = () => [...canvasElement.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const root = await found(() => roots().find((each) => each.querySelector(opener)));
    root.querySelector<HTMLButtonElement>(opener)?.click();
    await found(() => root.querySelector('#card'));
  },
});

/** Presses a button of the story's element, found by a selector in its shadow root, as soon as it is there. */
export const pressing =
  (tag: string, selector: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const button = await found(() =>
      canvasElement.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector),
    );
    button.click();
  };

/** Waits for what is on its way. @throws when it has not come after ten seconds */
async function found<T>(look: () => T | null | undefined): Promise<T> {
  for (let turns = 0; turns < 200; turns++) {
    const there = look();
    if (there) return there;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the story has waited for ten seconds in vain');
}
