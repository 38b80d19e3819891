import { define } from '../base/define.ts';
import { EssBreakdown } from './ess-breakdown.ts';

define('ess-breakdown', EssBreakdown);

declare global {
  interface HTMLElementTagNameMap {
    'ess-breakdown': EssBreakdown;
  }
}
