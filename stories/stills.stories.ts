import { lightStill, type StillLang, skinCss, stillNeeds } from '@ess-widgets/core/charts';
import { type Basemap, readBasemap } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { sources, storyClient, TODAY } from './support/client.ts';
import { examples } from './support/examples.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Sans script',
  tags: ['!autodocs'],
};
export default meta;

/** The elements that have a still. */
const TAGS = [
  ...['ess-indicator', 'ess-event-counter', 'ess-breakdown', 'ess-trend', 'ess-table', 'ess-event-agenda'],
  ...['ess-timeline', 'ess-member-map', 'ess-member-list'],
];

/** Returns the attributes of an element in a page, as text. */
function attributesOf(tag: string): Readonly<Record<string, string>> {
  const given = Object.entries(examples[tag]?.attributes ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(given);
}

/** What these stills are made from. */
interface Read {
  readonly dataset: Dataset;
  readonly basemap: Basemap;
}

/** Reads the published data set, and the ground that it names. */
async function read(): Promise<Read> {
  const needs = new Set(TAGS.flatMap((tag) => stillNeeds({ tag, attributes: attributesOf(tag) })));
  const need = [...needs].flatMap((one) => (one === 'basemap' ? [] : [one]));
  const { data, error } = await storyClient.query({ src: sources.ready, need }).ready;
  if (!data) throw error ?? new Error('The published data did not come.');
  const ground = await fetch(new URL(data.manifest.basemap ?? '', data.base));
  return { dataset: data, basemap: await readBasemap(await ground.json()) };
}

/** The style that is beside the loader; a still stands in its block. */
const STYLE = `${skinCss()}[data-ess]{margin-block:1.5rem}`;

const loaders = [async () => ({ read: await read() })];

function stillOf({ dataset, basemap }: Read, tag: string, lang: StillLang): TemplateResult {
  const attributes = { ...attributesOf(tag), 'heading-level': '2' };
  return html`<div data-ess="${tag.slice(4)}">${unsafeHTML(lightStill(dataset, { tag, attributes, lang, today: TODAY, basemap })?.html)}</div>`;
}

const all = (lang: StillLang): Story => ({
  loaders,
  render: (_args, { loaded }) =>
    html`<style>${STYLE}</style><div lang=${lang}>${TAGS.map((tag) => stillOf(loaded['read'], tag, lang))}</div>`,
});

/** The content of the blocks of a page, as readers without script have it. */
export const French = all('fr');
export const English = all('en');

/** An element that has a still, and whose data are in a state. */
const held = (data: Story): Story => ({
  ...data,
  loaders,
  render: ({ src }, { loaded, globals }) =>
    html`<ess-indicator src=${src} indicator="members-stock" theme=${globals['theme']}>${stillOf(loaded['read'], 'ess-indicator', 'fr')}</ess-indicator>`,
});

/** The still stays until the widget has its figures. */
export const WhileLoading = held(state.loading());
/** Without data it stays, with its date, under what went wrong. */
export const WithoutData = held(state.errorWithoutData());
