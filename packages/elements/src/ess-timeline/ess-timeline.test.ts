import { expect, fixture, html } from '@open-wc/testing';
import { setClock } from '../base/clock.ts';
import { setPageClient } from '../base/page.ts';
import { came, datasetFile, settle, take, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssTimeline } from './ess-timeline.ts';

const source = { document: 'rapport', section: 'I.1.d', page: 7 };
const data = {
  bodies: [{ id: 'ca', name: { fr: 'Conseil d’administration' }, kind: 'governance' }],
  organisations: [{ id: 'o', name: 'Atelier d’essai' }],
  networks: [{ id: 'reseau', name: { fr: 'Réseau' } }],
  meetings: [
    { id: 'm1', body: 'ca', date: '2024-06-18', status: 'held', source },
    { id: 'm2', body: 'ca', date: '2024-06', status: 'planned' },
    { id: 'm3', body: 'ca', date: '2025-04', status: 'planned' },
  ],
  votes: [
    {
      id: 'v',
      subject: { fr: 'Nouveaux statuts' },
      body: 'ca',
      date: '2024-12-19',
      for: { value: 96.4, op: '=', unit: 'percent' },
    },
  ],
  memberships: [{ id: 'x', organisation: 'o', network: 'reseau', start: '2024-03-19', end: '2024' }],
  events: [
    {
      id: 'e',
      title: { fr: 'Rencontre' },
      date: '2024-10-18/2024-10-19',
      status: 'cancelled',
      place: 'Brest',
      series: 's',
      url: 'https://example.org/',
    },
    { id: 'n', title: { fr: '<img src=x onerror=alert(1)>' }, status: 'held', url: 'javascript:alert(1)' },
  ],
};

async function timeline(
  attributes: Readonly<Record<string, string>>,
  collections: Readonly<Record<string, readonly object[]>> = data,
): Promise<EssTimeline> {
  useFiles({ 'data.json': datasetFile(collections) });
  const element = document.createElement('ess-timeline');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
function spoken(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('[aria-hidden="true"]')) each.remove();
  return copy.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
}
const rows = (element: Element): readonly string[] => all(element, '.row').map(spoken);
const ALL = { collections: 'meetings votes memberships events' };

