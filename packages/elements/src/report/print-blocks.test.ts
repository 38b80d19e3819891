import { expect, fixture, html } from '@open-wc/testing';
import { marksOf, rowsOfTwo, shortOf } from './print-blocks.ts';

describe('blocks on paper', () => {
  const block = (tag: string, columns: number, rows: number): HTMLElement => {
    const element = document.createElement(`x-${tag}`);
    const cells = [...Array(columns).keys()].map(() => document.createElement('th'));
    const head = document.createElement('thead');
    head.append(...cells);
    const lines = [...Array(rows).keys()].map(() => {
      const line = document.createElement('p');
      line.className = 'row';
      return line;
    });
    element.attachShadow({ mode: 'open' }).append(head, ...lines);
    return element;
  };
  const marks = (...blocks: readonly HTMLElement[]): readonly string[] => {
    const box = document.createElement('div');
    box.append(...blocks);
    const found = marksOf(box);
    return blocks.map((each) => (found.get(each) ?? []).join(' '));
  };

  it('stand two a row, one that has no other beside it takes the width', () => {
    expect(marks(block('a', 2, 9), block('b', 0, 9), block('c', 3, 9))).to.deep.equal(['left', 'right', 'wide']);
  });

  it('take the width where they have many columns', () => {
    expect(marks(block('a', 4, 9), block('b', 2, 2), block('c', 2, 9))).to.deep.equal(['wide', 'left', 'right']);
  });

  it('take the width where they are no element: the other figures of a section', () => {
    const others = document.createElement('details');
    expect(marks(block('a', 2, 9), others, block('b', 2, 9))).to.deep.equal(['wide', 'wide', 'wide']);
  });

  it('have rows of figures of one length, as far as that goes', () => {
    const tiles = (n: number): HTMLElement => {
      const row = document.createElement('div');
      row.className = 'tiles';
      row.append(...[...Array(n).keys()].map(() => document.createElement('p')));
      return row;
    };
    expect(marks(...[1, 2, 5, 6, 7, 9, 11].map(tiles))).to.deep.equal([
      'wide of-2',
      'wide of-2',
      'wide of-5',
      'wide of-3',
      'wide of-4',
      'wide of-5',
      'wide of-4',
    ]);
  });

  it('stay on one page where they are not high, but for other figures, whose rows say where they end', async () => {
    const page = await fixture(
      html`<div><div></div><div></div><details class="others"></details><div class="left"></div></div>`,
    );
    const [low, high, others, beside] = [...page.children] as HTMLElement[];
    for (const [each, height] of [
      [low, 300],
      [high, 400],
      [others, 100],
      [beside, 400],
    ] as const)
      if (each) each.style.blockSize = `${height}px`;
    expect(shortOf(page.children)).to.deep.equal([low, beside]);
  });

  it('go to the next page together where both are short: both have the height of the higher one', async () => {
    const page = await fixture(html`<div>
      <div class="left short" style="height: 90px"></div><div class="right short" style="height: 120px"></div>
      <div class="left short" style="height: 90px"></div><div class="right" style="height: 900px"></div>
      <div class="left short" style="height: 90px"></div>
    </div>`);
    const [left, right] = page.children;
    expect(rowsOfTwo(page.querySelectorAll('.left.short'))).to.deep.equal([{ left, right, height: 120 }]);
  });
});
