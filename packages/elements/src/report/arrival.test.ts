/** Arriving at a section of the shipped report: its heading is in view below the bar, its row is marked, nothing rings it. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import '../ess-report/define.ts';
import type { EssReport } from '../ess-report/ess-report.ts';
import { settle, waitUntil } from '../testing/testing.ts';

const DATA = '/packages/bretagne/data/';

interface Sections {
  readonly id: string;
  readonly sections?: readonly Sections[];
}

const idsIn = ({ id, sections = [] }: Sections): readonly string[] => [id, ...sections.flatMap(idsIn)];
const frames = async (n: number): Promise<void> => {
  for (let turn = 0; turn < n; turn++) await new Promise(requestAnimationFrame);
};

async function make(): Promise<EssReport> {
  const element = await fixture<EssReport>(html`<ess-report src=${`${DATA}manifest.json`} lang="fr"></ess-report>`);
  await settle(element, 'ready');
  await waitUntil(() => element.shadowRoot?.querySelector('.views') !== null);
  return element;
}

const part = (element: EssReport, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const headingOf = (element: EssReport, id: string): HTMLElement | null =>
  part(element, `[data-section="${CSS.escape(id)}"] > .heading`);
const rowOf = (element: EssReport): string | undefined =>
  part(element, '.contents [aria-current="location"]')?.dataset['to'];
/** Lower edge of the bar where it stays in view, else the top of the window. */
const edgeOf = (element: EssReport): number => {
  const bar = part(element, '.views')!;
  return getComputedStyle(bar).position === 'sticky' ? Math.max(0, bar.getBoundingClientRect().bottom) : 0;
};

/** Goes to a section by its address, and waits until it is drawn and marked. */
async function arrive(element: EssReport, id: string): Promise<HTMLElement> {
  location.hash = `#${id}`;
  await waitUntil(() => {
    const heading = headingOf(element, id);
    return heading !== null && element.shadowRoot!.activeElement === heading;
  });
  await frames(3);
  return headingOf(element, id)!;
}

/** Waits until a heading has come into place: between a change of the page and its next frame nothing is. */
async function expectInPlace(element: EssReport, id: string): Promise<void> {
  const look = () => {
    const box = headingOf(element, id)!.getBoundingClientRect();
    const edge = edgeOf(element);
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    // The end of a page may be too short for its last sections to come up.
    const isEnd = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight - 1;
    return {
      isBelowBar: box.top >= edge,
      isInWindow: box.bottom <= innerHeight,
      isUnderBar: isEnd || box.top - edge <= 1.25 * rem,
      row: rowOf(element),
    };
  };
  const wanted = { isBelowBar: true, isInWindow: true, isUnderBar: true, row: id };
  await waitUntil(() => JSON.stringify(look()) === JSON.stringify(wanted)).catch(() => undefined);
  expect(look(), id).to.deep.equal(wanted);
}

