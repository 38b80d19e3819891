/** Search in the rows of the blocks of a report. */

import type { Block, Dataset, Report } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { needsIn, searchIn } from './search.ts';

const reportOf = (...blocks: readonly Block[]): Report => ({
  format: 'ess-report/1',
  id: 'r',
  title: { fr: 'R' },
  period: '2024',
  language: 'fr',
  document: 'r',
  chapters: [
    {
      id: 'I',
      title: { fr: 'Chapitre' },
      sections: blocks.map((block, at) => ({
        id: `I.${at + 1}`,
        title: { fr: 'Partie' },
        blocks: [block],
        sections: [],
      })),
    },
  ],
});

const ALL = { memberships: {}, organisations: {}, events: {}, votes: {}, bodies: {}, networks: {}, projects: {} };
const vote = { id: 'v', subject: { fr: 'Nouveaux statuts' }, date: '2024-06-18', body: 'ag' };
const dataset = (collections: object): Dataset =>
  ({ collections, manifest: { collections: ALL }, measures: null }) as unknown as Dataset;

const join = { id: 'm1', organisation: 'casden', network: 'reseau', start: '2024-03-19', college: 'c1' };
const organisations = [{ id: 'casden', name: { fr: 'CASDEN' } }];
const festival = { id: 'f', title: { fr: 'Fête du réemploi' }, place: 'Morlaix', date: '2024-10', status: 'held' };

describe('the search in a report', () => {
  const report = reportOf(
    { type: 'list', collection: 'memberships', columns: ['organisation', 'start'] },
    { type: 'agenda', series: 'fetes' },
    { type: 'timeline', collections: ['votes'] },
  );

  it('asks for the collections that its blocks show, and for those that name what is in them', () => {
    expect(needsIn(report, dataset({ votes: [vote] }))).to.include.members([
      'memberships',
      'organisations',
      'events',
      'votes',
      'bodies',
    ]);
    expect(needsIn(report, dataset({ votes: [vote] }))).not.to.include('projects');
  });

  it('finds an organisation that a table names, an event and its place, a dated step', () => {
    const events = [
      { ...festival, series: 'fetes', territories: [], themes: [], organisers: [], count: 1, online: false },
      { ...festival, id: 'x', title: { fr: 'Colloque' }, territories: [], themes: [], organisers: [], count: 1 },
    ];
    const all = dataset({ memberships: [join], organisations, events, votes: [vote], bodies: [] });
    const search = searchIn(report, 'fr', all);
    expect(search.search('casden')).to.deep.equal(['I.1']);
    expect(search.search('morlaix réemploi')).to.deep.equal(['I.2']);
    expect(search.search('colloque')).to.deep.equal([]);
    expect(search.search('statuts')).to.deep.equal(['I.3']);
  });

  it('finds the other published figures of a section, of its own document, and asks for them', () => {
    const figure = (id: string, label: string, document = 'r') => ({
      ...{ id, label: { fr: label }, period: '2024', dimensions: {}, status: 'held' },
      ...{ quantity: { value: 12, op: '=', unit: 'publications' }, source: { document, section: 'III.2' } },
    });
    const others = reportOf({ type: 'list', collection: 'memberships' }, { type: 'observations', section: 'III.2' });
    const observations = [figure('a', 'Podcasts sur le sexisme'), figure('b', 'Affiches', 'another')];
    const search = searchIn(others, 'fr', dataset({ observations }));
    expect(search.search('podcast')).to.deep.equal(['I.2']);
    expect(search.search('affiches')).to.deep.equal([]);
    expect(needsIn(others, dataset({}))).to.include('observations');
    expect(searchIn(others, 'fr', dataset({})).search('podcast')).to.deep.equal([]);
  });

  it('does without rows that have not come', () => {
    expect(searchIn(report, 'fr', dataset({ organisations })).search('casden')).to.deep.equal([]);
  });
});
