import { expect, fixture, html } from '@open-wc/testing';
import { pageDefaults } from './defaults.ts';
import type { EssElement } from './element.ts';
import { pageClient, setFrance, setPageClient } from './page.ts';
import '../ess-event-agenda/define.ts';
import '../ess-event-counter/define.ts';
import '../ess-indicator/define.ts';
import '../ess-member-list/define.ts';
import '../ess-member-map/define.ts';
import '../ess-provider/define.ts';
import '../ess-territory-picker/define.ts';
import { serve, settle, visibleText, waitUntil } from '../testing/testing.ts';

const REFERENCE = new URL('/packages/bretagne/data/manifest.json', location.href).href;

/** Invented members in towns of Brittany, of which no two have the same name there. */
const TOWNS = [
  ['Brest', '29200'],
  ['Quimper', '29000'],
  ['Morlaix', '29600'],
  ['Landerneau', '29800'],
  ['Douarnenez', '29100'],
  ['Concarneau', '29900'],
  ['Quimperlé', '29300'],
  ['Châteaulin', '29150'],
  ['Crozon', '29160'],
  ['Roscoff', '29680'],
  ['Lannion', '22300'],
  ['Guingamp', '22200'],
  ['Paimpol', '22500'],
  ['Lamballe-Armor', '22400'],
  ['Loudéac', '22600'],
  ['Dinan', '22100'],
  ['Rennes', '35000'],
  ['Fougères', '35300'],
  ['Vitré', '35500'],
  ['Redon', '35600'],
  ['Saint-Malo', '35400'],
  ['Vannes', '56000'],
  ['Lorient', '56100'],
  ['Pontivy', '56300'],
  ['Auray', '56400'],
  ['Ploërmel', '56800'],
] as const;
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const list = (head: string, row: (town: string, code: string) => string): string =>
  `${['nom', head].join(';')}\n${TOWNS.map(([town, code], at) => `Coopérative imaginaire ${at + 1};${row(town, code)}`).join('\n')}\n`;
