import { define } from '../base/define.ts';
import { EssEventCounter } from './ess-event-counter.ts';

define('ess-event-counter', EssEventCounter);

declare global {
  interface HTMLElementTagNameMap {
    'ess-event-counter': EssEventCounter;
  }
}
