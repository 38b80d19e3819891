import { define } from '../base/define.ts';
import { EssEventAgenda } from './ess-event-agenda.ts';

define('ess-event-agenda', EssEventAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'ess-event-agenda': EssEventAgenda;
  }
}
