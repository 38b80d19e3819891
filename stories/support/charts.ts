import { charts } from '@ess-widgets/core/charts';
import { sources } from './client.ts';
import { element, type Story } from './story.ts';

/** Returns the story of a chart: its example, in the element that draws it. */
export function chartStory(name: string): Story {
  const { of, example } = charts[name] ?? {};
  const [first = ''] = of ?? [];
  return {
    args: { src: sources.ready, ...example },
    render: (args, { globals }) => element(`ess-${first}`, { theme: globals['theme'], ...args }),
  };
}
