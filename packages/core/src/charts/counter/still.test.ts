import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  Event,
  type EventsDigest,
  Manifest,
  type Measure,
  quantity,
  Territory,
} from '../../model/index.ts';
import { lightStill, stillNeeds } from '../still.ts';

const TODAY = '2031-05-10';

const manifest = Manifest.parse({
  ...{ format: 'ess-dataset/1', id: 'galets', title: { fr: 'Galets' }, publisher: { name: 'Réseau Galets' } },
  ...{ licence: { name: 'ODbL' }, language: 'fr', updated: '2031-04-02', periods: ['2029', '2030'], collections: {} },
  documents: { bilan: { title: { fr: 'Bilan 2030' } } },
});

const measure = (indicator: string, value: Measure['quantity'], fields: object = {}): Measure => ({
  ...{ indicator, period: '2030', quantity: value, basis: 'published' },
  ...{ sources: [{ document: 'bilan' }], notes: [], population: null, missing: null },
  ...fields,
});

const texts = { label: { fr: 'É' }, definition: { fr: 'D' }, kind: 'flow', unit: 'events', dimensions: [] } as const;
const SERIES = 'mois-de-l-ess';
const digest: EventsDigest = {
  series: [{ id: SERIES, name: { fr: 'Mois' }, editions: [{ year: '2030', number: 3, place: { fr: 'Bretagne' } }] }],
  ahead: [],
  more: false,
};

/** Data whose build has written the figures of the month, and which has no list of events. */
const written = (all: readonly Measure[], collections: object = {}): Dataset => ({
  ...{ manifest, base: 'https://example.org/manifest.json' },
  collections,
  measures: {
    ...{ format: 'ess-measures/1', hashes: {}, events: digest, measures: all },
    indicators: Object.fromEntries(all.map(({ indicator }) => [indicator, texts])),
  },
});

const month = [
  measure('month-events', quantity(330, 'events'), {
    change: { absolute: quantity(30, 'events') },
    previous: { period: '2029', quantity: quantity(300, 'events') },
  }),
  measure('month-national-share', quantity(17.5, 'percent')),
  measure('month-national-events', quantity(1900, 'events', '<'), { basis: 'computed' }),
  measure('month-organisers', quantity(157, 'organisations')),
];

const still = (data: Dataset, attributes: Readonly<Record<string, string>> = {}) =>
  lightStill(data, { tag: 'ess-event-counter', attributes, lang: 'fr', today: TODAY });

const wordsOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const ahead = Event.parse({
  ...{ id: 'e', title: { fr: 'Rencontre' }, status: 'full', date: '2031-05-20', online: true },
  ...{ url: 'https://example.org/e', series: SERIES },
});

describe('the still of a counter', () => {
  it('reads a series from the digest that a build has written: its number, its part, and the figures beside', () => {
    const { html = '' } = still(written(month), { series: SERIES }) ?? {};
    expect(wordsOf(html)).toMatch(
      /^événements , Mois 2030, Bretagne 330 \+30 par rapport à 2029 \(300\) 17,5\s% du total national \( moins de 1\s900 , calculé\) Autres régions 157 structures organisatrices Aucune date à venir \(données du 2 avril 2031 \) Source : Bilan 2030/,
    );
    expect(html).toContain('<p class="s v18">');
    expect(html).toContain('<p class="n"><strong>330</strong></p>');
  });

  it('says the total alone where no part is known', () => {
    const alone = still(written(month.filter(({ indicator }) => indicator !== 'month-national-share')), {
      series: SERIES,
    });
    expect(wordsOf(alone?.html)).toMatch(/\(300\) Total national\s: moins de 1\s900 , calculé 157 /);
    expect(alone?.html).not.toContain('class="s');
  });

  it('writes that a number is a bound or about so much before it', () => {
    const of = (op: '>' | '~') => still(written([measure('events-held', quantity(400, 'events', op))]))?.html;
    expect(of('>')).toContain('<p class="n"><span>plus de </span><strong>400</strong></p>');
    expect(of('~')).toContain('<p class="n"><span>env. </span><strong>400</strong></p>');
  });

  it('has the number by département behind a control', () => {
    const part = (id: string, fr: string, n: number) => ({ id, label: { fr }, quantity: quantity(n, 'events') });
    const parts = [
      part('departement-29', 'Finistère', 3),
      part('region-53', 'Bretagne', 9),
      part('departement-56', 'Morbihan', 5),
    ];
    const all = [
      measure('events-held', quantity(12, 'events')),
      measure('events-held', quantity(12, 'events'), { by: 'departement', parts }),
    ];
    expect(wordsOf(/<details>.*?<\/details>/.exec(still(written(all))?.html ?? '')?.[0])).toBe(
      'Par département 5 Morbihan 3 Finistère Département connu pour 8 événements sur 12.',
    );
    expect(still(written(all.slice(0, 1)))?.html).not.toContain('<details>');
  });

  it('says the next event as the element does, without counting days, and that none lies ahead where one is expected', () => {
    const events = {
      events: [ahead],
      territories: [Territory.parse({ id: 'ici', kind: 'pole', name: { fr: 'Ici' } })],
    };
    const made = still(written(month, events), { series: SERIES });
    expect(wordsOf(made?.html)).toContain(
      'Prochain rendez-vous : Rencontre , mardi 20 mai 2031 , en ligne, complet Source',
    );
    expect(made?.html).toContain('<strong><a href="https://example.org/e">Rencontre</a></strong>');
    expect(made?.meta.expires).toBe('2031-05-21');
    for (const attributes of [{ edition: '3' }, { period: '2030' }])
      expect(still(written(month), { series: SERIES, ...attributes })?.html).not.toContain('Aucune date');
  });

  it('puts the words of the page in place of its own, under the number', () => {
    const { html = '' } = still(written(month), { series: SERIES, heading: 'rencontres' }) ?? {};
    expect(html).toContain('<figcaption>rencontres</figcaption><p class="n"><strong>330</strong></p>');
  });

  it('says that no figure is known where only the next event is, and never 0', () => {
    const none = [measure('events-held', null)];
    expect(wordsOf(still(written(none, { events: [ahead] }))?.html)).toMatch(
      /^événements tenus , en 2030 Aucun événement compté , 2030 Prochain rendez-vous/,
    );
    expect(still(written(none))).toBeNull();
  });

  it('is made from its needs alone', () => {
    const needs: readonly string[] = stillNeeds({ tag: 'ess-event-counter', attributes: { series: SERIES } });
    for (const name of ['events', 'series', 'territories', 'observations', 'measures/month-events'])
      expect(needs).toContain(name);
  });
});
