import { describe, expect, it } from 'vitest';
import { forAudience } from './audience.ts';
import type { Dataset } from './dataset.ts';
import { mergeDatasets } from './merge.ts';
import { makeDataset } from './testing.ts';

const resolve = (href: string, base: string): string => new URL(href, base).href;

type Collections = Parameters<typeof makeDataset>[0];

function source(id: string, collections: Collections, extra: Partial<Dataset['manifest']> = {}): Dataset {
  const { manifest, ...rest } = makeDataset(collections);
  return {
    ...rest,
    base: `https://${id}.example/data.json#key=secret`,
    manifest: { ...manifest, id, title: { fr: `Agenda ${id}` }, ...extra },
  };
}

const merge = (...sources: readonly Dataset[]): Dataset => mergeDatasets(sources, resolve);

const event = (id: string, extra: object = {}): object => ({
  id,
  title: { fr: 'Fête du réemploi' },
  startsAt: '2026-03-12T18:00:00+01:00',
  status: 'planned',
  ...extra,
});

/** The events of data sets with one list of events each: `a`, `b`, `c`. */
const mergedEvents = (...lists: readonly (readonly object[])[]) =>
  merge(...lists.map((events, at) => source('abc'[at] ?? '', { events })));
const countEvents = (...lists: readonly (readonly object[])[]): number =>
  mergedEvents(...lists).collections.events?.length ?? 0;

/** A position so many metres north of a place. */
const metres = (north: number): object => ({
  lon: -4,
  lat: 48 + north / 111_194.93,
  precision: 'address',
});

describe('events of two agendas are one', () => {
  it.each([
    [
      'of one id and day, whatever their hours',
      {},
      { title: { fr: 'Autre' }, startsAt: '2026-03-12T19:00:00+01:00' },
      true,
    ],
    ['of one id on two days', {}, { startsAt: '2026-03-13T18:00:00+01:00' }, false],
  ])('%s', (_words, a, b, isOne) => {
    expect(countEvents([event('uid-1', a)], [event('uid-1', b)])).toBe(isOne ? 1 : 2);
  });

  it.each([
    ['of one title, written otherwise', {}, { title: { fr: 'FETE DU RÉEMPLOI !' } }, true],
    ['of two titles', {}, { title: { fr: 'Fête du réemploi des vélos' } }, false],
    ['of one instant in two zones', {}, { startsAt: '2026-03-12T17:00:00Z' }, true],
    [
      'of one instant that is two days',
      { startsAt: '2026-03-13T00:30:00+01:00' },
      { startsAt: '2026-03-12T23:30:00Z' },
      true,
    ],
    ['of one title on another day', {}, { startsAt: '2026-03-13T18:00:00+01:00' }, false],
    ['of one title at another hour', {}, { startsAt: '2026-03-12T20:00:00+01:00' }, false],
    ['of which one has no hour', {}, { startsAt: null, date: '2026-03-12' }, true],
    ['of which one has no hour, on another day', {}, { startsAt: null, date: '2026-03-13' }, false],
    ['of which neither has a date', { startsAt: null }, { startsAt: null }, false],
    ['in places of the same words', { place: 'Halles, Lorient' }, { place: 'lorient – halles' }, true],
    ['in places of other words', { place: 'Halles' }, { place: 'Médiathèque' }, false],
    ['of which one has no place', { place: 'Halles' }, {}, true],
    ['299 m apart', { place: 'Halles', position: metres(0) }, { place: 'Le hangar', position: metres(299) }, true],
    ['301 m apart', { place: 'Halles', position: metres(0) }, { place: 'Le hangar', position: metres(301) }, false],
    ['301 m apart, without words', { position: metres(0) }, { position: metres(301) }, false],
    [
      'in the town halls of two communes',
      { place: 'Mairie', territories: ['commune-29019'] },
      { place: 'Mairie', territories: ['commune-29232'] },
      false,
    ],
    [
      'in two town halls far apart',
      { place: 'Mairie', position: metres(0) },
      { place: 'Mairie', position: metres(12_000) },
      false,
    ],
    ['of which one stands for twenty', { count: 20 }, {}, false],
    ['of which one comes back', { recurrence: { frequency: 'weekly', until: '2026-06-01' } }, {}, false],
    ['of which one is internal', { audience: 'internal' }, {}, false],
  ])('%s', (_words, a, b, isOne) => {
    expect(countEvents([event('one', a)], [event('other', b)])).toBe(isOne ? 1 : 2);
    expect(countEvents([event('one', b)], [event('other', a)])).toBe(isOne ? 1 : 2);
  });

  it('never within one source, be they equal', () => {
    expect(countEvents([event('one'), event('two')], [])).toBe(2);
    expect(countEvents([event('one'), event('two')], [event('three')])).toBe(2);
    expect(countEvents([event('one')], [event('two'), event('three')])).toBe(2);
    const { events } = mergedEvents([event('same'), event('same')], [event('three')]).collections;
    expect(events?.map(({ id }) => id)).toEqual(['same', 'same-2']);
  });

  it('not where several could be the one without a place or an hour: none is guessed', () => {
    const two = [event('one', { place: 'Halles' }), event('two', { place: 'Médiathèque' })];
    expect(countEvents(two, [event('three')])).toBe(3);
    expect(countEvents([event('three')], two)).toBe(3);
    const sessions = [event('one'), event('two', { startsAt: '2026-03-12T20:00:00+01:00' })];
    expect(countEvents(sessions, [event('three', { startsAt: null, date: '2026-03-12' })])).toBe(3);
  });

  it('not by a number of a row, which every file has', () => {
    expect(countEvents([event('1')], [event('1', { title: { fr: 'Assemblée' } })])).toBe(2);
    expect(countEvents([event('1')], [event('1')])).toBe(1);
  });
});

