import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../ess-member-list/define.ts';
import type { EssMemberList } from '../ess-member-list/ess-member-list.ts';
import '../ess-member-map/define.ts';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import type { EssMemberMap } from '../ess-member-map/ess-member-map.ts';
import { appears, datasetFile, settle, useFiles } from '../testing/testing.ts';

const N = 500;
const numbers = [...new Array<number>(N).keys()];
const code = (n: number): string => String(n).padStart(3, '0');
/** Every collège has a member, the last twelve have two: they are those that most members have. */
const members = [...numbers, ...numbers.slice(-12)];
const data = datasetFile({
  organisations: members.map((n, at) => ({
    id: `o${at}`,
    name: `Organisation ${at}`,
    territories: [`departement-${code(n)}`],
    position: { lon: -4 + n / 300, lat: 48 + (n % 7) / 20, precision: 'address' },
  })),
  memberships: members.map((n, at) => ({ id: `m${at}`, organisation: `o${at}`, network: 'reseau', college: `c${n}` })),
  colleges: numbers.map((n) => ({
    id: `c${n}`,
    network: 'reseau',
    label: {
      fr: n === 250 ? 'Régies de quartier et de territoire de l’économie sociale et solidaire' : `Collège ${n}`,
    },
    order: n + 1,
  })),
  territories: numbers.map((n) => ({
    id: `departement-${code(n)}`,
    kind: 'departement',
    name: { fr: `Département ${n}` },
    parents: [],
  })),
});

async function listOf(width = '60rem'): Promise<EssMemberList> {
  useFiles({ 'data.json': data });
  const host = await fixture<HTMLElement>(
    html`<div><ess-member-list src="data.json" lang="fr"></ess-member-list></div>`,
  );
  host.style.inlineSize = width;
  const list = host.querySelector('ess-member-list') as EssMemberList;
  await settle(list);
  await appears(list, '.chips-all');
  return list;
}

const all = (element: EssElement, selector: string): readonly HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const labels = (element: EssElement) =>
  all(element, '.chip span:not(.chip-count)').map(({ textContent }) => textContent);
const turn = (element: EssElement) => element.renderRoot.querySelector<HTMLElement>('.chips [aria-expanded]')!;
const focused = (element: EssElement): string => element.shadowRoot?.activeElement?.textContent.trim() ?? '';

describe('five hundred collèges', () => {
  afterEach(() => setPageClient(undefined));

  it('are twelve chips at first: those that most members have, in the order of the legend', async () => {
    const list = await listOf();
    expect(labels(list)).to.deep.equal(numbers.slice(-12).map((n) => `Collège ${n}`));
    expect(turn(list).textContent).to.equal('Afficher les 488 autres');
    await expect(list).to.be.accessible();
  });

  it('are all there on demand, in a box of its own, one stop for the Tab key', async () => {
    const list = await listOf();
    turn(list).click();
    await list.updateComplete;
    expect(labels(list)).to.have.length(N);
    expect(all(list, '.chip').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    expect(list.renderRoot.querySelector('.chips-all')!.clientHeight).to.be.lessThan(300);
    await expect(list).to.be.accessible();
    all(list, '.chip')[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(list)).to.contain('Collège 1');
    await sendKeys({ press: 'End' });
    expect(focused(list)).to.contain('Collège 499');
    await sendKeys({ press: 'Tab' });
    expect(focused(list)).to.equal('Afficher moins');
    await sendKeys({ press: 'Shift+Tab' });
    expect(focused(list)).to.contain('Collège 499');
    turn(list).click();
    await list.updateComplete;
    expect(labels(list)).to.have.length(12);
  });

  it('are looked up by the beginning of a word; the one chosen stays in sight among the few', async () => {
    const list = await listOf();
    turn(list).click();
    await list.updateComplete;
    const field = list.renderRoot.querySelector<HTMLInputElement>('.chips-find')!;
    const find = async (text: string): Promise<void> => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await list.updateComplete;
    };
    await find('regies terri');
    expect(labels(list)).to.deep.equal(['Régies de quartier et de territoire de l’économie sociale et solidaire']);
    await find('zzz');
    expect(list.renderRoot.querySelector('.chips-all')!.textContent).to.contain('Aucun ne porte ce nom');
    await find('regies');
    all(list, '.chip')[0]!.click();
    await list.updateComplete;
    expect(all(list, '.rows .row')).to.have.length(1);
    turn(list).click();
    await list.updateComplete;
    expect(all(list, '.chip.pressed')).to.have.length(1);
  });

  it('fit into 360 pixels, five hundred départements beside them', async () => {
    const list = await listOf('360px');
    list.renderRoot.querySelector<HTMLElement>('.open-filters')!.click();
    turn(list).click();
    await list.updateComplete;
    const frame = list.renderRoot.querySelector('.frame')!.getBoundingClientRect();
    const wide = all(list, '.filters *').filter((node) => node.getBoundingClientRect().right > frame.right);
    expect(wide.map(({ className, textContent }) => `${className} ${textContent}`)).to.deep.equal([]);
    expect(list.renderRoot.querySelectorAll('#departement option')).to.have.length(N + 1);
  });

  it('are the same on the map', async () => {
    useFiles({ 'data.json': data });
    const map = await fixture<EssMemberMap>(
      html`<ess-member-map src="data.json" basemap="none" lang="fr"></ess-member-map>`,
    );
    await settle(map);
    await appears(map, '.chips-all');
    expect(labels(map)).to.have.length(12);
  });

  it('are already too many at thirteen; the one left out is said in English too', async () => {
    const few = datasetFile({
      organisations: numbers.slice(0, 13).map((n) => ({ id: `o${n}`, name: `Organisation ${n}` })),
      memberships: numbers
        .slice(0, 13)
        .map((n) => ({ id: `m${n}`, organisation: `o${n}`, network: 'reseau', college: `c${n}` })),
      colleges: numbers
        .slice(0, 13)
        .map((n) => ({ id: `c${n}`, network: 'reseau', label: { fr: `C ${n}` }, order: n })),
    });
    useFiles({ 'data.json': few });
    const other = await fixture<EssMemberList>(html`<ess-member-list src="data.json" lang="en"></ess-member-list>`);
    await settle(other);
    await appears(other, '.chips-all');
    expect(turn(other).textContent).to.equal('Show the other one');
  });
});
