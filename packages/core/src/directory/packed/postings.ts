/** Places that a word stands at, as bytes: gaps, and runs where places follow each other as those of one town do. */
import type { ByteReader, ByteWriter } from './bytes.ts';

/** Writes places in rising order. */
export function writePlaces(writer: ByteWriter, places: readonly number[]): void {
  const runs: [gap: number, length: number][] = [];
  let after = 0;
  for (const place of places) {
    const last = runs.at(-1);
    if (last && place === after) last[1] += 1;
    else runs.push([place - after, 1]);
    after = place + 1;
  }
  writer.count(runs.length);
  for (const [gap, length] of runs) {
    writer.count(gap * 2 + (length > 1 ? 1 : 0));
    if (length > 1) writer.count(length - 2);
  }
}

/** Calls `take` with each place. @throws EssError `syntax` when the bytes end too early */
export function readPlaces(reader: ByteReader, take: (place: number) => void): void {
  let after = 0;
  for (let left = reader.count(); left > 0; left -= 1) {
    const head = reader.count();
    const start = after + Math.floor(head / 2);
    const length = head % 2 === 1 ? reader.count() + 2 : 1;
    for (let place = start; place < start + length; place += 1) take(place);
    after = start + length;
  }
}