const LISTS = {
  'towns and codes': list('code postal;commune', (town, code) => `${code};${town}`),
  'towns alone': list('commune', (town) => town),
  'towns without their accents and capitals': list('ville', bare),
};
const CALENDAR = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:essai\r\n${[1, 2, 3, 4]
  .map(
    (n) =>
      `BEGIN:VEVENT\r\nUID:${n}@essai\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:2100030${n}T100000Z\r\nSUMMARY:Rencontre imaginaire ${n}\r\nEND:VEVENT\r\n`,
  )
  .join('')}END:VCALENDAR\r\n`;

const WIDGETS = `<ess-member-map></ess-member-map><ess-member-list></ess-member-list><ess-indicator indicator="members-stock"></ess-indicator><ess-event-agenda></ess-event-agenda><ess-event-counter></ess-event-counter>`;

interface Shown {
  readonly map: string;
  readonly list: string;
  readonly indicator: string;
  readonly agenda: string;
  readonly counter: string;
  readonly element: (name: string) => EssElement;
}

/** Puts widgets on a page with these defaults, and returns what they show. */
async function shown(
  page: { src?: string; reference?: string; sources?: string; zone?: string; cms?: string },
  body = WIDGETS,
): Promise<Shown> {
  Object.assign(pageDefaults, page);
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = body;
  const element = (name: string) => host.querySelector(`ess-${name}`) as EssElement;
  const text = async (name: string): Promise<string> => {
    if (!element(name)) return '';
    await settle(element(name));
    return visibleText(element(name)).replace(/[\u202f\u00a0]/g, ' ');
  };
  return {
    map: await text('member-map'),
    list: await text('member-list'),
    indicator: await text('indicator'),
    agenda: await text('event-agenda'),
    counter: await text('event-counter'),
    element,
  };
}

describe('a list of a network as the source of a page, beside its reference data', () => {
  const lines: string[] = [];
  const { warn } = console;
  before(() => {
    document.documentElement.lang = 'fr';
  });
  beforeEach(() => {
    setPageClient(undefined);
    lines.length = 0;
    console.warn = (line: string) => lines.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    setPageClient(undefined);
    for (const name of ['src', 'reference', 'sources', 'zone', 'cms'] as const) delete pageDefaults[name];
  });

  for (const [name, csv] of Object.entries(LISTS)) {
    it(`is on the map, with ${name}; figures and dates are the reference's`, async () => {
      const { map, list, indicator, agenda, counter } = await shown({ src: serve(csv), reference: REFERENCE });
      expect(map).to.contain('26 adhérents, dont 26 situés sur la carte');
      expect(list).to.contain('Coopérative imaginaire 26');
      expect(indicator).to.contain('117');
      expect(agenda).not.to.contain('imaginaire');
      expect(agenda).to.match(/\d+ rendez-vous/);
      expect(counter).to.match(/\d/);
      expect(lines).to.deep.equal([]);
    });
  }

  it('is a calendar: the agenda has its dates, the others the reference data', async () => {
    const { map, indicator, agenda, list } = await shown({ src: serve(CALENDAR), reference: REFERENCE });
    expect(agenda).to.contain('Rencontre imaginaire 4').and.to.contain('4 rendez-vous');
    expect(indicator).to.contain('117');
    expect(map).to.contain('117 adhérents publiés');
    expect(list).to.contain('117 adhérents publiés');
  });

  it('is in a provider', async () => {
    const src = serve(LISTS['towns and codes']);
    const inside = `<ess-provider src="${src}" reference="${REFERENCE}">${WIDGETS}</ess-provider>`;
    const { map, indicator } = await shown({}, inside);
    expect(map).to.contain('26 adhérents, dont 26 situés sur la carte');
    expect(indicator).to.contain('117');
  });

  it('is in a provider of a page whose data set is reference and source', async () => {
    const src = serve(LISTS['towns and codes']);
    const { map, indicator } = await shown({ src: REFERENCE }, `<ess-provider src="${src}">${WIDGETS}</ess-provider>`);
    expect(map).to.contain('26 adhérents, dont 26 situés sur la carte');
    expect(indicator).to.contain('117');
  });

  it('is counted where an element names it itself', async () => {
    const src = serve(LISTS['towns and codes']);
    const own = `<ess-indicator src="${src}" indicator="members-stock"></ess-indicator><ess-member-map src="${src}"></ess-member-map>`;
    const { indicator, map } = await shown({ reference: REFERENCE }, own);
    expect(indicator).to.contain('26');
    expect(map).to.contain('26 adhérents, dont 26 situés sur la carte');
  });

  it('lies in the territories of the reference data', async () => {
    const src = serve(LISTS['towns and codes']);
    const map = (territory: string) => `<ess-member-map territory="${territory}"></ess-member-map>`;
    expect((await shown({ src, reference: REFERENCE }, map('region-53'))).map).to.contain('26 adhérents');
    expect((await shown({ src, reference: REFERENCE }, map('departement-56'))).map).to.contain('5 adhérents');
  });

  it('says to the author alone that it has no communes, without reference data', async () => {
    const { map, indicator, agenda, counter } = await shown({ src: serve(LISTS['towns and codes']) });
    expect(map).to.contain('26 adhérents, dont 0').and.not.to.contain('remarque');
    expect(indicator).to.contain('26');
    expect(agenda).to.contain('26 adhérents, aucun rendez-vous');
    expect(counter).to.contain('26 adhérents, aucun rendez-vous');
    expect(`${agenda} ${counter}`).not.to.match(/\b0\b/);
    expect(lines.filter((line) => line.includes('data-reference'))).to.have.lengthOf(1);
  });

  it('is a calendar without reference data: the others say what it is', async () => {
    const { map, list, indicator } = await shown({ src: serve(CALENDAR) });
    expect(map).to.contain('4 rendez-vous, aucun adhérent');
    expect(list).to.contain('4 rendez-vous, aucun adhérent');
    // "CC BY 4.0" of the ground is none.
    expect(`${map} ${list} ${indicator}`).not.to.match(/(?<![.\d])0\b/);
  });

  for (const [lang, dates, members] of [
    ['en', '4 dates, no member', '26 members, no date'],
    ['br', '4 emgav, ezel ebet', '26 ezel, emgav ebet'],
  ] as const) {
    it(`says what it is, in the language of its page (${lang})`, async () => {
      document.documentElement.lang = lang;
      try {
        const { map, list } = await shown({ src: serve(CALENDAR) });
        expect(map).to.contain(dates);
        expect(list).to.contain(dates);
        const { agenda, counter } = await shown({ src: serve(LISTS['towns and codes']) });
        expect(agenda).to.contain(members);
        expect(counter).to.contain(members);
      } finally {
        document.documentElement.lang = 'fr';
      }
    });
  }

  it('credits in each foot the data that are shown there', async () => {
    const src = serve(LISTS['towns and codes']);
    const { element } = await shown({ src, reference: REFERENCE });
    const foot = (name: string): string =>
      element(name).renderRoot.querySelector<HTMLElement>('[part=source]')?.innerText ?? '';
    expect(foot('member-map')).not.to.contain('Cress');
    await waitUntil(() => foot('event-agenda').includes('Cress Bretagne') || /Rapport/.test(foot('event-agenda')));
  });

  describe('with names', () => {
    const lists = () => ({ adherents: serve(LISTS['towns and codes']), agenda: serve(CALENDAR) });
    const declared = (sources: Readonly<Record<string, string>>) =>
      Object.entries(sources)
        .map(([name, src]) => `${name} = ${src}`)
        .join('\n');
    const all = ({ map, list, indicator, agenda }: Shown) => {
      expect(map).to.contain('26 adhérents, dont 26 situés sur la carte');
      expect(list).to.contain('Coopérative imaginaire 26');
      expect(indicator).to.contain('117');
      expect(agenda).to.contain('Rencontre imaginaire 4').and.to.contain('4 rendez-vous');
      expect(lines).to.deep.equal([]);
    };

    it('gives each widget the one that holds what it shows, in either order, and figures of the reference', async () => {
      const { adherents, agenda } = lists();
      all(await shown({ sources: declared({ adherents, agenda }), reference: REFERENCE }));
      all(await shown({ sources: declared({ agenda, adherents }), reference: REFERENCE }));
    });

    it('is read from a file, with its reference data', async () => {
      const { adherents, agenda } = lists();
      const sources = {
        adherents: { title: 'Nos adhérents', src: adherents, kind: 'members' },
        agenda: { src: [agenda], kind: 'events' },
      };
      const file = serve(
        JSON.stringify({ format: 'ess-sources/1', reference: REFERENCE, zone: 'Europe/Paris', sources }),
      );
      const page = await shown({ sources: file });
      all(page);
      expect(page.map).to.contain('Nos adhérents, localhost');
      expect(pageDefaults.zone).to.equal('Europe/Paris');
    });

    it('is in a provider, whose names hide those of the page', async () => {
      const { adherents, agenda } = lists();
      const other = serve('Nom;Code postal;Commune\nAbri;29200;Brest\n');
      const inside = `<ess-provider sources="${declared({ adherents })}" source="adherents">${WIDGETS}</ess-provider>`;
      all(await shown({ sources: declared({ adherents: other, agenda }), reference: REFERENCE }, inside));
    });

    it('is beside others on a map that shows several layers, each from the list that is declared for it', async () => {
      const { adherents } = lists();
      const agenda = `${serve('Titre;Date;Code postal;Commune\nRencontre imaginaire;2100-03-04;29200;Brest\n')}#kind=events`;
      const own = '<ess-member-map layers="members events"></ess-member-map>';
      const { map } = await shown({ sources: declared({ agenda, adherents }), reference: REFERENCE }, own);
      expect(map).to.match(/26.adhérents, 1.événement sur la carte 27 dans cette vue/);
    });

    it('is what an element asks for: several are joined, and a list is counted', async () => {
      const { adherents } = lists();
      const lieux = serve('Nom;Code postal;Commune\nAbri;29200;Brest\n');
      const own = `<ess-member-map source="adherents lieux"></ess-member-map><ess-indicator source="lieux" indicator="members-stock"></ess-indicator>`;
      const { map, indicator } = await shown({ sources: declared({ adherents, lieux }), reference: REFERENCE }, own);
      expect(map).to.contain('27 adhérents, dont 27');
      expect(indicator).to.match(/\b1\b/).and.not.to.contain('117');
    });

    it('says which there are where none has a name, and one line for each that cannot be read', async () => {
      const { agenda } = lists();
      const own = '<ess-event-agenda source="agendas"></ess-event-agenda>';
      const { agenda: said } = await shown({ sources: `${declared({ agenda })}\nhttps://a.example/x` }, own);
      expect(said).to.contain('Aucune source ne s’appelle « agendas ». Celles de cette page : agenda.');
      expect(lines.filter((line) => line.includes('https://a.example/x'))).to.have.lengthOf(1);
    });

    it('is declared by the site alone', async () => {
      const { adherents } = lists();
      const inside = `<ess-provider sources="${declared({ adherents })}">${WIDGETS}</ess-provider>`;
      const { map } = await shown({ reference: REFERENCE, cms: 'wordpress' }, inside);
      expect(map).to.contain('117 adhérents publiés');
      expect(lines.some((line) => line.includes('data-sources'))).to.equal(true);
    });

    it('has its hours in the zone of the page, which everybody there reads', async () => {
      const agenda = serve('Titre;Date;Heure;Commune\nRencontre imaginaire;2100-03-04;18h;Brest\n');
      const own = '<ess-event-agenda></ess-event-agenda>';
      const page = { sources: declared({ agenda: `${agenda}#kind=events` }), zone: 'Indian/Reunion' };
      const { agenda: said } = await shown(page, own);
      expect(said).to.contain('à 18 h').and.not.to.contain('UTC');
      const { data } = await pageClient().query({ src: `${agenda}#kind=events`, need: ['events'] }).ready;
      expect(data?.collections.events?.[0]?.startsAt).to.equal('2100-03-04T18:00:00+04:00');
    });

    it('leaves the reference where its file cannot be had', async () => {
      const { map } = await shown({ sources: '/none/sources.json', reference: REFERENCE });
      expect(map).to.contain('117 adhérents publiés');
      expect(lines.filter((line) => line.includes('sources.json'))).to.have.lengthOf(1);
    });
  });
});

