/** The map of a directory, and its list. */
import { collectionsOf, type DirectoryEntry, PUBLISHED_MEMBERS } from '../../directory/index.ts';
import { formatStockDate } from '../../format/index.ts';
import { blankGround, isAtSea, isOff, isSwapped, mapBasemap, showsSome } from '../../geo/index.ts';
import { DIRECTORY_LAYERS, type DirectoryLayer } from '../../model/index.ts';
import { directoryDay } from '../list/count.ts';
import { listed, type RowsPart, rowsMarkup } from '../list/directory.ts';
import { DIRECTORY_SKIN } from '../list/directory-skin.ts';
import { partsInView } from '../list/parts.ts';
import { html, NOTHING } from '../markup.ts';
import { wordsIn } from '../measured.ts';
import type { StillContext, StillKind } from '../request.ts';
import { drawMap } from './drawing.ts';
import { hasOwnPositions } from './own-positions.ts';
import { mapPoints } from './points.ts';

const layersOf = ({ layers = 'members' }: Readonly<Record<string, string>>): readonly DirectoryLayer[] =>
  DIRECTORY_LAYERS.filter((layer) => wordsIn(layers).includes(layer));

/** Nearer to a pole than this the plane of a map has no end. */
const POLAR = 85;

/** The members, or what other layers list, on a map and beside it: how many, the first of them, the others behind one control. */
export const map: StillKind = {
  needs: (attributes) => [
    `measures/${PUBLISHED_MEMBERS}`,
    ...collectionsOf(layersOf(attributes)),
    // A ground that the page's author names is not read: the map has none.
    ...(attributes['basemap'] ? [] : (['basemap'] as const)),
  ],
  content: (context) => {
    const { dataset, attributes, m } = context;
    const layers = layersOf(attributes);
    const { basemap: given } = context;
    const basemap = given && !attributes['basemap'] && showsSome(given, dataset) ? given : undefined;
    const directory = listed(context, layers, { seen: seenOn(context, basemap), ground: basemap?.bbox ?? null });
    if (!directory) return null;
    const { entries, categories, legend, counts, sources, jsonLd } = directory;
    const members = layers.includes('members');
    const onMap = basemap
      ? entries.map((entry) => (entry.position && isOff(basemap, entry.position) ? unplaced(entry) : entry))
      : entries;
    const points = mapPoints(onMap, categories, m);
    const ground = basemap ? mapBasemap(basemap, m.lang) : blankGround({ points, extent: null });
    const close = Boolean(attributes['territory']);
    const drawn = points.length > 0 ? drawMap({ basemap: ground, points, close, lang: m.lang }) : null;
    const parts: readonly RowsPart[] = partsInView(entries, onMap, drawn?.box ?? null).map(
      ({ key, entries: own, isFolded }) => ({ title: m.say(key, { n: own.length }), entries: own, isFolded }),
    );
    const isMixed = new Set(entries.map(({ layer }) => layer)).size > 1;
    const credit = ground.attribution ? html`<p>${ground.attribution}</p>` : NOTHING;
    const date = formatStockDate(directoryDay(dataset, attributes['period'] || undefined), m.lang);
    const shapes = categories.list.length > 1 ? html` ${m.say('directoryLegend')}` : NOTHING;
    const list = html`<div class="l">${counts}<div class="i">${rowsMarkup(parts, categories, m, isMixed)}</div></div>`;
    return {
      title: m.say(members ? 'mapTitle' : 'mapTitleOther'),
      ...(members ? { subtitle: html`${m.say('directoryAt', { date })}${shapes}` } : {}),
      skin: 'map',
      isSection: true,
      body: drawn
        ? html`${legend}<div class="s"><div class="m v${drawn.rest}">${drawn.markup}${credit}</div>${list}</div>`
        : html`${legend}${list}`,
      sources,
      jsonLd,
    };
  },
};

const unplaced = (entry: DirectoryEntry): DirectoryEntry => ({ ...entry, position: null });

/** Returns what gives entries as a map can show them: one whose position cannot be right has none. */
function seenOn({ dataset }: StillContext, basemap: StillContext['basemap']) {
  const isWrong = ({ position }: DirectoryEntry): boolean => {
    if (!position) return false;
    if (!(Math.abs(position.lon) <= 180 && Math.abs(position.lat) <= POLAR)) return true;
    return !!basemap && hasOwnPositions(dataset) && (isAtSea(basemap, position) || isSwapped(basemap, position));
  };
  return (entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] =>
    entries.map((entry) => (isWrong(entry) ? unplaced(entry) : entry));
}

