import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../model/index.ts';
import { barMarks } from './bars/marks.ts';
import { drawBars, type PaintedBar } from './bars/svg.ts';
import { stackMarks } from './stack/marks.ts';
import { drawStacks } from './stack/svg.ts';
import { type Draw, escapeXml } from './svg.ts';
import { barsOf, collisions, measure, partsOf, svgOf, textsOf, type Written } from './testing/picture.ts';

const none: Draw = () => ({ markup: '', height: 0 });
const numbers = (svg: string, pattern: RegExp): readonly number[] =>
  [...svg.matchAll(pattern)].map((m) => Number(m[1]));
const bars = (values: readonly (number | null)[], more: Partial<PaintedBar> = {}): readonly PaintedBar[] => {
  const parts = values.map((n, at) => ({
    id: `${at}`,
    label: { fr: `C${at}` },
    quantity: n === null ? null : quantity(n, 'members'),
  }));
  return barMarks({ parts }, { sort: 'order', max: 100 }).map((mark) => ({
    start: mark.start,
    length: mark.length,
    zero: mark.zero,
    label: mark.label.fr,
    value: mark.quantity ? String(mark.quantity.value) : 'Pas de donnée',
    colour: '#123456',
    ...more,
  }));
};
const lengths = (svg: string): readonly number[] => numbers(svg, /width="([\d.]+)" height="20" fill="#123456"/g);

describe('a picture', () => {
  it('stands alone: a name, a description, a ground, a source; no style, script, image, font or link', () => {
    const { svg, width, height } = svgOf(none, { subtitle: 'Au 31 décembre 2024', notes: ['Arrondis.'] });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="720" height="\d+" viewBox="0 0 720 \d+" role="img"/,
    );
    expect(svg).toContain(
      '<title id="ess-title">Adhérents par collège</title><desc id="ess-desc">Associations, 59</desc>',
    );
    for (const said of ['Au 31 décembre 2024', 'Arrondis.', 'Source : Rapport 2024'])
      expect(svg).toContain(`>${said}</text>`);
    expect(svg).not.toMatch(/style|<script|<image|href|@font|class=|data:/);
    expect([width, svg.includes(`height="${height}"`)]).toEqual([720, true]);
  });

  it('leaves markup in the data as text, and what XML cannot hold out', () => {
    const { svg } = svgOf(none, { title: '<script>alert("1")</script> & co\u0000\ud800' });
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co</title>');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[<>"\u0000\ud800-\udfff]/.test(escapeXml(text).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
      ),
    );
  });

  it('breaks long texts into lines, and a word longer than the picture in pieces', () => {
    const one = svgOf(none);
    const long = svgOf(none, { title: 'mot '.repeat(60) });
    expect(long.height).toBeGreaterThan(one.height + 2 * 28);
    const cut = svgOf(none, { title: 'x'.repeat(200) });
    expect(
      [...cut.svg.matchAll(/>(x+)<\/text>/g)].map(([, line = '']) => line.length * 10).every((w) => w <= 672),
    ).toBe(true);
  });
});

