import '../ess-provider/define.ts';
import { define } from '../base/define.ts';
import { EssReport } from './ess-report.ts';

define('ess-report', EssReport);

declare global {
  interface HTMLElementTagNameMap {
    'ess-report': EssReport;
  }
}
