import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { datasetFile, type FileAnswer, settle, useFiles, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssMemberList } from './ess-member-list.ts';

/** The data know communes and départements by their codes alone. */
const organisations = [
  { id: 'algue', name: 'Algue verte', territories: ['commune-29019'] },
  { id: 'banc', name: 'Banc de sable', territories: ['commune-29212'] },
  { id: 'cale', name: 'Cale sèche', territories: ['commune-35238'] },
  { id: 'digue', name: 'Digue du Finistère', territories: ['commune-56260'] },
];
const communes = {
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '29212', '35238', '56260'],
    name: ['Brest', 'Plouzané', 'Rennes', 'Vannes'],
    lon: [-4.4863, -4.619, -1.6743, -2.76],
    lat: [48.3903, 48.38, 48.112, 47.65],
    postal: [['29200'], ['29280'], ['35000', '35200', '35700'], ['56000']],
    epci: [null, null, null, null],
  },
  epci: [],
  departements: [{ code: '29', name: { fr: 'Finistère', br: 'Penn-ar-Bed' } }],
  attribution: { fr: 'Communes : essai' },
  licences: [],
};

async function listOf(table: FileAnswer = { json: communes }, lang = 'fr'): Promise<EssMemberList> {
  useFiles({ 'data.json': datasetFile({ organisations }, { communes: 'communes.json' }), 'communes.json': table });
  const list = await fixture<EssMemberList>(html`<ess-member-list src="data.json" lang=${lang}></ess-member-list>`);
  await settle(list);
  return list;
}

/** The rows that are left once these words are typed. */
async function found(list: EssMemberList, text: string, count: RegExp): Promise<readonly (string | undefined)[]> {
  const box = list.renderRoot.querySelector<HTMLInputElement>('#search')!;
  box.value = text;
  box.dispatchEvent(new InputEvent('input'));
  await waitUntil(
    () => count.test(list.renderRoot.querySelector('[aria-live]')?.textContent ?? ''),
    `${text}: ${count}`,
  );
  return [...list.renderRoot.querySelectorAll<HTMLElement>('.row')].map((row) => row.dataset['id']);
}

describe('a search by place', () => {
  afterEach(() => setPageClient(undefined));

  it('finds the members of the communes of a postal code, any of theirs, and of no other', async () => {
    const list = await listOf();
    expect(await found(list, '29200', /^1 résultat/)).to.deep.equal(['algue']);
    expect(await found(list, '35700', /^1 résultat/)).to.deep.equal(['cale']);
    expect(await found(list, '292', /^2 résultats/)).to.deep.equal(['algue', 'banc']);
    expect(await found(list, '29201', /^0 résultat/)).to.deep.equal([]);
  });

  it('finds the members of a département by its name, after those who are called so, as with towns', async () => {
    const list = await listOf();
    expect(await found(list, 'finistere', /^3 résultats/)).to.deep.equal(['digue', 'algue', 'banc']);
    expect(await found(list, 'plouzané', /^1 résultat/)).to.deep.equal(['banc']);
  });

  it('takes the name of a département in the language of the page', async () => {
    const list = await listOf(undefined, 'br');
    expect(await found(list, 'penn-ar-bed', /2/)).to.deep.equal(['algue', 'banc']);
  });

  it('goes without its codes where their table does not come', async () => {
    const list = await listOf({ status: 404 });
    expect(await found(list, '29200', /^0 résultat/)).to.deep.equal([]);
    expect(await found(list, 'algue', /^1 résultat/)).to.deep.equal(['algue']);
  });
});
