/** Whole numbers as bytes: seven bits a byte, small numbers first; signed ones fold their sign into the last bit. */
import { EssError } from '../../errors.ts';

/** A growing list of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** @param value a whole number from 0 to 2^53 − 1 */
  count(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#push(rest);
  }

  /** @param value a whole number of 32 bits */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Returns the bytes that were written so far. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** Reads what a {@link ByteWriter} wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws EssError `syntax` past the end */
  count(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new EssError('syntax', 'A packed column ends before its last number.');
      this.#at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  get ended(): boolean {
    return this.#at >= this.#bytes.length;
  }
}

/** A column of small numbers. */
export function writeCounts(values: Iterable<number>): Uint8Array {
  const writer = new ByteWriter();
  for (const value of values) writer.count(value);
  return writer.take();
}