describe('the event that is kept', () => {
  it('is that of the first source, whichever that is', () => {
    const [a, b] = [
      event('one', { title: { fr: 'Fête du réemploi' } }),
      event('two', { title: { fr: 'FÊTE DU RÉEMPLOI' } }),
    ];
    expect(mergedEvents([a], [b]).collections.events).toMatchObject([{ id: 'one', title: { fr: 'Fête du réemploi' } }]);
    expect(mergedEvents([b], [a]).collections.events).toMatchObject([{ id: 'two', title: { fr: 'FÊTE DU RÉEMPLOI' } }]);
  });

  it('has its blanks filled by the next that knows them', () => {
    const [kept] =
      mergedEvents(
        [event('one', { startsAt: null, date: '2026-03-12', url: 'https://a.example/1' })],
        [event('two', { place: 'Halles', endsAt: '2026-03-12T20:00:00+01:00' })],
        [event('three', { place: 'Halles', url: 'https://c.example/3', themes: ['reemploi'] })],
      ).collections.events ?? [];
    expect(kept).toMatchObject({
      id: 'one',
      date: '2026-03-12',
      startsAt: '2026-03-12T18:00:00+01:00',
      endsAt: '2026-03-12T20:00:00+01:00',
      place: 'Halles',
      url: 'https://a.example/1',
      themes: ['reemploi'],
      source: { document: 'a' },
      alsoIn: ['b', 'c'],
    });
  });

  it('does not take the end of another hour, nor the site of another place', () => {
    const [kept] =
      mergedEvents(
        [event('uid-1', { place: 'Halles' })],
        [
          event('uid-1', {
            startsAt: '2026-03-12T08:00:00+01:00',
            endsAt: '2026-03-12T10:00:00+01:00',
            place: 'Médiathèque',
            position: metres(0),
          }),
        ],
      ).collections.events ?? [];
    expect(kept).toMatchObject({ place: 'Halles' });
    expect([kept?.endsAt, kept?.position].filter(Boolean)).toEqual([]);
  });

  it.each(['cancelled', 'postponed'])('is %s where any source says so', (status) => {
    const told = mergedEvents([event('one')], [event('two')], [event('three', { status })]);
    expect(told.collections.events).toMatchObject([{ id: 'one', status }]);
    expect(told.differences).toMatchObject([
      { field: 'status', kept: status, keptFrom: 'c', other: 'planned', otherFrom: 'a' },
    ]);
    expect(mergedEvents([event('one', { status })], [event('two')]).collections.events).toMatchObject([{ status }]);
  });

  it('does not drift: a third place is compared with the one that was filled', () => {
    const lists = [[event('one')], [event('two', { place: 'Halles' })], [event('three', { place: 'Médiathèque' })]];
    const { events } = mergedEvents(...lists).collections;
    expect(events).toMatchObject([{ id: 'one', place: 'Halles', alsoIn: ['b'] }, { id: 'three' }]);
  });

  it('counts once, whatever coverage the sources declare', () => {
    expect(countEvents([event('one'), event('x', { title: { fr: 'X' } })], [event('two')], [event('three')])).toBe(2);
  });
});

