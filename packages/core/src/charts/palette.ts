/**
 * Colours derived from one accent. Hue and chroma are those of the accent; lightness, in OKLCH (Ottosson 2020), is moved until
 * the WCAG 2 contrast that each colour needs holds.
 */

/** Contrast that text needs, and that marks and lines need. */
const [TEXT, MARK] = [4.5, 3];
/** Size of one step of lightness: too small to be seen, so that a colour is moved no further than it must. */
const STEP = 0.004;

/** Theme that a palette is for. */
export type PaletteTheme = 'light' | 'dark';

/** Names of the derived colours, as those of the `--ess-*` tokens. */
export const PALETTE_NAMES = [
  'accent',
  'accent-hover',
  'accent-soft',
  'on-accent',
  'sea',
  'wave-1',
  'wave-2',
  'wave-3',
  'coast',
  'sea-ink',
] as const;
type PaletteName = (typeof PALETTE_NAMES)[number];

/** Colours derived from an accent, each as `#rrggbb`. */
export interface Palette {
  readonly colours: Readonly<Record<PaletteName, string>>;
  /** Whether the lightness of the accent itself had to be moved. */
  readonly isMoved: boolean;
  /** Pairs whose contrast could not be reached, each with what it is and what it needs. */
  readonly failures: readonly { readonly pair: string; readonly ratio: number; readonly needed: number }[];
}

type Rgb = readonly [red: number, green: number, blue: number];

/** A colour in OKLCH: lightness from 0 to 1, chroma, hue in radians. */
interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Returns the WCAG 2 contrast of two colours `#rrggbb`: from 1 to 21. @throws TypeError when one is not such a colour */
export function contrastOf(a: string, b: string): number {
  const [x, y] = [luminanceOf(rgbOf(a)), luminanceOf(rgbOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/**
 * Derives a palette from an accent.
 * @param accent `#rrggbb`
 * @param surface the ground of the text, `#rrggbb`
 * @throws TypeError when one is not such a colour
 */
export function paletteOf(accent: string, theme: PaletteTheme, surface: string): Palette {
  const own = lchOf(accent);
  const ground = lchOf(surface);
  // Away from the ground: darker on a light surface.
  const away = theme === 'light' ? -1 : 1;
  const soft = colourOf({
    l: ground.l + away * (theme === 'light' ? 0.05 : 0.13),
    c: Math.min(own.c, theme === 'light' ? 0.025 : 0.05),
    h: own.h,
  });
  const main = movedUntil(
    own,
    away,
    (colour) => contrastOf(colour, surface) >= TEXT && contrastOf(colour, soft) >= TEXT,
    accent,
  );
  const shown = lchOf(main);
  const hover = movedUntil(
    { ...shown, l: shown.l + away * 0.1 },
    away,
    (colour) => contrastOf(colour, surface) >= TEXT && contrastOf(colour, soft) >= TEXT,
  );
  const on = [theme === 'light' ? '#ffffff' : '#0b1d25', '#000000', '#ffffff'].find(
    (each) => contrastOf(each, main) >= TEXT,
  );
  const water = (l: number, c: number): string => colourOf({ l, c: Math.min(own.c, c), h: own.h });
  const sea = theme === 'light' ? water(0.954, 0.012) : water(0.205, 0.025);
  const line = { ...own, c: Math.min(own.c, 0.06) };
  const colours: Palette['colours'] = {
    accent: main,
    'accent-hover': hover,
    'accent-soft': soft,
    'on-accent': on ?? '#000000',
    sea,
    'wave-1': theme === 'light' ? water(0.935, 0.016) : water(0.235, 0.028),
    'wave-2': theme === 'light' ? water(0.91, 0.022) : water(0.28, 0.035),
    'wave-3': theme === 'light' ? water(0.86, 0.032) : water(0.325, 0.042),
    coast: movedUntil(
      { ...line, l: theme === 'light' ? 0.62 : 0.6 },
      away,
      (colour) => contrastOf(colour, sea) >= MARK + 0.2,
    ),
    'sea-ink': movedUntil(
      { ...line, l: theme === 'light' ? 0.53 : 0.72 },
      away,
      (colour) => contrastOf(colour, sea) >= TEXT + 0.1,
    ),
  };
  const pairs = [
    ['accent', main, surface, TEXT],
    ['accent on accent-soft', main, soft, TEXT],
    ['accent-hover', hover, surface, TEXT],
    ['on-accent', colours['on-accent'], main, TEXT],
    ['coast on sea', colours.coast, sea, MARK],
    ['sea-ink on sea', colours['sea-ink'], sea, TEXT],
  ] as const;
  const failures = pairs.flatMap(([pair, a, b, needed]) => {
    const ratio = contrastOf(a, b);
    return ratio < needed ? [{ pair, ratio, needed }] : [];
  });
  return { colours, isMoved: main !== accent.toLowerCase(), failures };
}

/** Returns a colour whose lightness is moved in one direction until it holds; where it never does, the furthest one. */
function movedUntil(from: Lch, away: 1 | -1, holds: (colour: string) => boolean, asGiven?: string): string {
  const start = asGiven?.toLowerCase() ?? colourOf(from);
  if (holds(start)) return start;
  for (let l = from.l; l >= 0 && l <= 1; l += away * STEP) {
    const colour = colourOf({ ...from, l });
    if (holds(colour)) return colour;
  }
  return away < 0 ? '#000000' : '#ffffff';
}

function rgbOf(text: string): Rgb {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (!found) throw new TypeError(`"${text}" is not a colour like #0b5a6b`);
  const [, red = '', green = '', blue = ''] = found;
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255];
}

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function luminanceOf(rgb: Rgb): number {
  const [r, g, b] = rgb.map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function lchOf(text: string): Lch {
  const [r, g, b] = rgbOf(text).map(toLinear) as unknown as Rgb;
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const x = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const y = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(x, y), h: Math.atan2(y, x) };
}

/** Returns the colour as `#rrggbb`, with as much of its chroma as sRGB has at that lightness. */
function colourOf({ l, c, h }: Lch): string {
  const bounded = Math.min(1, Math.max(0, l));
  let [low, high] = [0, c];
  let found = linearOf({ l: bounded, c, h });
  if (!isInGamut(found)) {
    for (let turn = 0; turn < 16; turn++) {
      const middle = (low + high) / 2;
      if (isInGamut(linearOf({ l: bounded, c: middle, h }))) low = middle;
      else high = middle;
    }
    found = linearOf({ l: bounded, c: low, h });
  }
  const hex = (value: number): string =>
    Math.round(Math.min(1, Math.max(0, fromLinear(value))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${found.map(hex).join('')}`;
}

const isInGamut = (rgb: Rgb): boolean => rgb.every((value) => value >= -0.0005 && value <= 1.0005);

function linearOf({ l, c, h }: Lch): Rgb {
  const [x, y] = [c * Math.cos(h), c * Math.sin(h)];
  const long = (l + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const medium = (l - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const short = (l - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
