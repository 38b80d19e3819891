import { define } from '../base/define.ts';
import { EssTerritorySheet } from './ess-territory-sheet.ts';

define('ess-territory-sheet', EssTerritorySheet);

declare global {
  interface HTMLElementTagNameMap {
    'ess-territory-sheet': EssTerritorySheet;
  }
}
