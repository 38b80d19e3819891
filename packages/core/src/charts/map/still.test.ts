import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Basemap, parseBasemap } from '../../geo/index.ts';
import { type Dataset, Event, Manifest, Membership, Organisation } from '../../model/index.ts';
import { lightStill, stillNeeds } from '../still.ts';

const basemap = parseBasemap(
  JSON.parse(readFileSync(new URL('../../../../bretagne/data/basemap.json', import.meta.url), 'utf8')),
);

const manifest = Manifest.parse({
  format: 'ess-dataset/1',
  id: 'galets',
  title: { fr: 'Galets' },
  publisher: { name: 'Réseau Galets' },
  licence: { name: 'ODbL' },
  language: 'fr',
  network: 'n',
  updated: '2031-04-02',
  periods: ['2030'],
  collections: { memberships: { href: 'm.json', count: 1, hash: '', coverage: [{ complete: true }] } },
});

const COLLEGES = [
  { id: 'a', label: { fr: 'Associations' }, order: 1 },
  { id: 'b', label: { fr: 'Coopératives' }, order: 2 },
];

/** A member at a place; its position is taken as it is given, however odd. */
const member = (id: string, lon?: number, lat?: number, fields: object = {}) => ({
  ...Organisation.parse({ id, name: `Structure ${id}`, ...fields }),
  college: 'a',
  ...fields,
  position: lon === undefined || lat === undefined ? null : { lon, lat, precision: 'address' },
});

const dataset = (organisations: readonly ReturnType<typeof member>[], more: object = {}): Dataset => ({
  manifest,
  base: 'https://example.org/manifest.json',
  collections: {
    organisations,
    memberships: organisations.map(({ id, college }) =>
      Membership.parse({ id: `m-${id}`, organisation: id, network: 'n', college }),
    ),
    colleges: COLLEGES,
    ...more,
  } as unknown as Dataset['collections'],
});

const htmlOf = (
  data: Dataset,
  attributes: Readonly<Record<string, string>> = {},
  ground: Basemap | null = basemap,
): string =>
  lightStill(data, {
    tag: 'ess-member-map',
    attributes,
    lang: 'fr',
    today: '2031-03-05',
    ...(ground ? { basemap: ground } : {}),
  })?.html ?? '';

const drawingIn = (html: string): string => /<div class="v\d+">.*?<\/svg><\/div><\/div>/.exec(html)?.[0] ?? '';
const layerIn = (html: string, name: 'w' | 'n'): string =>
  new RegExp(`<svg class="p ${name}".*?(?=<svg class="p |</div>)`).exec(html)?.[0] ?? '';

const RENNES = [-1.6743, 48.112] as const;
const BREST = [-4.4863, 48.3903] as const;

