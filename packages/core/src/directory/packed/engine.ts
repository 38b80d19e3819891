/**
 * A large directory: what passes the filters, how many there are, a page of them, their clusters and who has some words.
 * It works on columns and reads details and words as they are needed. Pure but for its store, so that it runs on the
 * page's thread, in a worker and in Node alike.
 */
import { parseWhere } from '../../model/dataset.ts';
import type { DirectoryEntry } from '../directory.ts';
import { distanceOf, radiusOf } from './around.ts';
import { extentOf, inBox } from './boxes.ts';
import { type Columns, lineageOf } from './columns.ts';
import type { Counts, Engine, Store, Wish } from './contract.ts';
import { type Detail, entryOf } from './details.ts';
import { type Clusters, type ClusterView, gather, worldOf } from './gather.ts';
import { likeness, matchWord } from './match.ts';
import { talliesOf } from './parts.ts';
import { foldedWords } from './terms.ts';

/** What each collège is called, so that a search finds it by its name. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** Files of details that are read through for signs alone (“&”, an emoji): those of a region. More are not for one who has begun to type. */
const LEAFED = 60;
/** Rows whose details are on their way before they are asked for. */
const FIRST_PAGE = 50;

/** Makes the engine of some columns. */
export function createEngine(columns: Columns, store: Store, labels: Labels = {}): Engine {
  return new ColumnEngine(columns, store, labels);
}

/** What a wish left. */
interface List {
  asked: number;
  shown: Uint32Array;
  /** Those of them that are on the map. */
  placed: Uint32Array;
}

class ColumnEngine implements Engine {
  readonly #columns: Columns;
  readonly #store: Store;
  readonly #labels: Labels;
  readonly #world: ReturnType<typeof worldOf>;
  readonly #within = new Map<string, Uint8Array>();
  /** Places of the ids that were told: who knows one has it from here, mostly. */
  readonly #told = new Map<string, number>();
  #scores: { readonly words: string; readonly scores: Float32Array | null } = { words: '', scores: null };
  readonly #lists = new Map<number, List>();

  constructor(columns: Columns, store: Store, labels: Labels) {
    this.#columns = columns;
    this.#store = store;
    this.#labels = labels;
    this.#world = worldOf(columns);
  }

