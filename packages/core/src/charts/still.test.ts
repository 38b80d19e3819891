import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  Event,
  Manifest,
  type Measure,
  Membership,
  Organisation,
  quantity,
  Territory,
} from '../model/index.ts';
import { jsonLdText } from './json-ld.ts';
import type { StillLang } from './request.ts';
import { lightStill, stillNeeds } from './still.ts';

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

const organisation = (id: string, fields: object) => Organisation.parse({ id, ...fields });

const dataset = (collections: Dataset['collections'] = {}): Dataset => ({
  manifest,
  base: 'https://example.org/manifest.json',
  collections,
  measures,
});

const still = (tag: string, attributes: Readonly<Record<string, string>>, data = dataset(), lang: StillLang = 'fr') =>
  lightStill(data, { tag, attributes, lang, today: TODAY });

const INDICATOR = { indicator: 'members-stock' };

/** Definition of the number of events that a data set lists. */
const EVENTS_HELD = {
  ...{ id: 'events-held', topic: 'events', kind: 'flow', unit: 'events' },
  label: { fr: 'Événements tenus' },
  definition: { fr: 'Événements de la liste qui ont eu lieu.' },
  dimensions: [{ id: 'series', label: { fr: 'série' }, exclusive: true }],
  needs: ['events', 'series', 'territories'],
  formula: { name: 'occurrences' },
};

const TAGS = [
  ...['ess-breakdown', 'ess-event-agenda', 'ess-event-counter', 'ess-indicator', 'ess-member-list', 'ess-member-map'],
  ...['ess-table', 'ess-timeline', 'ess-trend'],
];

const links = [{ kind: 'site', url: 'https://example.org/' }];

