import { DIRECTORY_LAYERS, type DirectoryEntry, type DirectoryLayer, directoryOf } from '../directory/directory.ts';
import { webHref } from '../format/href.ts';
import { isComplete, latestPeriod } from '../model/coverage.ts';
import { parsePeriod } from '../model/period.ts';
import { resolveText } from '../model/text.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { wordsIn } from './measured.ts';
import type { StillContent, StillContext, StillKind, StillNeed } from './request.ts';
import { link } from './source.ts';
import type { StillKey, Words } from './words/words.ts';

/** Entries that are seen at once, and those behind one control. */
const [SEEN, FOLDED] = [12, 200];

const LAYERS: Readonly<Record<DirectoryLayer, StillKey>> = {
  members: 'layerMembers',
  events: 'layerEvents',
  projects: 'layerProjects',
  programmes: 'layerProgrammes',
};

const layersOf = ({ layers = 'members' }: Readonly<Record<string, string>>): readonly DirectoryLayer[] =>
  DIRECTORY_LAYERS.filter((layer) => wordsIn(layers).includes(layer));

const NEEDS: readonly StillNeed[] = ['organisations', 'memberships', 'colleges', 'territories'];

const needs: StillKind['needs'] = (attributes) => [
  ...NEEDS,
  ...layersOf(attributes).filter((layer) => layer !== 'members'),
];

/** The members, or what other layers of a map list: how many, the first of them, the others behind one control. */
export const map: StillKind = {
  needs,
  content: (context) => {
    const layers = layersOf(context.attributes);
    return listed(context, layers, layers.includes('members') ? 'mapTitle' : 'mapTitleOther');
  },
};

/** The members as a list. */
export const list: StillKind = {
  needs: () => NEEDS,
  content: (context) => listed(context, ['members'], 'dirListTitle'),
};

function listed(context: StillContext, layers: readonly DirectoryLayer[], title: StillKey): StillContent | null {
  const { dataset, attributes, m } = context;
  const { territory, where } = attributes;
  const period = attributes['period'] || undefined;
  if (period && !parsePeriod(period)) return null;
  const all = directoryOf(dataset, { layers, period, where });
  const entries = territory ? all.filter(({ lineage }) => lineage.includes(territory)) : all;
  if (entries.length === 0) return null;
  const items = (from: number, to: number): Markup =>
    html`<ul>${entries.slice(from, to).map((entry) => html`<li>${entryMarkup(entry, m)}</li>`)}</ul>`;
  const left = entries.length - SEEN - FOLDED;
  const rest = left > 0 ? html`<p>${m.say('issuesMore', { n: left })}</p>` : NOTHING;
  return {
    title: m.say(title),
    form: 'section',
    body: html`<p>${joined(
      layers.map((layer) => countOf(context, layer, entries)),
      ', ',
    )}</p>${items(0, SEEN)}${
      entries.length > SEEN
        ? html`<details><summary>${m.say('dirMore')}</summary>${items(SEEN, SEEN + FOLDED)}${rest}</details>`
        : NOTHING
    }`,
    sources: [],
    jsonLd: entries.filter(({ layer }) => layer === 'members').map((entry) => organisation(entry, m)),
  };
}

/** Writes how many there are of a layer. Members of a list that is not declared complete are those that it names. */
function countOf(
  { dataset, attributes, m }: StillContext,
  layer: DirectoryLayer,
  entries: readonly DirectoryEntry[],
): Markup {
  const n = entries.filter((entry) => entry.layer === layer).length;
  const period = attributes['period'] || latestPeriod(dataset.manifest);
  if (n === 0) return NOTHING;
  if (layer !== 'members') return html`${m.say(LAYERS[layer])} (${n})`;
  const isWhole = isComplete(dataset, 'memberships', period);
  return isWhole ? m.say('countTotal', { n }) : html`${m.say('layerMembers')} (${m.say('countNamed', { n })})`;
}

function entryMarkup({ name, place, links }: DirectoryEntry, m: Words): Markup {
  return joined([link(siteOf(links), m.data(name)), ...(place ? [m.data(place)] : [])], ', ');
}

const siteOf = (links: DirectoryEntry['links']): string | undefined => links.find(({ url }) => webHref(url))?.url;

function organisation({ name, place, links }: DirectoryEntry, m: Words): object {
  const url = siteOf(links);
  return {
    '@type': 'Organization',
    name: resolveText(name, m.lang).text,
    ...(place ? { address: resolveText(place, m.lang).text } : {}),
    ...(url ? { url } : {}),
  };
}
