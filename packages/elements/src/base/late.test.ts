import type { EssError } from '@ess-widgets/core';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type ReactiveControllerHost } from 'lit';
import { Late, type LateHost, LateTask, LOST, retryLoads } from './late.ts';

let lost = 0;

/** A host that counts how often it is asked to draw. */
function hostOf(): ReactiveControllerHost & { updates: number } {
  return {
    updates: 0,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate() {
      this.updates++;
    },
    updateComplete: Promise.resolve(true),
  };
}

describe('code on demand', () => {
  it('is asked for once and drawn once, however often it is wished for', async () => {
    const host = hostOf();
    let asked = 0;
    const late = new Late(host, 'a thing', async () => ++asked);
    expect([late.ask(), late.ask(), late.need()]).to.deep.equal([null, null, null]);
    expect(await Promise.all([late.load(), late.load(), late.load()])).to.deep.equal([1, 1, 1]);
    expect([late.ask(), late.need(), await late.want()]).to.deep.equal([1, 1, 1]);
    expect([asked, host.updates]).to.deep.equal([1, 1]);
  });

  /** Code that comes the second time that it is asked for, and what the console says of the first. */
  function lostOnce(host: LateHost) {
    const real = console.warn;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    let asked = 0;
    const late = new Late(host, `what is lost ${lost++}`, async () => {
      if (++asked === 1) throw new Error('gone');
      return asked;
    });
    return { late, lines, asked: () => asked, end: () => (console.warn = real) };
  }

  it('is asked for once where it does not come, which the console says, however often it is drawn', async () => {
    const { late, lines, asked, end } = lostOnce(hostOf());
    for (let draws = 0; draws < 3; draws++) expect(await late.load()).to.equal(null);
    end();
    expect(asked()).to.equal(1);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/what is lost \d cannot be shown/);
  });

  it('is asked for again when its visitor wants it, or the browser is online again', async () => {
    const wanted = lostOnce(hostOf());
    expect(await wanted.late.load()).to.equal(null);
    expect(await wanted.late.want()).to.equal(2);
    wanted.end();
    const host = hostOf();
    const back = lostOnce(host);
    expect(await back.late.load()).to.equal(null);
    dispatchEvent(new Event('online'));
    expect(await back.late.load()).to.equal(2);
    back.end();
    expect(host.updates).to.equal(2);
  });

  it('is what its host says to lack where it shows nothing without it: that it did not come is told once', async () => {
    const told: (EssError | undefined)[] = [];
    const host: LateHost = { ...hostOf(), lacking: null, tell: (error) => told.push(error) };
    const { late, end } = lostOnce(host);
    for (let draws = 0; draws < 3; draws++) {
      expect(late.need()).to.equal(null);
      expect(host.lacking).to.equal(late);
      expect(await late.load()).to.equal(null);
    }
    expect(told).to.deep.equal([LOST]);
    retryLoads();
    expect(late.need()).to.equal(null);
    // What is said of it stays until it comes.
    expect([late.isPending, host.lacking?.error]).to.deep.equal([true, late.error]);
    expect(late.error).to.be.an('error');
    expect(await late.load()).to.equal(2);
    expect(late.error).to.equal(undefined);
    host.lacking = null;
    expect(late.need()).to.equal(2);
    expect(host.lacking).to.equal(null);
    end();
  });

  it('is not told by a host that does without it', async () => {
    const told: (EssError | undefined)[] = [];
    const host: LateHost = { ...hostOf(), lacking: null, tell: (error) => told.push(error) };
    const { late, end } = lostOnce(host);
    expect(late.ask()).to.equal(null);
    expect(await late.load()).to.equal(null);
    end();
    expect([told, host.lacking]).to.deep.equal([[], null]);
  });

  it('is what its visitor wanted last, in place of something else that did not come', async () => {
    const host: LateHost & { updates: number } = hostOf();
    const { late, end } = lostOnce(host);
    expect(await late.want()).to.equal(null);
    end();
    expect(host.wanted).to.equal(late);
    const other = new Late(host, 'another thing', async () => 1);
    expect(await other.load()).to.equal(1);
    const { updates } = host;
    expect(await other.want()).to.equal(1);
    expect([host.wanted, host.updates]).to.deep.equal([other, updates + 1]);
  });
});

class TestWaiter extends LitElement {
  readonly late = new Late(this, 'code after its element', () => this.loading);
  readonly task = new LateTask(this, { task: ([value]: readonly [number]) => value });
  loading: Promise<string> = new Promise(() => undefined);
  updates = 0;

  protected override render() {
    this.updates++;
    return html`${this.late.ask() ?? 'waits'} ${this.task.value}`;
  }
}
customElements.define('test-waiter', TestWaiter);

describe('an element that waits for code', () => {
  async function waiting(): Promise<{
    readonly element: TestWaiter;
    readonly come: (text: string) => void;
    readonly fail: (error: Error) => void;
  }> {
    let come = (_text: string): void => undefined;
    let fail = (_error: Error): void => undefined;
    const element = document.createElement('test-waiter') as TestWaiter;
    element.loading = new Promise<string>((resolve, reject) => {
      come = resolve;
      fail = reject;
    });
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    return { element, come, fail };
  }
  const textOf = (element: TestWaiter): string => element.renderRoot.textContent?.trim() ?? '';

  it('updates once on its way to the page, and once when the code comes', async () => {
    const { element, come } = await waiting();
    expect([element.updates, textOf(element)]).to.deep.equal([1, 'waits']);
    come('there');
    await element.late.load();
    await element.updateComplete;
    expect([element.updates, textOf(element)]).to.deep.equal([2, 'there']);
  });

  it('shows what it has while the code hangs', async () => {
    const { element } = await waiting();
    element.requestUpdate();
    await element.updateComplete;
    expect([element.late.isPending, textOf(element)]).to.deep.equal([true, 'waits']);
  });

  it('shows code that came after it had left the page, when it is back', async () => {
    const { element, come } = await waiting();
    element.remove();
    come('there');
    expect(await element.late.load()).to.equal('there');
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('there');
    element.remove();
  });

  it('fails quietly after it has left the page: the console says it once', async () => {
    const real = console.warn;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    const { element, fail } = await waiting();
    element.remove();
    fail(new Error('gone'));
    expect(await element.late.load()).to.equal(null);
    await element.updateComplete;
    console.warn = real;
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('code after its element cannot be shown');
  });

  it('does not update for the start of a task, which changes nothing of what is shown', async () => {
    const { element } = await waiting();
    const run = element.task.run([7]);
    await element.updateComplete;
    expect(element.updates).to.equal(1);
    await run;
    await element.updateComplete;
    expect([element.updates, textOf(element)]).to.deep.equal([2, 'waits 7']);
  });
});