/**
 * Tags that WordPress keeps for every author (`$allowedposttags` of its kses.php) and SPIP's purifier too, of those that a still
 * may need, each with its attributes. WordPress takes `time` out and leaves its words.
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  ...{
    a: ['href'],
    caption: [],
    details: ['open'],
    div: [],
    figcaption: [],
    figure: [],
    h2: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
  },
  ...{ li: [], ol: [], p: [], span: [], strong: [], summary: [], table: [], tbody: [], br: [], td: [], tfoot: [] },
  ...{ th: ['scope'], thead: [], tr: [], ul: [] },
  // Drawings, which the tables of the plugins have besides.
  svg: ['viewBox', 'width', 'height', 'aria-hidden', 'x', 'y'],
  ...{ path: ['d'], circle: ['r'], text: ['x', 'y', 'dy'] },
};
const KEPT_EVERYWHERE = ['class', 'lang'];

/** Returns the words of a still, as a reader without styles gets them. */
const wordsOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the light form', () => {
  it('says a figure with its unit, its date, its change, its source and the day of the data', () => {
    const { html = '' } = still('ess-indicator', INDICATOR) ?? {};
    expect(html).toMatch(/^<figure class="ess-still ess-value"><figcaption>Adhérents<\/figcaption>/);
    expect(wordsOf(html)).toBe(
      'Adhérents 42 adhérents au 31 décembre 2030 +2 par rapport à 2029 Source : Bilan 2030, I.2, p. 7 . Données du 2 avril 2031 .',
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
      'Members 42 members on 31 December 2030',
    );
    expect(still('ess-indicator', INDICATOR, dataset(), 'br')?.html).toContain('<span lang="fr">Adhérents</span>');
  });

  it('has the parts of a figure as a table with scopes and a total', () => {
    const { html = '' } = still('ess-table', { ...INDICATOR, by: 'college' }) ?? {};
    expect(wordsOf(html)).toContain('Adhérents par collège Nombre d’adhérents, au 31 décembre 2030 Collège Valeur');
    expect(html).toContain('<tr><th scope="row">Associations</th><td class="n">30</td></tr>');
    expect(html).toContain('<tfoot><tr><th scope="row">Total</th><td class="n">42</td></tr></tfoot>');
    expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  });

  it('has the values over time in words, and in columns where a table is asked for', () => {
    const words = wordsOf(still('ess-trend', INDICATOR)?.html);
    expect(words).toContain('En adhérents, de 2029 à 2030. L’échelle part de zéro.');
    expect(words).toContain('Adhérents , 2029 : 40, 2030 : 42 , +2');
    expect(wordsOf(still('ess-trend', { ...INDICATOR, view: 'table' })?.html)).toContain(
      'Série 2029 2030 Adhérents 40 42',
    );
  });

  it('has several figures, a row each', () => {
    expect(wordsOf(still('ess-table', { indicator: 'members-stock', by: '' })?.html)).toContain('Associations 30');
    expect(still('ess-table', { indicator: 'members-stock no-such-figure' })).toBeNull();
  });

  it('ranks the records of two columns, eight rows of them, and says who is first', () => {
    const link = (name: string, of: string) => ({ id: `${of}/${name}`, organisation: name, of, role: ['partner'] });
    const participations = [
      ...[...'abcdefghij'].map((name) => link(name, 'mer')),
      ...[link('j', 'bois'), link('c', 'bois')],
    ];
    const asked = { collection: 'participations', columns: 'organisation of', chart: 'ranking' };
    const { html = '' } = still('ess-table', asked, dataset({ participations } as never)) ?? {};
    expect(html).toContain('<figcaption>Participations</figcaption><p>c et j, 2 fois chacune</p>');
    expect(html).toContain('<li><span>c</span> <strong>2</strong> <span>mer, bois</span></li>');
    const [first = '', rest = ''] = html.split('<details><summary>Afficher la suite</summary>');
    expect([first, rest].map((some) => some.match(/<li>/g)?.length)).toEqual([8, 2]);
    const rows = still('ess-table', { ...asked, chart: 'table' }, dataset({ participations } as never));
    expect(rows?.html.match(/<th scope="row">/g)).toHaveLength(12);
    expect(wordsOf(rows?.html)).toContain('Participations 12 lignes');
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

    it('has the next twelve events, the others behind one control, and expires the day after the first', () => {
      const made = still('ess-event-agenda', {}, dataset({ events: days }));
      expect(made?.html.split('<details>').map((part) => part.match(/<li>/g)?.length)).toEqual([12, 2]);
      expect(made?.html).toContain(
        '<time datetime="2031-06-01"><strong>1er</strong> juin<span class="x"> 2031</span></time>',
      );
      expect(wordsOf(made?.html)).toContain('dimanche 1er juin 2031, lieu à préciser');
      expect(made?.meta.expires).toBe('2031-06-02');
      expect(made?.jsonLd).toHaveLength(12);
    });

    it('has the last ones where none is to come, says that they are past, and tells search engines of three', () => {
      const past = [1, 2, 3, 4].map((day) => event(`p${day}`, { date: `2031-03-0${day}`, status: 'held' }));
      const made = still('ess-event-agenda', {}, dataset({ events: past }));
      expect(wordsOf(made?.html)).toContain(
        'Aucune date à venir dans ces données (données du 2 avril 2031 ) Passés 4 mars 2031 Rencontre p4',
      );
      expect(wordsOf(made?.html)).toContain('1er mars 2031 Rencontre p1');
      expect(made?.jsonLd).toHaveLength(3);
    });

    it('does not claim a day that is not known', () => {
      const made = still('ess-event-agenda', {}, dataset({ events: [event('m', { date: '2031-06' })] }));
      expect(made?.jsonLd).toEqual([
        {
          ...{ '@type': 'Event', name: 'Rencontre m', startDate: '2031-06' },
          eventStatus: 'https://schema.org/EventScheduled',
        },
      ]);
    });
  });

  describe('of a counter', () => {
    const held = (id: string, fields: object) => event(id, { date: '2030-03-04', status: 'held', ...fields });
    const events = [
      ...[held('a', { series: 'cafes' }), held('b', { series: 'cafes' }), held('c', {})],
      event('d', { date: '2031-06-03', series: 'cafes' }),
      event('e', { date: '2031-05-20', startsAt: '2031-05-20T18:30:00+02:00', place: 'Larmor', territories: ['ici'] }),
    ];
    const territories = ['ici', 'ailleurs'].map((id) => Territory.parse({ id, kind: 'pole', name: { fr: id } }));
    const data = {
      ...dataset({ events, territories, series: [{ id: 'cafes', name: { fr: 'Les cafés' } }] }),
      measures: undefined,
      catalogue: { format: 'ess-catalogue/1', indicators: [EVENTS_HELD] },
    } as unknown as Dataset;
    const words = (attributes: Readonly<Record<string, string>>): string =>
      wordsOf(still('ess-event-counter', attributes, data)?.html);

    it('counts the events of a series, and says the next of these', () => {
      expect(words({})).toMatch(/^événements tenus , en 2030 au moins 3 /);
      expect(words({})).toContain('Prochain rendez-vous : Rencontre e , mardi 20 mai 2031 à 18 h 30, Larmor');
      expect(words({ series: 'cafes' })).toMatch(/^événements , Les cafés 2030 au moins 2 /);
      expect(words({ series: 'cafes' })).toContain('Rencontre d , mardi 3 juin 2031');
    });

    it('counts what the agenda does, from today, where nobody declares the periods of the data', () => {
      const list = [
        event('past', { date: '2024-03-04', status: 'planned' }),
        ...['f', 'g', 'h'].map((id) => event(id, { date: '2031-06-03', status: 'planned' })),
        event('off', { date: '2031-06-04', status: 'cancelled' }),
      ];
      const of = (more: object) => ({
        ...data,
        manifest: Manifest.parse({ ...manifest, periods: ['2024'], ...more }),
        collections: { events: list } as unknown as Dataset['collections'],
      });
      const plain = of({ periodsInferred: true });
      const said = (attributes: Readonly<Record<string, string>>) =>
        wordsOf(still('ess-event-counter', attributes, plain)?.html);
      expect(said({})).toMatch(/^Événements 3 à venir ?, 1 passé non confirmé Prochain rendez-vous/);
      expect(said({})).not.toContain('2024');
      expect(said({ period: '2024' })).not.toContain('3 à venir');
      expect(wordsOf(still('ess-event-counter', {}, of({}))?.html)).not.toContain('3 à venir');
    });

    it('says the zone of an hour where it is not that of the data: nobody in particular reads it', () => {
      const list = [event('r', { date: '2031-05-20', startsAt: '2031-05-20T18:30:00+04:00' })];
      const said = (tag: string, zone?: string) =>
        wordsOf(
          still(
            tag,
            {},
            { ...data, manifest: { ...manifest, ...(zone ? { zone } : {}) }, collections: { events: list } },
          )?.html,
        );
      for (const tag of ['ess-event-counter', 'ess-event-agenda']) {
        expect(said(tag), tag).toContain('18 h 30 (UTC+04:00)');
        expect(said(tag, 'Indian/Reunion'), tag).toContain('18 h 30');
        expect(said(tag, 'Indian/Reunion'), tag).not.toContain('UTC');
      }
    });

    it('says the next event of a territory alone', () => {
      expect(words({ territory: 'ici' })).toContain('Rencontre e');
      expect(words({ territory: 'ailleurs' })).not.toContain('Rencontre');
    });

    it('says nothing of a series or an edition that the data do not have', () => {
      expect(still('ess-event-counter', { series: 'no-such' }, data)).toBeNull();
      expect(still('ess-event-counter', { edition: '3' }, data)).toBeNull();
    });
  });

  it('has dates in order in an ordered list', () => {
    const events = [event('b', { date: '2031-02-03' }), event('a', { date: '2030-02' })];
    const { html = '' } = still('ess-timeline', { collections: 'events' }, dataset({ events })) ?? {};
    expect(wordsOf(/<ol>.*<\/ol>/.exec(html)?.[0])).toMatch(
      /^févr. 2030 Rencontre a.*Février 2031 3 févr. 2031 Rencontre b/,
    );
  });

  it('has twelve members, others in one details, and says how many are left out', () => {
    const organisations = Array.from({ length: 215 }, (_, at) => organisation(`o${at}`, { name: `Structure ${at}` }));
    const { html = '', jsonLd = [] } = still('ess-member-list', {}, dataset({ organisations })) ?? {};
    const [seen = '', folded = ''] = html.split('<details>');
    expect(seen.match(/<li>/g)).toHaveLength(12);
    expect(folded.match(/<li>/g)).toHaveLength(200);
    expect(folded).toContain('et 3 autres');
    expect(wordsOf(seen)).toContain('215');
    expect(jsonLd).toHaveLength(215);
  });

  it('says how many members are published beside those that a list names', () => {
    const manifestWith = Manifest.parse({
      ...manifest,
      collections: { memberships: { href: 'm.json', count: 1, hash: '', coverage: [] } },
    });
    const collections = {
      organisations: [organisation('o', { name: 'Les Galets' })],
      memberships: [Membership.parse({ id: 'm', organisation: 'o', network: 'n' })],
    };
    const made = still('ess-member-map', {}, { ...dataset(collections), manifest: manifestWith });
    const line = '42 adhérents publiés ; 1 nommé 1 sans lieu Les Galets non situé Source : Bilan 2030';
    expect(wordsOf(made?.html).replaceAll('\u00a0', ' ')).toContain(line);
  });

  it('keeps to the filters of the page, and shows nothing under one that is a mistake', () => {
    const colleges = [{ id: 'a', name: { fr: 'A' }, order: 1 }];
    const organisations = ['o', 'p'].map((id) => organisation(id, { name: `Structure ${id}`, college: id }));
    const data = dataset({ organisations, colleges } as unknown as Dataset['collections']);
    expect(still('ess-member-list', { where: 'no-such=a' }, data)).toBeNull();
    expect(still('ess-indicator', { ...INDICATOR, where: 'no-such=a' })).toBeNull();
    expect(still('ess-member-list', { where: 'college=a' }, data)?.html ?? '').not.toContain('Structure p');
  });

  it.each([...TAGS])(
    'of %s has no tag or attribute that WordPress or SPIP takes out, but for time and icons',
    (tag) => {
      const events = [event('x', { date: '2031-06-01', url: 'https://example.org/x' })];
      const organisations = Array.from({ length: 14 }, (_, at) => organisation(`o${at}`, { name: `S ${at}`, links }));
      const attributes = { ...INDICATOR, collections: 'events', by: tag === 'ess-indicator' ? '' : 'college' };
      const data = dataset({ events, organisations });
      for (const lang of ['fr', 'br', 'en'] as const) {
        const made = lightStill(data, { tag, attributes, lang, today: TODAY, page: 'https://example.org/' });
        const used = [...(made?.html.matchAll(/<([a-z\d]+)((?: [a-zA-Z-]+="[^"]*")*)>/g) ?? [])];
        expect(used.length).toBeGreaterThan(3);
        for (const [, name = '', given = ''] of used) {
          if (/^(time|svg|path)$/.test(name)) continue;
          expect(KEPT, name).toHaveProperty(name);
          const names = [...given.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, one]) => one);
          expect([...KEPT_EVERYWHERE, ...(KEPT[name] ?? [])]).toEqual(expect.arrayContaining(names));
        }
        // Each start tag has its end, and there is no other sign of a tag.
        expect(made?.html.match(/<(?!\/)/g)).toHaveLength(used.length);
        expect(made?.html.match(/<\/|<br>/g)).toHaveLength(used.length);
      }
    },
  );

  it('has objects of schema.org that no text can end the script of', () => {
    expect(jsonLdText([])).toBe('');
    const text = jsonLdText([{ name: '</script>' }, { name: '</script>' }]);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@graph': [{ name: '</script>' }] });
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
      mark: expect.stringMatching(/^0123456789abcdef \d+\.\d+\.\d+ \S+ -$/),
      skins: ['share'],
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
    expect(stillNeeds({ tag: 'ess-provider', attributes: {} })).toEqual([]);
  });
});
