/** Data may hold texts of any length and direction: no widget makes its page wider than a phone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, visitor } from './support/visit.ts';

const shared = useSite();

const LONG = [
  'Anticonstitutionnellement'.repeat(12),
  'https://exemple.example/' + 'chemin/'.repeat(40),
  '0123456789'.repeat(30),
  'mot '.repeat(120).trim(),
  'e\u0301'.repeat(150),
  '\u0e49'.repeat(150),
  '\u202eretourné\u202c'.repeat(25),
  'جمعية'.repeat(40),
  '協同組合'.repeat(60),
  '_'.repeat(250),
];

const source = { document: 'r', section: 'I.1', page: 4 };
const dated = (at: number): string => `2024-${String(at + 1).padStart(2, '0')}-1${at}`;
const dataset = {
  format: 'ess-dataset/1',
  id: 'long',
  title: { fr: LONG[0] },
  publisher: { name: LONG[3] },
  licence: { name: LONG[2] },
  language: 'fr',
  updated: '2025-03-05',
  network: 'n',
  periods: ['2023', '2024'],
  documents: { r: { title: { fr: LONG[0] } } },
  report: 'report.json',
  collections: {
    organisations: LONG.map((name, at) => ({
      ...{ id: `o${at}`, name, town: LONG[(at + 1) % LONG.length], description: LONG[(at + 2) % LONG.length] },
      ...{ territories: ['departement-29'], position: { lon: -4 + at / 3, lat: 48.2, precision: 'address' } },
    })),
    memberships: LONG.map((_, at) => ({ id: `m${at}`, organisation: `o${at}`, network: 'n', college: `c${at}` })),
    colleges: LONG.map((label, at) => ({ id: `c${at}`, network: 'n', label: { fr: label }, order: at })),
    territories: [{ id: 'departement-29', kind: 'departement', name: { fr: LONG[0] } }],
    series: LONG.map((name, at) => ({ id: `s${at}`, name: { fr: name } })),
    events: LONG.map((title, at) => ({
      ...{ id: `e${at}`, title: { fr: title }, date: dated(at), status: 'held', series: `s${at}`, source },
      ...{
        place: LONG[(at + 1) % LONG.length],
        position: { lon: -4, lat: 48.2, precision: 'address' },
        territories: ['departement-29'],
      },
    })),
    observations: ['2023', '2024'].flatMap((period) => [
      {
        id: `a${period}`,
        indicator: 'members-stock',
        label: { fr: LONG[0] },
        period,
        quantity: { value: 9, op: '=', unit: 'members' },
        source,
      },
      ...LONG.map((_, at) => ({
        ...{
          id: `p${period}-${at}`,
          indicator: 'members-stock',
          label: { fr: LONG[at] },
          period,
          dimensions: { college: `c${at}` },
        },
        ...{ quantity: { value: 1, op: '=', unit: 'members' }, source },
      })),
    ]),
  },
};
const report = {
  ...{ format: 'ess-report/1', id: 'r', document: 'r', period: '2024', language: 'fr', title: { fr: LONG[0] } },
  chapters: [
    {
      ...{ id: 'I', title: { fr: LONG[0] } },
      sections: [
        {
          ...{ id: 'I.1', title: { fr: LONG[8] }, text: { fr: LONG[1] } },
          blocks: [
            { type: 'indicators', figures: [{ indicator: 'members-stock' }] },
            { type: 'breakdown', indicator: 'members-stock', by: 'college' },
          ],
        },
      ],
    },
  ],
};

const SRC = 'src="/long.json"';
const WIDGETS = [
  `<ess-indicator ${SRC} indicator="members-stock"></ess-indicator>`,
  `<ess-breakdown ${SRC} indicator="members-stock" by="college"></ess-breakdown>`,
  `<ess-breakdown ${SRC} indicator="members-stock" by="college" view="table"></ess-breakdown>`,
  `<ess-trend ${SRC} indicator="members-stock"></ess-trend>`,
  `<ess-table ${SRC} collection="events"></ess-table>`,
  `<ess-timeline ${SRC} collections="events"></ess-timeline>`,
  `<ess-event-counter ${SRC} series="s0"></ess-event-counter>`,
  `<ess-event-agenda ${SRC} period="2024"></ess-event-agenda>`,
  `<ess-member-map ${SRC}></ess-member-map>`,
  `<ess-provider ${SRC}><ess-member-map layers="events"></ess-member-map><ess-event-agenda period="2024"></ess-event-agenda></ess-provider>`,
  `<ess-member-list ${SRC}></ess-member-list>`,
  `<ess-provider ${SRC}><ess-territory-picker></ess-territory-picker></ess-provider>`,
  `<ess-report ${SRC}></ess-report>`,
];

let host: Host;
beforeAll(async () => {
  const script = '<script type="module" src="/ess/ess.js"></script>';
  host = await openHost({
    pages: {
      '/long.json': { body: JSON.stringify(dataset), type: 'application/json' },
      '/report.json': { body: JSON.stringify(report), type: 'application/json' },
      ...Object.fromEntries(WIDGETS.map((markup, at) => [`/${at}`, pageOf(markup, script)])),
    },
  });
});
afterAll(() => host.close());

describe('long texts and those of both directions', () => {
  it.each(WIDGETS.map((markup, at) => [markup.replace(/ src="[^"]*"/, ''), at] as const))(
    'leave a page with %s as wide as its phone',
    async (_markup, at) => {
      for (const width of [320, 360]) {
        const visit = await visitor(shared.browser, { viewport: { width, height: 780 } });
        await goTo(visit.page, new URL(`/${at}`, host.url).href);
        // Widgets further down are drawn only when they are near.
        await visit.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        expect((await states(visit.page)).join()).not.toContain('error');
        expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await visit.close();
      }
    },
  );
});
