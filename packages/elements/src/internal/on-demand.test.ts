import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { OnDemand } from './on-demand.ts';

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
    const code = new OnDemand(host, 'a thing', async () => ++asked);
    expect(await Promise.all([code.load(), code.load(), code.load()])).to.deep.equal([1, 1, 1]);
    expect(await code.load()).to.equal(1);
    expect([asked, host.updates]).to.deep.equal([1, 1]);
  });

  it('is asked for again where it did not come, which the console says', async () => {
    const [real, lines]: [typeof console.warn, string[]] = [console.warn, []];
    console.warn = (line: string) => lines.push(line);
    const host = hostOf();
    let asked = 0;
    const code = new OnDemand(host, 'what is lost', async () => {
      if (++asked === 1) throw new Error('gone');
      return asked;
    });
    expect(await code.load()).to.equal(null);
    expect(await code.load()).to.equal(2);
    console.warn = real;
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('what is lost cannot be shown');
    expect(host.updates).to.equal(1);
  });

  it('loses its host where nothing is shown without it, which then asks for nothing until it is tried again', async () => {
    const [real, lines]: [typeof console.warn, string[]] = [console.warn, []];
    console.warn = (line: string) => lines.push(line);
    const host = { ...hostOf(), isLost: false, lose: () => void (host.isLost = true) };
    let asked = 0;
    const code = new OnDemand(host, 'all of it', async () => {
      if (++asked === 1) throw new Error('gone');
      return asked;
    });
    expect(await code.load(true)).to.equal(null);
    expect(host.isLost).to.equal(true);
    expect(await code.load(true)).to.equal(null);
    expect(asked).to.equal(1);
    host.isLost = false;
    expect(await code.load(true)).to.equal(2);
    console.warn = real;
    expect(lines).to.have.length(1);
  });
});
