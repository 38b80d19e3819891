import { define } from '../base/define.ts';
import { EssIndicator } from './ess-indicator.ts';

define('ess-indicator', EssIndicator);

declare global {
  interface HTMLElementTagNameMap {
    'ess-indicator': EssIndicator;
  }
}
