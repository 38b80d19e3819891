import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressIn, readAddress, splitOptions } from './address.ts';
import table from './services/services.json' with { type: 'json' };

const DOC = 'jGd2ge4dy2ZMkQ9xYtRw3a';
const SLUG = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0uVw';
const UUID = '0f3c9a52-1b7e-4c1d-9a6e-5d2b8c7e4f10';

const SECRETS = [
  'https://calendar.google.com/calendar/ical/pole%40exemple.fr/private-0123456789abcdef/basic.ics',
  'https://pole.exemple.fr/membres.csv?token=abc',
  'https://carte.exemple.org/api/elements.json?limit=5&token=abc',
  'https://pole.exemple.fr/data.json?access_token=abc',
  'https://pole.exemple.fr/data.json?lang=fr&amp;apikey=abc',
  'https://nom:motdepasse@pole.exemple.fr/membres.csv',
  'https://nuage.exemple.fr/remote.php/dav/calendars/compte/agenda/?export',
  'https://umap.openstreetmap.fr/fr/map/anonymous-edit/12:abcdef',
];

const ORDINARY = [
  'https://site.fr/data.csv',
  'https://site.fr/manifest.json',
  'https://site.fr/data/manifest.json',
  'https://site.fr/agenda.ics',
  'https://site.fr/events/agenda.ics',
  'https://site.fr/agenda/export.json',
  'https://site.fr/agenda-2026/',
  'https://site.fr/nos-evenements/',
  'https://site.fr/event/',
  'https://site.fr/events/?ical=1',
  'https://site.fr/?post_type=tribe_events&ical=1&eventDisplay=list',
  'https://site.fr/carte.geojson',
  'https://site.fr/flux.xml',
  'https://site.fr/',
  'https://site.fr/associations/liste',
  'https://site.fr/documentation/adherents',
  'https://site.fr/doc/documentation2026/',
  `https://site.fr/${DOC}/page`,
  'https://site.fr/s/associationslocales',
  'https://site.fr/public/grid/liste',
  'https://site.fr/public/',
  'https://site.fr/map/',
  'https://site.fr/m/12',
  'https://site.fr/#/carte/',
  'https://site.fr/carte#/fiche/12',
  'https://site.fr/annuaire',
  'https://www.youtube.com/@pole_invente',
  'https://mastodon.social/@pole',
  'https://mobilizon.fr/about',
  'https://lite.framacalc.org/',
  'https://calc.exemple.fr/membres.csv',
  'https://www.gogocarto.fr/',
  'https://docs.getgrist.com/api/docs/jGd2ge4dy2ZM/tables/Membres/records',
  `https://api.baserow.io/api/database/views/grid/${SLUG}/public/rows/?size=200`,
  `https://app.nocodb.com/api/v2/public/shared-view/${UUID}/rows`,
  'https://data.exemple.fr/api/explore/v2.1/catalog/datasets/lieux/records?limit=100',
  'https://static.data.gouv.fr/resources/lieux/20260101/lieux.csv',
  'https://www.data.gouv.fr/fr/organizations/pole/',
  'https://www.google.com/maps/place/Rennes',
  'https://dl.dropboxusercontent.com/s/x/membres.csv',
  'https://site.fr/membres.csv#zone=Europe/Paris',
  'data/membres.csv',
  '../manifest.json',
  'ftp://site.fr/membres.csv',
  'https://[',
  '',
];