describe('<ess-timeline>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2025-03-05T12:00:00Z'));
  });
  after(() => setClock(undefined));
  afterEach(() => setPageClient(undefined));

  it('is ordered lists by month, the earliest first, each date as exact as it is known', async () => {
    const element = await timeline(ALL);
    expect(all(element, 'ol').map((list) => list.getAttribute('role'))).to.include('list');
    expect(all(element, '.group').map(spoken)).to.deep.equal([
      'Mars 2024',
      'Juin 2024',
      'Octobre 2024',
      'Décembre 2024',
      '2024, mois à préciser',
      'Avril 2025',
      'Sans date',
    ]);
    expect(one(element, '.subtitle').textContent).to.equal('8 dates');
    expect(rows(element)[0]).to.equal('mardi 19 mars 2024 Atelier d’essai Adhésion, Réseau');
    const months = all(element, '.date').map((date) => date.querySelector('b')!.textContent);
    expect(months).to.deep.equal(['19', '18', 'juin', '18–19', '19', '2024', 'avr.', '–']);
    await expect(element).to.be.accessible();
  });

  it('tells held, planned and cancelled apart in words and by the mark', async () => {
    const element = await timeline(ALL);
    expect(all(element, '.tag').map(spoken)).to.deep.equal(['Était prévu', 'Annulé', 'Prévu']);
    const marks = all(element, '.mark').map((mark) => mark.className.replace('mark ', ''));
    expect(marks).to.deep.equal(['held', 'held', 'was-planned', 'cancelled', 'held', 'held', 'planned', 'held']);
    const [held, , was, cancelled] = all(element, '.mark').map((mark) => getComputedStyle(mark));
    expect(held!.backgroundColor).not.to.equal(was!.backgroundColor);
    expect(was!.borderStyle).to.equal('dashed');
    expect(cancelled!.backgroundImage).to.contain('gradient');
    expect(one(element, 's').textContent).to.equal('Rencontre');
  });

  it('has each time of what comes back, in the period where one is asked for', async () => {
    const permanence = {
      ...{ id: 'p', title: { fr: 'Permanence' }, date: '2025-02-25', status: 'planned' },
      recurrence: { frequency: 'weekly', until: '2025-03-31', exceptions: ['2025-03-11'] },
    };
    const moved = { id: 'q', title: { fr: 'Déplacée' }, date: '2025-03-20', status: 'planned' };
    const events = [permanence, { ...moved, occurrenceOf: { event: 'p', date: '2025-03-18' } }];
    const said = async (attributes: object) => {
      const element = await timeline({ collections: 'events', ...attributes }, { events });
      await came(element, import('../views/recurring.ts'));
      return rows(element);
    };
    expect(await said({})).to.deep.equal([
      'mardi 25 février 2025 Permanence Était prévu Événement',
      'mardi 4 mars 2025 Permanence Était prévu Événement',
      'jeudi 20 mars 2025 Déplacée Prévu Événement',
      'mardi 25 mars 2025 Permanence Prévu Événement',
    ]);
    expect(await said({ period: '2025-02' })).to.have.length(1);
  });

  it('moves on when the day ends, without a word', async () => {
    const { setInterval } = window;
    const ticks: (() => void)[] = [];
    window.setInterval = ((each: () => void) => ticks.push(each)) as typeof window.setInterval;
    try {
      const events = [{ id: 'a', title: { fr: 'A' }, date: '2025-03-05', status: 'planned' }];
      const element = await timeline({ collections: 'events' }, { events });
      expect(all(element, '.tag').map(spoken)).to.deep.equal(['Prévu']);
      setClock(() => Date.parse('2025-03-06T00:00:30+01:00'));
      for (const tick of ticks) tick();
      await element.updateComplete;
      expect(all(element, '.tag').map(spoken)).to.deep.equal(['Était prévu']);
      expect(one(element, '[aria-live]').textContent.trim()).to.equal('');
    } finally {
      window.setInterval = setInterval;
      setClock(() => Date.parse('2025-03-05T12:00:00Z'));
    }
  });

  it('says what a step is, where, how a vote went and where it was published', async () => {
    const element = await timeline(ALL);
    const said = rows(element).join('\n');
    expect(said).to.contain('Conseil d’administration Réunion Rapport d’essai 2024, I.1.d, p. 7');
    expect(said).to.contain('Nouveaux statuts Vote, Conseil d’administration, 96,4 % pour');
    expect(said).to.contain('Atelier d’essai Départ, Réseau');
    expect(said).to.contain('Annulé Événement, Brest');
  });

  it('links by http only, and runs nothing', async () => {
    const element = await timeline(ALL);
    expect(all(element, '.name a').map((link) => link.getAttribute('href'))).to.deep.equal(['https://example.org/']);
    expect(all(element, 'img')).to.deep.equal([]);
  });

  it('keeps the pairs, the series and the period asked for; what has no date is counted', async () => {
    const element = await timeline({ collections: 'meetings events', period: '2024-10', series: 's' });
    expect(rows(element)).to.have.length(1);
    const all2024 = await timeline({ collections: 'events', period: '2024' });
    expect(visibleText(all2024)).to.contain('1 ligne sans date n’est pas affichée.');
    const none = await timeline({ collections: 'meetings', where: 'body=bureau' });
    expect(none.state).to.equal('empty');
    expect(visibleText(none)).to.contain('Aucune date ne correspond');
  });

  it('names a series that does not exist, with those that do', async () => {
    const element = await timeline({ collections: 'events', series: 'foire' });
    await settle(element, 'error');
    expect(visibleText(element).replace(/\u202f/g, ' ')).to.contain(
      'La série « foire » n’existe pas dans ces données. Séries possibles : s.',
    );
  });

  it('names a collection without dates, and asks for one where none is named', async () => {
    expect(visibleText(await timeline({ collections: 'meetings reunions' }))).to.match(
      /«\sreunions\s».*meetings, votes/,
    );
    expect(visibleText(await timeline({}))).to.contain('collections');
  });

  it('comes in pages of fifty; the first new date takes the focus', async () => {
    const meetings = [...Array(120).keys()].map((n) => ({
      id: `m${n}`,
      body: 'ca',
      date: '2024-06-18',
      status: 'held',
    }));
    const element = await timeline({ collections: 'meetings', chart: 'list' }, { ...data, meetings });
    expect(rows(element)).to.have.length(50);
    one(element, '.more button').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(100);
    expect(element.shadowRoot!.activeElement).to.equal(all(element, '.name')[50]);
    await waitUntil(() => one(element, '[aria-live]').textContent.includes('100 dates affichées sur 120'));
  });

  it('shows dates of 1970 and 2200, a title of 500 letters and a narrow place without spilling over', async () => {
    const long = 'Un titre très long '.repeat(27);
    const events = [
      { id: 'a', title: { fr: long }, date: '1970-01-01', status: 'held' },
      { id: 'b', title: { fr: 'x'.repeat(500) }, date: '2200', status: 'planned' },
    ];
    const element = await timeline({ collections: 'events' }, { events });
    element.style.inlineSize = '328px';
    await element.updateComplete;
    expect(all(element, '.group').map(spoken)).to.deep.equal(['1970', '2200']);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await expect(element).to.be.accessible();
  });

  it('has its dates above their words where letters are large beside the place', async () => {
    const element = await timeline(ALL);
    const [date, words] = [one(element, '.date'), one(element, '.what')];
    const isAbove = (): boolean => date.getBoundingClientRect().bottom <= words.getBoundingClientRect().top;
    expect(isAbove()).to.equal(false);
    element.style.inlineSize = '12em';
    expect(isAbove()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('gives all its dates as a spreadsheet', async () => {
    const element = await timeline(ALL);
    const made: Blob[] = [];
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      await take(element, 'CSV');
      await came(element, import('./timeline-sheet.ts'));
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const lines = (await made[0]!.text()).replaceAll('"', '').split('\r\n');
    expect(lines).to.have.length(10);
    expect(lines[2]).to.equal('2024-06-18;meetings;;Conseil d’administration;;;;;;;rapport;I.1.d;7');
  });
});
