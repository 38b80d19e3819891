import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RowFocus } from './row-focus.ts';

/** A list of two rows, one of several places, and a line that opens. */
async function list(): Promise<{ readonly box: HTMLElement; readonly rows: RowFocus }> {
  const rows = new RowFocus();
  const box = await fixture<HTMLElement>(html`<div @keydown=${rows.onKey} @focusin=${rows.onFocus}>
    <button class="name">Algue</button><a href="#algue">Site</a>
    <button class="name">Banc</button>
    <details class="same"><summary class="name">Cale · 2 lieux</summary><button class="name">Brest</button></details>
    <details class="fold"><summary>1 sans lieu</summary><button class="name">Digue</button></details>
  </div>`);
  rows.draw(box);
  return { box, rows };
}

const stops = (box: HTMLElement): readonly string[] =>
  [...box.querySelectorAll<HTMLElement>('.name, summary')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);

const focused = (): string => document.activeElement?.textContent ?? '';

async function press(...keys: readonly string[]): Promise<string> {
  for (const key of keys) await sendKeys({ press: key });
  return focused();
}

describe('the rows of a list beside a map', () => {
  it('are one stop of the Tab key, at the first row and then at the one that had the focus', async () => {
    const { box, rows } = await list();
    expect(stops(box)).to.deep.equal(['Algue']);
    box.querySelectorAll<HTMLElement>('.name')[1]?.focus();
    expect(stops(box)).to.deep.equal(['Banc']);
    rows.draw(box);
    expect(stops(box)).to.deep.equal(['Banc']);
  });

  it('are gone through by the arrows, Home and End, past what is closed', async () => {
    const { box } = await list();
    box.querySelector<HTMLElement>('.name')?.focus();
    expect(await press('ArrowDown')).to.equal('Banc');
    expect(await press('ArrowDown', 'ArrowDown')).to.equal('1 sans lieu');
    expect(await press('ArrowDown')).to.equal('1 sans lieu');
    expect(await press('ArrowUp')).to.equal('Cale · 2 lieux');
    expect(await press('Home')).to.equal('Algue');
    expect(await press('ArrowUp')).to.equal('Algue');
    expect(await press('End')).to.equal('1 sans lieu');
    for (const each of box.querySelectorAll('details')) each.open = true;
    expect(await press('End')).to.equal('Digue');
    expect(await press('ArrowUp', 'ArrowUp')).to.equal('Brest');
    expect(stops(box)).to.deep.equal(['Brest']);
  });

  it('have a stop again once the row that had the focus is gone, and leave other keys and places alone', async () => {
    const { box, rows } = await list();
    box.querySelectorAll<HTMLElement>('.name')[1]?.focus();
    box.querySelectorAll('.name')[1]?.remove();
    rows.draw(box);
    expect(stops(box)).to.deep.equal(['Algue']);
    box.querySelector('a')?.focus();
    expect(await press('ArrowDown')).to.equal('Site');
    box.querySelector<HTMLElement>('.name')?.focus();
    expect(await press('Shift+ArrowDown')).to.equal('Algue');
  });
});
