import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../packages/elements/src/views/qr.ts';

/** Its types and its file disagree on where the function is. */
const decode = (jsqr as unknown as { readonly default: typeof jsqr }).default;

/** Pixels a module, so that a reader of pictures finds it. */
const SCALE = 4;

/** Paints the path of a code as a picture, and reads it. */
function read({ size, path }: ReturnType<typeof qrCode>): string | undefined {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(dark.map(([step]) => step).join('')).toBe(path);
  for (const [, x, y, width] of dark) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const start = (row * side + Number(x) * SCALE) * 4;
      for (let at = start; at < start + Number(width) * SCALE * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return decode(pixels, side, side)?.data;
}

describe('the QR code of the last page', () => {
  it.each([
    'https://rapport.example.org/2024/',
    'http://127.0.0.1:5173/rapport/?lang=br',
    `https://www.example.org/${'un-chemin-plutôt-long/'.repeat(6)}`,
  ])('is read as the address: %s', (address) => {
    expect(read(qrCode(address))).toBe(address);
  });

  it('keeps the quiet zone that readers need', () => {
    const { size, path } = qrCode('https://example.org/');
    const steps = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
      Number(x),
      Number(y),
      Number(x) + Number(width),
    ]);
    expect(Math.min(...steps.map(([x = 0, y = 0]) => Math.min(x, y)))).toBe(4);
    expect(Math.max(...steps.map(([, y = 0, end = 0]) => Math.max(y + 1, end)))).toBe(size - 4);
  });
});
