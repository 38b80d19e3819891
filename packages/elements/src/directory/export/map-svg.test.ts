import { expect, fixture, html } from '@open-wc/testing';
import { drawBox } from './map-svg.ts';

const HOSTILE = `<b>"A"&amp;'B'</b>]]>`;

/** Draws a box with this inside, and returns what an XML parser makes of it. */
async function drawn(inside: unknown): Promise<Document> {
  const box = await fixture<HTMLElement>(
    html`<div style="position: relative; width: 600px; height: 300px; background: #fff">${inside}</div>`,
  );
  const { markup, defs = '' } = drawBox(box);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs>${defs}</defs>${markup}</svg>`;
  return new DOMParser().parseFromString(svg, 'image/svg+xml');
}

const texts = (svg: Document): readonly string[] =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');

describe('the map as an SVG file', () => {
  it('has the names of members as text, whatever signs they hold', async () => {
    const svg = await drawn(html`<span class="label">${HOSTILE}</span>`);
    expect(svg.querySelector('parsererror')).to.equal(null);
    expect(texts(svg)).to.deep.equal([HOSTILE]);
    const names = [...svg.querySelectorAll('*')].map(({ localName }) => localName);
    expect(names.filter((name) => !['svg', 'defs', 'clipPath', 'rect', 'g', 'text'].includes(name))).to.deep.equal([]);
  });

  it('has the patterns of a page by ids that cannot leave their attribute', async () => {
    const id = 'a<b>&';
    const svg = await drawn(
      html`<svg width="100" height="100">
        <pattern id=${id} width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="2"></rect></pattern>
        <path d="M0 0L50 0L50 50Z" style=${`fill: url('#${id}')`}></path>
      </svg>`,
    );
    expect(svg.querySelector('parsererror')).to.equal(null);
    const pattern = svg.querySelector('pattern');
    expect(pattern?.id).to.equal('ess-a<b>&');
    expect(svg.querySelector('path')?.getAttribute('fill')).to.equal('url(#ess-a<b>&)');
  });

  it('leaves out what is private, hidden, or for screen readers alone', async () => {
    const svg = await drawn(
      html`<p>seen</p>
        <p data-private>where I am</p>
        <p style="display: none">none</p>
        <p style="opacity: 0">clear</p>
        <p style="visibility: hidden">hidden</p>
        <p style="clip-path: inset(50%)">read aloud</p>`,
    );
    expect(texts(svg)).to.deep.equal(['seen']);
  });
});
