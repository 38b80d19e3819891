import { drawTrend, trendInWords, trendRows } from '@ess-widgets/core/charts';
import { contentText, type Drawing } from '../base/card/picture.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { notes, onlyView } from './chart-view.ts';
import type { Trend } from './words.ts';

/** Draws the lines of a trend for a file, with the same marks, values and changes as on the page. */
export function drawing({ panels }: Trend, m: Localized): Drawing {
  const alone = panels.filter(({ form }) => form === 'single').map((panel) => onlyView(panel, m));
  const noted: readonly Content[] = [...alone, notes(panels, m)];
  return {
    draw: drawTrend(trendInWords(panels, m)),
    description: trendRows(panels, m)
      .map((row) => row.join(', '))
      .join('\u202f; '),
    notes: noted.map(contentText).filter(Boolean),
  };
}
