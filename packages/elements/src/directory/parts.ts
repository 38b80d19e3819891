import { publishedLine } from '@ess-widgets/core/charts';
import { html, type TemplateResult } from 'lit';
import { emptyState } from '../base/empty.ts';
import type { Measured } from '../base/measure-controller.ts';
import { otherKind } from '../base/other-kind.ts';
import type { Localized } from '../texts/texts.ts';
import type { Directory } from './types.ts';

/**
 * In place of the rows when there are none: nobody is named in the data, or nothing matches, with the way back.
 * @param published the number of members, which may be known where none is named
 * @param hasMembers whether it is members that are missing, among others
 */
export function renderNone(
  { dataset, tally, territory, filters }: Directory,
  published: Measured | null,
  clear: () => void,
  m: Localized,
  hasMembers = true,
): TemplateResult {
  if (tally.all.n === 0) {
    const line = publishedLine(published?.measure, 0, m);
    return emptyState(
      (hasMembers && otherKind(dataset, ['organisations', 'events'], 'dirOnlyEvents', m)) ||
        (line ? m.content(...line) : m.content(hasMembers ? 'dirEmptyAll' : 'dirEmptyFilter')),
      territory,
    );
  }
  const button = html`<button class="button" type="button" @click=${clear}>${m.content('dirClear')}</button>`;
  return (
    filters.near?.none?.(button) ?? emptyState(m.content('dirEmptyFilter'), m.content('dirEmptyFilterDetail'), button)
  );
}

/** Returns how many entries are left; a large directory gives a page of them. */
export const shownCount = ({ tally }: Directory): number => tally.shown.n;
