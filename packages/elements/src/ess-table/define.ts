import { define } from '../internal/define.ts';
import { EssTable } from './ess-table.ts';

define('ess-table', EssTable);

declare global {
  interface HTMLElementTagNameMap {
    'ess-table': EssTable;
  }
}
