import { define } from '../base/define.ts';
import { EssTimeline } from './ess-timeline.ts';

define('ess-timeline', EssTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'ess-timeline': EssTimeline;
  }
}