const SIREN = '732829320';
const OTHER_SIREN = '552100554';
const organisation = (id: string, extra: object = {}): object => ({
  id,
  name: 'La Ressourcerie',
  town: 'Brest',
  territories: ['commune-29019'],
  ...extra,
});
const mergedOrganisations = (...lists: readonly (readonly object[])[]) =>
  merge(...lists.map((organisations, at) => source('abc'[at] ?? '', { organisations })));
const idsOf = (...lists: readonly (readonly object[])[]) =>
  mergedOrganisations(...lists).collections.organisations?.map(({ id }) => id);

describe('organisations of two lists are one', () => {
  it.each([
    [
      'of one SIREN in two communes',
      { siren: SIREN, name: 'Ressourcerie' },
      { siren: '732 829 320', territories: ['commune-35238'], town: 'Rennes' },
      true,
    ],
    [
      'of one SIREN that is mistyped, of two names',
      { siren: '732829321', name: 'Autre' },
      { siren: '732829321' },
      false,
    ],
    ['of two SIREN numbers', { siren: SIREN }, { siren: OTHER_SIREN }, false],
    ['of which one has no SIREN', { siren: SIREN }, {}, true],
    ['of one name, written otherwise', {}, { name: 'LA RESSOURCERIE' }, true],
    ['of another name', {}, { name: 'La Recyclerie' }, false],
    ['of one name in another commune', {}, { territories: ['commune-35238'], town: 'Rennes' }, false],
    ['of one name in a town by its name alone', { territories: [] }, {}, true],
    [
      'of one name in towns abbreviated',
      { territories: [], town: 'Saint-Brieuc' },
      { territories: [], town: 'ST BRIEUC' },
      true,
    ],
    ['of one name in another town by its name alone', { territories: [], town: 'Rennes' }, {}, false],
    ['of one name without a commune', { territories: [], town: null }, {}, false],
  ])('%s', (_words, a, b, isOne) => {
    const expected = isOne ? ['one'] : ['one', 'other'];
    expect(idsOf([organisation('one', a)], [organisation('other', b)])).toEqual(expected);
    expect(idsOf([organisation('one', b)], [organisation('other', a)])).toEqual(expected);
  });

  it('of a SIREN that one list has twice, in the same commune alone', () => {
    const establishments = [
      organisation('brest', { siren: SIREN, name: 'Siège' }),
      organisation('rennes', { siren: SIREN, name: 'Agence', territories: ['commune-35238'] }),
    ];
    const one = (territories: readonly string[]) => [
      organisation('x', { siren: SIREN, name: 'Nom d’usage', territories, town: null }),
    ];
    expect(idsOf(establishments, one(['commune-35238']))).toEqual(['brest', 'rennes']);
    expect(idsOf(establishments, one(['commune-56121']))).toEqual(['brest', 'rennes', 'x']);
    expect(idsOf(one(['commune-56121']), establishments)).toEqual(['x', 'brest', 'rennes']);
  });

  it('with one id where nothing sets them apart, and else both stay, under two ids', () => {
    expect(idsOf([{ id: 'x', name: 'Un nom' }], [{ id: 'x', name: 'Un autre' }])).toEqual(['x']);
    const [brest, rennes] = [organisation('x'), organisation('x', { territories: ['commune-35238'], town: 'Rennes' })];
    expect(idsOf([brest], [rennes])).toEqual(['x', 'x-2']);
    expect(idsOf([organisation('x', { siren: SIREN })], [organisation('x', { siren: OTHER_SIREN })])).toEqual([
      'x',
      'x-2',
    ]);
    expect(idsOf([{ id: '12', name: 'Un nom' }], [{ id: '12', name: 'Un autre' }])).toEqual(['12', '12-2']);
  });

  it('through the one between them', () => {
    const [a, b] = [organisation('a'), organisation('b', { siren: SIREN })];
    const c = organisation('c', { siren: SIREN, name: 'Ressources SCIC', town: null, territories: [] });
    expect(idsOf([a], [b], [c])).toEqual(['a']);
    expect(idsOf([a], [c])).toEqual(['a', 'c']);
  });

  it('never within one list', () => {
    expect(
      idsOf([organisation('a', { siren: SIREN }), organisation('b', { siren: SIREN })], [organisation('c')]),
    ).toHaveLength(2);
  });
});

