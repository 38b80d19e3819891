import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { type DirectoryEntry, directoryOf, sortedText } from './directory.ts';
import { countEntries } from './directory-filter.ts';
import { type ListQuery, ListStore } from './store.ts';

const brest = { lon: -4.4863, lat: 48.3903, precision: 'commune', territory: 'commune-29019' };
const rennes = { lon: -1.6743, lat: 48.112, precision: 'address' };

const dataset = makeDataset({
  organisations: [
    { id: 'zed', name: 'Zed', territories: ['commune-29019'], position: brest, town: 'Brest' },
    { id: 'eco', name: 'Écoutille', territories: ['commune-35238'], position: rennes },
    { id: 'gone', name: 'Partie' },
    { id: 'later', name: 'À venir' },
    { id: 'other', name: 'Autre réseau' },
    { id: 'banque', name: 'Banque', activities: ['finance'] },
  ],
  memberships: [
    { id: '1', organisation: 'zed', network: 'net', college: 'assos', start: '2024-06-18' },
    { id: '2', organisation: 'eco', network: 'net', college: 'assos' },
    { id: '3', organisation: 'gone', network: 'net', college: 'assos', end: '2024' },
    { id: '4', organisation: 'later', network: 'net', college: 'assos', start: '2025-02' },
    { id: '5', organisation: 'other', network: 'elsewhere', college: 'assos' },
    { id: '6', organisation: 'banque', network: 'net', college: 'coops' },
    { id: '7', organisation: 'nobody', network: 'net', college: 'coops' },
  ],
  colleges: [
    { id: 'assos', network: 'net', label: { fr: 'Associations' }, order: 3 },
    { id: 'coops', network: 'net', label: { fr: 'Coopératives' }, order: 1 },
  ],
  territories: [
    { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
    { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
    { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['departement-29'] },
    { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' } },
  ],
  events: [
    {
      id: 'forum',
      title: { fr: 'Forum' },
      date: '2024-05-23',
      status: 'held',
      position: brest,
      territories: ['commune-29019'],
    },
    { id: 'next', title: { fr: 'Prochain' }, date: '2025-03', status: 'planned' },
    { id: 'undated', title: { fr: 'Sans date' }, status: 'planned' },
  ],
  programmes: [{ id: 'ecole', name: { fr: 'Programme scolaire' } }],
  projects: [{ id: 'p1', programme: 'ecole', period: '2023-SY', status: 'held', place: 'St Briec' }],
});

const ids = (entries: readonly DirectoryEntry[]) => entries.map(({ id }) => id);
const members = directoryOf(dataset, { layers: ['members'] });

describe('the directory', () => {
  it('lists the current members of the data set’s network, by collège then name without accents', () => {
    expect(ids(members)).toEqual(['banque', 'eco', 'zed']);
  });

  it('lists the members of another network, and the projects of one programme, where they are asked for', () => {
    const listed = (layer: 'members' | 'projects', where: string) =>
      ids(directoryOf(dataset, { layers: [layer], where }));
    expect(listed('members', 'network=elsewhere')).toEqual(['other']);
    expect(listed('members', 'college=coops')).toEqual(['banque']);
    expect(listed('projects', 'programme=ecole')).toEqual(['p1']);
    expect(listed('projects', 'programme=autre')).toEqual([]);
  });

  it('lists the members of the period asked for', () => {
    expect(ids(directoryOf(dataset, { layers: ['members'], period: '2023' }))).toEqual(['banque', 'eco', 'gone']);
    expect(ids(directoryOf(dataset, { layers: ['members'], period: '2025' }))).toContain('later');
  });

  it('lists the same members, as the data have them, for whoever sorts them', () => {
    const unsorted = directoryOf(dataset, { layers: ['members'], unsorted: true });
    expect(unsorted).not.toEqual(members);
    expect(new Set(unsorted)).toEqual(new Set(members));
  });

  it('says where each is: as written, else by the name of its narrowest territory', () => {
    expect(members.map(({ place }) => place?.fr ?? null)).toEqual([null, 'Rennes', 'Brest']);
  });

  it('finds the département along the territories, else in the code of the commune', () => {
    expect(members.map(({ departement }) => departement)).toEqual([null, 'departement-35', 'departement-29']);
    expect(members[2]?.lineage).toEqual(['commune-29019', 'departement-29', 'region-53']);
  });

  it('finds no French département in the code of a commune abroad, which its region says that it is', () => {
    const abroad = makeDataset({
      organisations: [
        { id: 'a', name: 'A', territories: ['commune-66023'] },
        { id: 'b', name: 'B', territories: ['commune-66136'] },
      ],
      territories: [
        { id: 'region-montreal', kind: 'region', name: { fr: 'Montréal' } },
        { id: 'region-76', kind: 'region', name: { fr: 'Occitanie' } },
        { id: 'commune-66023', kind: 'commune', name: { fr: 'Montréal' }, parents: ['region-montreal'] },
        { id: 'commune-66136', kind: 'commune', name: { fr: 'Perpignan' }, parents: ['region-76'] },
      ],
    });
    const departements = directoryOf(abroad, { layers: ['members'] }).map(({ departement }) => departement);
    expect(departements).toEqual([null, 'departement-66']);
  });

  it('takes a source of organisations alone for the list of its members', () => {
    const alone = makeDataset({
      organisations: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    });
    expect(ids(directoryOf(alone, { layers: ['members'] }))).toEqual(['a', 'b']);
  });

  it('lists programmes as the territories that they act in, each at its own point or at none', () => {
    const acting = makeDataset({
      territories: [
        {
          id: 'pole-a',
          kind: 'pole',
          name: { fr: 'Pôle A' },
          parents: ['departement-29'],
          position: { lon: -4, lat: 48 },
        },
        { id: 'pole-b', kind: 'pole', name: { fr: 'Pôle B' } },
        { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, position: { lon: -4.2, lat: 48.2 } },
      ],
      programmes: [
        { id: 'ici', name: { fr: 'Ici' }, territories: ['pole-a', 'pole-b', 'pole-inconnu'] },
        { id: 'ailleurs', name: { fr: 'Ailleurs' }, territories: ['pole-a'] },
      ],
    });
    const listed = directoryOf(acting, { layers: ['programmes'], where: 'id=ici', period: '1999' });
    expect(listed.map(({ id, name: { fr }, description }) => [id, fr, description])).toEqual([
      ['ici/pole-a', 'Pôle A', 'Ici'],
      ['ici/pole-b', 'Pôle B', 'Ici'],
      ['ici/pole-inconnu', 'pole-inconnu', 'Ici'],
    ]);
    expect(listed.map(({ position, departement }) => [position, departement])).toEqual([
      [{ lon: -4, lat: 48, precision: 'pole', territory: 'pole-a' }, 'departement-29'],
      [null, null],
      [null, null],
    ]);
    expect(ids(directoryOf(acting, { layers: ['programmes'] }))).toHaveLength(4);
  });

  it('lists the layers asked for, in that order, and names a project after its programme', () => {
    const entries = directoryOf(dataset, { layers: ['projects', 'events'] });
    expect(ids(entries)).toEqual(['p1', 'forum', 'next', 'undated']);
    expect(entries[0]).toMatchObject({
      layer: 'projects',
      name: { fr: 'Programme scolaire' },
      place: { fr: 'St Briec' },
    });
  });

  it('keeps of events those that fall in the period asked for', () => {
    expect(ids(directoryOf(dataset, { layers: ['events'], period: '2024' }))).toEqual(['forum']);
  });

  it('keeps apart the events and projects that may lie outside the period', () => {
    const dated = (id: string, date: string | null) => ({ id, title: { fr: id }, date, status: 'held' });
    const project = (id: string, period: string) => ({ id, programme: 'ecole', period, status: 'held' });
    const vague = makeDataset({
      events: [
        dated('day', '2024-02-03'),
        dated('year', '2024'),
        dated('after', '2024-07'),
        dated('undated', null),
        { ...dated('milestone', '2024-02'), count: 0 },
      ],
      projects: [project('half', '2024-H1'), project('school', '2023-SY'), project('later', '2025')],
    });
    const listed = (request: object) =>
      ids(directoryOf(vague, { layers: ['events', 'projects'], period: '2024-H1', ...request }));
    expect(listed({})).toEqual(['day', 'half']);
    expect(listed({ apart: true })).toEqual(['year', 'school']);
    expect(listed({ period: undefined, apart: true })).toEqual([]);
  });
});

describe('the filters of a directory', () => {
  const all = directoryOf(dataset, { layers: ['members', 'events'] });
  const kept = (query: ListQuery) => ids(new ListStore(all).select(query).shown);

  it('keep everything when they ask for nothing', () => {
    expect(kept({})).toEqual(ids(all));
    expect(kept({ facets: {}, found: null, where: '', territory: '' })).toEqual(ids(all));
  });

  it('keep what lies in a territory', () => {
    expect(kept({ territory: 'region-53' })).toEqual(['zed', 'forum']);
  });

  it('keep what the page’s author asks for, and nothing under a key that columns do not hold', () => {
    expect(kept({ where: 'college=coops' })).toEqual(['banque']);
    expect(kept({ where: 'layer=members departement=departement-29' })).toEqual(['zed']);
    expect(kept({ where: 'layer=members body=bureau' })).toEqual([]);
  });

  it('take collèges and layers as one choice, and départements as another', () => {
    expect(kept({ facets: { college: ['coops'], layer: ['events'] } })).toEqual(['banque', 'forum', 'next', 'undated']);
    expect(kept({ facets: { college: ['assos'], departement: ['departement-29'] } })).toEqual(['zed']);
  });

  it('keep what a search found', () => {
    expect(kept({ found: ['forum', 'eco'] })).toEqual(['eco', 'forum']);
  });

  it('count entries by collège and by layer', () => {
    expect([...countEntries(all)]).toEqual([
      ['college:coops', 1],
      ['college:assos', 2],
      ['layer:events', 3],
    ]);
  });
});

it('names are sorted as French does: œ as two letters, both apostrophes as one', () => {
  const names = ['Théâtre', 'Œuvre', 'Ligne', 'L’Échappée', "L'Étable", 'La Ferme', 'Zut'];
  const sorted = names.map((name) => [sortedText(name), name] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted.map(([, name]) => name)).toEqual([
    'L’Échappée',
    "L'Étable",
    'La Ferme',
    'Ligne',
    'Œuvre',
    'Théâtre',
    'Zut',
  ]);
});
