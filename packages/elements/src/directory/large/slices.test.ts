import type { Engine } from '@ess-widgets/core/directory';
import { expect } from '@open-wc/testing';
import { sliced } from './slices.ts';

/** Everything that may run before the task ends. */
async function restOfTask(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

describe('an engine on the page’s own thread', () => {
  it('answers in a task of its own: neither in that of the question, nor in that of the next one', async () => {
    const asked: string[] = [];
    const find = async (id: string): Promise<number> => asked.push(id);
    const engine = sliced({ find } as unknown as Engine);
    const first = engine.find('a');
    await restOfTask();
    expect(asked).to.deep.equal([]);
    expect(await first).to.equal(1);
    const second = engine.find('b');
    await restOfTask();
    expect(asked).to.deep.equal(['a']);
    await second;
    expect(asked).to.deep.equal(['a', 'b']);
  });
});
