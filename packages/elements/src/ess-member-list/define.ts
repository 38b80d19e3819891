import { define } from '../base/define.ts';
import { EssMemberList } from './ess-member-list.ts';

define('ess-member-list', EssMemberList);

declare global {
  interface HTMLElementTagNameMap {
    'ess-member-list': EssMemberList;
  }
}
