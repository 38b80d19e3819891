import type { Measure } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { controlIcon } from './control-icons.ts';
import { download } from './download.ts';
import type { Content } from './frame.ts';

/** Renders the button that downloads the data of an element as a spreadsheet, which is written when it is pressed. */
export const csvButton = (name: string, csv: () => string, m: Localized): Content =>
  // The whole name is in the content: what is seen stays part of what is heard.
  html`<button class="link" type="button" @click=${() => download(`${name}.csv`, csv(), 'text/csv')}
    >${controlIcon('download')}<span class="hidden">${m.content('download')} </span>CSV</button>`;

/**
 * Name of the files that hold a measure, without what they end with: `call-applications-2024-call-refashion`. What it is
 * kept to is in it, so that the files of two parts do not overwrite each other.
 */
export const fileName = ({ indicator, by = '', period, where = '', territory = '' }: Measure): string =>
  [indicator, by, period, ...where.split(/[\s=]/), territory].filter(Boolean).join('-').replaceAll('/', '_');
