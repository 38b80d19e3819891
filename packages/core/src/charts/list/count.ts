/** The lines that say how many entries there are, and how many of them can be seen. */
import { listsEveryMember, publishedMembers } from '../../directory/index.ts';
import { formatCount } from '../../format/index.ts';
import {
  type Dataset,
  DIRECTORY_LAYERS,
  type DirectoryLayer,
  latestPeriod,
  type Measure,
  type Period,
  parsePeriod,
  period,
} from '../../model/index.ts';
import type { PlainWords, StillKey } from '../words/words.ts';
import { layerLabels } from './categories.ts';

/** A text and its values. */
type Sentence = readonly [key: StillKey, params: Readonly<Record<string, string | number>>];

/** What the lines are about. */
interface Counted {
  /** Entries of each layer, and how many of them have a place. */
  readonly layers: ReadonlyMap<DirectoryLayer, { readonly n: number; readonly placed: number }>;
  /** The published number of members. */
  readonly measure: Measure | undefined;
  readonly period: Period | undefined;
  /** There is a map: what is on it is said first. */
  readonly map: boolean;
}

/**
 * Says how many entries a directory has, a thing a line: of a map what is on it, "10 adhérents, 34 événements, 21 projets sur la carte",
 * then the published number, "117 adhérents publiés ; 20 nommés". One layer whose number is that of its list is one line: "42 adhérents,
 * dont 40 situés sur la carte".
 */
export function directoryLines(
  dataset: Dataset,
  { layers, measure, period: asked, map }: Counted,
  m: PlainWords,
): readonly Sentence[] {
  const counted = DIRECTORY_LAYERS.flatMap((layer) => {
    const count = layers.get(layer);
    return count?.n ? [{ layer, ...count }] : [];
  });
  const n = layers.get('members')?.n ?? 0;
  // A map whose records are kept to no period names none that a list could be complete for.
  const isListed = n > 0 && listsEveryMember(dataset, asked && parsePeriod(asked) ? asked : undefined);
  const published = n > 0 && !isListed ? publishedLine(measure, n, m) : null;
  if (!map || (counted.length < 2 && !published)) {
    return counted.map(({ layer, n: all, placed: k }): Sentence => {
      if (layer !== 'members') return ['countLayer', { label: m.text(layerLabels[layer]), n: all, m: k }];
      const placed = m.text('countPlaced', { n: k });
      if (isListed) return map ? ['countComplete', { n, placed }] : ['countTotal', { n }];
      return published ?? ['countListed', { n, placed }];
    });
  }
  const what = counted.flatMap(({ layer, placed }) =>
    placed > 0 ? m.text(layer === 'members' ? 'countTotal' : `countOf_${layer}`, { n: placed }) : [],
  );
  const head: readonly Sentence[] = what.length > 0 ? [['countOnMap', { what: what.join(', ') }]] : [];
  if (published) return [...head, published];
  // Where all of them are on the map, the first line has said it.
  const isSaid = layers.get('members')?.placed === n;
  return isSaid ? head : [...head, ['countTotal', { n }]];
}

/** "117 adhérents publiés ; 20 nommés"; null where no number is published. */
export function publishedLine(measure: Measure | undefined, n: number, m: PlainWords): Sentence | null {
  const quantity = publishedMembers(measure);
  if (!quantity) return null;
  return ['countPublishedList', { published: formatCount(quantity, m.lang), named: m.text('countNamed', { n }) }];
}

/** The day that a list of members is of. */
export function directoryDay({ manifest }: Dataset, asked: string | undefined): string {
  const { last } = period(asked && parsePeriod(asked) ? asked : latestPeriod(manifest));
  // A list kept up to date is of the day it was last changed, not of the end of a year that is still running.
  return last > manifest.updated ? manifest.updated : last;
}
