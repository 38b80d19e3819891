import { correction, generate } from 'lean-qr/nano';

/** A QR code as one path of unit squares, and how many of them it is wide, its quiet zone included. */
interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The quiet zone that the standard asks for, in modules. */
const QUIET = 4;

/** Returns the QR code of an address. Its correction level is medium, so that it can be read from stained paper. */
export function qrCode(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      let width = 1;
      while (code.get(x + width, y)) width++;
      path += `M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
      x += width;
    }
  }
  return { size: code.size + 2 * QUIET, path };
}
