/**
 * A large directory: what passes the filters, how many there are, a page of them, their clusters and who has some words.
 * It works on columns and reads details and words as they are needed. Pure but for its store, so that it runs on the
 * page's thread, in a worker and in Node alike.
 */
import type { DirectoryEntry } from '../directory.ts';
import { foldedQueryTerms } from '../search-words.ts';
import { inBox } from './boxes.ts';
import type { Columns } from './columns.ts';
import type { Counts, DirectoryQuery, Engine, Store } from './contract.ts';
import { type Detail, entryOf } from './details.ts';
import { type Clusters, type ClusterView, clusterPlaces, worldOf } from './gather.ts';
import { matchScore, matchWord, sumScores } from './match.ts';
import { Selector } from './query.ts';

/** Names of each collège, so that a search for them finds its members. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** Files of details that are read through for signs alone (“&”, an emoji): those of a region. More are not for one who has begun to type. */
const LEAFED = 60;
/** Rows whose details are on their way before they are asked for. */
const FIRST_PAGE = 50;

/** Makes the engine of some columns. */
export function createEngine(columns: Columns, store: Store, labels: Labels = {}): Engine {
  return new ColumnEngine(columns, store, labels);
}

/** Places that the last query of a list left. */
interface List {
  asked: number;
  shown: Uint32Array;
  /** Places of `shown` that are on the map. */
  placed: Uint32Array;
}

class ColumnEngine implements Engine {
  readonly #columns: Columns;
  readonly #store: Store;
  readonly #labels: Labels;
  readonly #world: ReturnType<typeof worldOf>;
  readonly #selector: Selector;
  /** Places of the ids that were told: who knows one has it from here, mostly. */
  readonly #told = new Map<string, number>();
  #scores: { readonly words: string; readonly scores: Float32Array | null } = { words: '', scores: null };
  readonly #lists = new Map<number, List>();

  constructor(columns: Columns, store: Store, labels: Labels) {
    this.#columns = columns;
    this.#store = store;
    this.#labels = labels;
    this.#selector = new Selector(columns);
    this.#world = worldOf(columns);
  }

  readonly counts = async (query: DirectoryQuery, number = 0): Promise<Counts> => {
    const own = this.#list(number);
    own.asked += 1;
    const { asked } = own;
    const scores = await this.#search(query.words);
    const { counts, shown, placed } = this.#selector.select(query, scores);
    // The query that was asked last decides what the list holds.
    if (asked === own.asked) Object.assign(own, { shown, placed });
    // An element that opens a list shows its first rows next. If this fails, the page asked for fails too and reports it.
    if (asked === 1) this.page(0, FIRST_PAGE, number).catch(() => undefined);
    return counts;
  };

  readonly page = async (from: number, to: number, number = 0): Promise<readonly DirectoryEntry[]> =>
    this.entries([...this.#list(number).shown.subarray(from, to)]);

  readonly clusters = async (view: ClusterView, number = 0): Promise<Clusters> => {
    const { kind, kinds, precision, precisions } = this.#columns;
    const gathered = clusterPlaces(this.#world, this.#list(number).placed, view);
    const places = [...gathered.place];
    return {
      ...gathered,
      college: places.map((place) => kinds[kind[place] ?? 0]?.college ?? null),
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

  /** Scores how well each place matches all of the words, 0 for not at all; null where there is nothing to look for. */
  async #search(text: string): Promise<Float32Array | null> {
    if (text === this.#scores.words) return this.#scores.scores;
    const words = foldedQueryTerms(text);
    const signs = /[\p{L}\p{N}]/u.test(text) ? '' : text.trim();
    if (signs && this.#columns.shards.length <= LEAFED) {
      const scores = await this.#withSigns(signs);
      this.#scores = { words: text, scores };
      return scores;
    }
    const found = await Promise.all(words.map((word) => this.#scoresOf(word)));
    const scores = sumScores(found);
    this.#scores = { words: text, scores };
    return scores;
  }

  /** Finds the names that contain signs. No word contains any, so that the names themselves are read. */
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
    const { kind, kinds } = this.#columns;
    const answers = kinds.map(({ college }) =>
      (this.#labels[college ?? ''] ?? [])
        .flatMap(foldedQueryTerms)
        .reduce((best, known) => Math.max(best, matchScore(word, known)), 0),
    );
    if (answers.every((weight) => weight === 0)) return;
    kind.forEach((at, place) => {
      scores[place] = Math.max(scores[place] ?? 0, answers[at] ?? 0);
    });
  }
}
