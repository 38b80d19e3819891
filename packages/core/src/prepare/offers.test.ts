import { describe, expect, it } from 'vitest';
import { hasStill, lightStill } from '../charts/still.ts';
import type { Dataset } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { catalogue } from '../testing/bretagne.ts';
import { OFFERS_FIRST, offersOf } from './offers.ts';

const TODAY = '2025-03-10';

const observation = (value: number, period: string, dimensions: object = {}) => ({
  id: `o-${period}-${JSON.stringify(dimensions)}`,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period,
  dimensions,
  quantity: { value, op: '=', unit: 'members' },
  source: { document: 'report' },
});

const ORGANISATION = { id: 'a', name: 'A', territories: [], themes: [] };
const PLACED = { ...ORGANISATION, position: { lon: -4.5, lat: 48.4, precision: 'address' } };
const EVENT = { id: 'e', title: { fr: 'Bal' }, date: '2024-06-18', status: 'held', themes: [], territories: [] };

function made(collections: Parameters<typeof makeDataset>[0], more: Partial<Dataset['manifest']> = {}): Dataset {
  const { manifest, ...data } = makeDataset(collections, { periods: ['2022', '2023', '2024'] });
  return { ...data, manifest: { ...manifest, ...more }, catalogue };
}

const offered = (data: Dataset) =>
  offersOf(data, TODAY).map(({ widget, attributes }) => [widget, ...Object.values(attributes)].join(' '));

describe('offers', () => {
  it('are none of data that hold nothing', () => {
    expect(offersOf(made({}), TODAY)).toEqual([]);
  });

  it('have a list from one member, and a map from one that is placed', () => {
    expect(offered(made({ organisations: [{ ...ORGANISATION, position: null }] }))).toEqual(
      expect.arrayContaining(['member-list']),
    );
    expect(offered(made({ organisations: [{ ...ORGANISATION, position: null }] }))).not.toContain('member-map');
    expect(offered(made({ organisations: [PLACED] })).slice(0, 2)).toEqual(['member-map', 'member-list']);
  });

  it('have agenda and counter from one event', () => {
    expect(offered(made({ events: [EVENT] }))).toEqual(expect.arrayContaining(['event-agenda', 'event-counter']));
  });

  it('have a value alone, a breakdown from two parts, a trend from three periods', () => {
    const first = observation(117, '2024');
    expect(offered(made({ observations: [first] }))).toEqual(['indicator members-stock']);
    const parts = ['coops', 'assos'].map((college) => observation(9, '2024', { college }));
    expect(offered(made({ observations: [first, ...parts.slice(1)] }))).toEqual(['indicator members-stock']);
    expect(offered(made({ observations: [first, ...parts] }))).toEqual([
      'indicator members-stock',
      'breakdown members-stock college',
    ]);
    const [second, third] = [observation(110, '2023'), observation(103, '2022')];
    expect(offered(made({ observations: [first, second] }))).not.toContain('trend members-stock');
    expect(offered(made({ observations: [first, second, third] }))).toContain('trend members-stock');
  });

  it('say what they show, in French and English', () => {
    const [offer] = offersOf(made({ organisations: [PLACED] }), TODAY);
    expect(offer).toEqual({
      widget: 'member-map',
      attributes: {},
      title: { fr: 'La carte des adhérents', en: 'The map of members' },
      says: { fr: '1 adhérent situé', en: '1 member placed' },
    });
    const [figure] = offersOf(made({ observations: [observation(117, '2024')] }), TODAY);
    expect(figure?.says).toEqual({ fr: '117\u00a0adhérents (2024)', en: '117\u00a0members (2024)' });
  });

  it('never have what is internal', () => {
    const data = made({ observations: [observation(117, '2024')] }, { audience: { 'members-stock': 'internal' } });
    expect(offersOf(data, TODAY)).toEqual([]);
  });

  it('never end empty', () => {
    const data = made({
      organisations: [PLACED],
      events: [EVENT],
      observations: [observation(117, '2024'), observation(110, '2023'), observation(103, '2022')],
    });
    const offers = offersOf(data, TODAY);
    expect(offers.length).toBeGreaterThan(5);
    for (const { widget, attributes } of offers) {
      const tag = `ess-${widget}`;
      expect(hasStill(tag) && lightStill(data, { tag, attributes, lang: 'en', today: TODAY })).toBeTruthy();
    }
    expect(OFFERS_FIRST).toBe(12);
  });
});
