import { type CSSResult, css, html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { symbol } from './symbols.ts';

/** Renders the key of a printed map, on which no marker shows its name. `m` has the texts of cards. */
export const mapKey = (m: Localized): TemplateResult =>
  html`<p class="map-key"><span class="of-clusters">${symbol('disc', { cssVar: '--_accent' })} ${m.content('cardCluster')}.</span> <span class="of-hollow">${m.content('cardHollow')}</span></p>`;

/** Styles of {@link mapKey}: on paper alone, and of what the map shows by then, since it is drawn anew for the paper. */
export const mapKeyStyles: CSSResult = css`
  .map-key,
  .map-panel:not(:has(.cluster)) .of-clusters,
  .map-panel:not(:has(.marker.hollow)) .of-hollow {
    display: none;
  }
  @media print {
    .map-key {
      display: block;
      margin: var(--_2) 0 0;
      color: var(--_ink-2);
      font-size: 9pt;
      break-before: avoid;
    }
  }
`;
