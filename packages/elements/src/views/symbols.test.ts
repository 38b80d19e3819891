import { type Shape, shapePaths, toneOf } from '@ess-widgets/core/charts';
import { expect, fixture, html } from '@open-wc/testing';
import { symbol, symbolStyles } from './symbols.ts';

const shapes = Object.keys(shapePaths) as Shape[];

/** Area of a path, by the corners that the browser finds along it. */
function areaOf(d: string): number {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  const length = path.getTotalLength();
  let sum = 0;
  const steps = 4000;
  for (let i = 0; i < steps; i++) {
    const a = path.getPointAtLength((length * i) / steps);
    const b = path.getPointAtLength((length * (i + 1)) / steps);
    sum += a.x * b.y - b.x * a.y;
  }
  return Math.abs(sum / 2);
}

describe('symbols', () => {
  it('have the same area, so that no category looks larger', () => {
    for (const shape of shapes) expect(areaOf(shapePaths[shape]), shape).to.be.closeTo(96, 1.5);
  });

  it('stay inside the 16 grid', async () => {
    const svg = await fixture<SVGSVGElement>(html`<svg viewBox="0 0 16 16"><path></path></svg>`);
    const path = svg.querySelector('path')!;
    for (const shape of shapes) {
      path.setAttribute('d', shapePaths[shape]);
      const { x, y, width, height } = path.getBBox();
      expect(Math.min(x, y), shape).to.be.at.least(0);
      expect(Math.max(x + width, y + height), shape).to.be.at.most(16);
    }
  });

  it('are hidden from assistive technology and cannot be focused', async () => {
    const node = await fixture(html`<span>${symbol('star')}</span>`);
    expect(node.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
    expect(node.querySelector('svg')!.getAttribute('focusable')).to.equal('false');
  });

  it('are as large as the text, or as large as asked', async () => {
    const node = await fixture<HTMLElement>(html`<span>${symbol('disc')}${symbol('disc', { size: 28 })}</span>`);
    const [text, asked] = [...node.querySelectorAll('svg')];
    expect(text!.hasAttribute('width')).to.equal(false);
    expect(asked!.getBoundingClientRect().width).to.equal(28);
  });

  it('take the colour of their category by class, never by a style attribute', async () => {
    const node = await fixture<HTMLElement>(html`<span>${symbol('star', { cssVar: '--_cat-7' })}</span>`);
    const svg = node.querySelector('svg')!;
    expect(svg.classList.contains('tone-cat-7')).to.equal(true);
    expect(svg.hasAttribute('style')).to.equal(false);
    expect(symbolStyles.cssText).to.contain('.tone-cat-7 { color: var(--_cat-7); }');
  });

  it('are outlined when hollow', async () => {
    const node = await fixture<HTMLElement>(html`<span>${symbol('square', { hollow: true })}</span>`);
    expect(node.querySelector('svg')!.classList.contains('hollow')).to.equal(true);
  });
});

describe('the categorical scale', () => {
  it('gives each of eight places its own shape and colour', () => {
    const tones = [1, 2, 3, 4, 5, 6, 7, 8].map(toneOf);
    expect(new Set(tones.map((tone) => tone.shape)).size).to.equal(8);
    expect(tones.map((tone) => tone.cssVar)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `--_cat-${n}`));
    expect(toneOf(3).shape).to.equal('triangle');
  });

  it('tells six more apart by their shapes, in the ink', () => {
    const tones = [0, 9, 10, 11, 12, 13, 14].map(toneOf);
    expect(new Set(tones.map(({ shape }) => shape)).size).to.equal(7);
    expect(new Set(tones.map(({ cssVar }) => cssVar))).to.deep.equal(new Set(['--_ink-2']));
    // The sixth is a cross in a grey that is nearly the ink.
    expect(tones.map(({ shape }) => shape)).not.to.include('cross');
  });

  it('draws everything else as "autres"', () => {
    for (const place of [0, 15, -1, 1.5, Number.NaN]) {
      expect(toneOf(place)).to.deep.equal({ shape: 'disc', cssVar: '--_ink-2' });
    }
  });
});
