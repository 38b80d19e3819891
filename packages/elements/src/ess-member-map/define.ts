import { define } from '../base/define.ts';
import { EssMemberMap } from './ess-member-map.ts';

define('ess-member-map', EssMemberMap);

declare global {
  interface HTMLElementTagNameMap {
    'ess-member-map': EssMemberMap;
  }
}
