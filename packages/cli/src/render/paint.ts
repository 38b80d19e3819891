import type { Io } from '../io.ts';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type PaintStyle = keyof typeof CODES;

/** Colours a text where it is printed on a terminal, unless its user wants none (https://no-color.org). */
export type Paint = (text: string, style: PaintStyle) => string;

export function paintFor({ terminal, env }: Io): Paint {
  const isPlain = !terminal.out || Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
  return (text, style) => (isPlain || text === '' ? text : `\u001b[${CODES[style]}m${text}\u001b[0m`);
}
