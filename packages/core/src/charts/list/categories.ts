import type { DirectoryEntry } from '../../directory/index.ts';
import { type Dataset, type DirectoryLayer, records, resolveText, type Text } from '../../model/index.ts';
import { type Tone, toneOf } from '../shapes.ts';
import type { PlainWords, StillKey } from '../words/words.ts';

/** Shape and colour of what is no member: in the ink and the accent, so that no collège looks like it. */
const layerTones: Readonly<Record<'events' | 'projects' | 'programmes', Tone>> = {
  events: { shape: 'flag', cssVar: '--_ink' },
  projects: { shape: 'dome', cssVar: '--_accent' },
  programmes: { shape: 'house', cssVar: '--_accent' },
};

/** A chip: a collège, or a layer other than the members. */
export interface CategoryChip {
  readonly facet: 'college' | 'layer';
  readonly id: string;
  readonly label: Text | StillKey;
  readonly tone: Tone;
}

/** Fields of an entry that decide its category. */
type Categorised = Pick<DirectoryEntry, 'layer' | 'college'>;

/** The legend of a directory: what its entries are drawn and filtered by. */
export interface Categories {
  /** In the order of the data, only those that the entries have. */
  readonly list: readonly CategoryChip[];
  readonly of: (entry: Categorised) => CategoryChip;
  /** Name of the category of an entry; empty for a member of data without collèges, where nothing is missing. */
  readonly labelOf: (entry: DirectoryEntry, m: PlainWords) => string;
}

/** Names of the layers. */
export const layerLabels: Readonly<Record<DirectoryLayer, StillKey>> = {
  members: 'layerMembers',
  events: 'layerEvents',
  projects: 'layerProjects',
  programmes: 'layerProgrammes',
};

/** Collèges keep their shape and colour whatever is shown, since their `order` decides it. */
export function categoriesOf(dataset: Dataset, entries: readonly Categorised[]): Categories {
  const colleges = [...records(dataset, 'colleges')].sort((a, b) => a.order - b.order);
  const known = new Map<string, CategoryChip>(
    colleges.map(({ id, label, order }) => [id, { facet: 'college', id, label, tone: toneOf(order) }]),
  );
  const unnamed = (id: string): CategoryChip => ({
    facet: 'college',
    id,
    label: id ? { fr: id } : 'dirNoCollege',
    tone: toneOf(0),
  });
  const of = ({ layer, college }: Categorised): CategoryChip =>
    layer === 'members'
      ? (known.get(college ?? '') ?? unnamed(college ?? ''))
      : { facet: 'layer', id: layer, label: layerLabels[layer], tone: layerTones[layer] };
  const present = new Map<string, CategoryChip>();
  for (const entry of entries) {
    const category = of(entry);
    present.set(`${category.facet}:${category.id}`, category);
  }
  const order = [...known.keys()];
  const rank = ({ facet, id }: CategoryChip) =>
    facet === 'layer' ? 999 : order.includes(id) ? order.indexOf(id) : 998;
  return {
    list: [...present.values()].sort((a, b) => rank(a) - rank(b)),
    of,
    labelOf: (entry, m) => (known.size || of(entry).id ? labelText(of(entry), m) : ''),
  };
}

/** The name of a category, for attributes and lines of text. */
export const labelText = ({ label }: CategoryChip, m: PlainWords): string =>
  typeof label === 'string' ? m.text(label) : resolveText(label, m.lang).text;
