import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { LazyModule, type LazyModuleHost, retryLoads } from './lazy-module.ts';

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
    const code = new LazyModule(host, 'a thing', async () => ++asked);
    expect(await Promise.all([code.load(), code.load(), code.load()])).to.deep.equal([1, 1, 1]);
    expect(await code.load()).to.equal(1);
    expect([asked, host.updates]).to.deep.equal([1, 1]);
  });

  /** Code that comes the second time that it is asked for, and what the console says of the first. */
  function lostOnce(host: LazyModuleHost) {
    const real = console.warn;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    let asked = 0;
    const code = new LazyModule(host, `what is lost ${lost++}`, async () => {
      if (++asked === 1) throw new Error('gone');
      return asked;
    });
    return { code, lines, asked: () => asked, end: () => (console.warn = real) };
  }

  it('is asked for once where it does not come, which the console says, however often it is drawn', async () => {
    const { code, lines, asked, end } = lostOnce(hostOf());
    for (let draws = 0; draws < 3; draws++) expect(await code.load()).to.equal(null);
    end();
    expect(asked()).to.equal(1);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/what is lost \d cannot be shown/);
  });

  it('is asked for again when its visitor wants it, or the browser is online again', async () => {
    const wanted = lostOnce(hostOf());
    expect(await wanted.code.load()).to.equal(null);
    expect(await wanted.code.want()).to.equal(2);
    wanted.end();
    const host = hostOf();
    const back = lostOnce(host);
    expect(await back.code.load()).to.equal(null);
    dispatchEvent(new Event('online'));
    expect(await back.code.load()).to.equal(2);
    back.end();
    expect(host.updates).to.equal(1);
  });

  it('loses its host where nothing is shown without it', async () => {
    const host = { ...hostOf(), losses: 0, onLoadFailure: () => void host.losses++ };
    const { code, end } = lostOnce(host);
    for (let draws = 0; draws < 3; draws++) expect(await code.load(true)).to.equal(null);
    expect(host.losses).to.equal(1);
    retryLoads();
    expect(await code.load(true)).to.equal(2);
    end();
  });
});
