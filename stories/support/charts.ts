import { charts } from '@ess-widgets/core/charts';
import { exampleOf } from './examples.ts';
import { drawn, type Story } from './story.ts';

/** Returns the story of a chart: its example, in the element that draws it. */
export function chartStory(name: string): Story {
  const { of, example } = charts[name] ?? {};
  const [first = ''] = of ?? [];
  return {
    args: { ...example },
    render: (args, { globals }) => drawn(exampleOf({ tag: `ess-${first}` }, args, globals)),
  };
}
