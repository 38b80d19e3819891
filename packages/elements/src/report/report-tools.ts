/** Tools for the whole report: printing it, and downloading its figures. */

import { FIGURES_HEADER, figureRows } from '@ess-widgets/core/charts';
import { toCsv } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { css, type LitElement } from 'lit';
import { dom } from '../base/dom.ts';
import { download } from '../base/download.ts';
import { nearestLang } from '../base/language.ts';
import { paper } from '../texts/paper.fr.ts';
import { report } from '../texts/report.fr.ts';
import { loadMessages } from '../texts/texts.ts';
import type { OwnBlocks } from './own-blocks.ts';
import type { ReportPrint } from './print.ts';

/** Longest time that printing waits for elements that are still loading, ms; then the page is printed as it is. */
const PRINT_TIMEOUT_MS = 15_000;

type Printer = LitElement & { announce(text: string): void };
type Stated = Element & { readonly state?: string };

/** Tells whether an element is still loading its data or the basemap of its map. */
function isWaiting({ localName, state, shadowRoot }: Stated): boolean {
  if (!localName.startsWith('ess-') || localName === 'ess-provider') return false;
  const isBare = shadowRoot?.querySelector('.map-box')?.childElementCount === 0;
  return state === undefined || state === 'loading' || isBare;
}

/** Waits until no element inside is loading. */
async function settled(root: ParentNode): Promise<void> {
  const end = performance.now() + PRINT_TIMEOUT_MS;
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
 * Shows that printing is being prepared, since data that are still loading may take a while.
 * @returns a function that removes the message
 */
async function sayPreparing(host: Printer): Promise<() => void> {
  const m = await loadMessages(nearestLang(host), [report, paper]);
  const { shadowRoot } = host;
  const said = dom.createElement('p');
  said.className = 'preparing';
  said.textContent = m.text('paperPreparing');
  // A popover is over everything, wherever the reader is; a browser without popovers shows it at the end of the report.
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

/** Events after which printing is over: a frame that may not print and an old Safari send no `afterprint`. */
const BACK = ['afterprint', 'pointerdown', 'keydown'] as const;

/**
 * Prints once everything is loaded, with tables opened, laid out for paper. Findings of the checks are printed if the reader
 * has opened them. Once the browser has printed, the page is as it was before.
 * @param over called then
 */
export async function printReport(host: Printer, printed: ReportPrint, over: () => void): Promise<void> {
  const root = host.renderRoot;
  const isSaid = await sayPreparing(host);
  const takeAway = await layWhenThere(host, printed).finally(isSaid);
  const left = new AbortController();
  const end = (): void => {
    left.abort();
    takeAway();
    over();
  };
  for (const sign of BACK) window.addEventListener(sign, end, { signal: left.signal, capture: true });
  await settled(root);
  // Maps and charts measure the width of paper.
  await frames(3);
  print();
}

async function layWhenThere(host: Printer, printed: ReportPrint): Promise<() => void> {
  const [{ layPaper, preparePaper }] = await Promise.all([import('./print.ts'), settled(host.renderRoot)]);
  return layPaper(host, await preparePaper(host, printed));
}

/**
 * Downloads all figures of a data set as one spreadsheet, once the published figures are loaded that no indicator shows. There
 * is no file if they cannot be loaded: half of its figures would be missing, and the report says already that its source fails.
 * @param own asks for these collections
 * @param latest returns the data set as it is by now
 */
export async function downloadFigures(
  own: Pick<OwnBlocks, 'ask'>,
  latest: () => Dataset | null | undefined,
  lang: string,
): Promise<void> {
  own.ask(['observations']);
  const isWaiting = ({ manifest, collections }: Dataset): boolean =>
    manifest.collections['observations'] !== undefined && !collections.observations;
  const end = performance.now() + PRINT_TIMEOUT_MS;
  let dataset = latest();
  while (dataset && isWaiting(dataset) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    dataset = latest();
  }
  if (!dataset || isWaiting(dataset)) return;
  download(`${dataset.manifest.id}.csv`, toCsv(FIGURES_HEADER, figureRows(dataset, lang)), 'text/csv');
}
