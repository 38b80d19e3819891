import { define } from '../base/define.ts';
import { EssTerritoryPicker } from './ess-territory-picker.ts';

define('ess-territory-picker', EssTerritoryPicker);

declare global {
  interface HTMLElementTagNameMap {
    'ess-territory-picker': EssTerritoryPicker;
  }
}
