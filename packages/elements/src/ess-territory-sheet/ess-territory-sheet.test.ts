import { expect, fixture, html } from '@open-wc/testing';
import { setClock } from '../base/clock.ts';
import { setPageClient } from '../base/page.ts';
import type { EssProvider } from '../ess-provider/ess-provider.ts';
import type { EssTerritoryPicker } from '../ess-territory-picker/ess-territory-picker.ts';
import { datasetFile, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import '../ess-provider/define.ts';
import '../ess-territory-picker/define.ts';
import type { EssTerritorySheet } from './ess-territory-sheet.ts';
import './define.ts';

const place = (id: string, name: string, ...parents: readonly string[]) => ({
  id,
  kind: id.split('-', 1)[0],
  name: { fr: name },
  parents,
});
const source = (section: string, page: number) => ({ document: 'rapport', section, page });
const COLLECTIONS: Readonly<Record<string, readonly object[]>> = {
  territories: [
    place('region-53', 'Bretagne'),
    place('departement-29', 'Finistère', 'region-53'),
    place('departement-56', 'Morbihan', 'region-53'),
    place('commune-29019', 'Brest', 'departement-29'),
  ],
  colleges: [
    { id: 'coop', network: 'reseau', label: { fr: 'Coopératives' }, order: 1 },
    { id: 'asso', network: 'reseau', label: { fr: 'Associations' }, order: 3 },
  ],
  organisations: [
    {
      id: 'a',
      name: 'Atelier du quai',
      territories: ['commune-29019'],
      links: [{ kind: 'site', url: 'https://atelier.example/' }],
      source: source('I.1.a', 4),
    },
    { id: 'b', name: 'Bocage', territories: ['departement-29'], town: 'Carhaix', source: source('I.1.a', 4) },
    { id: 'c', name: 'Chantier du golfe', territories: ['departement-56'] },
    { id: 'd', name: 'Voisine', territories: ['commune-29019'] },
  ],
  memberships: [
    { id: 'm1', organisation: 'a', network: 'reseau', college: 'asso', start: null, end: null },
    { id: 'm2', organisation: 'b', network: 'reseau', college: 'coop', start: null, end: null },
    { id: 'm3', organisation: 'c', network: 'reseau', college: 'coop', start: null, end: null },
    { id: 'm4', organisation: 'd', network: 'reseau', college: null, start: null, end: null },
  ],
  events: [
    { id: 'e1', title: { fr: 'Salon' }, date: '2024-11-05', status: 'held', territories: ['commune-29019'] },
    { id: 'e2', title: { fr: 'Visite' }, date: '2024-03-19', status: 'cancelled', territories: ['departement-29'] },
    { id: 'e3', title: { fr: 'Forum' }, date: '2026-05-01', status: 'planned', territories: ['departement-29'] },
    { id: 'e4', title: { fr: 'Régionale' }, date: '2024-05-01', status: 'held', territories: ['region-53'] },
  ],
  programmes: [
    { id: 'p', name: { fr: 'Mon essai' }, territories: ['commune-29019', 'departement-56'] },
    { id: 'q', name: { fr: 'Programme de la région' }, territories: ['region-53'] },
  ],
  projects: [
    { id: 'j', programme: 'p', period: '2023-SY', status: 'held', territories: ['commune-29019'], place: 'Brest' },
  ],
  missions: [
    {
      id: 's',
      programme: 'q',
      title: { fr: 'Diagnostic' },
      mode: 'individual',
      organisations: ['a', 'c'],
      period: '2024',
      status: 'held',
      territories: ['region-53'],
    },
  ],
  observations: [
    {
      id: 'o',
      label: { fr: 'Emplois' },
      period: '2024',
      territory: 'departement-29',
      quantity: { value: 1234, op: '=', unit: 'jobs' },
      source: source('IV.3', 40),
    },
    {
      id: 'r',
      label: { fr: 'Emplois en région' },
      period: '2024',
      quantity: { value: 9999, op: '=', unit: 'jobs' },
      source: source('IV.3', 40),
    },
  ],
};

async function sheet(
  attributes: Readonly<Record<string, string>> = { territory: 'departement-29' },
  collections = COLLECTIONS,
): Promise<EssTerritorySheet> {
  useFiles({ 'data.json': datasetFile(collections) });
  const element = document.createElement('ess-territory-sheet');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const part = (element: EssTerritorySheet, name: string): string =>
  element.renderRoot
    .querySelector(`#of-${name}`)
    ?.closest<HTMLElement>('.section')
    ?.innerText.replace(/\s+/g, ' ')
    .trim() ?? '';

describe('<ess-territory-sheet>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2025-03-05T12:00:00+01:00'));
  });
  afterEach(() => {
    setPageClient(undefined);
    setClock(undefined);
  });

  it('tells what lies in the territory, each part with its source, and nothing of the region around it', async () => {
    const element = await sheet();
    expect(element.renderRoot.querySelector('#title')?.textContent).to.equal('Finistère');
    expect(part(element, 'members')).to.equal(
      'Adhérents · 3 3 adhérents nommés dans ces données, dont la liste est incomplète Coopératives 1 Associations 1 Collège non précisé 1 Bocage Carhaix Atelier du quai Brest Voisine Brest Source : Rapport d’essai 2024, I.1.a, p. 4',
    );
    expect(part(element, 'events')).to.match(
      /^Rendez-vous · 3 Visite 19 mars 2024, Finistère, annulé Salon 5 novembre 2024, Brest Forum 1er mai 2026, Finistère, prévu Données/,
    );
    expect(part(element, 'projects')).to.match(/^Projets · 1 Mon essai année scolaire 2023-2024, Brest/);
    expect(part(element, 'support')).to.match(
      /^Accompagnement et programmes · 2 Mon essai Brest Diagnostic 2024, Atelier du quai/,
    );
    expect(part(element, 'figures')).to.match(/^Chiffres publiés · 1 Emplois 1 234 emplois 2024 Source/);
    expect(visibleText(element)).not.to.match(/Régionale|Programme de la région|9 999|golfe/);
    expect(element.renderRoot.querySelector('a')?.getAttribute('href')).to.match(/^https?:/);
    await expect(element).to.be.accessible();
  });

  it('says in one sentence for each part that nothing is known', async () => {
    const element = await sheet({ territory: 'commune-29019' }, { territories: COLLECTIONS['territories'] ?? [] });
    expect(element.state).to.equal('empty');
    expect([...element.renderRoot.querySelectorAll('.none')].map((one) => one.textContent)).to.deep.equal([
      'Aucun adhérent de ce territoire n’est nommé dans ces données.',
      'Aucun rendez-vous connu dans ce territoire.',
      'Aucun projet connu dans ce territoire.',
      'Aucun accompagnement ni programme connu dans ce territoire.',
      'Aucun chiffre publié ne porte sur ce seul territoire.',
    ]);
    await expect(element).to.be.accessible();
  });

  it('keeps a period, and the parts asked for', async () => {
    const element = await sheet({ territory: 'departement-29', period: '2024', sections: 'events projects' });
    expect(part(element, 'events')).not.to.contain('Forum');
    expect(part(element, 'projects')).to.contain('année scolaire 2023-2024');
    expect(part(element, 'members')).to.equal('');
    expect(visibleText(element)).to.contain('Fiche de territoire, 2024');
  });

  it('is opened by the choice in the picker of its provider, and closed by “all”', async () => {
    useFiles({ 'data.json': datasetFile(COLLECTIONS) });
    const provider = await fixture<EssProvider>(html`<ess-provider src="data.json">
      <ess-territory-picker></ess-territory-picker><ess-territory-sheet></ess-territory-sheet>
    </ess-provider>`);
    const element = provider.querySelector('ess-territory-sheet') as EssTerritorySheet;
    const picker = provider.querySelector('ess-territory-picker') as EssTerritoryPicker;
    await settle(element, 'empty');
    await settle(picker);
    expect(visibleText(element)).to.match(/Choisissez un territoire\s: sa fiche s’ouvre ici\./);
    const choose = async (value: string) => {
      const list = picker.renderRoot.querySelector('select') as HTMLSelectElement;
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    await choose('departement-29');
    await waitUntil(() => part(element, 'members') !== '');
    expect(element.renderRoot.querySelector('#title')?.textContent).to.equal('Finistère');
    await choose('');
    await waitUntil(() => visibleText(element).includes('Choisissez'));
  });

  it('shows ten lines and opens the others; on paper all are there', async () => {
    const many = Array.from({ length: 14 }, (_, n) => ({
      id: `e${n}`,
      title: { fr: `Rencontre ${n}` },
      date: `2024-01-${10 + n}`,
      status: 'held',
      territories: ['departement-29'],
    }));
    const element = await sheet({ territory: 'departement-29', sections: 'events' }, { ...COLLECTIONS, events: many });
    expect(element.renderRoot.querySelector('summary')?.textContent).to.equal('et 4 autres');
    window.dispatchEvent(new Event('beforeprint'));
    expect(element.renderRoot.querySelector('summary')).to.equal(null);
    expect(element.renderRoot.querySelectorAll('.line')).to.have.length(14);
    window.dispatchEvent(new Event('afterprint'));
  });

  it('is one page on paper, which counts the lines that it has no room for, and the screen comes back', async () => {
    const many = Array.from({ length: 150 }, (_, n) => ({
      id: `e${n}`,
      title: { fr: `Rencontre ${n} d’un titre assez long pour deux lignes de la page` },
      date: '2024-01-10',
      status: 'held',
      territories: ['departement-29'],
    }));
    const element = await sheet({ territory: 'departement-29' }, { ...COLLECTIONS, events: many });
    const page = () => element.renderRoot.querySelector<HTMLElement>('.page');
    const turn = (name: string) => window.dispatchEvent(new Event(name));
    // What only paper has comes once the browser is idle.
    await waitUntil(() => {
      turn('afterprint');
      turn('beforeprint');
      return page() !== null;
    });
    const frame = element.renderRoot.querySelector('.frame');
    expect(frame?.getBoundingClientRect().height).to.be.at.most((240 * 96) / 25.4);
    const list = page()?.querySelector('[aria-labelledby="of-events"]');
    const left = Number(/et (\d+) autres/.exec(list?.nextElementSibling?.textContent ?? '')?.[1]);
    expect(left).to.be.above(100);
    expect(left + (list?.children.length ?? 0)).to.equal(150);
    const counts = [...(page()?.querySelectorAll('.counts > li') ?? [])].map((each) => each.textContent.trim());
    expect(counts).to.deep.equal([
      '3 adhérents',
      '150 rendez-vous',
      '1 projet',
      '2 accompagnements et programmes',
      '1 chiffre publié',
    ]);
    expect(element.renderRoot.querySelector('#title')?.textContent).to.match(/^L’ESS ici en 2024\s: Finistère$/);
    turn('afterprint');
    expect(page()).to.equal(null);
    expect(element.renderRoot.querySelector('summary')?.textContent).to.equal('et 140 autres');
  });

  it('keeps what the data say as text inside its box, however long or odd', async () => {
    const odd = [
      {
        id: 'x',
        name: `<img src=x onerror=alert(1)> ${'x'.repeat(200)}`,
        territories: ['departement-29'],
        links: [{ kind: 'site', url: 'javascript:alert(1)' }],
      },
    ];
    const element = await sheet(
      { territory: 'departement-29' },
      { territories: COLLECTIONS['territories'] ?? [], organisations: odd },
    );
    element.style.inlineSize = '320px';
    expect(element.renderRoot.querySelectorAll('img, .line a')).to.have.length(0);
    expect(visibleText(element)).to.contain('<img src=x');
    for (const line of element.renderRoot.querySelectorAll('.line'))
      expect(line.scrollWidth).to.be.at.most(line.clientWidth);
    await expect(element).to.be.accessible();
  });
});
