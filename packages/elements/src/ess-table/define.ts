import { define } from '../base/define.ts';
import { EssTable } from './ess-table.ts';

define('ess-table', EssTable);

declare global {
  interface HTMLElementTagNameMap {
    'ess-table': EssTable;
  }
}
