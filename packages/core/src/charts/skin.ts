/** The skin of stills: the rules by which light HTML looks like its widget, as one text for a page or a file. */
import { categoryColours } from './looks/categories.ts';
import { dsfr } from './looks/dsfr.ts';
import { groundColours } from './looks/ground.ts';
import type { Colours, Look } from './looks/look.ts';
import { rivage } from './looks/rivage.ts';
import { sobre } from './looks/sobre.ts';
import { shapePaths, toneOf } from './shapes.ts';
import { skins } from './stills.ts';

/** Sizes and shapes of the frame, those of `tokens.ts` of the elements. */
const MEASURES: Look['measures'] = [
  ['font', 'inherit'],
  ['font-title', 'inherit'],
  ['pad', 'max(1.5rem,24px)'],
  ['bg', 'var(--_surface)'],
  ['border', '1px solid var(--_line)'],
  ['radius-1', '2px'],
  ['radius-2', '6px'],
  ['stripes', 'block'],
];
const LOOKS: readonly Look[] = [sobre, dsfr];
const COLOURS: Colours = [...rivage, ...categoryColours, ...groundColours];

/** Rules of every still: its frame, its title, the line under it, and its foot, which is the last line. */
const FRAME = `
:is([data-ess],[data-ess]>*,[still]):has(>.ess-still){display:block;container-type:inline-size;contain-intrinsic-inline-size:18rem;min-height:0!important}
.ess-still{box-sizing:border-box;margin:0;padding:var(--_pad);border:var(--_border);border-radius:var(--_radius-2);background:var(--_bg);color:var(--_ink);font-family:var(--_font);line-height:1.45;text-align:start;overflow-wrap:anywhere;overflow-x:auto;print-color-adjust:exact}
@container (max-width:30em){.ess-still{padding:min(var(--_pad),1rem)}}
.ess-still *,.ess-still::before,.ess-still ::before{box-sizing:border-box}
.ess-still::before{content:"";display:var(--_stripes);inline-size:2.25rem;block-size:10px;margin-block-end:max(.75rem,12px);border-block:2px solid var(--_accent);background:linear-gradient(var(--_accent) 0 0) 0/100% 2px no-repeat}
.ess-still>:is(figcaption,h2,h3,h4,h5,h6){margin:0;padding:0;color:inherit;font-family:var(--_font-title);font-size:1.1875em;font-style:normal;font-weight:700;line-height:1.3;letter-spacing:0;text-align:start;text-wrap:balance}
.ess-still>p{max-inline-size:64ch;margin:max(1rem,16px) 0 0;color:var(--_ink-2);font-size:.875em}
.ess-still>:is(figcaption,h2,h3,h4,h5,h6)+p{margin-block-start:max(.25rem,4px)}
.ess-still>details:last-child{margin:max(1rem,16px) 0 0;padding-block-start:max(1rem,16px);border-block-start:1px solid var(--_line);color:var(--_ink-2);font-size:max(.75rem,.8125em)}
.ess-still>details:last-child>summary{float:inline-start;margin:0 .3em 0 0;padding:0;border:0;list-style:none;color:inherit;font:inherit;line-height:inherit;cursor:pointer;text-decoration:underline dotted var(--_accent);text-underline-offset:.2em}
.ess-still>details:last-child>summary::-webkit-details-marker{display:none}
.ess-still :is(ul,ol,li){margin:0;padding:0;list-style:none}
.ess-still :is(table,tr,th,td){padding:0;border:0;background:none;color:inherit;font-size:1em;font-weight:400;text-align:start}
.ess-still>:is(table,ul,ol,div){margin:max(1rem,16px) 0 0;font-variant-numeric:lining-nums tabular-nums}
.ess-still .x{position:absolute;overflow:hidden;inline-size:1px;block-size:1px;clip-path:inset(50%)}
.ess-still a{color:var(--_accent);text-underline-offset:.2em}
.ess-still~a{display:none}
`;

/** A length in hundredths, and the colour and the shape of a category, whose place in its order is the class. */
const LENGTHS = [...Array(101).keys()].map((n) => `.ess-still .v${n}{--v:${n}}`).join('');
const TONES = [...categoryColours, ['ink-2'] as const].map(([token], at) => {
  const { shape } = toneOf(at + 1);
  return `.ess-still .k${at + 1}{--c:var(--_${token});--s:path("${shapePaths[shape]}")}`;
});
const SHAPE = `.ess-still [class^=k]>th::before{content:"";flex:none;inline-size:16px;block-size:16px;background:var(--c);clip-path:var(--s);forced-color-adjust:none}`;

