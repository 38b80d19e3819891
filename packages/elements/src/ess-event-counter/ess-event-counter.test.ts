import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setClock } from '../base/clock.ts';
import { setPageClient } from '../base/page.ts';
import { came, cardOpen, datasetFile, type FileAnswer, settle, useFiles, visibleText } from '../testing/testing.ts';
import { setReaderZone } from '../views/reader-zone.ts';
import './define.ts';
import type { EssEventCounter } from './ess-event-counter.ts';

const DATA = '/packages/bretagne/data/manifest.json';
const MONTH = 'mois-de-l-ess';

const series = [
  { id: MONTH, name: { fr: 'Mois de l’ESS' } },
  { id: 'ateliers', name: { fr: 'Ateliers' } },
];
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: ['region-53'] },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
];
const held = (id: string, fields: object): object => ({ id, title: { fr: id }, status: 'held', ...fields });
const events = [
  held('month', { date: '2024', series: MONTH, edition: 17, count: 330, territories: ['region-53'] }),
  held('a1', { date: '2024-03-01', series: 'ateliers', edition: 2, territories: ['departement-29'] }),
  held('a2', { date: '2024-03-02', series: 'ateliers', edition: 2, territories: ['departement-29'] }),
  held('old', { date: '2023-03-02', series: 'ateliers', edition: 1 }),
  { id: 'next', title: { fr: 'Grande rencontre' }, date: '2025-05-22', status: 'planned', place: 'Brest' },
  { id: 'later', title: { fr: 'Plus tard' }, date: '2025-06', status: 'planned', series: 'ateliers' },
];
const figure = (indicator: string, value: number, unit: string, op = '=', period = '2024'): object => ({
  id: `${indicator}/${period}`,
  indicator,
  label: { fr: indicator },
  period,
  quantity: { value, op, unit },
  source: { document: 'rapport', section: 'I.4.d', page: 13 },
});
const figures = [
  figure('month-events', 330, 'events'),
  figure('month-national-share', 17.5, 'percent'),
  figure('month-organisers', 157, 'organisations'),
  figure('month-member-organisers', 28, 'members'),
  figure('month-attendance', 20_000, 'people', '~'),
];

async function counter(
  attributes: Readonly<Record<string, string>> = {},
  {
    observations = figures,
    list = events,
    periods = ['2024'],
  }: { observations?: readonly object[]; list?: readonly object[]; periods?: readonly string[] } = {},
): Promise<EssEventCounter> {
  useFiles({ 'data.json': datasetFile({ observations, events: list, series, territories }, { periods }) });
  return shown(attributes);
}

