import type { BlockTag } from '@ess-widgets/core/charts';
import { warn } from '../base/warn.ts';

/** The code of the elements that blocks are shown with, each loaded where it is first needed. */
const elements = {
  'ess-indicator': () => import('../ess-indicator/define.ts'),
  'ess-breakdown': () => import('../ess-breakdown/define.ts'),
  'ess-trend': () => import('../ess-trend/define.ts'),
  'ess-table': () => import('../ess-table/define.ts'),
  'ess-timeline': () => import('../ess-timeline/define.ts'),
  'ess-member-map': () => import('../ess-member-map/define.ts'),
  'ess-event-agenda': () => import('../ess-event-agenda/define.ts'),
} as const satisfies Record<BlockTag, () => Promise<unknown>>;

const asked = new Set<string>();

/** Loads the code of an element. A failure is reported once, and the load is tried again later. */
export function needElement(tag: BlockTag): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  elements[tag]().catch((error: unknown) => {
    asked.delete(tag);
    warn('chunk', `the code of <${tag}> could not be loaded: ${String(error)}`);
  });
}