describe('arriving at a section of a report', () => {
  let ids: readonly string[] = [];
  before(async () => {
    document.documentElement.lang = 'fr';
    const report = (await (await fetch(`${DATA}report-2024.json`)).json()) as {
      readonly chapters: readonly Sections[];
    };
    ids = report.chapters.flatMap(({ sections = [] }) => sections.flatMap(idsIn));
  });
  afterEach(async () => {
    setPageClient(undefined);
    history.replaceState(null, '', location.pathname + location.search);
    document.documentElement.style.fontSize = '';
    scrollTo(0, 0);
    await setViewport({ width: 1024, height: 768 });
  });

  // Where the bar is highest all headings are asked for, elsewhere some of each chapter: the layout is the same for all of them.
  for (const [width, height, step, least] of [
    [360, 740, 1, 50],
    [768, 1000, 4, 12],
    [1200, 900, 4, 12],
  ] as const) {
    it(`has its headings in view and their rows marked, ${width} px wide`, async function () {
      this.timeout(120_000);
      await setViewport({ width, height });
      const element = await make();
      const asked = ids.filter((_, at) => at % step === 0);
      for (const id of asked) {
        await arrive(element, id);
        await expectInPlace(element, id);
      }
      expect(asked.length).to.be.greaterThan(least);
    });
  }

  it('knows how high the bar is where letters are larger', async () => {
    await setViewport({ width: 360, height: 740 });
    document.documentElement.style.fontSize = '200%';
    const element = await make();
    await arrive(element, 'I.1.d');
    expect(edgeOf(element)).to.be.greaterThan(60);
    await expectInPlace(element, 'I.1.d');
  });

  it('draws no ring round the heading, on the screen or on paper, and one round a link that has the focus', async () => {
    await setViewport({ width: 1200, height: 900 });
    const element = await make();
    // The last sign of the reader is a key: what has the focus is then ringed.
    await sendKeys({ press: 'Shift' });
    const heading = await arrive(element, 'I.1.a');
    expect(heading.matches(':focus')).to.equal(true);
    const looks = () => [getComputedStyle(heading).outlineStyle, getComputedStyle(heading).boxShadow];
    expect(looks()).to.deep.equal(['none', 'none']);
    await emulateMedia({ media: 'print' });
    expect(looks()).to.deep.equal(['none', 'none']);
    await emulateMedia({ media: 'screen' });
    part(element, '.contents a')!.focus();
    await sendKeys({ press: 'Tab' });
    const { activeElement } = element.shadowRoot!;
    expect(activeElement?.matches('a, button, input')).to.equal(true);
    expect(getComputedStyle(activeElement!).outlineStyle).to.equal('solid');
  });

  it('keeps the heading in place while what is above it grows, until the reader scrolls', async () => {
    await setViewport({ width: 360, height: 740 });
    const element = await make();
    const room = document.createElement('div');
    element.before(room);
    const heading = await arrive(element, 'I.2.b');
    const { top } = heading.getBoundingClientRect();
    // As a chart that comes late, in the report and in the page above it; the browser's own anchoring is not relied on.
    document.documentElement.style.overflowAnchor = 'none';
    const chart = document.createElement('div');
    headingOf(element, 'I.1.a')!.after(chart);
    for (const box of [chart, room]) {
      box.style.height = '400px';
      await waitUntil(() => Math.abs(heading.getBoundingClientRect().top - top) < 2);
      await frames(2);
      await expectInPlace(element, 'I.2.b');
    }
    // While the page grows by itself, a browser scrolls too: a reader is told from that only once it stands still.
    for (let still = 0, height = 0; still < 10; height = document.documentElement.scrollHeight) {
      await frames(1);
      still = height === document.documentElement.scrollHeight ? still + 1 : 0;
    }
    scrollBy(0, 300);
    await frames(2);
    const before = scrollY;
    chart.style.height = '500px';
    await frames(4);
    expect(scrollY).to.equal(before);
    document.documentElement.style.overflowAnchor = '';
    chart.remove();
    room.remove();
  });

  it('follows the contents and the way back', async () => {
    await setViewport({ width: 1200, height: 900 });
    const element = await make();
    await arrive(element, 'I.1.a');
    await arrive(element, 'III.4');
    history.back();
    await waitUntil(() => rowOf(element) === 'I.1.a' && headingOf(element, 'I.1.a') !== null);
    await frames(3);
    await expectInPlace(element, 'I.1.a');
    part(element, '.contents a[data-to="I.3.a"]')!.click();
    await waitUntil(() => rowOf(element) === 'I.3.a');
    await frames(3);
    await expectInPlace(element, 'I.3.a');
    // What is above may still grow while a reader scrolls. The upper third of the window is what is read.
    const scrolledTo = (id: string, from: string, away: number) =>
      waitUntil(() => {
        scrollBy(0, headingOf(element, from)!.getBoundingClientRect().top - away);
        return rowOf(element) === id;
      });
    await scrolledTo('I.4', 'I.4', 250);
    await scrolledTo('I.3.a', 'I.4', 320);
  });
});
