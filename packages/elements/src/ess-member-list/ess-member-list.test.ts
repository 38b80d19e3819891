import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../ess-provider/define.ts';
import '../ess-member-map/define.ts';
import { setPageClient } from '../base/page.ts';
import type { EssMemberMap } from '../ess-member-map/ess-member-map.ts';
import {
  appears,
  datasetFile,
  type FileAnswer,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  waitUntil,
} from '../testing/testing.ts';
import './define.ts';
import type { EssMemberList } from './ess-member-list.ts';

const organisations = [
  { id: 'a', name: 'Abri', town: 'Brest', position: { lon: -4.48, lat: 48.39, precision: 'address' } },
  { id: 'b', name: 'Barque', town: 'Rennes' },
  { id: 'c', name: 'Cabane' },
];
const colleges = [
  { id: 'assos', network: 'reseau', label: { fr: 'Associations' }, order: 3 },
  { id: 'neuf', network: 'reseau', label: { fr: 'Neuvième collège' }, order: 9 },
];
const memberships = organisations.map(({ id }) => ({
  id: `m-${id}`,
  organisation: id,
  network: 'reseau',
  college: id === 'c' ? 'neuf' : 'assos',
  start: '2024-06-18',
}));
const unsaid = memberships.map(({ college, ...one }, index) => (index === 1 ? one : { ...one, college }));
const data = () => datasetFile({ organisations, colleges, memberships });

const rows = (element: EssMemberList | EssMemberMap) =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('.scroller .row, .body > .rows .row')].map(
    (row) => row.dataset['id'],
  );
const button = (element: EssMemberList | EssMemberMap, text: string) =>
  [...element.renderRoot.querySelectorAll('button')].find((node) => node.textContent.includes(text))!;

