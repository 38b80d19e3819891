import { escaped } from './write.ts';

/** A piece of HTML: all that came from data is escaped in it. */
export interface Markup {
  readonly markup: string;
}

/** A value between the literal pieces of {@link html}: texts are escaped, markup stays. */
type Value = string | number | Markup | readonly Markup[];

/** Takes a string that is HTML already. */
export const raw = (markup: string): Markup => ({ markup });

/** The empty piece. */
export const NOTHING: Markup = raw('');

const written = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** Makes HTML from a template: its literal pieces stay, texts between them are escaped. */
export const html = (pieces: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  raw(pieces.map((piece, at) => piece + (at < values.length ? written(values[at] ?? '') : '')).join(''));

/** Joins the pieces that are not empty. */
export function joined(pieces: readonly Markup[], by: string | Markup): Markup {
  const filled = pieces.filter(({ markup }) => markup !== '');
  return raw(filled.map(({ markup }) => markup).join(written(by)));
}
