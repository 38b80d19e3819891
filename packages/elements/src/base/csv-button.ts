import { formatBytes } from '@ess-widgets/core/format';
import type { Measure } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { controlIcon } from './control-icons.ts';
import { byteLength, download } from './download.ts';
import type { Content } from './frame.ts';

/** Renders the button that downloads the data of an element as a spreadsheet, with the size of the file. */
export function csvButton(name: string, csv: string, m: Localized): Content {
  const size = formatBytes(byteLength(csv), m.lang);
  // The whole name is in the content: what is seen stays part of what is heard.
  return html`<button class="link" type="button" @click=${() => download(`${name}.csv`, csv, 'text/csv')}
    >${controlIcon('download')}<span class="hidden">${m.content('download')} </span>CSV, ${size}</button>`;
}

/**
 * Name of the files that hold a measure, without what they end with: `call-applications-2024-call-refashion`. What it is
 * kept to is in it, so that the files of two parts do not overwrite each other.
 */
export const fileName = ({ indicator, by = '', period, where = '', territory = '' }: Measure): string =>
  [indicator, by, period, ...where.split(/[\s=]/), territory].filter(Boolean).join('-').replaceAll('/', '_');