describe('a list of any place in France', () => {
  /** A file of one département: names, postal codes without it, positions. */
  const shard = (code: string, names: string, postal: string, points: string) => ({
    format: 'ess-departement/1',
    name: `Département imaginaire ${code}`,
    insee: names.split('|').map(() => 1),
    names,
    from: [2148, 43606],
    points,
    postal,
    epci: names.replaceAll(/[^|]+\|?/g, '-'),
    groups: '',
    former: { insee: [], names: '', commune: [] },
    shared: { postal: {}, epci: {} },
  });
  const FILES: Readonly<Record<string, object>> = {
    'communes/04.json': shard('04', 'Castres', '100', '~'),
    'communes/81.json': shard('81', 'Albi|Castres|Navès|Lacaune', '000|100|100|230', '004h1M00~~'),
    // Where Albi is, of which the name has the number 6,871,008, and Castres, 29,076,697.
    'names/0.json': { format: 'ess-names/2', keys: `${'|'.repeat(58)}T-`, departements: '81' },
    'names/1.json': { format: 'ess-names/2', keys: `${'|'.repeat(247)}HdHd`, departements: '0481' },
  };
  const { fetch } = globalThis;
  let folder = '';
  let asked: string[] = [];
  let isThere = true;
  beforeEach(() => {
    asked = [];
    isThere = true;
    // Files are kept from one visit to the next.
    folder = new URL(`/france/${crypto.randomUUID()}/`, location.href).href;
    setFrance(folder);
    setPageClient(undefined);
    globalThis.fetch = (input, init) => {
      const url = String(input);
      if (!url.startsWith(folder)) return fetch(input, init);
      const path = url.slice(folder.length);
      asked.push(path);
      const file = isThere && FILES[path];
      return Promise.resolve(file ? Response.json(file) : new Response('<html>', { status: 404 }));
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    setPageClient(undefined);
    for (const name of ['src', 'reference', 'france'] as const) delete pageDefaults[name];
  });

  const csv = (...rows: readonly string[]): string =>
    serve(`nom;commune;code postal\n${rows.map((row, at) => `Coopérative imaginaire ${at + 1};${row}\n`).join('')}`);
  const ROWS = ['Albi;81000', 'Castres;81100', 'Navès;81100', 'Lacaune;81230', 'Albi;'];

  it('asks for nothing where the reference data know its towns, and for what they do not know alone', async () => {
    const src = serve(LISTS['towns and codes']);
    expect((await shown({ src, reference: REFERENCE })).map).to.contain('26 adhérents, dont 26 situés');
    expect(asked).to.deep.equal([]);
    setPageClient(undefined);
    const both = await shown({ src: csv('Brest;29200', 'Albi;81000'), reference: REFERENCE });
    // The ground of the reference comes after the first picture, and Albi is beyond it.
    await waitUntil(() => visibleText(both.element('member-map')).includes('2 adhérents, dont 1 situé'));
    expect(both.map).to.contain('Albi (81) · situé à la commune');
    expect(asked).to.deep.equal(['communes/81.json']);
  });

  it('is on the map without reference data; what has no point of its own stands hollow at its postal code, or is listed', async () => {
    const { map, list } = await shown({ src: csv(...ROWS) });
    expect(map).to.contain('5 adhérents, dont 4 situés sur la carte');
    expect(list).to.match(/Navès \(81\) · situé au code postal/);
    expect(list).to.match(/Lacaune \(81\) · non situé/);
    expect([...new Set(asked)].sort()).to.deep.equal(['communes/81.json', 'names/0.json']);
  });

  it('tells the choices where several départements have a name, and takes none', async () => {
    const { list, element } = await shown({ src: csv('Castres;', 'Albi;81000') });
    expect(list).to.contain('Castres · non situé');
    const { dataset } = element('member-list') as unknown as { readonly dataset: { readonly collections: object } };
    expect(JSON.stringify(dataset?.collections ?? {})).not.to.contain('commune-04');
  });

  it('has no place within a distance where its postal code alone is placed', async () => {
    const { element } = await shown({ src: csv(...ROWS) });
    const entries = [...element('member-list').renderRoot.querySelectorAll('li')].map((each) => each.textContent ?? '');
    expect(entries.some((text) => text.includes('Navès') && / km/.test(text))).to.equal(false);
  });

  it('is a list where the files cannot be had', async () => {
    isThere = false;
    const { map } = await shown({ src: csv(...ROWS) });
    expect(map).to.contain('5 adhérents, dont 0');
  });
});
