import type { CollectionName, Dataset } from '@ess-widgets/core/model';
import { lightStill, type StillLang, stillNeeds } from '@ess-widgets/core/still';
import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { TODAY } from './support/client.ts';
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

const read = async (name: string) => (await fetch(new URL(`data/${name}`, document.baseURI))).json();

/** Reads the published data set, as the command line does that writes the stills. */
async function readDataset(): Promise<Dataset> {
  const manifest = await read('manifest.json');
  const needs = new Set(TAGS.flatMap((tag) => stillNeeds({ tag, attributes: attributesOf(tag) })));
  const collections = Object.keys(manifest.collections)
    .filter((name) => needs.has(name as CollectionName))
    .map(async (name) => [name, await read(manifest.collections[name].href)]);
  return {
    manifest,
    base: new URL('data/manifest.json', document.baseURI).href,
    collections: Object.fromEntries(await Promise.all(collections)),
    measures: await read(manifest.measures),
  };
}

const loaders = [async () => ({ dataset: await readDataset() })];

function stillOf(dataset: Dataset, tag: string, lang: StillLang): TemplateResult {
  const attributes = { ...attributesOf(tag), 'heading-level': '2' };
  return html`${unsafeHTML(lightStill(dataset, { tag, attributes, lang, today: TODAY })?.html)}`;
}

const all = (lang: StillLang): Story => ({
  loaders,
  render: (_args, { loaded }) =>
    html`<div lang=${lang}>${TAGS.map((tag) => stillOf(loaded['dataset'], tag, lang))}</div>`,
});

/** The content of the blocks of a page, as readers without script have it. */
export const French = all('fr');
export const English = all('en');

/** An element that has a still, and whose data are in a state. */
const held = (data: Story): Story => ({
  ...data,
  loaders,
  render: ({ src }, { loaded, globals }) =>
    html`<ess-indicator src=${src} indicator="members-stock" theme=${globals['theme']}>${stillOf(loaded['dataset'], 'ess-indicator', 'fr')}</ess-indicator>`,
});

/** The still stays until the widget has its figures. */
export const WhileLoading = held(state.loading());
/** Without data it stays, with its date, under what went wrong. */
export const WithoutData = held(state.errorWithoutData());