describe('references', () => {
  const collections = {
    organisations: [organisation('other')],
    memberships: [{ id: 'net/other', organisation: 'other', network: 'net', college: 'scop', start: '2020' }],
    events: [event('gala', { organisers: ['other'] }), event('part', { title: { fr: 'Atelier' }, partOf: 'gala' })],
    participations: [
      { id: 'p2', organisation: 'other', of: 'gala', role: 'exhibitor' },
      { id: 'p3', organisation: 'other', of: 'part', role: 'exhibitor' },
    ],
    tallies: [{ id: 't2', of: 'gala', total: { value: 30, op: '=', unit: 'people' } }],
    missions: [],
    applications: [{ id: 'app', call: 'call', organisation: 'other', status: 'submitted' }],
  };
  const { applications: _typed, missions: _none, ...b } = collections;
  const a = {
    organisations: [organisation('kept')],
    memberships: [{ id: 'net/kept', organisation: 'kept', network: 'net' }],
    events: [event('fest')],
    participations: [{ id: 'p1', organisation: 'kept', of: 'fest', role: 'exhibitor' }],
    tallies: [{ id: 't1', of: 'fest', total: { value: 28, op: '=', unit: 'people' } }],
  };
  const merged = merge(source('a', a), source('b', b)).collections;

  it('to a record that was merged lead to the one that is kept', () => {
    expect(merged.organisations?.map(({ id }) => id)).toEqual(['kept']);
    expect(merged.events).toMatchObject([
      { id: 'fest', organisers: ['kept'] },
      { id: 'part', partOf: 'fest' },
    ]);
    expect(merged.participations?.map(({ id, organisation: by, of }) => [id, by, of])).toEqual([
      ['p1', 'kept', 'fest'],
      ['p3', 'kept', 'part'],
    ]);
    expect(merged.tallies?.map(({ id }) => id)).toEqual(['t1']);
  });

  it('of memberships give one each, filled', () => {
    expect(merged.memberships).toMatchObject([
      { id: 'net/kept', organisation: 'kept', college: 'scop', start: '2020' },
    ]);
  });

  it('to a namesake lead to the namesake, whose membership is not lost with its id', () => {
    const list = (territory: string, college: string) => ({
      organisations: [organisation('ressourcerie', { territories: [territory], town: null })],
      memberships: [{ id: 'net/ressourcerie', organisation: 'ressourcerie', network: 'net', college }],
    });
    const { memberships } = merge(
      source('a', list('commune-29019', 'x')),
      source('b', list('commune-35238', 'y')),
    ).collections;
    expect(memberships?.map(({ organisation: of, college }) => [of, college])).toEqual([
      ['ressourcerie', 'x'],
      ['ressourcerie-2', 'y'],
    ]);
  });

  it('keep a membership that ended beside one that goes on, and those of two networks', () => {
    const list = (...memberships: readonly object[]) => ({ organisations: [organisation('x')], memberships });
    const of = (id: string, extra: object = {}) => ({ id, organisation: 'x', network: 'net', ...extra });
    const count = (one: object, other: object): number =>
      merge(source('a', list(one)), source('b', list(other))).collections.memberships?.length ?? 0;
    expect(count(of('m1'), of('m2'))).toBe(1);
    expect(count(of('m1', { end: '2020-06-01' }), of('m2'))).toBe(2);
    expect(count(of('m1', { start: '2015', end: '2020-06-01' }), of('m2', { start: '2021', end: '2023-01-01' }))).toBe(
      2,
    );
    expect(count(of('m1', { start: '2015', end: '2020-06-01' }), of('m2', { start: '2015', end: '2020-12-31' }))).toBe(
      1,
    );
    expect(count(of('m1'), of('m2', { network: 'collectif' }))).toBe(2);
  });
});

