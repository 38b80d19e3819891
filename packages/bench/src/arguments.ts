import { parseArgs } from 'node:util';

const SIZES: readonly number[] = [25_000, 50_000, 100_000];

/** Arguments of the command line. */
interface Asked {
  /** Names of benches; all of them when empty. */
  readonly only: readonly string[];
  readonly sizes: readonly number[];
  readonly json: boolean;
  /** Whether a missed target is a failure. */
  readonly assert: boolean;
}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((each) => each.trim() !== '');

/** Reads `--only indicators,heap --sizes 1000,2000 --json --assert`. @throws TypeError for anything else */
export function readBenchArguments(args: readonly string[], benches: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      sizes: { type: 'string' },
      json: { type: 'boolean', default: false },
      assert: { type: 'boolean', default: false },
    },
  });
  const only = listOf(values.only);
  const unknown = only.find((name) => !benches.includes(name));
  if (unknown !== undefined) throw new TypeError(`there is no bench "${unknown}" (there are: ${benches.join(', ')})`);
  const sizes = listOf(values.sizes).map((text) => Number(text.replaceAll('_', '')));
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1)) {
    throw new TypeError(`--sizes lists numbers of organisations, such as ${SIZES.join(',')}`);
  }
  return { only, sizes: sizes.length > 0 ? sizes : SIZES, json: values.json, assert: values.assert };
}
