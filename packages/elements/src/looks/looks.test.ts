import {
  type Colours,
  categoryColours,
  contrastOf,
  dsfr,
  groundColours,
  rivage,
  sobre,
} from '@ess-widgets/core/charts';
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { shadeColours } from '../map/territory.styles.ts';
import { datasetFile, settle, useFiles, waitUntil } from '../testing/testing.ts';
import '../ess-event-agenda/define.ts';
import '../ess-provider/define.ts';
import type { EssProvider } from '../ess-provider/ess-provider.ts';

const THEMES = ['light', 'dark'] as const;
/** Pairs of tokens and the contrast that they need, as the palette of the default look has it. */
const PAIRS: readonly (readonly [a: string, b: string, needed: number])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'accent-hover', 'warn', 'error'].map(
    (name) => [name, 'surface', 4.5] as const,
  ),
  ...['surface-2', 'surface-3'].map((name) => ['ink', name, 4.5] as const),
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['error', 'error-soft', 4.5],
  ['line-strong', 'surface', 3],
  ['focus', 'surface', 3],
  ['focus', 'focus-halo', 3],
  ['coast', 'sea', 3],
  ['sea-ink', 'sea', 4.5],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`cat-${n}`, 'surface', 3] as const),
  ['ink', 'shade-1', 4.5],
  ['ink', 'shade-2', 4.5],
  // Values on the third shade are bold and large, or stand in the table.
  ['ink', 'shade-3', 3],
  ['surface', 'shade-4', 4.5],
  ['surface', 'shade-5', 4.5],
];
const base: Colours = [...rivage, ...categoryColours, ...groundColours, ...shadeColours];
const LOOKS: Readonly<Record<string, Colours>> = { rivage: [], sobre: sobre.colours, dsfr: dsfr.colours };

function valuesOf(list: Colours, theme: (typeof THEMES)[number]): ReadonlyMap<string, string> {
  return new Map([...base, ...list].map(([name, light, dark]) => [name, theme === 'light' ? light : dark]));
}

describe('the colours of a look', () => {
  for (const [name, list] of Object.entries(LOOKS)) {
    for (const theme of THEMES) {
      it(`hold their contrast: ${name}, ${theme}`, () => {
        const values = valuesOf(list, theme);
        const short = PAIRS.flatMap(([a, b, needed]) => {
          const ratio = contrastOf(values.get(a)!, values.get(b)!);
          return ratio < needed ? [`${a} on ${b}: ${ratio.toFixed(2)}, needs ${needed}`] : [];
        });
        expect(short).to.deep.equal([]);
      });

      it(`have shades ever further from the ground: ${name}, ${theme}`, () => {
        const values = valuesOf(list, theme);
        const ratios = [1, 2, 3, 4, 5].map((n) => contrastOf(values.get(`shade-${n}`)!, values.get('surface')!));
        expect(ratios).to.deep.equal([...ratios].sort((a, b) => a - b));
      });
    }
  }

  it('are of tokens that the default look has', () => {
    const known = new Set(base.map(([name]) => name));
    for (const { colours } of [sobre, dsfr]) expect(colours.filter(([name]) => !known.has(name))).to.deep.equal([]);
  });
});

describe('the look of an element', () => {
  const events = [{ id: 'e', title: { fr: 'Salon' }, date: '2024-03-19', status: 'held' }];
  const token = (element: Element, name: string): string =>
    getComputedStyle(element).getPropertyValue(`--_${name}`).trim();
  const show = async (attributes: string, inner = ''): Promise<EssProvider> => {
    useFiles({ 'data.json': datasetFile({ events }) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = `<ess-provider src="data.json" ${attributes}><ess-event-agenda ${inner}></ess-event-agenda></ess-provider>`;
    await settle(host.querySelector('ess-event-agenda')!);
    return host.querySelector('ess-provider')!;
  };
  const agendaOf = (provider: EssProvider) => provider.querySelector('ess-event-agenda')!;
  const frames = async (): Promise<void> => {
    for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame);
  };

  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
    document.documentElement.style.removeProperty('--ess-accent');
    document.documentElement.style.removeProperty('--ess-surface');
  });

  it('is that of its provider, an own one wins, and the default one comes back', async () => {
    const provider = await show('look="dsfr"');
    const agenda = agendaOf(provider);
    await waitUntil(() => token(agenda, 'accent') === '#000091');
    expect(agenda.renderRoot.querySelector<HTMLElement>('.stripes')!.offsetHeight).to.equal(0);
    expect(getComputedStyle(agenda.renderRoot.querySelector('.frame')!).borderRadius).to.equal('0px');
    await expect(agenda).to.be.accessible();
    agenda.look = 'sobre';
    await waitUntil(() => token(agenda, 'accent') === '#2f4a66');
    agenda.look = undefined;
    provider.look = 'rivage';
    await waitUntil(() => token(agenda, 'accent') === '#0b5a6b');
    expect(agenda.renderRoot.querySelector<HTMLElement>('.stripes')!.offsetHeight).to.equal(10);
  });

  it('has a dark palette of its own, and leaves the tokens that the page sets', async () => {
    const provider = await show('look="dsfr" theme="dark" style="--ess-line: rgb(1, 2, 3)"');
    await waitUntil(() => token(agendaOf(provider), 'accent') === '#8585f6');
    expect(token(agendaOf(provider), 'surface')).to.equal('#161616');
    expect(token(agendaOf(provider), 'line')).to.equal('rgb(1, 2, 3)');
  });

  it('asks for no colours where the page sets no accent', async () => {
    const provider = await show('');
    await frames();
    expect(token(agendaOf(provider), 'accent')).to.equal('#0b5a6b');
    expect(token(agendaOf(provider), 'accent-hover')).to.equal('#073f4c');
  });

  for (const [look, theme, surface] of [
    ['rivage', 'light', '#ffffff'],
    ['dsfr', 'dark', '#161616'],
    ['sobre', 'dark', '#1b1b1b'],
  ] as const) {
    it(`has the colours that follow from the accent of the page: ${look}, ${theme}`, async () => {
      document.documentElement.style.setProperty('--ess-accent', '#ffd700');
      const provider = await show(`look="${look}" theme="${theme}"`);
      const agenda = agendaOf(provider);
      await waitUntil(() => agenda.matches(':state(accented)') && token(agenda, 'surface') === surface);
      await frames();
      const accent = token(agenda, 'accent');
      expect(contrastOf(accent, surface)).to.be.at.least(4.5);
      expect(contrastOf(accent, token(agenda, 'accent-soft'))).to.be.at.least(4.5);
      expect(contrastOf(token(agenda, 'on-accent'), accent)).to.be.at.least(4.5);
      expect(contrastOf(token(agenda, 'coast'), token(agenda, 'sea'))).to.be.at.least(3);
    });
  }

  it('leaves an accent that is no colour alone, and warns the author where no lightness has the contrast', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    document.documentElement.style.setProperty('--ess-accent', 'not a colour');
    const none = await show('');
    await frames();
    expect(token(agendaOf(none), 'accent-hover')).to.equal('#073f4c');
    document.documentElement.style.setProperty('--ess-accent', '#0b5a6b');
    document.documentElement.style.setProperty('--ess-surface', '#6b6b6b');
    await show('');
    await waitUntil(() => lines.length > 0);
    console.warn = warn;
    expect(lines[0]).to.match(
      /--ess-accent: #0b5a6b: accent.* has a contrast of \d\.\d in the light theme, it needs 4\.5/,
    );
  });
});