describe('origins', () => {
  it('are documents of the manifest: the title and the address of each source, without its fragment', () => {
    const { manifest, collections } = mergedEvents(
      [event('one')],
      [event('two'), event('three', { title: { fr: 'X' } })],
    );
    expect(manifest.documents).toEqual({
      a: { title: { fr: 'Agenda a' }, href: 'https://a.example/data.json' },
      b: { title: { fr: 'Agenda b' }, href: 'https://b.example/data.json' },
    });
    expect(collections.events?.map(({ id, source: of, alsoIn }) => [id, of?.document, alsoIn])).toEqual([
      ['one', 'a', ['b']],
      ['three', 'b', undefined],
    ]);
  });

  it('of one source are as they were: not a byte is added', () => {
    const one = source('a', { events: [event('one')] });
    expect(merge(one)).toBe(one);
  });

  it('are the documents that records name themselves; two of one id and another content stay two', () => {
    const of = (id: string, title: string) =>
      source(
        id,
        { events: [event(id, { title: { fr: id }, source: { document: 'report', page: 3 } })] },
        { documents: { report: { title: { fr: title }, href: 'r.pdf' } } },
      );
    const { manifest, collections } = merge(of('a', 'Rapport A'), of('b', 'Rapport B'));
    expect(manifest.documents).toEqual({
      report: { title: { fr: 'Rapport A' }, href: 'https://a.example/r.pdf' },
      'report-2': { title: { fr: 'Rapport B' }, href: 'https://b.example/r.pdf' },
    });
    expect(collections.events?.map((each) => each.source)).toEqual([
      { document: 'report', page: 3 },
      { document: 'report-2', page: 3 },
    ]);
  });

  it('of one title are told apart by their publishers', () => {
    const of = (id: string, name: string) =>
      source(id, { events: [event(id)] }, { title: { fr: 'Adhérents' }, publisher: { name } });
    const { documents } = merge(of('a', 'un.csv'), of('b', 'deux.csv'), of('c', 'deux.csv')).manifest;
    expect(['a', 'b', 'c'].map((id) => documents[id]?.title.fr)).toEqual([
      'Adhérents',
      'Adhérents (deux.csv)',
      'Adhérents (2)',
    ]);
  });
});

