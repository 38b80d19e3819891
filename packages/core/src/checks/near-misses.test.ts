import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { line } from './testing/find.ts';
import { added, type Collections, clean, figure, optionsFor, regionOf, withFault } from './testing/region.ts';

const q = (value: number, unit = 'people', more: object = {}) => ({ value, op: '=', unit, ...more });
const by = (dimensions: object, more: object = {}) => ({ dimensions, ...more });
const organisation = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  town: 'Montval',
  territories: ['commune-77001'],
  ...more,
});
const workshops = (...statuses: readonly string[]) =>
  statuses.map((status, at) => ({
    id: `atelier-${at}`,
    programme: 'velo',
    period: `2023-0${at + 1}`,
    status,
    source: { document: 'bilan', section: 'D' },
  }));
const velo = { programmes: [{ id: 'velo', name: { fr: 'Vélo' } }] };
const ofVelo = by({ programme: 'velo' }, { section: 'D' });

const coming = { section: 'D', status: 'planned', period: '2024' };

/** Data that resemble a mistake and are right: a false finding would make readers distrust the rule. */
const rights: Readonly<Record<string, Collections>> = {
  'projects that were cancelled, counted as such': {
    ...added('observations', figure('off', 'velo-cancelled', 1, 'projects', ofVelo)),
    ...velo,
    projects: workshops('held', 'held', 'cancelled'),
  },
  'projects that were planned at first, some of them cancelled since': {
    ...added('observations', figure('at-first', 'velo-planned', 3, 'projects', ofVelo)),
    ...velo,
    projects: workshops('held', 'held', 'cancelled'),
  },
  'the women at an event, fewer than all who came': added(
    'observations',
    figure('women', 'salon-attendance', 150, 'people', by({ event: 'salon', gender: 'women' }, { section: 'B' })),
  ),
  'the people of one territory at an event': added(
    'observations',
    figure(
      'near',
      'salon-attendance',
      90,
      'people',
      by({ event: 'salon' }, { section: 'B', territory: 'commune-77002' }),
    ),
  ),
  'projects that were planned, two of which have taken place since, and one that is off': {
    ...added('observations', figure('trips', 'sorties', 4, 'projects', by({ programme: 'velo' }, coming))),
    ...velo,
    projects: workshops('held', 'held', 'planned', 'planned', 'cancelled').map((each) => ({ ...each, period: '2024' })),
  },
  'the stands of an event, which are no people': added(
    'observations',
    figure('stands', 'salon-attendance', 40, 'organisations', by({ event: 'salon' }, { section: 'B' })),
  ),
  'one label for two territories': added(
    'observations',
    figure('west', null, 9, 'organisations', { label: { fr: 'Votants' }, territory: 'commune-77001' }),
    figure('east', null, 15, 'organisations', { label: { fr: 'Votants' }, territory: 'commune-77002' }),
  ),
  'half a year of a change': added(
    'observations',
    figure('spring', 'lettre-change', 20, 'subscribers', by({ channel: 'lettre' }, { period: '2023-H1' })),
  ),
  'the young readers of a letter': added(
    'observations',
    figure(
      'young',
      'lettre-followers',
      90,
      'subscribers',
      by({ channel: 'lettre', age: 'young' }, { period: '2023-12-31' }),
    ),
  ),
  'a growth that is the quotient of its stocks': added(
    'observations',
    figure('growth', 'adherents-growth', 7.1, 'percent', { base: 'adherents-stock' }),
  ),
  'a growth of more than 100 %': added(
    'observations',
    figure('boom', 'velo-growth', 150, 'percent', { base: 'velo', label: { fr: 'Croissance' } }),
  ),
  'a fraction of a mean, though it counts events': added(
    'observations',
    figure('mean', null, 2.5, 'events/organisation'),
    figure('about', null, 2.5, 'events', { op: '~' }),
  ),
  'namesakes that the register tells apart': added(
    'organisations',
    organisation('abri-1', 'L’Abri du Valdor', { siren: '732829320' }),
    organisation('abri-2', 'L’Abri du Valdor', { siren: '404833048' }),
  ),
  'namesakes of two legal forms': added(
    'organisations',
    organisation('abri-1', 'L’Abri du Valdor', { legalForm: 'Association' }),
    organisation('abri-2', 'L’Abri du Valdor', { legalForm: 'SCIC' }),
  ),
  'the alias of one in one town, the name of another elsewhere': added(
    'organisations',
    organisation('abri-1', 'Maison des Vignes', { aliases: ['Le Grand Abri'] }),
    organisation('abri-2', 'Le Grand Abri', { town: 'Rochelonde', territories: ['commune-77004'] }),
  ),
  'the initials of one in one town, the name of another elsewhere': added(
    'organisations',
    organisation('long', 'Union Solidaire des Vergers'),
    organisation('short', 'USV', { town: 'Rochelonde', territories: ['commune-77004'] }),
  ),
  'branches that are numbered': added(
    'organisations',
    organisation('branch-1', 'Ressourcerie du Valdor 1'),
    organisation('branch-2', 'Ressourcerie du Valdor 2'),
  ),
  'percents at an event whose people are counted': {
    ...clean,
    tallies: [
      ...(clean.tallies ?? []),
      { id: 'foire', of: 'foire', total: q(10), by: { gender: { women: q(60, 'percent'), men: q(40, 'percent') } } },
    ],
  },
  'a vote in percents of those who could vote': {
    ...clean,
    votes: [
      ...(clean.votes ?? []),
      { id: 'motion', subject: { fr: 'Motion' }, for: q(80, 'percent'), eligible: q(20, 'votes') },
    ],
  },
  'an event of an evening that ends after midnight': withFault('events', 'salon', {
    endsAt: '2023-06-16T01:00:00+02:00',
  }),
  'an event whose evening is the next day in universal time': withFault('events', 'salon', {
    startsAt: '2023-06-14T22:30:00Z',
    endsAt: '2023-06-15T20:00:00Z',
  }),
  'events of one name on one day, in two towns': added(
    'events',
    { id: 'fete-1', title: { fr: 'Fête' }, date: '2023-05-02', status: 'held', place: 'Montval' },
    { id: 'fete-2', title: { fr: 'Fête' }, date: '2023-05-02', status: 'held', place: 'Rochelonde' },
  ),
  'jobs of another contract, of an age, and jobs that were hoped for': {
    ...added(
      'observations',
      figure('jobs-1', 'dla-jobs', 4, 'jobs', by({ contract: 'fixed-term' })),
      figure('jobs-2', 'dla-jobs', 6, 'jobs', by({ contract: 'permanent', age: 'young' })),
      figure('jobs-3', 'dla-jobs', 7, 'jobs', by({ contract: 'permanent' }, { territory: 'commune-77002' })),
      figure('jobs-4', 'dla-jobs', 12, 'jobs', by({ contract: 'permanent' }, { period: '2025', status: 'planned' })),
    ),
    jobs: [{ id: 'j', programme: 'dla', period: '2023', contract: 'permanent', jobs: q(10, 'jobs') }],
  },
  'a list in which one thing has no name': added(
    'observations',
    figure('towns', null, 3, 'territories', { printed: '3 villes (Montval, Rochelonde et sa côte)' }),
    figure('more-towns', null, 5, 'territories', { printed: '5 villes, dont Montval, Rochelonde et Aubers' }),
  ),
  'a member without a town, anywhere in the region': added('organisations', {
    id: 'nomade',
    name: 'Le Camion des Arts',
    position: { lon: 5.5, lat: 45.1, precision: 'address' },
  }),
  'who joined on the day of the stock, and who left on the next': {
    ...clean,
    memberships: [
      ...(clean.memberships ?? []),
      { id: 'm3', organisation: 'epicerie', network: 'valdor', college: 'cooperatives', start: '2023-12-31' },
      { id: 'm4', organisation: 'reseau', network: 'valdor', college: 'mutuelles', start: '2020', end: '2024-01-01' },
    ],
  },
  'two events of one name on two days': added(
    'events',
    { id: 'fete-1', title: { fr: 'Fête' }, date: '2023-05-02', status: 'held' },
    { id: 'fete-2', title: { fr: 'Fête' }, date: '2023-06-02', status: 'held' },
  ),
  'a lower number of organisations in a territory than take part in all': {
    ...added(
      'observations',
      figure('taking-part', 'participation-organisations', 2, 'organisations', by({ event: 'salon' })),
      figure(
        'there',
        'participation-organisations',
        1,
        'organisations',
        by({ event: 'salon' }, { territory: 'commune-77002' }),
      ),
      figure('large', 'participation-organisations', 1, 'organisations', by({ event: 'salon', size: 'large' })),
    ),
    participations: ['jardins', 'atelier'].map((id) => ({ id, organisation: id, of: 'salon', role: 'attendee' })),
  },
};

describe('what resembles a mistake and is none', () => {
  it('more followers hoped for than there are, more people than came, as many meetings as were planned', () => {
    const goals = added(
      'observations',
      figure(
        'goal',
        'lettre-followers',
        900,
        'subscribers',
        by({ channel: 'lettre' }, { period: '2023-12-31', status: 'planned' }),
      ),
      figure('hoped', 'salon-attendance', 500, 'people', by({ event: 'salon' }, { section: 'B', status: 'planned' })),
      figure('meant', 'reunions', 3, 'meetings', by({ body: 'bureau' }, { status: 'planned' })),
    );
    const found = runChecks(regionOf(goals), optionsFor(goals));
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(['planned-as-held']);
  });

  it.each(Object.entries(rights))('%s', (_what, data) => {
    expect(runChecks(regionOf(data), optionsFor(data)).map(line)).toEqual([]);
  });
});
