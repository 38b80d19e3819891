import { parseWhere } from './dataset.ts';
import type { Observation } from './observation.ts';

/** The whole that a published count is a part of: an observation, or an indicator with the pairs that it is kept to. */
export type Whole =
  | { readonly observation: string }
  | { readonly indicator: string; readonly where: Readonly<Record<string, string>> };

/** Returns the wholes that an observation names, as they are written and as they are meant. */
export const wholesOf = ({ of = [] }: Pick<Observation, 'of'>): readonly (readonly [text: string, whole: Whole])[] =>
  (typeof of === 'string' ? [of] : of).map((text) => [text, wholeOf(text.trim())]);

function wholeOf(text: string): Whole {
  if (text.startsWith('#')) return { observation: text.slice(1) };
  const [indicator = '', ...pairs] = text.split(/\s+/);
  return { indicator, where: parseWhere(pairs.join(' ')) };
}