describe('differences', () => {
  const told = (a: object, b: object) =>
    mergedEvents([event('uid-1', a)], [event('uid-1', b)]).differences?.map(({ field, kept, other }) => [
      field,
      kept,
      other,
    ]);

  it('are none where nothing differs, and absent from a single source', () => {
    expect(told({}, {})).toEqual([]);
    expect(merge(source('a', { events: [event('x')] })).differences).toBeUndefined();
  });

  it('name both values and both origins, the instants of both in the offset of the first', () => {
    const { differences } = mergedEvents([event('uid-1')], [event('uid-1', { startsAt: '2026-03-12T18:30:00Z' })]);
    expect(differences).toEqual([
      {
        collection: 'events',
        id: 'uid-1',
        field: 'start',
        of: 'events.startsAt',
        kept: '2026-03-12T18:00:00+01:00',
        keptFrom: 'a',
        other: '2026-03-12T19:30+01:00',
        otherFrom: 'b',
      },
    ]);
  });

  it.each([
    ['a title', { title: { fr: 'Assemblée' } }, 'title'],
    ['a place', { place: 'Médiathèque' }, 'place'],
    ['an end', { endsAt: '2026-03-12T21:00:00+01:00' }, 'end'],
    ['another page of one site', { url: 'https://site.example/autre' }, 'url'],
    ['that it is full', { status: 'full' }, 'status'],
  ])('are noted of %s', (_words, b, field) => {
    const whole = { place: 'Halles', endsAt: '2026-03-12T20:00:00+01:00', url: 'https://site.example/fete' };
    expect(told(whole, b)?.map(([name]) => name)).toEqual([field]);
  });

  it.each([
    ['case and accents', { title: { fr: 'FETE DU REEMPLOI' } }],
    ['words that one leaves out', { place: 'Halles, Lorient' }],
    ['the same end in another zone', { endsAt: '2026-03-12T19:00:00Z' }],
    ['an address with and without www', { url: 'http://www.site.example/fete/' }],
    ['a page of another site, as each agenda has one', { url: 'https://agenda.example/1' }],
    ['an event that was held since', { status: 'held' }],
    ['an end that one does not know', { endsAt: null }],
  ])('are none of %s', (_words, b) => {
    expect(told({ place: 'Halles', endsAt: '2026-03-12T20:00:00+01:00', url: 'https://site.example/fete' }, b)).toEqual(
      [],
    );
  });

  it('of organisations are those that a reader sees', () => {
    const a = organisation('one', {
      siren: SIREN,
      position: metres(0),
      links: [
        { kind: 'site', url: 'https://ressourcerie.example' },
        { kind: 'phone', url: 'tel:+33298000000' },
      ],
    });
    const b = (extra: object) => organisation('two', { siren: SIREN, ...extra });
    const of = (extra: object) => mergedOrganisations([a], [b(extra)]).differences?.map(({ field }) => field);
    expect(of({ name: 'Ressourcerie (la)' })).toEqual([]);
    expect(of({ name: 'Le Grenier' })).toEqual(['name']);
    expect(of({ territories: ['commune-35238'], town: 'Rennes' })).toEqual(['commune']);
    expect([of({ position: metres(290) }), of({ position: metres(310) })]).toEqual([[], ['address']]);
    expect(
      of({
        links: [
          { kind: 'phone', url: 'tel:0298000000' },
          { kind: 'site', url: 'http://www.ressourcerie.example/contact' },
        ],
      }),
    ).toEqual([]);
    expect(
      of({
        links: [
          { kind: 'phone', url: 'tel:0298000001' },
          { kind: 'site', url: 'https://autre.example' },
        ],
      }),
    ).toEqual(['site', 'phone']);
  });

  it('of a college are of the organisation, and hidden where colleges are internal', () => {
    const list = (id: string, label: string) =>
      source(
        id,
        {
          organisations: [organisation(id)],
          memberships: [{ id: `net/${id}`, organisation: id, network: 'net', college: `c-${id}` }],
          colleges: [{ id: `c-${id}`, network: 'net', label: { fr: label }, order: 1 }],
        },
        id === 'a' ? {} : { audience: {} },
      );
    const merged = merge(list('a', 'Associations'), list('b', 'Coopératives'));
    expect(merged.differences).toMatchObject([
      { collection: 'organisations', id: 'a', field: 'college', kept: 'Associations', other: 'Coopératives' },
    ]);
    expect(forAudience(merged).differences).toHaveLength(1);
    const hidden = {
      ...merged,
      manifest: { ...merged.manifest, audience: { 'memberships.college': 'internal' as const } },
    };
    expect(forAudience(hidden).differences).toEqual([]);
    expect(merge(list('a', 'Associations'), list('b', 'associations')).differences).toEqual([]);
  });

  it('are of the source that filled a field', () => {
    const { differences } = mergedEvents(
      [event('uid-1')],
      [event('uid-1', { place: 'Halles' })],
      [event('uid-1', { place: 'Médiathèque' })],
    );
    expect(differences).toMatchObject([{ field: 'place', keptFrom: 'b', otherFrom: 'c' }]);
  });
});

describe('large sources', () => {
  it('of twenty thousand events of one title and hour are joined place by place', () => {
    const list = (of: string) => Array.from({ length: 20_000 }, (_, n) => event(`${of}-${n}`, { place: `Salle ${n}` }));
    expect(countEvents(list('a'), list('b'))).toBe(20_000);
  });

  it('of twenty thousand equal events are joined in pairs', () => {
    const list = (of: string) => Array.from({ length: 20_000 }, (_, n) => event(`${of}-${n}`));
    expect(countEvents(list('a'), list('b'))).toBe(20_000);
  });

  it('of twenty thousand organisations are joined, and their memberships', () => {
    const list = (of: string) => ({
      organisations: Array.from({ length: 20_000 }, (_, n) => organisation(`${of}-${n}`, { name: `Association ${n}` })),
      memberships: Array.from({ length: 20_000 }, (_, n) => ({
        id: `net/${of}-${n}`,
        organisation: `${of}-${n}`,
        network: 'net',
      })),
    });
    const { organisations, memberships } = merge(source('a', list('a')), source('b', list('b'))).collections;
    expect([organisations?.length, memberships?.length]).toEqual([20_000, 20_000]);
  });
});
