import { describe, expect, it } from 'vitest';
import type { Dataset } from '../model/dataset.ts';
import { Event } from '../model/event.ts';
import { Manifest } from '../model/manifest.ts';
import type { Measure } from '../model/measure.ts';
import { quantity } from '../model/quantity.ts';
import { lightStill, stillNeeds } from './light.ts';
import type { StillLang } from './request.ts';

const TODAY = '2031-05-10';

const manifest = Manifest.parse({
  format: 'ess-dataset/1',
  id: 'galets',
  title: { fr: 'Galets' },
  publisher: { name: 'Réseau Galets' },
  licence: { name: 'ODbL' },
  language: 'fr',
  updated: '2031-04-02',
  hash: '0123456789abcdef',
  periods: ['2029', '2030'],
  documents: { bilan: { title: { fr: 'Bilan 2030' }, href: 'https://example.org/bilan.pdf' } },
  collections: {},
});

const measure = (fields: object): Measure => ({
  indicator: 'members-stock',
  period: '2030',
  quantity: quantity(42, 'members'),
  basis: 'published',
  sources: [{ document: 'bilan', section: 'I.2', page: 7 }],
  notes: [],
  population: null,
  missing: null,
  ...fields,
});

const part = (id: string, fr: string, value: number) => ({ id, label: { fr }, quantity: quantity(value, 'members') });

const measures: NonNullable<Dataset['measures']> = {
  format: 'ess-measures/1',
  hashes: {},
  indicators: {
    'members-stock': {
      label: { fr: 'Adhérents', en: 'Members' },
      definition: { fr: 'Structures à jour.' },
      kind: 'stock',
      unit: 'members',
      dimensions: [{ id: 'college', label: { fr: 'collège', en: 'college' }, exclusive: true }],
    },
  },
  measures: [
    measure({ period: '2029', quantity: quantity(40, 'members') }),
    measure({
      change: { absolute: quantity(2, 'members') },
      previous: { period: '2029', quantity: quantity(40, 'members') },
    }),
    measure({ by: 'college', parts: [part('a', 'Associations', 30), part('b', 'Coopératives', 12)] }),
  ],
};

const event = (id: string, fields: object) =>
  Event.parse({ id, title: { fr: `Rencontre ${id}` }, status: 'planned', ...fields });

const dataset = (collections: Dataset['collections'] = {}): Dataset => ({
  manifest,
  base: 'https://example.org/manifest.json',
  collections,
  measures,
});

const still = (tag: string, attributes: Readonly<Record<string, string>>, data = dataset(), lang: StillLang = 'fr') =>
  lightStill(data, { tag, attributes, lang, today: TODAY });

const INDICATOR = { indicator: 'members-stock' };