describe('a pasted address', () => {
  it.each(SECRETS)('%s is refused as a secret, which is not repeated', (pasted) => {
    const { src, remedy } = readAddress(pasted) ?? {};
    expect(src).toBeUndefined();
    expect(remedy?.fr).toContain('secrète');
    expect(remedy?.fr).not.toMatch(/abc|0123|motdepasse/);
  });

  it.each(ORDINARY)('"%s" is nothing special', (pasted) => {
    expect(readAddress(pasted)).toBeNull();
  });

  it('has none of several keys that stand behind each other', () => {
    const { src } = readAddress('https://api.openagenda.com/v2/agendas/1234567/events?key=0123&key=4567&lang=fr') ?? {};
    expect(src).toContain('events?lang=fr');
    expect(src).not.toContain('key=');
  });

  it('never throws, leads to http(s) only and never carries a key', () => {
    const known = table.services
      .flatMap(({ examples }) => examples.map(([pasted]) => pasted as string))
      .concat(SECRETS, ORDINARY);
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '#',
        '?',
        '&',
        '%',
        '=',
        '@',
        '//',
        ' ',
        '"',
        '>',
        '%zz',
        '\0',
        '‮',
        '.csv',
        '/apps/',
        '[',
        ':',
      ),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...known),
    );
    const mutated = fc
      .tuple(fc.constantFrom(...known), fc.nat(200), fc.nat(20), piece)
      .map(([text, at, cut, added]) => text.slice(0, at) + added + text.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: piece }), (text) => {
        const { src = 'https://nothing.example/' } = readAddress(text) ?? {};
        expect(new URL(src).protocol).toMatch(/^https?:$/);
        expect(src).not.toMatch(/[?&]key=/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a snippet', () => {
  it.each([
    ['<iframe width="600" src="https://umap.example/x?a=1&amp;b=2"></iframe>', 'https://umap.example/x?a=1&b=2'],
    ["<iframe src='//umap.example/x' title='a > b'></iframe>", 'https://umap.example/x'],
    ['<p><a href="https://a.example/">Plein écran</a><iframe src=https://b.example/c></iframe>', 'https://b.example/c'],
    [
      '<script src="https://a.example/x.js"></script><blockquote class="oa-agenda"><p lang="fr"><a href="https://openagenda.com/pole">Voir</a></p></blockquote>',
      'https://openagenda.com/pole',
    ],
    ['Voici notre agenda : https://a.example/agenda, bonne lecture', 'https://a.example/agenda'],
    ['(voir https://a.example/agenda).', 'https://a.example/agenda'],
    ['https://a.example/agenda.', 'https://a.example/agenda'],
    ['https://a.example/agenda)', 'https://a.example/agenda'],
    ['<https://a.example/agenda>', 'https://a.example/agenda'],
    ['https://a.example/agenda>', 'https://a.example/agenda'],
    ['«\u202fhttps://a.example/agenda\u202f»', 'https://a.example/agenda'],
    ['https://a.example/Pole_(ESS)', 'https://a.example/Pole_(ESS)'],
    ['https://a.example/x?where=in(a,b)', 'https://a.example/x?where=in(a,b)'],
    ['webcal://a.example/a.ics', 'https://a.example/a.ics'],
    ['WEBCAL://a.example/a.ics', 'https://a.example/a.ics'],
    [' data/membres.csv ', 'data/membres.csv'],
    ['..', '..'],
    ['', ''],
  ])('%s holds %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  it('is read as the address that it holds', () => {
    const read = (text: string) => readAddress(text)?.src;
    expect(read('<iframe src="https://mobilizon.fr/@pole" width="1"></iframe>')).toBe(
      'https://mobilizon.fr/@pole/feed/ics',
    );
    expect(read('Agenda : https://mobilizon.fr/@pole.')).toBe('https://mobilizon.fr/@pole/feed/ics');
  });
});

describe('the options in a fragment', () => {
  it.each([
    ['https://a.example/a.ics', 'https://a.example/a.ics', {}],
    [
      'https://a.example/a.ics#zone=Europe/Brussels&past=held',
      'https://a.example/a.ics',
      { zone: 'Europe/Brussels', past: 'held' },
    ],
    ['https://a.example/x#gid=3&zone=Etc%2FGMT%2B1', 'https://a.example/x#gid=3', { zone: 'Etc/GMT+1' }],
    ['https://a.example/x#zone=UTC&gid=3', 'https://a.example/x#gid=3', { zone: 'UTC' }],
    [
      'https://a.example/x#gid=3&table=Les%20membres&single=true',
      'https://a.example/x#gid=3&single=true',
      { table: 'Les membres' },
    ],
    ['https://a.example/#/nc/view/1#past=held', 'https://a.example/#/nc/view/1', { past: 'held' }],
    ['https://a.example/#/fiche/nom/1?cat=all', 'https://a.example/#/fiche/nom/1?cat=all', {}],
    ['https://a.example/?key=1&zone=2', 'https://a.example/?key=1&zone=2', {}],
    ['https://a.example/#monkey=1', 'https://a.example/#monkey=1', {}],
    ['https://a.example/#key=%zz', 'https://a.example/', { key: '%zz' }],
    ['https://openagenda.com/pole#key=0123', 'https://openagenda.com/pole', { key: '0123' }],
  ])('%s leaves %s', (given, src, options) => {
    expect(splitOptions(given)).toEqual({ src, options });
  });
});