/**
 * Map and list beside each other; above each other in a narrow place, where a frame of the region’s shape (`--h`) shows more of the
 * drawing: `--v` is how much of it across. Sizes are those of the live map.
 */
export const skin = [
  DIRECTORY_SKIN,
  `
& .s{display:grid;grid-template-columns:minmax(0,2.2fr) minmax(15rem,1fr);gap:max(1rem,16px)}
& .m{--h:var(--v);position:relative;align-self:start;container-type:inline-size;forced-color-adjust:none}
& .m>div{position:relative;aspect-ratio:1.66;overflow:hidden;border:1px solid var(--_line);border-radius:var(--_radius-2);background:var(--_sea);--w:calc(1%*10000/var(--v));print-color-adjust:exact}
& .m>div>div{position:absolute;inline-size:100%;aspect-ratio:153/92}
& .m>div>div>svg{position:absolute;inline-size:100%;block-size:100%}
& .m .n{display:none}
& .m>p{position:absolute;inset:auto 1px 1px auto;margin:0;padding:2px 8px;border-start-start-radius:var(--_radius-2);background:var(--_surface);color:var(--_ink-2);font-size:11px;line-height:1.5}
& .f{fill:none;stroke:var(--_wave-3);stroke-width:6}
& .g{stroke-width:9.7}
& .x{stroke-width:37;opacity:.24}
& .u{stroke-width:22.5;opacity:.4}
& .e{fill:var(--_land)}
& :is(.b,.e,.q){stroke:var(--_line-strong);stroke-opacity:.6;vector-effect:non-scaling-stroke}
& :is(.b,.q){fill:none}
& .b{stroke-dasharray:3}
& .q{stroke-opacity:1}
& .o{fill:var(--_land-out)}
& .z{fill:var(--_surface-2)}
& text{fill:var(--_ink-2);font-size:12px;font-weight:600;text-anchor:middle;dominant-baseline:central;stroke:var(--_land);stroke-width:3;paint-order:stroke}
& .y{font-size:13px;font-style:italic;font-weight:400;letter-spacing:.12em;stroke:none}
& .p>svg>path{stroke:var(--_surface);stroke-width:3.5;paint-order:stroke;transform:scale(1.125)translate(-8px,-8px)}
& .p>.h>path{fill:var(--_surface);stroke:var(--c);stroke-width:2.4;paint-order:fill;transform:scale(.9225)translate(-8px,-8px)}
& circle{fill:var(--_surface);stroke:var(--_line-strong)}
& .p>.d>path{fill:none;stroke:var(--c);stroke-width:5;transform:none}
& .d>text{fill:var(--_ink);font-size:13px;stroke:none}
& .l{display:flex;flex-direction:column;min-block-size:30rem}
& .i{flex:1 1 0;overflow-y:auto}
& .t{margin:max(.5rem,8px) 0 max(.25rem,4px);font-weight:700}
& .l .r>li{padding-block:max(.5rem,8px)}
@container (max-width:37.49rem){
& .s,& .l{display:block;min-block-size:0}
& .l{margin-block-start:max(.75rem,12px)}
& .i{max-block-size:9.5rem}
& .c{margin-block-end:78px}
}
@container (max-width:30em){
& .c{margin-block-end:max(1rem,16px)}
& .c>ul{flex-wrap:wrap;block-size:106px}
& .c li{min-block-size:30px}
& .m>div{aspect-ratio:auto;block-size:clamp(10rem,calc((100cqi - 24px)*var(--h)/100 + 24px),30rem)}
& .m>p{position:static;margin-block-end:45px;text-align:end}
& .m>div>div{inset:50% auto auto 50%;inline-size:var(--w);transform:translate(-45.26%,-50%)}
& .m .w{display:none}
& .m .n{display:block}
}
@media (forced-colors:active){& .m{--_sea:Canvas;--_land:Canvas;--_land-out:Canvas;--_wave-3:Canvas;--_surface:Canvas;--_surface-2:Canvas;--_line:CanvasText;--_line-strong:CanvasText;--_ink:CanvasText;--_ink-2:CanvasText}& .m :is(svg,path){--c:CanvasText}}
@media print{& .s,& .l{display:block}& .l{margin-block-start:max(.75rem,12px)}& .i{max-block-size:none;overflow:visible}}
`,
];
