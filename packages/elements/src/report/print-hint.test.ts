import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { PrintHint } from './print-hint.ts';

/** What has been promised is done. */
const promised = () => new Promise((resolve) => setTimeout(resolve));

/** A report of which something is missing, or nothing, and which prints when it is told to. */
class Printed extends LitElement {
  printed = 0;
  answer: (isDone: boolean) => void = () => undefined;
  fail: () => void = () => undefined;
  constructor() {
    super();
    new PrintHint(
      this,
      () => undefined,
      () => {
        this.printed++;
        return new Promise((resolve, reject) => {
          this.answer = resolve;
          this.fail = () => reject(new Error('no code'));
        });
      },
      () => this.isPart,
    );
  }
  missing = true;
  isPart = false;
  override render() {
    return this.missing
      ? html`<div class="chapters"><div class="blocks"><div class="room map"></div></div></div>`
      : html`<p></p>`;
  }
}
customElements.define('x-printed', Printed);

describe('the keys that print', () => {
  const print = globalThis.print;
  let byBrowser = 0;
  before(() => {
    globalThis.print = () => void byBrowser++;
  });
  beforeEach(() => {
    byBrowser = 0;
  });
  after(() => {
    globalThis.print = print;
  });
  const make = async (missing = true): Promise<Printed> => {
    const element = document.createElement('x-printed') as Printed;
    element.missing = missing;
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    return element;
  };
  /** @returns whether the browser goes on with it */
  const press = (init: KeyboardEventInit = {}): boolean =>
    dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true, ...init }));

  it('wait for what is missing, and leave everything else to the browser', async () => {
    const element = await make();
    expect(press()).to.equal(false);
    expect(element.printed).to.equal(1);
    expect(press({ key: 'f' })).to.equal(true);
    expect(press({ shiftKey: true })).to.equal(true);
    expect(press({ ctrlKey: false })).to.equal(true);
    element.remove();
    const whole = await make(false);
    expect(press()).to.equal(true);
    expect([element.printed, whole.printed, byBrowser]).to.deep.equal([1, 0, 0]);
  });

  it('print the whole where a view of it is on screen, though nothing of the view is missing', async () => {
    const element = await make(false);
    element.isPart = true;
    expect(press()).to.equal(false);
    expect(element.printed).to.equal(1);
  });

  it('pressed again meanwhile, do not wait', async () => {
    const element = await make();
    press();
    expect(press()).to.equal(true);
    expect(element.printed).to.equal(1);
    element.answer(true);
    await promised();
    expect(press({ metaKey: true, ctrlKey: false })).to.equal(false);
    expect([element.printed, byBrowser]).to.deep.equal([2, 0]);
  });

  it('have the browser print where the report cannot', async () => {
    const element = await make();
    press();
    element.fail();
    await promised();
    expect(byBrowser).to.equal(1);
    press();
    element.answer(false);
    await promised();
    expect(byBrowser).to.equal(2);
  });

  it('are left to what stands around a part of it', async () => {
    const element = document.createElement('x-printed') as Printed;
    const around = await fixture(html`<div></div>`);
    around.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    expect(press()).to.equal(true);
    expect(element.printed).to.equal(0);
  });
});
