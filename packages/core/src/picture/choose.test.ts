import { describe, expect, it } from 'vitest';
import { chooseChart, type Fitting } from './choose.ts';

const fits = (some: Partial<Fitting> = {}): Fitting => ({
  ...{ bridge: false, dumbbell: false, dots: false, share: false, stacks: 0, previous: false },
  ...some,
});

describe('the chart of a figure', () => {
  it('is the first that suits it', () => {
    expect(chooseChart('auto', fits({ bridge: true, share: true }))).toBe('bridge');
    expect(chooseChart('auto', fits({ dots: true, stacks: 1 }))).toBe('dots');
    expect(chooseChart('auto', fits({ dumbbell: true, previous: true, stacks: 2 }))).toBe('dumbbell');
    expect(chooseChart('auto', fits({ bridge: true, dumbbell: true }))).toBe('bridge');
    expect(chooseChart('auto', fits({ share: true, stacks: 1 }))).toBe('share');
    expect(chooseChart('auto', fits({ share: true, stacks: 2 }))).toBe('stack');
    expect(chooseChart('auto', fits({ stacks: 1 }))).toBe('stack');
    expect(chooseChart('auto', fits({ previous: true }))).toBe('bars');
  });

  it('is the one that is asked for where it suits it, else the first that does', () => {
    for (const chart of ['bridge', 'dumbbell', 'dots', 'share'] as const) {
      expect(chooseChart(chart, fits({ [chart]: true, stacks: 2 }))).toBe(chart);
      expect(chooseChart(chart, fits({ stacks: 2 }))).toBe('stack');
    }
    expect(chooseChart('bars', fits({ bridge: true, stacks: 2 }))).toBe('bars');
    expect(chooseChart('grouped', fits({ share: true }))).toBe('grouped');
    expect(chooseChart('camembert', fits({ share: true }))).toBe('share');
  });

  it('is groups instead of a stack whose parts make no whole, where there is something to group', () => {
    expect(chooseChart('stack', fits({ stacks: 1, share: true }))).toBe('stack');
    expect(chooseChart('stack', fits({ previous: true }))).toBe('grouped');
    expect(chooseChart('stack', fits())).toBe('bars');
  });
});
