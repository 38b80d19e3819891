import { describe, expect, it } from 'vitest';
import { createSharedRequests } from './shared-requests.ts';

describe('work that is shared', () => {
  /** Work that never ends, and the signals that it was started with. */
  function endless() {
    const started: AbortSignal[] = [];
    const start = (signal: AbortSignal): Promise<string> => {
      started.push(signal);
      return new Promise(() => undefined);
    };
    return { started, start };
  }

  it('is done once while somebody waits for it, and aborted with the last of them', async () => {
    const { started, start } = endless();
    const requests = createSharedRequests<string>();
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [first, second].map(({ signal }) => requests.join('a', signal, start));
    first.abort('left');
    await expect(waiting[0]).rejects.toBe('left');
    expect(started.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort('left too');
    await expect(waiting[1]).rejects.toBe('left too');
    expect(started.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('is begun anew by who comes once it is being aborted', async () => {
    const { started, start } = endless();
    const requests = createSharedRequests<string>();
    const first = new AbortController();
    const left = requests.join('a', first.signal, start);
    first.abort('left');
    void requests.join('a', new AbortController().signal, start);
    await expect(left).rejects.toBe('left');
    expect(started.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('is not begun for who has left already', async () => {
    const { started, start } = endless();
    await expect(createSharedRequests<string>().join('a', AbortSignal.abort('gone'), start)).rejects.toBe('gone');
    expect(started).toEqual([]);
  });
});