describe('the still of a map', () => {
  it('draws sea, land, the region, its départements, and a marker for each place', () => {
    const html = htmlOf(dataset([member('x', ...RENNES), member('y', ...BREST, { college: 'b' })]));
    const drawing = drawingIn(html);
    const classes = [...drawing.matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name);
    expect(classes).toEqual(['f x', 'f u', 'f g', 'f', 'o', 'e', 'b', 'q', 'z']);
    const wide = layerIn(html, 'w');
    expect([...wide.matchAll(/<svg class="(k\d)" x="([\d.]+)%" y="([\d.]+)%">/g)].map(([, tone]) => tone)).toEqual([
      'k1',
      'k2',
    ]);
    expect(wide).toContain('>Rennes</text>');
    expect(html).toContain('<p>Fond\u202f: Natural Earth\u202f; lieux\u202f: GeoNames (CC BY 4.0)</p>');
  });

  it('puts a marker where its place lies in the view that the live map opens with', () => {
    // The corners of the region lie at sea.
    const { coastWithin: _, ...ground } = basemap;
    const spot = ([lon, lat]: readonly [number, number]): readonly number[] => {
      const [, x, y] =
        /class="k1" x="([\d.]+)%" y="([\d.]+)%"/.exec(
          layerIn(htmlOf(dataset([member('x', lon, lat)]), {}, ground), 'w'),
        ) ?? [];
      return [Number(x), Number(y)];
    };
    const { focus } = basemap;
    const [left = 0, top = 0] = spot([focus[0] + 0.0001, focus[3] - 0.0001]);
    const [right = 0, bottom = 0] = spot([focus[2] - 0.0001, focus[1] + 0.0001]);
    // Ten px are free at the left of 612, and 68 at the right, where the buttons of the live map are.
    expect(left).toBeCloseTo((100 * 10) / 612, 0);
    expect(right).toBeCloseTo((100 * (612 - 68)) / 612, 0);
    expect((top + bottom) / 2).toBeCloseTo(50, 0);
  });

  it('joins what is near to a cluster, which a narrower frame does sooner', () => {
    const data = dataset([
      member('x', ...RENNES),
      member('y', RENNES[0] - 0.5, RENNES[1]),
      member('z', RENNES[0] + 0.01, RENNES[1]),
    ]);
    const html = htmlOf(data);
    expect(layerIn(html, 'w')).toMatch(/<circle r="14"><\/circle><path class="k1" d="[^"]+"><\/path><text>2<\/text>/);
    expect(layerIn(html, 'w').match(/<svg class="k1"/g)).toHaveLength(1);
    expect(layerIn(html, 'n')).toContain('<text>3</text>');
  });

  it('hides the drawing from those who hear it, and lists beside it what it shows', () => {
    const html = htmlOf(dataset([member('x', ...RENNES), member('y')]));
    expect(drawingIn(html).match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(3);
    expect(html).toContain('2 adhérents, dont 1 situé sur la carte');
    expect(html).toMatch(
      /<p class="t">1 dans cette vue<\/p>.*Structure x.*<summary>1 sans lieu<\/summary>.*Structure y/,
    );
  });

  it('opens around what a territory holds', () => {
    const at = (territories: readonly string[]) => ({ territories });
    const data = dataset([member('x', ...RENNES, at(['t'])), member('y', ...BREST, at(['u']))], {
      territories: [
        { id: 't', kind: 'pole', name: { fr: 'T' }, parents: [] },
        { id: 'u', kind: 'pole', name: { fr: 'U' }, parents: [] },
      ],
    });
    const html = htmlOf(data, { territory: 't' });
    const [, x, y] = /class="k1" x="([\d.]+)%" y="([\d.]+)%"/.exec(layerIn(html, 'w')) ?? [];
    // In the middle of what the buttons of the live map leave free.
    expect([Number(x), Number(y)]).toEqual([45.3, 50]);
    expect(html).not.toContain('Structure y');
  });

  it('is the list alone where nobody has a place, and blank ground under markers where there is no ground', () => {
    const alone = htmlOf(dataset([member('x')]));
    expect(alone).toContain('Structure x');
    expect(drawingIn(alone)).toBe('');
    for (const html of [
      htmlOf(dataset([member('x', ...RENNES)]), {}, null),
      htmlOf(dataset([member('x', ...RENNES)]), { basemap: 'none' }),
    ]) {
      expect([...drawingIn(html).matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name)).toEqual(['o', 'z']);
      expect(layerIn(html, 'w')).toContain('<svg class="k1"');
      expect(html).not.toContain('Natural Earth');
    }
  });

  it('asks for the ground that the manifest names, where the page names none', () => {
    const needs = (attributes: Readonly<Record<string, string>>) => stillNeeds({ tag: 'ess-member-map', attributes });
    expect(needs({})).toContain('basemap');
    expect(needs({ basemap: 'none' })).not.toContain('basemap');
    expect(stillNeeds({ tag: 'ess-member-list', attributes: {} })).not.toContain('basemap');
  });

  it('has no position that is at sea, the wrong way round or beyond the ground, and says how many lie there', () => {
    const html = htmlOf(
      dataset([
        member('sea', -6.5, 47),
        member('swapped', RENNES[1], RENNES[0]),
        member('paris', 2.35, 48.85),
        member('x', ...RENNES),
      ]),
    );
    expect(layerIn(html, 'w').match(/<svg class="[kd]/g)).toHaveLength(1);
    expect(html).toContain('4 adhérents, dont 1 situé sur la carte</strong><br>1 hors de la région');
    expect(html).toContain('2 sans lieu');
  });

  it('has the layers that are asked for in one list, each row with its kind', () => {
    const events = [Event.parse({ id: 'e', title: { fr: 'Rencontre' }, status: 'held', date: '2030-05-20' })];
    const data = dataset([member('x', ...RENNES)], {
      events: events.map((one) => ({ ...one, position: { lon: BREST[0], lat: BREST[1], precision: 'commune' } })),
    });
    const html = htmlOf(data, { layers: 'members events', period: '2030' });
    expect(layerIn(html, 'w')).toMatch(/<svg class="k1" .*<svg class="ki h" /);
    expect(html).toMatch(
      /1 adhérent, 1 événement sur la carte.*2 dans cette vue<\/p>.*Structure x.*Rencontre.*<p>Événement · .*<time datetime="2030-05-20">20\u00a0mai\u00a02030<\/time>/s,
    );
  });

  it('says the same of names that are markup', () => {
    const html = htmlOf(
      dataset([
        member('x', ...RENNES, { name: '<script>alert(1)</script>' }),
        member('y', ...BREST, { name: '"><svg onload=x>' }),
      ]),
    );
    expect(html).not.toMatch(/<script|onload=x>|style=| id=|url\(/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is finite and of bounded size whatever the positions are', () => {
    const degrees = fc.oneof(
      fc.double(),
      fc.double({ min: -200, max: 200 }),
      fc.constantFrom(Number.NaN, -0, 90, -90, 180, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(degrees, degrees), { maxLength: 30 }), fc.boolean(), (places, ground) => {
        const html = htmlOf(
          dataset([member('x', ...RENNES), ...places.map(([lon, lat], at) => member(`o${at}`, lon, lat))]),
          {},
          ground ? basemap : null,
        );
        const drawing = drawingIn(html);
        expect(drawing).not.toBe('');
        expect(drawing).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/);
        expect(drawing.length).toBeLessThan(60_000);
      }),
      { numRuns: 60 },
    );
  });

  it('joins five thousand members at one place to one cluster', () => {
    const drawing = drawingIn(htmlOf(dataset(Array.from({ length: 5_000 }, (_, at) => member(`o${at}`, ...RENNES)))));
    expect(drawing.match(/<text>5\u202f000<\/text>/g)).toHaveLength(2);
    expect(drawing.match(/<svg class="d"/g)).toHaveLength(2);
  });
});

describe('the drawing of the shipped data', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../../../bretagne/data/${name}.json`, import.meta.url), 'utf8'));
  const names = ['organisations', 'memberships', 'colleges', 'territories', 'events', 'projects', 'programmes'];
  const shipped: Dataset = {
    manifest: Manifest.parse(read('manifest')),
    base: '',
    collections: Object.fromEntries(names.map((name) => [name, read(name)])),
    measures: read('measures'),
  };

  it.each([
    {},
    { layers: 'events projects' },
    { layers: 'members events projects programmes' },
    { territory: 'departement-29' },
  ])('has at most 4 kB, compressed (%o)', (attributes) => {
    const drawing = drawingIn(htmlOf(shipped, attributes));
    expect(drawing).toContain('<svg class="p n"');
    expect(gzipSync(drawing).length).toBeLessThanOrEqual(4_096);
  });
});
