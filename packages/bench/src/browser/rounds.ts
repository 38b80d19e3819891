/** Rounds: every contender once a round, in an order that turns, so that a busy moment of the machine spares nobody. */
import { medianOf } from '../slope.ts';

/** Measurements of a contender in one round, by name. */
export type RoundFigures = Readonly<Record<string, number>>;

/** Returns the list from another start every round. */
export function turned<T>(list: readonly T[], round: number): readonly T[] {
  const from = list.length > 0 ? round % list.length : 0;
  return [...list.slice(from), ...list.slice(0, from)];
}

/** Returns the median of each figure over the rounds that have it. */
export function mediansOf(rounds: readonly RoundFigures[]): RoundFigures {
  const names = [...new Set(rounds.flatMap((figures) => Object.keys(figures)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      medianOf(rounds.flatMap((figures) => (Number.isFinite(figures[name]) ? [figures[name] as number] : []))),
    ]),
  );
}

/**
 * Number of rounds of each contender. `atOnce` runs them all at the same time, to see that they work: the times mean
 * nothing then.
 */
export interface Rounds {
  readonly rounds: number;
  readonly atOnce?: boolean;
}

/** Returns each contender's medians, in the order given. */
export async function inRounds<T>(
  contenders: readonly T[],
  { rounds, atOnce = false }: Rounds,
  measure: (contender: T, round: number) => Promise<RoundFigures>,
): Promise<
  readonly { readonly contender: T; readonly medians: RoundFigures; readonly rounds: readonly RoundFigures[] }[]
> {
  const found = new Map<T, RoundFigures[]>(contenders.map((each) => [each, []]));
  const one = async (contender: T, round: number): Promise<void> => {
    found.get(contender)?.push(await measure(contender, round));
  };
  for (let round = 0; round < rounds; round++) {
    if (atOnce) await Promise.all(contenders.map((each) => one(each, round)));
    else for (const each of turned(contenders, round)) await one(each, round);
  }
  return contenders.map((contender) => {
    const measured = found.get(contender) ?? [];
    return { contender, medians: mediansOf(measured), rounds: measured };
  });
}
