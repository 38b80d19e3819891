/** The sheet of a territory on one page of paper: where it lies, its counts, as much of its lists as the page holds. */
import { type Basemap, createPlane, groundLines, type Lines, linePath, mapBasemap } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { basemapFor } from '../base/basemap.ts';
import type { Content } from '../base/frame.ts';
import { qrCode } from '../views/qr.ts';

/** Height of a page of A4 or Letter within the widest usual margins, and px of a millimetre. */
const [HEIGHT, MM] = [240, 96 / 25.4];
/** Lines of a list that are laid at most: no page holds more. */
export const LAID = 40;

/** Draws where a territory lies in the region: a département is filled, another is a point. Null without a ground. */
export async function locator(dataset: Dataset, territory: string): Promise<TemplateResult | null> {
  try {
    const ground = await basemapFor(dataset, undefined);
    return ground && drawn(ground, dataset, territory);
  } catch {
    // A sheet without its map says the same.
    return null;
  }
}

function drawn(ground: Basemap, dataset: Dataset, territory: string): TemplateResult {
  const plane = createPlane(ground.bbox);
  const [[left, top], [right, bottom]] = plane.boxOf(ground.focus);
  const width = right - left;
  const lines = groundLines(mapBasemap(ground, 'fr'));
  const closed = (of: Lines): string => of.map((ring) => `${linePath(plane, ring.slice(0, -1))}Z`).join('');
  const open = (of: Lines): string => of.map((line) => linePath(plane, line)).join('');
  const filled = areaOf(ground, territory)
    .map((ring) => `${linePath(plane, ring)}Z`)
    .join('');
  const at = filled ? null : dataset.collections.territories?.find(({ id }) => id === territory)?.position;
  const [x, y] = at ? plane.toPlane(at.lon, at.lat) : [0, 0];
  return html`<svg class="locator" aria-hidden="true" viewBox="${left} ${top} ${width} ${bottom - top}">
    <path class="region" d=${closed(lines.region) + closed(lines.inside)}></path>
    ${filled ? svg`<path class="here" stroke-width=${width / 200} d=${filled}></path>` : nothing}
    <path class="borders" stroke-width=${width / 150} d=${open(lines.borders)}></path>
    ${at ? svg`<circle class="here" stroke-width=${width / 200} cx=${x} cy=${y} r=${width / 40}></circle>` : nothing}
  </svg>`;
}

/** Returns the outer rings of a territory that the ground outlines; none for others. */
function areaOf(ground: Basemap, territory: string): readonly (readonly (readonly number[])[])[] {
  const topology = ground.topology as unknown as Topology<{ departements?: GeometryCollection<{ id?: string }> }>;
  const { departements } = topology.objects;
  if (!departements) return [];
  const found = feature(topology, departements).features.find(({ properties }) => properties.id === territory);
  const shape = found?.geometry;
  if (shape?.type === 'Polygon') return shape.coordinates.slice(0, 1);
  return shape?.type === 'MultiPolygon' ? shape.coordinates.flatMap(([ring]) => (ring ? [ring] : [])) : [];
}

/** Draws the code of the address of the page. */
export function qrView(address: string, label: string): TemplateResult {
  const { size, path } = qrCode(address);
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" aria-label=${label}>${svg`<path d=${path} />`}</svg>`;
}

/**
 * Takes lines away until the sheet is no higher than a page, always from the longest list, and says how many.
 * @param all how many lines each list has in the data, in the order of the lists
 */
export function fit(frame: HTMLElement, all: readonly number[], more: (n: number) => string): void {
  const lists = [...frame.querySelectorAll('ul.lines')].map((list, at) => {
    const lines = [...list.querySelectorAll<HTMLElement>(':scope > li')];
    return { lines, shown: lines.length, all: all[at] ?? lines.length, note: list.nextElementSibling };
  });
  const say = ({ note, all: n, shown }: (typeof lists)[number]): void => {
    if (note) note.textContent = n > shown ? more(n - shown) : '';
  };
  lists.forEach(say);
  const isHigh = (): boolean => frame.getBoundingClientRect().height > HEIGHT * MM;
  while (isHigh()) {
    const [longest] = [...lists].sort((a, b) => b.shown - a.shown);
    if (!longest || longest.shown === 0) return;
    longest.shown--;
    longest.lines[longest.shown]?.remove();
    say(longest);
  }
}

/** One of the numbers at the top of the page. */
export const countView = (count: string, name: Content): TemplateResult =>
  html`<li><b>${count}</b> <span>${name}</span></li>`;

/** Styles of the page: in the same millimetres on the screen, where it is measured, and on paper. */
export const sheetPaperStyles = css`
  .frame:has(.page) {
    box-sizing: border-box;
    inline-size: 180mm;
    min-block-size: 0;
    font-size: 9pt;
    line-height: 1.35;
    break-inside: avoid;
  }
  .page {
    display: block;
  }
  .top {
    display: grid;
    grid-template-columns: 42mm 1fr;
    gap: 6mm;
    align-items: center;
    margin-block-end: 3mm;
  }
  .top:not(:has(.locator)) {
    grid-template-columns: 1fr;
  }
  .locator {
    inline-size: 42mm;
    block-size: auto;
  }
  .region {
    fill: #e6e6e6;
    print-color-adjust: exact;
  }
  .borders {
    fill: none;
    stroke: #fff;
  }
  .here {
    fill: var(--_accent);
    stroke: #000;
    print-color-adjust: exact;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 1mm 6mm;
    margin: 2mm 0 0;
    padding: 0;
    list-style: none;
  }
  .counts b {
    font-size: 16pt;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .page .population {
    margin: 0;
    font-size: inherit;
  }
  .page .columns {
    columns: 2;
    column-gap: 7mm;
  }
  .page .section {
    margin-block-end: 3mm;
    padding: 0;
    break-inside: auto;
  }
  .page .heading {
    padding-block-end: 0.5mm;
    border-block-end-width: 1px;
    font-size: 10pt;
    break-after: avoid;
  }
  .page .line {
    padding-block: 0.4mm;
    border: 0;
    break-inside: avoid;
  }
  .page .line > p {
    display: inline;
  }
  .page .about::before {
    content: ' · ';
  }
  .page :is(.about, .named, .none, .colleges) {
    font-size: inherit;
  }
  .page :is(.named, .none) {
    margin-block-start: 1mm;
  }
  .page .colleges {
    gap: 0 3mm;
    padding-block: 0.5mm;
  }
  .page .more {
    margin: 0;
    color: var(--_ink-2);
  }
  .page .more:empty {
    display: none;
  }
  .page .origin {
    margin: 0.5mm 0 0;
    font-size: 7.5pt;
  }
  .end {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4mm;
    align-items: center;
    margin-block-start: 2mm;
    font-size: 8pt;
  }
  .end p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .qr {
    inline-size: 24mm;
    block-size: 24mm;
    background: #fff;
  }
`;