describe('bars as a picture', () => {
  it('begin at zero and keep their proportions', () => {
    const { svg } = svgOf(drawBars(bars([40, 20, 10])));
    const [a = 0, b = 0, c = 0] = lengths(svg);
    expect([a / b, b / c]).toEqual([expect.closeTo(2, 1), expect.closeTo(2, 1)]);
  });

  it('write every value inside the picture, however long labels and values are', () => {
    const { svg } = svgOf(drawBars(bars([40, null, 0], { label: 'Une très longue étiquette '.repeat(8) })));
    expect(svg).toContain('>Pas de donnée</text>');
    const texts = [...svg.matchAll(/<text x="([\d.]+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)</g)];
    expect(texts.every(([, x, size, text = '']) => Number(x) + measure(text, Number(size)) <= 672.01)).toBe(true);
    expect(lengths(svg)).toHaveLength(1);
  });

  it('draw what is below zero on the other side of it, and keep small ones visible', () => {
    const { svg } = svgOf(drawBars(bars([100, -50])));
    const [up = 0, down = 0] = numbers(svg, /<rect x="([\d.]+)"[^>]*fill="#123456"/g);
    expect(down + (lengths(svg)[1] ?? 0)).toBeCloseTo(up, 1);
    expect(Math.min(...lengths(svgOf(drawBars(bars([100_000, 1]))).svg))).toBe(2);
  });

  it('have a row for each of a hundred parts, the widest of their values whole', () => {
    const { svg } = svgOf(drawBars(bars([...Array(97).keys(), 9e15, 0, null])));
    const texts = textsOf(svg);
    expect(texts.filter(({ text }) => /^C\d+$/.test(text))).toHaveLength(100);
    expect(texts.find(({ text }) => text === '9000000000000000')?.right).toBeLessThanOrEqual(696);
    expect(texts.filter(({ text }) => text === 'Pas de donnée')).toHaveLength(1);
  });

  it('keep words apart from each other and from the bars, on the row of theirs and in the picture', () => {
    const values = fc.array(fc.option(fc.integer({ min: -1e6, max: 1e9 })), { minLength: 1, maxLength: 8 });
    const label = fc.string({ unit: fc.constantFrom('a', 'É', ' '), minLength: 1, maxLength: 90, size: 'max' });
    fc.assert(
      fc.property(values, label, fc.boolean(), (numbersOf, name, hasShare) => {
        const more = { label: `C${name}`, ...(hasShare ? { share: '12 %', shape: 'M3 3h9v9z' } : {}) };
        const { svg, width, height } = svgOf(drawBars(bars(numbersOf, more)));
        const [texts, boxes] = [textsOf(svg), barsOf(svg, 20)];
        expect(collisions(texts, boxes)).toEqual([]);
        const out = ({ left, right, top, bottom }: Written) => left < 0 || right > width || top < 0 || bottom > height;
        expect([...texts, ...boxes].filter(out)).toEqual([]);
        const middle = ({ top, bottom }: Written) => (top + bottom) / 2;
        const told = numbersOf.flatMap((n) => (n ? String(n) : []));
        boxes.forEach((box, at) => {
          const value = texts.find((each) => each.text === told[at] && Math.abs(middle(each) - middle(box)) < 5);
          expect(value?.left, told[at]).toBeCloseTo(box.right + 8, 1);
        });
      }),
    );
  });

  it('begin on the line of zero, which is as long as they are many', () => {
    const { svg } = svgOf(drawBars(bars([100, -50])));
    const [, x, length] = /<path d="M([\d.]+) 0v([\d.]+)"/.exec(svg) ?? [];
    const [up, down] = partsOf(svg).filter(({ attributes }) => attributes['fill'] === '#123456');
    expect(up?.attributes['x']).toBe(x);
    expect(Number(down?.attributes['x']) + Number(down?.attributes['width'])).toBeCloseTo(Number(x), 1);
    expect(length).toBe('56');
  });

  it('are well formed, whatever their labels hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const { svg } = svgOf(drawBars(bars([3], { label })), { title: label, description: label, source: label });
        expect(partsOf(svg)[0]?.name).toBe('svg');
      }),
    );
  });

  it('are there for any values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -1e6, max: 1e9 })), { maxLength: 30, size: 'max' }),
        (values) => {
          const { svg, height } = svgOf(drawBars(bars(values)));
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(height).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('stacks as a picture', () => {
  const percents = (values: readonly number[]): readonly Quantity[] => values.map((n) => quantity(n, 'percent'));
  const draw = (values: readonly number[], isStatus = true): Draw => {
    const parts = percents(values).map((q, at) => ({ id: `${at}`, label: { fr: `P${at}` }, quantity: q }));
    const [stack] = stackMarks({ parts, period: '2024' }) ?? [];
    if (!stack) throw new Error('no stack');
    return drawStacks({
      stacks: [{ period: '2024', segments: stack.segments }],
      legend: parts.map(({ label, quantity: q }) => ({ label: label.fr, values: [`${q.value} %`] })),
      write: (segment) => `${segment.quantity.value} %`,
      isStatus,
    });
  };

  it('have a pattern a part, and a legend that holds all values, zero included', () => {
    const { svg } = svgOf(draw([76, 14, 10, 0]));
    for (const id of ['hatch', 'dots-warn']) expect(svg).toContain(`fill="url(#ess-${id})"`);
    expect(svg).toContain('<defs><pattern id="ess-hatch"');
    for (const value of ['76 %', '14 %', '10 %', '0 %']) expect(svg).toContain(`>${value}</text>`);
    expect(svgOf(draw([76, 14, 10, 0], false)).svg).not.toContain('fill="url(#ess-dots-warn)"');
  });

  it('keep segments in proportion, and leave the values of narrow ones to the legend', () => {
    const { svg } = svgOf(draw([50, 25, 22, 3]));
    const [a = 0, b = 0] = numbers(svg, /width="([\d.]+)" height="35"/g);
    expect((a + 3) / (b + 3)).toBeCloseTo(2, 1);
    expect([...svg.matchAll(/>3 %<\/text>/g)]).toHaveLength(1);
    expect([...svg.matchAll(/>25 %<\/text>/g)]).toHaveLength(2);
  });
});