/** Returns the words of a still, as a reader without styles gets them. */
const wordsOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the light form', () => {
  it('says a figure with its unit, its date, its change, its source and the day of the data', () => {
    const { html = '' } = still('ess-indicator', INDICATOR) ?? {};
    expect(html).toMatch(/^<figure class="ess-still"><figcaption>Adhérents<\/figcaption>/);
    expect(wordsOf(html)).toBe(
      'Adhérents 42 adhérents , au 31 décembre 2030, +2 par rapport à 2029 Source : Bilan 2030, I.2, p. 7 . Données du 2 avril 2031 .',
    );
    expect(html).toContain('<a href="https://example.org/bilan.pdf">');
    expect(html).toContain('<time datetime="2031-04-02">');
  });

  it('links to the page that shows the widget, where it is a web address', () => {
    const of = (page: string): string =>
      lightStill(dataset(), { tag: 'ess-indicator', attributes: INDICATOR, lang: 'fr', today: TODAY, page })?.html ??
      '';
    expect(of('https://example.org/chiffres?a=1&b=2')).toContain('<a href="https://example.org/chiffres?a=1&amp;b=2">');
    expect(of('javascript:alert(1)')).not.toContain('javascript');
  });

  it('speaks three languages, and says where a text fell back to French', () => {
    expect(wordsOf(still('ess-indicator', INDICATOR, dataset(), 'en')?.html)).toContain(
      'Members 42 members , on 31 December 2030',
    );
    expect(still('ess-indicator', INDICATOR, dataset(), 'br')?.html).toContain('<span lang="fr">Adhérents</span>');
  });

  it('has the parts of a figure as a table with scopes and a total', () => {
    const { html = '' } = still('ess-breakdown', INDICATOR) ?? {};
    expect(html).toContain('<caption>Adhérents par collège, au 31 décembre 2030</caption>');
    expect(html).toContain('<tr><th scope="row">Associations</th><td>30</td></tr>');
    expect(html).toContain('<tfoot><tr><th scope="row">Total</th><td>42</td></tr></tfoot>');
    expect(html.match(/<th scope="col">/g)).toHaveLength(2);
  });

  it('has the values over time in columns', () => {
    expect(wordsOf(still('ess-trend', INDICATOR)?.html)).toContain('Série 2029 2030 Adhérents 40 42');
  });

  it('has several figures, a row each', () => {
    expect(wordsOf(still('ess-table', { indicator: 'members-stock', by: '' })?.html)).toContain('Associations 30');
    expect(still('ess-table', { indicator: 'members-stock no-such-figure' })).toBeNull();
  });

  it('says nothing of a figure that the data do not have', () => {
    expect(still('ess-indicator', { indicator: 'no-such-figure' })).toBeNull();
    expect(still('ess-indicator', { ...INDICATOR, period: '1912' })).toBeNull();
    expect(still('ess-report', {})).toBeNull();
    expect(still('constructor', {})).toBeNull();
  });

  it('never says what is internal', () => {
    const hidden = { ...dataset(), manifest: { ...manifest, audience: { 'members-stock': 'internal' as const } } };
    expect(still('ess-indicator', INDICATOR, hidden)).toBeNull();
    expect(still('ess-indicator', { ...INDICATOR, audience: 'internal' }, hidden)).toBeNull();
  });

  describe('of an agenda', () => {
    const days = Array.from({ length: 14 }, (_, at) =>
      event(`n${at}`, { date: `2031-06-${String(at + 1).padStart(2, '0')}` }),
    );

    it('has the next twelve events, how many follow, and expires the day after the first', () => {
      const made = still('ess-event-agenda', {}, dataset({ events: days }));
      expect(made?.html.match(/<li>/g)).toHaveLength(12);
      expect(made?.html).toContain('<time datetime="2031-06-01">dimanche 1er juin 2031</time>');
      expect(made?.html).toContain('et 2 autres');
      expect(made?.meta.expires).toBe('2031-06-02');
      expect(made?.jsonLd).toHaveLength(12);
    });

    it('has the last three where none is to come, and says that they are past', () => {
      const past = [1, 2, 3, 4].map((day) => event(`p${day}`, { date: `2031-03-0${day}`, status: 'held' }));
      const text = wordsOf(still('ess-event-agenda', {}, dataset({ events: past }))?.html);
      expect(text).toContain('Aucune date à venir dans ces données Passés mardi 4 mars 2031');
      expect(text).not.toContain('1er mars');
      expect(text).toContain('2 mars');
    });

    it('does not claim a day that is not known', () => {
      const made = still('ess-event-agenda', {}, dataset({ events: [event('m', { date: '2031-06' })] }));
      expect(made?.jsonLd).toEqual([
        { '@context': 'https://schema.org', '@type': 'Event', name: 'Rencontre m', startDate: '2031-06' },
      ]);
    });
  });

  it('says the next event of a counter with its date and its place', () => {
    const events = [event('a', { date: '2031-06-03', startsAt: '2031-06-03T18:30:00+02:00', place: 'Larmor' })];
    expect(
      wordsOf(
        still('ess-event-counter', { series: 's' }, dataset({ events: events.map((one) => ({ ...one, series: 's' })) }))
          ?.html,
      ),
    ).toContain('Prochain rendez-vous : Rencontre a, mardi 3 juin 2031 à 18 h 30, Larmor');
  });

  it('has dates in order in an ordered list', () => {
    const events = [event('b', { date: '2031-02-03' }), event('a', { date: '2030-02' })];
    const { html = '' } = still('ess-timeline', { collections: 'events' }, dataset({ events })) ?? {};
    expect(wordsOf(/<ol>.*<\/ol>/.exec(html)?.[0])).toMatch(
      /^février 2030 : Rencontre a.*3 février 2031 : Rencontre b/,
    );
  });

  it('has twelve members, others in one details, and says how many are left out', () => {
    const organisations = Array.from({ length: 215 }, (_, at) => ({ id: `o${at}`, name: `Structure ${at}` }));
    const data = dataset({ organisations } as unknown as Dataset['collections']);
    const { html = '', jsonLd = [] } =
      still(
        'ess-member-list',
        {},
        {
          ...data,
          collections: {
            organisations: organisations.map(({ id, name }) => ({
              ...{ id, name, aliases: [], activities: [], links: [], territories: [] },
            })),
          } as unknown as Dataset['collections'],
        },
      ) ?? {};
    const [seen = '', folded = ''] = html.split('<details>');
    expect(seen.match(/<li>/g)).toHaveLength(12);
    expect(folded.match(/<li>/g)).toHaveLength(200);
    expect(folded).toContain('et 3 autres');
    expect(wordsOf(seen)).toContain('215');
    expect(jsonLd).toHaveLength(50);
  });

  it('is one line, without what hosts read as their own, and executes nothing', () => {
    const title = { fr: '<img src=x onerror=alert(1)> {x} [ess] ~a\nb "c" \'d\'' };
    const { html = '' } =
      still(
        'ess-event-agenda',
        { heading: '[b]\r\nc' },
        dataset({ events: [event('x', { title, date: '2031-06-01', url: 'javascript:alert(1)' })] }),
      ) ?? {};
    expect(html).not.toMatch(/[{}[\]~\r\n\u2028]/);
    expect(html).not.toMatch(/<img|javascript:|style=| id=/);
    expect(html).toContain(
      '&lt;img src=x onerror=alert(1)&gt; &#123;x&#125; &#91;ess&#93; &#126;a b &quot;c&quot; &#39;d&#39;',
    );
  });

  it('is the same for the same data, request and day', () => {
    expect(still('ess-breakdown', INDICATOR)).toEqual(still('ess-breakdown', INDICATOR));
    expect(still('ess-breakdown', INDICATOR)?.meta).toEqual({
      key: 'breakdown.members-stock.fr',
      form: 'light',
      data: '0123456789abcdef',
      made: TODAY,
    });
  });

  it('names the collections and measures that it is made from', () => {
    expect(stillNeeds({ tag: 'ess-indicator', attributes: INDICATOR })).toEqual(['measures/members-stock']);
    expect(stillNeeds({ tag: 'ess-table', attributes: { collection: 'votes', columns: 'subject body' } })).toEqual([
      'votes',
      'bodies',
    ]);
    expect(stillNeeds({ tag: 'ess-report', attributes: {} })).toEqual([]);
  });
});
