import { define } from '../base/define.ts';
import { EssProvider } from './ess-provider.ts';

define('ess-provider', EssProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ess-provider': EssProvider;
  }
}