describe('<ess-member-list>', () => {
  afterEach(() => setPageClient(undefined));

  it('lists the members with collège, place and date', async () => {
    useFiles({ 'data.json': data() });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
    await settle(element);
    expect(rows(element)).to.deep.equal(['a', 'b', 'c']);
    // Rows are drawn when they come near the window: their text is there before it is visible.
    expect(element.renderRoot.querySelector('[data-id="a"]')!.textContent.replace(/\s+/g, ' ')).to.contain(
      'Associations · Brest · depuis juin 2024',
    );
    expect(visibleText(element)).to.contain('Annuaire des adhérents');
    await expect(element).to.be.accessible();
  });

  it('calls what entries lie in as their data do: a département, a canton, or what nobody says', async () => {
    const territory = (code: string, name: string, division?: string) => ({
      id: `departement-${code}`,
      kind: 'departement',
      name: { fr: name },
      ...(division ? { division: { fr: division } } : {}),
    });
    const within = async (...territories: readonly ReturnType<typeof territory>[]): Promise<readonly string[]> => {
      const members = territories.map(({ id }, at) => ({ ...organisations[at], territories: [id] }));
      useFiles({ 'data.json': datasetFile({ organisations: members, colleges, memberships, territories }) });
      const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
      await settle(element);
      const select = element.renderRoot.querySelector<HTMLSelectElement>('#departement')!;
      return [...select.labels, ...select.options].map(({ textContent }) => textContent.trim());
    };
    expect(await within(territory('29', 'Finistère'), territory('2A', '2A'))).to.deep.equal([
      'Département',
      'Tous les départements',
      'Finistère (29)',
      'Département 2A',
    ]);
    expect(await within(territory('GE', 'Genève', 'Canton'), territory('VD', 'VD', 'Canton'))).to.deep.equal([
      'Canton',
      'Tous les territoires',
      'Genève (GE)',
      'Canton VD',
    ]);
    expect(await within(territory('04', 'Bruxelles', 'Région'), territory('NA', 'Namur', 'Province'))).to.deep.equal([
      'Territoire',
      'Tous les territoires',
      'Bruxelles (04)',
      'Namur (NA)',
    ]);
    expect((await within(territory('GE', 'Genève'), territory('VD', 'Vaud')))[0]).to.equal('Territoire');
  });

  it('draws a collège beyond the eighth in the ink, unlike a member whose collège is not known', async () => {
    useFiles({ 'data.json': datasetFile({ organisations, colleges, memberships: unsaid }) });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
    await settle(element);
    const last = element.renderRoot.querySelector('[data-id="c"]')!;
    expect(last.querySelector('.symbol')!.classList.contains('tone-ink-2')).to.equal(true);
    expect(last.textContent).to.contain('Neuvième collège');
    const drawn = [...element.renderRoot.querySelectorAll('.chip')].map((chip) => [
      chip.querySelector('.symbol')!.classList.value,
      chip.querySelector('.symbol path')!.getAttribute('d'),
    ]);
    expect(new Set(drawn.map(String)).size).to.equal(3);
  });

  it('starts as a table where the page asks for it, and turns back', async () => {
    useFiles({ 'data.json': data() });
    const element = await fixture<EssMemberList>(
      html`<ess-member-list src="data.json" view="table"></ess-member-list>`,
    );
    await settle(element);
    await appears(element, 'tbody tr');
    expect(element.renderRoot.querySelectorAll('tbody tr')).to.have.length(3);
    await expect(element).to.be.accessible();
    await take(element, 'Afficher la liste');
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(['a', 'b', 'c']);
  });

  it('leaves nothing of the rows that went, however often they come and go', async () => {
    useFiles({ 'data.json': data() });
    for (const view of ['list', 'table']) {
      const element = await fixture<EssMemberList>(
        html`<ess-member-list src="data.json" view=${view}></ess-member-list>`,
      );
      await settle(element);
      const parts = () => {
        const root = element.renderRoot.querySelector('ul.rows, tbody');
        return root && [...root.childNodes].map(({ nodeName }) => nodeName);
      };
      await waitUntil(() => element.renderRoot.querySelectorAll('.row, tbody tr').length === 3);
      const before = parts();
      for (let turn = 0; turn < 5; turn++) {
        element.provider.scope.set({ query: 'abri' });
        await waitUntil(() => element.renderRoot.querySelectorAll('.row, tbody tr').length === 1);
        element.provider.scope.set({ query: '' });
        await waitUntil(() => element.renderRoot.querySelectorAll('.row, tbody tr').length === 3);
      }
      expect(parts()).to.deep.equal(before);
    }
  });

  it('shares search, filters and selection with the map beside it', async () => {
    useFiles({ 'data.json': data() });
    const provider = await fixture(html`
      <ess-provider src="data.json">
        <ess-member-list></ess-member-list>
        <ess-member-map basemap="none"></ess-member-map>
      </ess-provider>
    `);
    const list = provider.querySelector('ess-member-list')!;
    const map = provider.querySelector('ess-member-map')!;
    await Promise.all([settle(list), settle(map)]);
    button(list, 'Neuvième').click();
    await Promise.all([list.updateComplete, map.updateComplete]);
    expect(rows(list)).to.deep.equal(['c']);
    expect(rows(map)).to.deep.equal(['c']);
    const heard = oneEvent(provider, 'ess-select');
    list.renderRoot.querySelector<HTMLElement>('[data-id="c"] .name')!.click();
    await heard;
    await map.updateComplete;
    expect(map.renderRoot.querySelector<HTMLElement>('.row.selected')!.dataset['id']).to.equal('c');
  });

  it('lists its members whatever layer is chosen on the map beside it, and their collège all the same', async () => {
    const events = [{ id: 'forum', title: { fr: 'Forum' }, date: '2024-05-23', status: 'held' }];
    useFiles({ 'data.json': datasetFile({ organisations, colleges, memberships, events }) });
    const provider = await fixture(html`
      <ess-provider src="data.json">
        <ess-member-list></ess-member-list>
        <ess-member-map basemap="none" layers="members events"></ess-member-map>
        <ess-member-map basemap="none" layers="events"></ess-member-map>
      </ess-provider>
    `);
    const list = provider.querySelector('ess-member-list')!;
    const [map, agenda] = provider.querySelectorAll('ess-member-map');
    await Promise.all([settle(list), settle(map!), settle(agenda!)]);
    const count = (element: EssMemberList) => element.renderRoot.querySelector('.count')!.textContent.trim();
    button(map!, 'Événements').click();
    await Promise.all([list.updateComplete, map!.updateComplete]);
    expect(rows(map!)).to.deep.equal(['forum']);
    expect(rows(list)).to.deep.equal(['a', 'b', 'c']);
    expect(count(list)).to.equal('3 adhérents nommés, dont 1 situé');
    button(map!, 'Neuvième').click();
    await Promise.all([list.updateComplete, agenda!.updateComplete]);
    expect(rows(map!)).to.deep.equal(['c', 'forum']);
    expect(rows(list)).to.deep.equal(['c']);
    expect(rows(agenda!)).to.deep.equal(['forum']);
  });

  it('is given as a spreadsheet and as GeoJSON, and as no picture', async () => {
    useFiles({ 'data.json': data() });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
    await settle(element);
    expect(element.renderRoot.querySelector('[data-take=image]')).to.equal(null);
    const names = [...(await openShare(element, 'data')).querySelectorAll('button')].map((node) => node.textContent);
    expect(names.filter((name) => name.startsWith('Télécharger'))).to.deep.equal([
      'Télécharger\u202f: CSV',
      'Télécharger\u202f: JSON',
      'Télécharger\u202f: GeoJSON',
    ]);
    await expect(element).to.be.accessible();
  });

  it('says that the data name no member', async () => {
    useFiles({ 'data.json': datasetFile({ organisations: [], colleges, memberships: [] }) });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
    await settle(element, 'empty');
    expect(visibleText(element)).to.contain('Aucun adhérent dans ces données');
  });

  it('says how many members are published where none of them is named, as the map does', async () => {
    const published = {
      id: 'o1',
      indicator: 'members-stock',
      label: { fr: 'Adhérents' },
      period: '2024-12-31',
      dimensions: { college: 'assos' },
      quantity: { value: 9, op: '=', unit: 'members' },
      source: { document: 'rapport', section: 'I.1.a', page: 4 },
    };
    useFiles({
      'data.json': datasetFile(
        { organisations, colleges, memberships: memberships.slice(2), observations: [published] },
        { basemap: 'none' },
      ),
    });
    for (const tag of ['ess-member-list', 'ess-member-map']) {
      const element = document.createElement(tag) as EssMemberList;
      element.setAttribute('src', 'data.json');
      element.setAttribute('where', 'college=assos');
      (await fixture(html`<div></div>`)).append(element);
      await settle(element, 'empty');
      await waitUntil(() => /9.adhérents publiés.; 0 nommé/.test(visibleText(element)), tag);
      expect(visibleText(element), tag).not.to.contain('Aucun adhérent');
      await expect(element).to.be.accessible();
    }
  });

  it('shows markup in a name as text', async () => {
    const odd = [{ id: 'x', name: '<b onmouseover=alert(1)>Gras</b> & Cie' }];
    useFiles({ 'data.json': datasetFile({ organisations: odd }) });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="data.json"></ess-member-list>`);
    await settle(element);
    expect(element.renderRoot.querySelector('b')).to.equal(null);
    expect(element.renderRoot.querySelector('.name')!.textContent).to.equal('<b onmouseover=alert(1)>Gras</b> & Cie');
  });

  it('shows a member of two lists once; its row, opened by the keyboard, says where it comes from', async () => {
    const list = (title: string, town: string): FileAnswer =>
      datasetFile(
        {
          organisations: [{ id: `${title}-abri`, name: 'Abri', siren: '732829320', town }],
          memberships: [{ id: title, organisation: `${title}-abri`, network: 'reseau', college: 'assos' }],
          colleges,
        },
        { title: { fr: title } },
      );
    useFiles({ 'a.json': list('Liste A', 'Brest'), 'b.json': list('Liste B', 'Rennes') });
    const element = await fixture<EssMemberList>(html`<ess-member-list src="a.json b.json"></ess-member-list>`);
    await settle(element);
    expect(rows(element)).to.deep.equal(['Liste A-abri']);
    expect(element.renderRoot.querySelector('.origin')).to.equal(null);
    const name = element.renderRoot.querySelector<HTMLElement>('.row .name')!;
    name.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.renderRoot.querySelector('.origin') !== null, 'no origin is shown');
    expect(element.renderRoot.querySelector('.origin')!.textContent.replace(/\s+/g, ' ')).to.equal(
      'Source : Liste A ; aussi dans Liste B. Liste B indique la commune « Rennes ».',
    );
    await expect(element).to.be.accessible();
  });
});