async function shown(attributes: Readonly<Record<string, string>>, src = 'data.json'): Promise<EssEventCounter> {
  const element = document.createElement('ess-event-counter');
  element.src = src;
  element.evidence = 'full';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  await came(element, Promise.all([import('./next-view.ts'), import('./empty-view.ts')]));
  await element.updateComplete;
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
const figuresOf = (element: Element): readonly string[] =>
  all(element, 'dl.figures > div').map(
    (each) => `${spoken(each.querySelector('dd')!)} ${spoken(each.querySelector('dt')!)}`,
  );

describe('<ess-event-counter>', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    // Loaded beforehand: a busy machine takes its time, and no test is about that.
    await Promise.all([import('./digest.ts'), import('./empty-view.ts'), import('../base/computer.ts')]);
  });
  beforeEach(() => {
    setClock(() => Date.parse('2025-03-05T12:00:00Z'));
  });
  afterEach(() => {
    setClock(undefined);
    setPageClient(undefined);
  });

  it('says how many, of what, when and where in its title', async () => {
    const element = await counter({ series: MONTH });
    expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
  });

  it('draws the part in the whole of the country, and says it', async () => {
    const element = await counter({ series: MONTH });
    expect(spoken(one(element, '.part p'))).to.match(
      /^17,5.% du total national \(près de.1.900, calculé\) Autres régions$/,
    );
    const [part, rest] = all(element, '.line > i').map((each) => each.getBoundingClientRect().width);
    expect(part! / (part! + rest!)).to.be.closeTo(0.175, 0.01);
  });

  it('names the other part at its end of the bar, also where both words do not stand in one line', async () => {
    const element = await counter({ series: MONTH });
    for (const width of ['40rem', '18rem']) {
      element.style.width = width;
      const [bar, rest] = ['.line', '.rest'].map((each) => one(element, each).getBoundingClientRect());
      expect(rest!.right, width).to.be.closeTo(bar!.right, 1);
    }
  });

  it('sets at most three figures beside, approximate ones said to be so', async () => {
    const element = await counter({ series: MONTH });
    expect(figuresOf(element)).to.deep.equal([
      '157 structures organisatrices',
      '28 adhérents organisateurs',
      'env. 20 000 participations',
    ]);
  });

  it('leaves out what is not known', async () => {
    const element = await counter({ series: MONTH }, { observations: figures.slice(0, 1) });
    expect(spoken(one(element, 'h3'))).to.contain('330');
    expect(all(element, '.part, .figures')).to.deep.equal([]);
  });

  it('compares with the edition before when both are known', async () => {
    const before = figure('month-events', 300, 'events', '=', '2023');
    const element = await counter({ series: MONTH }, { observations: [...figures, before] });
    expect(spoken(one(element, '.change'))).to.equal('+30 par rapport à 2023 (300)');
    expect(all(await counter({ series: MONTH }), '.change')).to.deep.equal([]);
  });

  it('counts in the list of events a series that has no figures of its own, and says that it is one', async () => {
    const element = await counter({ series: 'ateliers' });
    expect(spoken(one(element, 'h3'))).to.equal('au moins 2 événements, Ateliers 2024, Finistère');
    expect(all(element, '.badge').map((badge) => badge.textContent.trim())).to.include('partiel');
    expect(one(element, '.foot').innerText).to.match(/Données.: Réseau d’essai/);
  });

  it('counts in the list of events when the figures of the series are missing', async () => {
    const element = await counter({ series: MONTH }, { observations: [] });
    expect(spoken(one(element, 'h3'))).to.match(/^au moins 330 événements/);
  });

  it('counts all events that took place when no series is asked for, never those planned', async () => {
    const element = await counter();
    expect(spoken(one(element, 'h3'))).to.equal('au moins 332 événements tenus, en 2024');
    const one29 = await counter({ territory: 'departement-29' });
    expect(spoken(one(one29, 'h3'))).to.equal('au moins 2 événements tenus, en 2024, Finistère');
  });

  it('takes an edition by its year or by its number', async () => {
    for (const edition of ['2024', '17']) {
      expect(spoken(one(await counter({ series: MONTH, edition }), 'h3'))).to.contain(
        '330 événements, Mois de l’ESS 2024',
      );
    }
    expect(spoken(one(await counter({ series: 'ateliers', edition: '1' }), 'h3'))).to.contain(
      '1 événement, Ateliers 2023',
    );
  });

  it('counts an edition that goes over New Year whole, and compares it with the one before', async () => {
    setClock(() => Date.parse('2024-12-01T12:00:00Z'));
    const winter = (date: string, edition: number, status = 'held') =>
      held(date, { date, series: 'ateliers', edition, status });
    const list = [
      winter('2022-12-10/2023-01-20', 1),
      ...['2023-12-08', '2024-01-13', '2024-01-20'].map((date) => winter(date, 2)),
      winter('2024-12-07', 3, 'planned'),
      winter('2025-01-18', 3, 'planned'),
    ];
    const said = async (attributes: object) => {
      const element = await counter({ series: 'ateliers', ...attributes }, { list });
      return [one(element, 'h3'), ...all(element, '.change')].map(spoken);
    };
    const second = [
      'au moins 3 événements, Ateliers, du 8 décembre 2023 au 20 janvier 2024',
      'Pas de chiffre comparable (du 10 décembre 2022 au 20 janvier 2023).',
    ];
    for (const edition of ['2', '2023']) expect(await said({ edition }), edition).to.deep.equal(second);
    expect(await said({})).to.deep.equal(second);
    const [first] = await said({ edition: '1' });
    expect(first).to.equal('au moins 1 événement, Ateliers, du 10 décembre 2022 au 20 janvier 2023');
    const [third, announced] = await said({ edition: '3' });
    expect(third).to.equal('événements annoncés, Ateliers, du 7 décembre 2024 au 18 janvier 2025');
    expect(announced).to.contain('2 événements');
  });

  it('names the next event that lies ahead, by the clock of the page', async () => {
    const element = await counter();
    expect(spoken(one(element, '.next'))).to.match(
      /Prochain rendez-vous.: Grande rencontre, jeudi 22 mai 2025, Brest$/,
    );
    expect(spoken(one(await counter({ series: 'ateliers' }), '.next'))).to.contain('Plus tard, juin 2025');
  });

  it('says the zone of the next event to those whose clocks show another hour, and on paper where it is not the data’s', async () => {
    const next = { id: 'n', title: { fr: 'Suite' }, startsAt: '2025-03-18T18:30:00+04:00', status: 'planned' };
    setReaderZone('Indian/Reunion');
    try {
      const element = await counter({}, { list: [...events, next] });
      expect(spoken(one(element, '.next'))).to.match(/à 18.h.30 \(dans 13 jours\)$/);
      window.dispatchEvent(new Event('beforeprint'));
      expect(spoken(one(element, '.next'))).to.match(/à 18.h.30 \(UTC\+04:00\) \(dans/);
      window.dispatchEvent(new Event('afterprint'));
      expect(spoken(one(element, '.next'))).not.to.contain('UTC');
    } finally {
      setReaderZone(undefined);
    }
  });

  it('says calmly that no date lies ahead, with the date of the data, unless a past edition is asked for', async () => {
    setClock(() => Date.parse('2025-07-01T00:00:00Z'));
    const element = await counter();
    expect(spoken(one(element, '.next'))).to.equal('Aucune date à venir (données du 5 mars 2025)');
    expect(all(await counter({ series: MONTH, edition: '17' }), '.next')).to.deep.equal([]);
    expect(all(await counter({ period: '2024' }), '.next')).to.deep.equal([]);
  });

  it('tells how soon it is, where that helps, and whether there is room', async () => {
    const said = async (date: string, fields: object = {}) => {
      const next = { id: 'n', title: { fr: 'Suite' }, date, status: 'planned', ...fields };
      return spoken(one(await counter({}, { list: [...events, next] }), '.next')).replace(/^.*: /, '');
    };
    expect(await said('2025-03-05')).to.equal('Suite, mercredi 5 mars 2025 (aujourd’hui)');
    expect(await said('2025-03-08', { status: 'full', online: true })).to.equal(
      'Suite, samedi 8 mars 2025, en ligne, complet (dans 3 jours)',
    );
    expect(await said('2025-03-01/2025-03-09')).to.equal('Suite, du 1er au 9 mars 2025 (en cours)');
    expect(await said('2025-05-04')).to.equal('Suite, dimanche 4 mai 2025 (dans 60 jours)');
    expect(await said('2025-05-05')).to.equal('Suite, lundi 5 mai 2025');
    expect(await said('2025-04')).to.equal('Suite, avril 2025');
    const hour = { date: null, startsAt: '2025-03-18T18:30:00+01:00' };
    expect(await said('', hour)).to.match(/^Suite, mardi 18 mars 2025 à 18.h.30 \(dans 13 jours\)$/);
  });

  describe('where none has taken place yet', () => {
    const planned = (id: string, fields: object = {}) => ({
      ...{ id, title: { fr: 'Première' }, date: '2025-04-01', status: 'planned', series: 'ateliers' },
      ...fields,
    });
    const list = [
      ...events,
      planned('m1', { series: MONTH, edition: 19, date: '2026-11-02', territories: ['departement-29'] }),
      planned('m2', { series: MONTH, edition: 19, date: '2026-11-03', status: 'full', count: 10 }),
      planned('m3', { series: MONTH, edition: 19, date: '2026-11-04', status: 'cancelled' }),
      planned('m4', { series: MONTH, edition: 20, date: '2027-11-04' }),
    ];

    it('says how many are announced, in words of their own, with their basis and the next one', async () => {
      const element = await counter(
        { series: 'ateliers' },
        { list: [planned('n'), planned('o', { date: '2025-05' })] },
      );
      expect(element.state).to.equal('ready');
      expect(spoken(one(element, 'h3'))).to.equal('événements annoncés, Ateliers 2025');
      expect(all(element, '.value')).to.have.length(0);
      expect(spoken(one(element, '[part="announced"]'))).to.match(
        /^au moins.2 événements annoncés – aucun n’est encore compté comme tenu$/,
      );
      expect(spoken(one(element, '.next'))).to.contain('Première, mardi 1er avril 2025');
      expect(spoken(one(element, 'button.badge'))).to.equal('liste');
      one(element, 'button.badge').click();
      await cardOpen(element);
      expect(spoken(one(element, '.card')))
        .to.contain('Événements annoncés')
        .and.not.to.contain('Événements tenus');
      await expect(element).to.be.accessible();
    });

    it('says it of the edition asked for: full ones are among them, cancelled ones are not', async () => {
      const element = await counter({ series: MONTH, edition: '19' }, { list });
      expect(spoken(one(element, 'h3'))).to.equal('événements annoncés, Mois de l’ESS 2026');
      expect(spoken(one(element, '[part="announced"]'))).to.match(/^au moins.11 événements annoncés/);
    });

    it('never adds them to those that took place, nor shows them beside', async () => {
      const element = await counter({ series: MONTH }, { list });
      expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
      expect(visibleText(element)).not.to.contain('annoncé');
    });

    it('keeps them to the territory of the page, and says nothing is known where none is announced', async () => {
      const element = await counter({ series: MONTH, edition: '19', territory: 'departement-29' }, { list });
      expect(spoken(one(element, '[part="announced"]'))).to.match(/^au moins.1 événement annoncé –/);
      const other = await counter({ series: MONTH, edition: '19', territory: 'departement-35' }, { list });
      expect(other.state).to.equal('empty');
      expect(visibleText(other)).to.contain('Pas de chiffre pour ce territoire').and.not.to.contain('annoncé');
    });

    it('says that none is counted where their dates are past', async () => {
      const element = await counter({ series: 'ateliers' }, { list: [planned('n', { date: '2025-02-01' })] });
      expect(element.state).to.equal('empty');
      expect(visibleText(element)).to.contain('Aucun événement compté');
    });
  });

  it('looks into what comes back, and passes over the days on which it does not take place', async () => {
    const weekly = {
      id: 'w',
      title: { fr: 'Permanence' },
      date: '2025-02-25',
      status: 'planned',
      recurrence: { frequency: 'weekly', exceptions: ['2025-03-11'] },
    };
    setClock(() => Date.parse('2025-03-09T12:00:00Z'));
    const element = await counter({}, { list: [...events, weekly] });
    expect(spoken(one(element, '.next'))).to.contain('Permanence, mardi 18 mars 2025 (dans 9 jours)');
    setClock(() => Date.parse('2027-01-01T12:00:00Z'));
    expect(spoken(one(await counter({}, { list: [...events, weekly] }), '.next'))).to.contain('mardi 5 janvier 2027');
  });

  it('moves on when the day ends, without a word', async () => {
    const { setInterval } = window;
    const ticks: (() => void)[] = [];
    window.setInterval = ((each: () => void) => ticks.push(each)) as typeof window.setInterval;
    try {
      setClock(() => Date.parse('2025-05-20T12:00:00Z'));
      const element = await counter();
      expect(spoken(one(element, '.next'))).to.contain('après-demain');
      setClock(() => Date.parse('2025-05-20T22:00:30Z'));
      for (const tick of ticks) tick();
      await element.updateComplete;
      expect(spoken(one(element, '.next')))
        .to.contain('demain')
        .and.not.to.contain('après');
      expect(one(element, '[aria-live]').textContent.trim()).to.equal('');
    } finally {
      window.setInterval = setInterval;
    }
  });

  it('keeps the next event to the territory and to the pairs of the page', async () => {
    const at = (id: string, date: string, fields: object) => ({
      id,
      title: { fr: id },
      date,
      status: 'planned',
      ...fields,
    });
    const list = [
      ...events,
      at('Ailleurs', '2025-04-01', { territories: ['region-53'] }),
      at('Ici', '2025-04-02', { territories: ['departement-29'], series: 'ateliers' }),
    ];
    const next = async (attributes: Readonly<Record<string, string>>) =>
      spoken(one(await counter(attributes, { list }), '.next'))
        .replace(/^.*: /, '')
        .split(',')[0];
    expect(await next({})).to.equal('Ailleurs');
    expect(await next({ territory: 'departement-29' })).to.equal('Ici');
    expect(await next({ where: 'departement=departement-29' })).to.equal('Ici');
    expect(await next({ where: 'series=ateliers' })).to.equal('Ici');
  });

  describe('of a territory', () => {
    const placed = (value: number, territory: string, period = '2024') => ({
      ...figure('month-events', value, 'events', '=', period),
      id: `${territory}/${period}`,
      territory,
    });
    const inFinistere = { series: MONTH, territory: 'departement-29' };

    it('shows the figure that is published for it, and none of the region’s', async () => {
      const element = await counter(inFinistere, { observations: [...figures, placed(90, 'departement-29')] });
      expect(spoken(one(element, 'h3'))).to.equal('90 événements, Mois de l’ESS 2024, Finistère');
      expect(all(element, '.part, .figures, .by-place')).to.deep.equal([]);
    });

    it('counts in the list what none is published for, as far as the list goes', async () => {
      const element = await counter({ series: 'ateliers', territory: 'departement-29' });
      expect(spoken(one(element, 'h3'))).to.equal('au moins 2 événements, Ateliers 2024, Finistère');
    });

    it('says that there is none, with what is known of the whole: never 0', async () => {
      const element = await counter(inFinistere);
      expect(element.state).to.equal('empty');
      expect(visibleText(element)).to.contain('Pas de chiffre pour ce territoire').and.to.contain('Finistère, 2024');
      expect(visibleText(element)).not.to.match(/(^| )0 /);
      await expect(element).to.be.accessible();
    });

    it('has its number by département one press away: published ones first', async () => {
      const published = [placed(90, 'departement-29'), placed(120, 'departement-35')];
      const element = await counter({ series: MONTH }, { observations: [...figures, ...published] });
      const button = one(element, '.by-place button');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      button.click();
      await came(element, import('./places-view.ts'));
      expect(one(element, '.by-place button').getAttribute('aria-expanded')).to.equal('true');
      expect(all(element, '#places tbody tr').map((row) => spoken(row))).to.deep.equal([
        'Ille-et-Vilaine 120',
        'Finistère 90',
      ]);
      expect(spoken(one(element, '#places p'))).to.equal('Département connu pour 210 événements sur 330.');
      await expect(element).to.be.accessible();
      one(element, '.by-place button').click();
      await came(element, import('./places-view.ts'));
      expect(all(element, '#places table')).to.deep.equal([]);
    });

    it('has the list by département where the list is what is counted, and "at least"', async () => {
      const element = await counter({ series: 'ateliers' });
      one(element, '.by-place button').click();
      await came(element, import('./places-view.ts'));
      expect(all(element, '#places tbody tr').map((row) => spoken(row))).to.deep.equal(['Finistère au moins 2']);
    });
  });

  describe('compared', () => {
    const of = (year: string, value: number, op = '=') => figure('month-events', value, 'events', op, year);
    const edition = (year: string, number: number) => ({ ...events[0], id: year, date: year, edition: number });

    it('keeps "about" and "at least" of what it is compared with', async () => {
      const change = async (before: object) =>
        spoken(one(await counter({ series: MONTH }, { observations: [...figures, before] }), '.change'));
      expect(await change(of('2023', 300, '~'))).to.match(/^env\..\+30 par rapport à 2023 \(env\..300\)$/);
      expect(await change(of('2023', 330))).to.equal('stable par rapport à 2023 (330)');
    });

    it('is compared with its edition before, however long ago that was', async () => {
      const list = [...events, edition('2021', 16)];
      const element = await counter({ series: MONTH }, { observations: [...figures, of('2021', 290)], list });
      expect(spoken(one(element, '.change'))).to.equal('+40 par rapport à 2021 (290)');
    });

    it('does not deny a figure that is shown where its period is asked for, but says that it does not compare', async () => {
      expect(spoken(one(await counter({ period: '2023' }), '.value'))).to.equal('au moins 1');
      const element = await counter({ period: '2024', compare: '2023' });
      expect(spoken(one(element, '.change'))).to.equal('Pas de chiffre comparable (2023).');
    });

    it('says that the period that the page names has no figure', async () => {
      const element = await counter({ series: MONTH, compare: '2019' });
      expect(spoken(one(element, '.change'))).to.equal('Pas de chiffre comparable (2019).');
      for (const compare of ['none', 'previous']) {
        const plain = await counter({ series: MONTH, compare });
        expect(plain.state).to.equal('ready');
        expect(all(plain, '.change')).to.deep.equal([]);
      }
    });

    it('takes the national number as published, or leaves it out, never that of another year', async () => {
      const count = figures.slice(0, 1).map((each) => ({ ...each, of: 'month-national-events' }));
      const national = (period: string, op = '=') => figure('month-national-events', 1800, 'events', op, period);
      const said = async (...more: readonly object[]) =>
        all(
          await counter({ series: MONTH }, { observations: [...count, ...more], periods: ['2023', '2024'] }),
          '.part p',
        ).map(spoken);
      const [both] = await said(national('2024', '~'));
      expect(both).to.match(/^env\..18,3.% du total national \(env\..1.800, publié\)/);
      expect(await said(national('2023'))).to.deep.equal([]);
      expect(await said(figure('month-national-share', 17, 'percent', '=', '2023'))).to.deep.equal([]);
    });
  });

  describe('of data whose periods nobody declares', () => {
    const plan = (id: string, date: string, fields: object = {}) => ({
      ...{ id, title: { fr: id }, date, status: 'planned' },
      ...fields,
    });
    const list = [
      plan('past', '2024-03-04'),
      ...Array.from({ length: 21 }, (_, at) => plan(`n${at}`, '2025-04-01', at < 2 ? { themes: ['mer'] } : {})),
      plan('off', '2025-04-02', { status: 'cancelled' }),
    ];
    const open = async (attributes: Readonly<Record<string, string>> = {}, events: readonly object[] = list) => {
      useFiles({ 'data.json': datasetFile({ events }, { periods: ['2024'], periodsInferred: true }) });
      return shown(attributes);
    };

    it('counts what the agenda counts, from today', async () => {
      const element = await open();
      expect(element.state).to.equal('ready');
      expect(spoken(one(element, 'h3'))).to.equal('Événements');
      expect(spoken(one(element, '[part="announced"]'))).to.equal('21 à venir, 1 passé non confirmé');
      expect(visibleText(element)).not.to.contain('2024');
      expect(spoken(one(element, '.next'))).to.contain('mardi 1er avril 2025');
      await expect(element).to.be.accessible();
    });

    it('counts what took place as past, keeps to the pairs of the page, and to its period', async () => {
      const held = list.map((each) => (each.id === 'past' ? { ...each, status: 'held' } : each));
      expect(spoken(one(await open({}, held), '[part="announced"]'))).to.equal('21 à venir, 1 passé');
      expect(spoken(one(await open({ where: 'theme=mer' }), '[part="announced"]'))).to.equal('2 à venir');
      expect(visibleText(await open({ period: '2025' })))
        .to.contain('en 2025')
        .and.not.to.contain('à venir');
      expect((await open({}, [])).state).to.equal('empty');
    });
  });

  describe('with a digest of the build', () => {
    const manifest = (collections: object) => ({
      ...(datasetFile({}).json as object),
      measures: 'measures.json',
      collections,
    });
    const entry = (name: string) => ({ href: `${name}.json`, count: 1, hash: name, coverage: [] });
    const names = ['observations', 'events', 'series', 'territories'];
    const measure = {
      indicator: 'month-events',
      period: '2024',
      quantity: { value: 330, op: '=', unit: 'events' },
      basis: 'published',
    };
    const texts = {
      label: { fr: 'Événements' },
      definition: { fr: 'Événements' },
      kind: 'flow',
      unit: 'events',
      dimensions: [],
    };
    const digest = {
      series: [
        {
          id: MONTH,
          name: { fr: 'Mois de l’ESS' },
          editions: [{ year: '2024', number: 17, place: { fr: 'Bretagne' } }],
        },
      ],
      ahead: [{ title: { fr: 'Bientôt' }, date: '2025-04-01' }],
      more: false,
    };
    const measures = (events: object | undefined) => ({
      format: 'ess-measures/1',
      hashes: Object.fromEntries(names.map((name) => [name, name])),
      indicators: Object.fromEntries(
        [
          'month-events',
          'month-national-share',
          'month-national-events',
          'month-organisers',
          'month-member-organisers',
          'month-attendance',
        ].map((id) => [id, texts]),
      ),
      measures: [
        { ...measure, population: null, missing: null, sources: [], notes: [] },
        ...[
          'month-national-share',
          'month-national-events',
          'month-organisers',
          'month-member-organisers',
          'month-attendance',
        ].map((indicator) => ({
          ...measure,
          indicator,
          quantity: null,
          population: null,
          missing: null,
          sources: [],
          notes: [],
        })),
      ],
      ...(events ? { events } : {}),
    });
    const files = (events: object | undefined, others: Readonly<Record<string, FileAnswer>> = {}) =>
      useFiles({
        'manifest.json': { json: manifest(Object.fromEntries(names.map((name) => [name, entry(name)]))) },
        'measures.json': { json: measures(events) },
        ...others,
      });

    it('needs neither the events nor their code', async () => {
      files(digest);
      const element = await shown({ series: MONTH }, 'manifest.json');
      expect(element.state).to.equal('ready');
      expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
      expect(all(element, '.next')).to.have.length(1);
      expect(spoken(one(element, '.next'))).to.contain('Aucune date à venir');
      expect((await shown({ series: MONTH, edition: '17' }, 'manifest.json')).state).to.equal('ready');
    });

    it('tells what is published of a year of the edition that began in it', async () => {
      const editions = [{ year: '2024', number: 17, days: '2024-11-02/2025-01-09' }];
      files({ ...digest, series: [{ ...digest.series[0], editions }] });
      for (const edition of ['17', '2024', '']) {
        const element = await shown({ series: MONTH, edition }, 'manifest.json');
        await element.updateComplete;
        expect(spoken(one(element, 'h3')), edition).to.equal('330 événements, Mois de l’ESS 2024');
      }
    });

    it('asks the events where it cannot tell what comes next, and where there is no digest', async () => {
      const later = { id: 'l', title: { fr: 'Plus tard' }, date: '2026-01-15', status: 'planned', series: MONTH };
      const answers = {
        'events.json': { json: [later] },
        'series.json': { json: [{ id: MONTH, name: { fr: 'Mois de l’ESS' } }] },
        'territories.json': { json: territories.slice(0, 1) },
      };
      for (const events of [{ ...digest, more: true }, undefined]) {
        files(events, answers);
        const element = await shown({ series: MONTH }, 'manifest.json');
        const next = () => all(element, '.next').map(spoken).join('');
        for (let turns = 0; turns < 4000 && !next(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
        expect(next()).to.contain('Plus tard, jeudi 15 janvier 2026');
      }
    });
  });

  it('takes the day of Paris, wherever the visitor is', async () => {
    setClock(() => Date.parse('2025-05-22T21:30:00Z'));
    expect(all(await counter(), '.next')[0]!.textContent).to.contain('Grande rencontre');
    setClock(() => Date.parse('2025-05-22T22:30:00Z'));
    expect(all(await counter(), '.next')[0]!.textContent).to.contain('Plus tard');
  });

  it('keeps its number when the page gives it other words', async () => {
    const element = await counter({ series: MONTH, heading: 'événements cette année', 'heading-level': '2' });
    expect(spoken(one(element, 'h2'))).to.equal('330 événements cette année');
  });

  it('shows one source line and one card, which Escape closes', async () => {
    const element = await counter({ series: MONTH });
    expect(one(element, '.foot').innerText).to.match(/Source.: Rapport d’essai 2024, I\.4\.d, p\..13/);
    one(element, 'button.badge').focus();
    await sendKeys({ press: 'Enter' });
    await cardOpen(element);
    expect(all(element, '.card')).to.have.length(1);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(all(element, '.card')).to.have.length(0);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, 'button.badge'));
  });

  it('is reached and left by Tab: badge, then the share bar', async () => {
    const element = await counter({ series: MONTH });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement?.className).to.contain('badge');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement?.textContent).to.equal('Partager');
  });

  it('says to the page’s author which series or edition does not exist, and which ones do', async () => {
    expect(visibleText(await counter({ series: 'nope' }))).to.match(/«.nope.».*mois-de-l-ess, ateliers/);
    expect(visibleText(await counter({ series: MONTH, edition: '3' }))).to.match(/«.3.».*2024, 17/);
    expect(visibleText(await counter({ edition: '17' }))).to.contain('series');
    for (const edition of ['abc', '-1', '1.5', '99999']) {
      expect((await counter({ series: MONTH, edition })).state, edition).to.equal('error');
    }
  });

  it('is empty, never zero, when nothing is known of the period', async () => {
    const element = await counter({ period: '1999' });
    expect(element.state).to.equal('empty');
    expect(visibleText(element)).to.contain('Aucun événement compté');
    expect(visibleText(element)).not.to.match(/(^| )0 /);
    await expect(element).to.be.accessible();
  });

  it('fits a narrow place, axe accepts it in light, dark and forced colours', async () => {
    const element = await counter({ series: MONTH });
    await expect(element).to.be.accessible();
    element.style.inlineSize = '320px';
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    element.theme = 'dark';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await emulateMedia({ forcedColors: 'active' });
    const [part, rest] = all(element, '.line > i').map((each) => getComputedStyle(each).backgroundColor);
    expect(part).not.to.equal(rest);
    await emulateMedia({ forcedColors: 'none' });
  });

  it('shows the Mois de l’ESS of Brittany when its data are there', async () => {
    const there = await fetch(DATA);
    if (!there.ok) {
      console.info(`no data at ${DATA}: nothing to show`);
      return;
    }
    const element = await fixture<EssEventCounter>(
      html`<ess-event-counter src=${DATA} series=${MONTH}></ess-event-counter>`,
    );
    await settle(element);
    expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
    expect(spoken(one(element, '.part p'))).to.contain('17,5 %');
    expect(figuresOf(element)).to.have.length(3);
  });
});
