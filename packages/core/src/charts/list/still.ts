import {
  collectionsOf,
  type DirectoryEntry,
  directoryOf,
  ListStore,
  listsEveryMember,
  PUBLISHED_MEMBERS,
  publishedMembers,
} from '../../directory/index.ts';
import { formatCount } from '../../format/index.ts';
import { DIRECTORY_LAYERS, type DirectoryLayer, parsePeriod, type SourceRef, whereProblem } from '../../model/index.ts';
import { organisationJsonLd, siteOf } from '../json-ld.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { measured, scopeOf, wordsIn } from '../measured.ts';
import { link, others, timeMarkup } from '../pieces.ts';
import type { StillContent, StillContext, StillKind, StillNeed } from '../request.ts';
import type { StillKey, Words } from '../words/words.ts';

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

const needsOf = (layers: readonly DirectoryLayer[]): readonly StillNeed[] => [
  `measures/${PUBLISHED_MEMBERS}`,
  ...collectionsOf(layers),
];

/** The members, or what other layers of a map list: how many, the first of them, the others behind one control. */
export const map: StillKind = {
  needs: (attributes) => needsOf(layersOf(attributes)),
  content: (context) => {
    const layers = layersOf(context.attributes);
    return listed(context, layers, layers.includes('members') ? 'mapTitle' : 'mapTitleOther');
  },
};

/** The members as a list. */
export const list: StillKind = {
  needs: () => needsOf(['members']),
  content: (context) => listed(context, ['members'], 'dirListTitle'),
};

function listed(context: StillContext, layers: readonly DirectoryLayer[], title: StillKey): StillContent | null {
  const { dataset, attributes, m } = context;
  const { territory, where } = attributes;
  const period = attributes['period'] || undefined;
  const isWrong = whereProblem(dataset, { layers, where, territory, own: true }) !== null;
  if (isWrong || (period && !parsePeriod(period))) return null;
  const entries = new ListStore(directoryOf(dataset, { layers, period, where })).select({ territory }).all;
  if (entries.length === 0) return null;
  const items = (from: number, to: number): Markup =>
    html`<ul>${entries.slice(from, to).map((entry) => html`<li>${entryMarkup(entry, m)}</li>`)}</ul>`;
  const counts = layers.map((layer) =>
    countOf(context, layer, entries.filter((entry) => entry.layer === layer).length),
  );
  const folded = html`<details><summary>${m.say('dirMore')}</summary>${items(SEEN, SEEN + FOLDED)}${others(entries.length - SEEN - FOLDED, m)}</details>`;
  return {
    title: m.say(title),
    skin: title === 'dirListTitle' ? 'list' : 'map',
    isSection: true,
    body: html`<p>${joined(
      counts.map(({ text }) => text),
      ', ',
    )}</p>${items(0, SEEN)}${entries.length > SEEN ? folded : NOTHING}`,
    sources: counts.flatMap(({ sources = [] }) => sources),
    jsonLd: entries.filter(({ layer }) => layer === 'members').map((entry) => organisationJsonLd(entry, m.lang)),
  };
}

interface Count {
  readonly text: Markup;
  /** Sources of a number that is not that of the list. */
  readonly sources?: readonly SourceRef[];
}

/** Writes how many there are of a layer: of members those that are published, beside those that the list names. */
function countOf({ dataset, attributes, m }: StillContext, layer: DirectoryLayer, n: number): Count {
  if (n === 0) return { text: NOTHING };
  if (layer !== 'members') return { text: html`${m.say(LAYERS[layer])} (${n})` };
  if (listsEveryMember(dataset, attributes['period'] || undefined)) return { text: m.say('countTotal', { n }) };
  const { compare: _, ...scope } = scopeOf(attributes);
  const figure = measured(dataset, { indicator: PUBLISHED_MEMBERS, ...scope, ignoresUnknownFilters: true });
  const quantity = publishedMembers(figure?.measure);
  const named = m.say('countNamed', { n });
  if (!figure || !quantity) return { text: html`${m.say('layerMembers')} (${named})` };
  const published = formatCount(quantity, m.lang);
  return { text: m.say('countPublishedList', { published, named }), sources: figure.measure.sources };
}

function entryMarkup({ layer, name, place, links, date }: DirectoryEntry, m: Words): Markup {
  const facts = [...(place ? [m.data(place)] : []), ...(layer !== 'members' && date ? [timeMarkup(date, m)] : [])];
  return joined([link(siteOf(links), m.data(name)), ...facts], ', ');
}

/** Looks of the still. */
export const skin = `
`;
