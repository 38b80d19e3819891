import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { type Args, attributes } from './attributes.ts';
import { seedLastGood, sources } from './client.ts';
import { controlsOf } from './controls.ts';
import { type Expected, expects } from './expected.ts';

export type Story = StoryObj<Args>;

const drawn: Readonly<Record<string, (args: Args) => TemplateResult>> = {
  'ess-breakdown': (args) => html`<ess-breakdown ${attributes(args)}></ess-breakdown>`,
  'ess-event-agenda': (args) => html`<ess-event-agenda ${attributes(args)}></ess-event-agenda>`,
  'ess-event-counter': (args) => html`<ess-event-counter ${attributes(args)}></ess-event-counter>`,
  'ess-indicator': (args) => html`<ess-indicator ${attributes(args)}></ess-indicator>`,
  'ess-member-list': (args) => html`<ess-member-list ${attributes(args)}></ess-member-list>`,
  'ess-member-map': (args) => html`<ess-member-map ${attributes(args)}></ess-member-map>`,
  'ess-table': (args) => html`<ess-table ${attributes(args)}></ess-table>`,
  'ess-report': (args) => html`<ess-report ${attributes(args)}></ess-report>`,
  'ess-timeline': (args) => html`<ess-timeline ${attributes(args)}></ess-timeline>`,
  'ess-trend': (args) => html`<ess-trend ${attributes(args)}></ess-trend>`,
  'ess-territory-picker': (args) => html`<ess-territory-picker ${attributes(args)}></ess-territory-picker>`,
};

/** An element with its attributes; the theme of the toolbar where the story has none of its own. */
export function element(tag: string, args: Args, theme?: unknown): TemplateResult {
  const draw = drawn[tag];
  if (!draw) throw new TypeError(`no story draws the tag "${tag}"`);
  return draw({ theme, ...args });
}

/** What the story file of an element says of it: its tag, its controls, its description, how it is drawn. */
export function metaOf(tag: string): Meta<Args> {
  return {
    component: tag,
    argTypes: controlsOf(tag),
    args: { src: sources.ready },
    render: (args, { globals }) => element(tag, args, globals['theme']),
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
/** Where a line of the console says that the server does not answer. */
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
  ...expects(unreachable),
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
export const dark = (args: Args = {}): Story => ({ args: { ...args, theme: 'dark' }, parameters: { ground: 'dark' } });
/** In 360 px, as on a telephone. */
export const narrow = (args: Args = {}): Story => ({ args, parameters: { width: '360px' } });

/** With its source card open, as after a click on its badge. The card's code comes then: the story waits for it. */
export const cardOpen = (args: Args = {}, locale: 'fr' | 'br' | 'en' = 'fr'): Story => ({
  args,
  globals: { locale },
  play: async ({ canvasElement }) => {
    const roots = () => [...canvasElement.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const root = await found(() => roots().find((each) => each.querySelector('button.badge')));
    root.querySelector<HTMLButtonElement>('button.badge')?.click();
    await found(() => root.querySelector('#card'));
  },
});

/** Waits for what is on its way. @throws when it has not come after ten seconds */
async function found<T>(look: () => T | null | undefined): Promise<T> {
  for (let turns = 0; turns < 200; turns++) {
    const there = look();
    if (there) return there;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the source card did not open');
}
