import { define } from '../base/define.ts';
import { EssTrend } from './ess-trend.ts';

define('ess-trend', EssTrend);

declare global {
  interface HTMLElementTagNameMap {
    'ess-trend': EssTrend;
  }
}
