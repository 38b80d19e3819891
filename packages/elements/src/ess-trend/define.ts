import { define } from '../internal/define.ts';
import { EssTrend } from './ess-trend.ts';

define('ess-trend', EssTrend);

declare global {
  interface HTMLElementTagNameMap {
    'ess-trend': EssTrend;
  }
}