/** Patterns of the parts of a whole and of series: `--p` fills a mark, `--o` is its outline. The fifth is a doubtful third. */
const PATTERNS = `.ess-still :is(.p1,.p2,.p3,.p4,.p5){--o:var(--_accent);--q:var(--_accent-soft);--p:var(--o)}.ess-still .p4{--o:var(--_line-strong);--q:var(--_surface)}.ess-still .p5{--o:var(--_warn);--q:var(--_warn-soft)}.ess-still .p2{--p:repeating-linear-gradient(135deg,var(--o) 0 4px,var(--q) 4px 8px)}.ess-still :is(.p3,.p5){--p:radial-gradient(circle,var(--o) 1.3px,#0000 1.7px) 0/6px 6px var(--q)}.ess-still .p4{--p:var(--q)}`;

const declared = (list: Colours | Look['measures'], column: 1 | 2, used: ReadonlySet<string>): string =>
  list
    .flatMap((each) => (used.has(each[0]) ? `--_${each[0]}:var(--ess-${each[0]},${each[column] ?? each[1]});` : []))
    .join('');

/**
 * Returns the condition that a widget has a theme or a look: its block, its element or a provider around it says so, else the tag
 * of the loader. What stands nearer wins, as it does for elements.
 */
function said(name: 'look' | 'theme', value: string): string {
  const around = ['ess-provider', '[still]'].map((who) => `${who}[${name}=${value}] *`);
  const page = `:root:has(script[data-${name}=${value}]) :not([${name}] *,[data-ess-${name}] *)`;
  return `:is(${[...around, `[data-ess-${name}=${value}] *`, page].join()})`;
}

/** Which rules are written; all by default. */
interface SkinOptions {
  /** Names of skins, as the second class of a still says. */
  readonly names?: Iterable<string>;
  /** Values of `theme` and `look` that the page has. */
  readonly values?: ReadonlySet<string>;
}

/**
 * Returns the style of stills, on one line: the frame, the charts that occur, and of the tokens those that these use.
 * @since 0.2.0
 */
export function skinCss({ names = Object.keys(skins), values }: SkinOptions = {}): string {
  const has = (value: string): boolean => values?.has(value) ?? true;
  // What several skins share is written once.
  const pieces = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const own = Object.hasOwn(skins, name) ? skins[name as keyof typeof skins] : [];
    for (const piece of [own].flat()) pieces.set(piece, [...(pieces.get(piece) ?? []), `.ess-${name}`]);
  }
  const rules = [...pieces].map(([piece, of]) => {
    const [first, ...others] = of;
    return piece.replaceAll('&', `.ess-still${others.length ? `:is(${of.join()})` : first}`);
  });
  const needs = (token: string): boolean => rules.some((one) => one.includes(`var(--${token}`));
  const marks = [
    ...(needs('v') ? [LENGTHS] : []),
    ...(needs('c') ? [...TONES, SHAPE] : []),
    ...(needs('p,') || needs('p)') ? [PATTERNS] : []),
  ];
  const text = [FRAME, ...marks, ...rules].join('');
  // A token may be made of others.
  const used = new Set([...(text + MEASURES.join()).matchAll(/var\(--_([\w-]+)/g)].map(([, name = '']) => name));
  // Those of the light theme, the dark one, and the one that follows the visitor. Paper is light.
  const themed = (list: Colours, look = ''): string => {
    const [light, dark] = [declared(list, 1, used), declared(list, 2, used)];
    const rule = (theme: string, query: string): string =>
      has(theme) ? `@media ${query}{.ess-still${look}${said('theme', theme)}{${dark}}}` : '';
    return `.ess-still${look}{${light}}${rule('dark', 'screen')}${rule('auto', 'screen and (prefers-color-scheme:dark)')}`;
  };
  const looks = LOOKS.filter(({ name }) => has(name)).map(({ name, colours, measures }) => {
    const look = said('look', name);
    const own = declared([...measures, ['stripes', 'none']], 1, used);
    return `${themed(colours, look)}.ess-still${look}{${own}}`;
  });
  const tokens = `${themed(COLOURS)}.ess-still{${declared(MEASURES, 1, used)}}`;
  const system = COLOURS.flatMap(([name]) =>
    used.has(name) ? `--_${name}:Canvas${/surface|soft|^on-/.test(name) ? '' : 'Text'}!important;` : [],
  );
  // Marks keep the colours of their rules; those of the visitor's system are in place of ours.
  const forced = `@media (forced-colors:active){.ess-still{${system.join('')}}}`;
  return (tokens + looks.join('') + forced + text).replace(/\s*\n\s*/g, '').replaceAll(';}', '}');
}

/** Returns the names of the classes that skins have rules for: a still of another server has no others. */
export const skinClasses = (): readonly string[] =>
  [...new Set([...skinCss().matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name))].sort();
