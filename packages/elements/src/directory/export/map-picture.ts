import {
  type Draw,
  type Drawn,
  drawColumn,
  drawKey,
  type KeyEntry,
  labelText,
  type SvgFile,
  shapePaths,
} from '@ess-widgets/core/charts';
import { countEntries } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import { coloursOf, drawn, type FileColour, pictureWords } from '../../base/card/picture.ts';
import type { EssElement } from '../../base/element.ts';
import type { Localized } from '../../texts/texts.ts';
import { countIn, seenIn } from '../../views/seen.ts';
import { filterWords } from '../filter-words.ts';
import type { Directory } from '../types.ts';
import { drawBox } from './map-svg.ts';

/** Room beside a map in its picture, both sides together, px. */
const AROUND = 48;
/** The most markers that the description names for readers who do not see them. */
const NAMED = 100;

/** Draws the map of an element as it is seen now, with its legend and remarks. Returns null while no map is seen. */
export function svgOfMap(host: EssElement, directory: Directory, m: Localized): SvgFile | null {
  const stage = host.renderRoot.querySelector<HTMLElement>('.stage');
  if (!stage || stage.clientWidth === 0) return null;
  const { subtitle = '', notes = [], ...words } = pictureWords(host, directory.dataset, m);
  const markers = seenIn(stage);
  const isHollow = markers.some(({ classList }) => classList.contains('hollow'));
  const names = markers.map((marker) => marker.getAttribute('aria-label') ?? '');
  const more = names.length > NAMED ? [m.text('issuesMore', { n: names.length - NAMED })] : [];
  const { drawing: map, isStreetMap } = withoutStreets(stage);
  const colourOf = coloursOf(host);
  const key = drawKey(keyOf(directory, markers, colourOf, m));
  const placed = directory.shown.filter(({ position }) => position !== null).length;
  const inView = countIn(markers);
  const picture = {
    ...words,
    subtitle: [countsOf(host), subtitle, filtersOf(directory, m)].filter(Boolean).join(' '),
    description: [...names.slice(0, NAMED), ...more].join('\u202f; '),
    notes: [
      ...notes,
      ...(inView < placed ? [m.text('cardInView', { n: inView, all: formatNumber(placed, m.lang) })] : []),
      ...(isHollow ? [m.text('cardHollow')] : []),
      ...(isStreetMap ? [m.text('cardNoStreets')] : []),
    ],
    draw: drawColumn([() => map, ...creditOf(host), ...valuesKey(host, colourOf), key], 14),
  };
  return drawn(host, picture, stage.clientWidth + AROUND);
}

/** Draws our own ground in place of a street map, which is made of pictures of another site that no file of ours may hold. */
function withoutStreets(stage: HTMLElement): { readonly drawing: Drawn; readonly isStreetMap: boolean } {
  const isStreetMap = stage.classList.contains('tiled');
  stage.classList.remove('tiled');
  const drawing = drawBox(stage);
  // The browser paints nothing in between, so the visitor sees no change.
  stage.classList.toggle('tiled', isStreetMap);
  return { drawing, isStreetMap };
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[ \n\t]+/g, ' ').trim();

const words = (text: string, bold = false): Draw => {
  const size = bold ? 15 : 13;
  return (pen) => {
    const lines = pen.wrap(text, pen.width, { size, bold });
    const markup = lines.map((line, at) => pen.text(0, size + at * size * 1.4, line, { size, bold })).join('');
    return { markup, height: lines.length * size * 1.4 };
  };
};

/** Draws to whom the map is owed, as under the map. */
function creditOf({ renderRoot }: EssElement): readonly Draw[] {
  const credit = plain(renderRoot.querySelector('.attribution')?.textContent);
  return credit ? [words(credit)] : [];
}

/** Draws the legend of areas and of the discs in them with its title and its source, as under the map. */
function valuesKey({ renderRoot }: EssElement, colourOf: FileColour): readonly Draw[] {
  const said = (selector: string): string => plain(renderRoot.querySelector(selector)?.textContent);
  const entries = [...renderRoot.querySelectorAll('.scale-legend > li')].map((line): KeyEntry => {
    const swatch = line.querySelector('.swatch');
    const colour = swatch ? getComputedStyle(swatch).backgroundColor : '';
    const area = swatch?.classList.contains('unknown') ? 'hatched' : 'plain';
    if (swatch?.classList.contains('disc')) return { label: plain(line.textContent), colour, shape: shapePaths.disc };
    return { label: plain(line.textContent), colour: area === 'hatched' ? colourOf('nodata') : colour, area };
  });
  if (entries.length === 0) return [];
  const source = said('.over-links > span');
  return [words(said('.over-title'), true), drawKey(entries), ...(source ? [words(source)] : [])];
}

/** Returns "117 adhérents publiés ; 20 nommés, dont 10 situés." */
function countsOf({ renderRoot }: EssElement): string {
  const line = renderRoot.querySelector('[part=count]')?.cloneNode(true) as Element | undefined;
  for (const end of line?.querySelectorAll('br') ?? []) end.replaceWith(' – ');
  // A picture has no buttons: those for the parts of the world stand in that line.
  for (const button of line?.querySelectorAll('button') ?? []) button.remove();
  const text = plain(line?.textContent);
  return text && `${text}.`;
}

/** Returns "Filtres : Bretagne, Associations, Finistère (29), « brest »." */
function filtersOf({ filters, territory }: Directory, m: Localized): string {
  const chosen = [...(territory ? [territory] : []), ...filterWords(filters, m)];
  return chosen.length ? `${m.text('cardFilters', { filters: chosen.join(', ') })}.` : '';
}

/** Returns collèges and layers with shape, colour and count, and the meaning of a disc with a number where there is one. */
function keyOf(
  { shown, categories }: Directory,
  markers: readonly HTMLElement[],
  colourOf: FileColour,
  m: Localized,
): readonly KeyEntry[] {
  // What is on the map: the chips count its list too.
  const counts = countEntries(shown.filter(({ position }) => position !== null));
  const entries = categories.list.flatMap((category): readonly KeyEntry[] => {
    const count = counts.get(`${category.facet}:${category.id}`);
    const { shape, cssVar } = category.tone;
    if (!count) return [];
    return [
      {
        label: labelText(category, m),
        count: formatNumber(count, m.lang),
        colour: colourOf(cssVar),
        shape: shapePaths[shape],
      },
    ];
  });
  const isGrouped = markers.some(({ classList }) => classList.contains('cluster'));
  return isGrouped ? [...entries, { label: m.text('cardCluster'), colour: colourOf('accent') }] : entries;
}