  readonly counts = async (wish: Wish, number = 0): Promise<Counts> => {
    const own = this.#list(number);
    own.asked += 1;
    const { asked } = own;
    const scores = await this.#search(wish.words);
    const { college, colleges, lineage, lineages, precision } = this.#columns;
    const isAsked = this.#author(wish);
    const keeps = this.#visitor(wish);
    const radius = radiusOf(this.#columns, wish.near);
    const perCollege = new Uint32Array(colleges.length);
    const present = new Uint8Array(colleges.length);
    const departements = new Set<string>();
    const shown = new Uint32Array(precision.length);
    let left = 0;
    const isOn = inBox(this.#columns, wish.ground);
    const all = { n: 0, placed: 0, off: 0 };
    for (let place = 0; place < precision.length; place += 1) {
      const node = lineage[place] ?? 0;
      const kind = college[place] ?? 0;
      if (!isAsked(place)) continue;
      all.n += 1;
      if (isOn(place)) all.placed += 1;
      else if (precision[place]) all.off += 1;
      present[kind] = 1;
      const departement = lineages.departements[node];
      if (departement) departements.add(departement);
      if (scores && scores[place] === 0) continue;
      if (!keeps.departement(node)) continue;
      const isWanted = keeps.college(kind) && keeps.place(place);
      if (!radius.keeps(place, isWanted)) continue;
      perCollege[kind] = (perCollege[kind] ?? 0) + 1;
      if (!isWanted) continue;
      shown[left] = place;
      left += 1;
    }
    const list = this.#order(shown.slice(0, left), scores, wish.near);
    const placed = list.filter(isOn);
    const off = list.reduce((sum, place) => sum + (precision[place] ? 1 : 0), 0) - placed.length;
    // A wish that came meanwhile has the last word.
    if (asked === own.asked) Object.assign(own, { shown: list, placed });
    // Whoever opens a list shows its first rows next. What fails fails there again, and is said.
    if (asked === 1) this.page(0, FIRST_PAGE, number).catch(() => undefined);
    return {
      all,
      shown: { n: list.length, placed: placed.length, off },
      colleges: colleges.flatMap((id, at) => (present[at] ? [[id, perCollege[at] ?? 0] as const] : [])),
      departements: [...departements].sort(),
      extent: extentOf(this.#columns, placed),
      beyond: radius.beyond(),
      parts: talliesOf(this.#columns, wish.parts, isAsked, list),
    };
  };

  readonly page = async (from: number, to: number, number = 0): Promise<readonly DirectoryEntry[]> =>
    this.entries([...this.#list(number).shown.subarray(from, to)]);

  readonly clusters = async (view: ClusterView, number = 0): Promise<Clusters> => {
    const { college, colleges, precision, precisions } = this.#columns;
    const gathered = gather(this.#world, this.#list(number).placed, view);
    const places = [...gathered.place];
    return {
      ...gathered,
      college: places.map((place) => colleges[college[place] ?? 0] ?? null),
      precision: places.map((place) => precisions[(precision[place] ?? 1) - 1] ?? 'other'),
    };
  };

  readonly entries = async (places: readonly number[]): Promise<readonly DirectoryEntry[]> => {
    const known = new Map<number, readonly Detail[]>();
    const wanted = [...new Set(places.map((place) => this.#shardOf(place)))];
    await Promise.all(wanted.map(async (shard) => known.set(shard, await this.#store.details(shard))));
    return places.flatMap((place) => {
      const shard = this.#shardOf(place);
      const detail = known.get(shard)?.[place - (this.#columns.shards[shard]?.first ?? 0)];
      if (!detail) return [];
      this.#told.set(detail.id, place);
      return [entryOf(this.#columns, place, detail)];
    });
  };

  readonly find = async (id: string): Promise<number> => this.#told.get(id) ?? (await this.#store.ids()).indexOf(id);

  readonly rank = async (place: number, number = 0): Promise<number> => this.#list(number).shown.indexOf(place);

  /** A list that nothing was asked of yet holds everybody. */
  #list(number: number): List {
    const known = this.#lists.get(number);
    if (known) return known;
    const shown = Uint32Array.from(this.#columns.precision.keys());
    const list = { asked: 0, shown, placed: shown.filter(inBox(this.#columns, null)) };
    this.#lists.set(number, list);
    return list;
  }

  /** Shards are in order: the last one that begins at or before the place. */
  #shardOf(place: number): number {
    const { shards } = this.#columns;
    let [low, high] = [0, shards.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((shards[middle]?.first ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #author({ where, territory }: Wish): (place: number) => boolean {
    const { college, colleges, lineage, lineages } = this.#columns;
    const { college: kind, departement, layer = 'members' } = parseWhere(where);
    const inside = territory ? this.#inside(territory) : null;
    return (place) => {
      const node = lineage[place] ?? 0;
      return (
        layer === 'members' &&
        (!inside || inside[node] === 1) &&
        (kind === undefined || colleges[college[place] ?? 0] === kind) &&
        (departement === undefined || lineages.departements[node] === departement)
      );
    };
  }

  #visitor({ facets, within }: Wish) {
    const { colleges, lineages } = this.#columns;
    const { college: kinds = [], layer = [], departement = [] } = facets;
    const free = kinds.length + layer.length === 0 || layer.includes('members');
    const kept = colleges.map((id) => free || kinds.includes(id ?? ''));
    const here = lineages.departements.map((id) => departement.length === 0 || departement.includes(id ?? ''));
    const isIn = inBox(this.#columns, within);
    return {
      college: (kind: number): boolean => kept[kind] === true,
      departement: (node: number): boolean => here[node] === true,
      place: (place: number): boolean => within === null || isIn(place),
    };
  }

  /** Nodes that lie in a territory. */
  #inside(territory: string): Uint8Array {
    const known = this.#within.get(territory);
    if (known) return known;
    const { lineages } = this.#columns;
    const inside = Uint8Array.from(lineages.ids, (_, node) => (lineageOf(lineages, node).includes(territory) ? 1 : 0));
    this.#within.set(territory, inside);
    return inside;
  }

  /** How well each place answers to all of the words, 0 for not at all; null where there is nothing to look for. */
  async #search(text: string): Promise<Float32Array | null> {
    if (text === this.#scores.words) return this.#scores.scores;
    const words = foldedWords(text);
    const signs = /[\p{L}\p{N}]/u.test(text) ? '' : text.trim();
    if (signs && this.#columns.shards.length <= LEAFED) {
      const scores = await this.#withSigns(signs);
      this.#scores = { words: text, scores };
      return scores;
    }
    const found = await Promise.all(words.map((word) => this.#scoresOf(word)));
    const [first, ...others] = found;
    const scores = first ? first.map((score, place) => sumOrNothing(score, others, place)) : null;
    this.#scores = { words: text, scores };
    return scores;
  }

  /** Who has signs in a name: no word has any, so that names are looked through. */
  async #withSigns(signs: string): Promise<Float32Array> {
    const { count, shards } = this.#columns;
    const details = await Promise.all(shards.map((_, shard) => this.#store.details(shard)));
    const has = ({ name, aliases = [] }: Detail): boolean =>
      [...Object.values(name), ...aliases].some((one) => one.includes(signs));
    return Float32Array.from({ length: count }, (_, place) => {
      const shard = this.#shardOf(place);
      const detail = details[shard]?.[place - (shards[shard]?.first ?? 0)];
      return detail && has(detail) ? 1 : 0;
    });
  }

  async #scoresOf(word: string): Promise<Float32Array> {
    const scores = new Float32Array(this.#columns.count);
    for (const terms of await this.#store.terms(word, false)) matchWord(word, terms, scores);
    this.#matchLabels(word, scores);
    if (scores.some((score) => score > 0)) return scores;
    // A slip within its first letters: the words that begin otherwise are read only then.
    for (const terms of await this.#store.terms(word, true)) matchWord(word, terms, scores);
    return scores;
  }

  #matchLabels(word: string, scores: Float32Array): void {
    const { college, colleges } = this.#columns;
    const answers = colleges.map((id) =>
      (this.#labels[id ?? ''] ?? [])
        .flatMap(foldedWords)
        .reduce((best, known) => Math.max(best, likeness(word, known)), 0),
    );
    if (answers.every((weight) => weight === 0)) return;
    college.forEach((kind, place) => {
      scores[place] = Math.max(scores[place] ?? 0, answers[kind] ?? 0);
    });
  }

  /** Nearest first (who has no position last), else best match first; what is equal stays in the order of the columns. */
  #order(list: Uint32Array, scores: Float32Array | null, near: Wish['near']): Uint32Array {
    if (!near && !scores) return list;
    const { precision, count } = this.#columns;
    const weights = new Float64Array(count);
    for (const place of list) {
      if (!near) weights[place] = -(scores?.[place] ?? 0);
      else if (!precision[place]) weights[place] = Number.MAX_VALUE;
      else weights[place] = distanceOf(this.#columns, place, near);
    }
    return list.sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
  }
}

function sumOrNothing(score: number, others: readonly Float32Array[], place: number): number {
  let sum = score;
  for (const other of others) {
    const more = other[place] ?? 0;
    if (more === 0) return 0;
    sum += more;
  }
  return score === 0 ? 0 : sum;
}
