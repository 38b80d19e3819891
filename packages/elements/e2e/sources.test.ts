/** Addresses that people paste, read by the widgets of a page from servers that let it, and from servers that do not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost, pageOf } from './support/host.ts';
import { type Answers, PRODUCTS, type Product, serve } from './support/services.ts';
import { useSite } from './support/site.ts';
import { goTo, states, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const LOADER = '<script type="module" src="/ess/ess.js"></script>';

/** The widgets, and those of them that show what each kind of list has. */
const TAGS = ['ess-member-map', 'ess-member-list', 'ess-event-agenda', 'ess-event-counter', 'ess-indicator'] as const;
const SHOWN: Readonly<Record<Product['kind'], readonly string[]>> = {
  members: ['ess-member-map', 'ess-member-list', 'ess-indicator'],
  events: ['ess-event-agenda', 'ess-event-counter'],
};
/** Widgets that name the records. */
const NAMING: Readonly<Record<Product['kind'], readonly string[]>> = {
  members: ['ess-member-map', 'ess-member-list'],
  events: ['ess-event-agenda'],
};

const widgets = (src: string, more = ''): string =>
  TAGS.map((tag) =>
    `<${tag} src="${src}" indicator="members-stock"${more}></${tag}>`.replace(/ indicator="[^"]*"/, (all) =>
      tag === 'ess-indicator' ? all : '',
    ),
  ).join('');

let host: Host;
let visit: Visit;
const open = async (body: string, answers: Answers, isOpen: boolean): Promise<void> => {
  host = await openHost({ pages: { '/': pageOf(body, LOADER) } });
  visit = await visitor(site.browser, {}, { runs: true });
  await serve(visit.page, answers, isOpen);
  await goTo(visit.page, host.url);
};
const close = async (): Promise<void> => {
  await visit?.close();
  await host?.close();
};
const uncaught = (): readonly string[] => visit.complaints.filter((line) => line.startsWith('uncaught'));
const stateOf = async (tag: string): Promise<string | undefined> =>
  (await states(visit.page)).find((state) => state.startsWith(`${tag} `));

describe.each(PRODUCTS)('$name', ({ src, answers, kind, titles, remedy }) => {
  describe('that lets other sites read it', () => {
    beforeAll(() => open(widgets(src), answers, true));
    afterAll(close);

    it('feeds the widgets of its kind, and leaves the others calmly empty', async () => {
      const expected = TAGS.map((tag) => `${tag} ${SHOWN[kind].includes(tag) ? 'ready' : 'empty'}`);
      expect(await states(visit.page)).toEqual(expected);
      expect(uncaught()).toEqual([]);
    });

    it('has its records named', async () => {
      for (const tag of NAMING[kind]) {
        const text = (await texts(visit.page, tag)).join();
        for (const title of titles) expect(text).toContain(title);
      }
    });

    it('shows no key', async () => {
      const key = /key=([^&]+)/.exec(src)?.[1] ?? 'no-key-at-all';
      expect((await texts(visit.page, TAGS.join())).join()).not.toContain(key);
    });
  });

  describe('that lets no other site read it', () => {
    beforeAll(() => open(widgets(src), answers, false));
    afterAll(close);

    it('is told of in every widget, with what to do', async () => {
      expect(await states(visit.page)).toEqual(TAGS.map((tag) => `${tag} error`));
      for (const text of await texts(visit.page, TAGS.join()))
        expect(text.replace(/[\u202f\u00a0]/g, ' ')).toContain(remedy);
      expect(uncaught()).toEqual([]);
    });
  });
});

describe('what goes wrong', () => {
  const calendar = PRODUCTS[1] as Product;
  const address = calendar.src;
  const sheet = 'https://pole.example/membres.csv';
  afterAll(close);

  it.each([
    [
      'a page to log in',
      address,
      { body: '<!doctype html><form><input type="password"></form>', type: 'text/html' },
      'error',
    ],
    ['an expired key', address, { body: { message: 'Invalid key' }, status: 401 }, 'error'],
    ['a refusal', address, { body: { message: 'Forbidden' }, status: 403 }, 'error'],
    ['a server that fails', address, { body: 'oh', status: 503 }, 'error'],
    ['a renamed column', sheet, { body: 'Machin;Truc\nÉpicerie;Brest\n', type: 'text/csv' }, 'error'],
    ['an empty calendar', address, { body: 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', type: 'text/calendar' }, 'empty'],
    ['an empty list', sheet, { body: 'Nom;Commune\n', type: 'text/csv' }, 'empty'],
    ['a calendar that is cut', address, { body: 'BEGIN:VCALENDAR\nBEGIN:VEV', type: 'text/calendar' }, 'empty'],
  ] as const)('%s is a calm sentence in every widget', async (_what, src, answer, state) => {
    await open(widgets(src), { [src]: answer }, true);
    const tags = src === sheet ? SHOWN.members : SHOWN.events;
    for (const tag of tags) expect(await stateOf(tag)).toBe(`${tag} ${state}`);
    for (const text of await texts(visit.page, tags.join())) expect(text).toMatch(/[a-zé]{4}/);
    expect(uncaught()).toEqual([]);
    await close();
  });

  it.each([
    ['a page to log in', { body: '<!doctype html><form></form>', type: 'text/html' }],
    ['an expired key', { body: { message: 'Invalid key' }, status: 401 }],
    ['a calendar without its events', undefined],
  ] as const)('%s after a good answer keeps the last good data, with their date', async (_what, then) => {
    const answers: Record<string, Answers[string]> = { ...calendar.answers };
    await open(`<ess-event-agenda src="${address}" refresh="1m"></ess-event-agenda>`, answers, true);
    if (then) answers[address] = then;
    else delete answers[address];
    const agenda = async (): Promise<string> => {
      await visit.page.clock.fastForward(70_000);
      return (await texts(visit.page, 'ess-event-agenda')).join();
    };
    await expect.poll(agenda, { interval: 500 }).toContain('Données du 10 mars 2025');
    expect((await texts(visit.page, 'ess-event-agenda')).join()).toContain('Assemblée générale');
    expect(uncaught()).toEqual([]);
    await close();
  });
});
