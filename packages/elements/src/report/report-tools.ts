/** What a reader does with the whole report: printing it, and taking its figures away. */

import { toCsv } from '@ess-widgets/core/internal/format/csv';
import { FIGURES_HEADER, figureRows } from '@ess-widgets/core/internal/picture/figure-rows';
import type { Dataset } from '@ess-widgets/core/model';
import { css, type LitElement } from 'lit';
import { download } from '../base/download.ts';
import { nearestLang } from '../base/language.ts';
import { paper } from '../texts/paper.fr.ts';
import { report } from '../texts/report.fr.ts';
import { loadMessages } from '../texts/texts.ts';
import type { OwnBlocks } from './own-blocks.ts';
import type { Printed } from './print.ts';

/** How long printing waits for what is still loading, ms: then the page is printed as it is. */
const PATIENCE = 15_000;

type Printer = LitElement & { announce(text: string): void };
type Stated = Element & { readonly state?: string };

/** Whether an element has still to show what it has: its data, and the ground of its map. */
function isWaiting({ localName, state, shadowRoot }: Stated): boolean {
  if (!localName.startsWith('ess-') || localName === 'ess-provider') return false;
  const isBare = shadowRoot?.querySelector('.map-box')?.childElementCount === 0;
  return state === undefined || state === 'loading' || isBare;
}

/** Waits until every element inside shows what it has. */
async function settled(root: ParentNode): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && [...root.querySelectorAll<Stated>('*')].some(isWaiting)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const { styleSheet } = css`
  .preparing {
    inset-block: auto var(--_5);
    margin: auto;
    padding: var(--_2) var(--_4);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-1);
    background: var(--_bg);
    color: var(--_ink);
    /* A print that is there at once needs no word before it. */
    animation: preparing 0s 300ms backwards;
  }
  @keyframes preparing {
    from {
      visibility: hidden;
    }
  }
`;

/**
 * Says that printing is on its way: what has not come yet may take a while.
 * @returns takes it away
 */
async function sayPreparing(host: Printer): Promise<() => void> {
  const m = await loadMessages(nearestLang(host), [report, paper]);
  const { shadowRoot } = host;
  const said = document.createElement('p');
  said.className = 'preparing';
  said.textContent = m.text('paperPreparing');
  // Over everything, wherever the reader is; a browser that does not know it has it at the end of the report.
  said.popover = 'manual';
  if (shadowRoot && styleSheet) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
  shadowRoot?.append(said);
  said.showPopover?.();
  host.announce(said.textContent);
  return () => {
    said.remove();
    if (shadowRoot)
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  };
}

const frames = async (n: number): Promise<void> => {
  for (let left = n; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** What tells that printing is over, where the browser does not say it: a frame that may not print, an old Safari. */
const BACK = ['afterprint', 'pointerdown', 'keydown'] as const;

/**
 * Prints once everything is there, tables opened, laid out for paper. What the checks found is printed where the reader
 * has opened it. The page is as it was once the browser has printed.
 */
export async function printReport(host: Printer, printed: Printed): Promise<void> {
  const root = host.renderRoot;
  const isSaid = await sayPreparing(host);
  const takeAway = await layWhenThere(host, printed).finally(isSaid);
  const over = new AbortController();
  const end = (): void => {
    over.abort();
    takeAway();
  };
  for (const sign of BACK) window.addEventListener(sign, end, { signal: over.signal, capture: true });
  await settled(root);
  // Maps and charts measure the width of paper.
  await frames(3);
  print();
}

async function layWhenThere(host: Printer, printed: Printed): Promise<() => void> {
  const [{ layPaper, preparePaper }] = await Promise.all([import('./print.ts'), settled(host.renderRoot)]);
  return layPaper(host, await preparePaper(host, printed));
}

/**
 * All figures of a data set as one spreadsheet, once the published ones have come that no indicator shows. No file where they do
 * not come: it would lack half of what it promises without a word, and the report says already that its source fails.
 * @param own asks for them
 * @param latest the data set as it is by now
 */
export async function downloadFigures(
  own: Pick<OwnBlocks, 'ask'>,
  latest: () => Dataset | null | undefined,
  lang: string,
): Promise<void> {
  own.ask(['observations']);
  const isWaiting = ({ manifest, collections }: Dataset): boolean =>
    manifest.collections['observations'] !== undefined && !collections.observations;
  const end = performance.now() + PATIENCE;
  let dataset = latest();
  while (dataset && isWaiting(dataset) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    dataset = latest();
  }
  if (!dataset || isWaiting(dataset)) return;
  download(`${dataset.manifest.id}.csv`, toCsv(FIGURES_HEADER, figureRows(dataset, lang)), 'text/csv');
}
