import { define } from '../base/define.ts';
import { EssDataCheck } from './ess-data-check.ts';

define('ess-data-check', EssDataCheck);

declare global {
  interface HTMLElementTagNameMap {
    'ess-data-check': EssDataCheck;
  }
}
