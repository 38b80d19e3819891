import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { labelPart } from './labels.ts';
import { subjectOf } from './subject.ts';

const data = makeDataset({
  colleges: [{ id: 'assos', network: 'net', label: { fr: 'Associations' }, order: 3 }],
  territories: [{ id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' } }],
  meetings: [
    { id: 'meeting-1', body: 'board', date: '2024-04-11', status: 'held' },
    { id: 'meeting-2', body: 'board', status: 'held' },
    { id: 'meeting-3', body: 'team', date: '2024-04', status: 'held' },
  ],
  programmes: [{ id: 'school', name: { fr: 'École' } }],
  bodies: [{ id: 'board', name: { fr: 'Conseil' }, kind: 'governance' }],
  events: [{ id: 'webinar-1', title: { fr: 'Les achats' }, status: 'held' }],
  votes: [{ id: 'vote-1', subject: { fr: 'Les statuts' } }],
  categories: [
    { id: 'men', dimension: 'gender', label: { fr: 'hommes', en: 'men' }, order: 2 },
    { id: 'unknown', dimension: 'theme', label: { fr: 'sans thème' }, order: 9 },
  ],
});

describe('labelPart', () => {
  it('takes the label of the record that a dimension stands for, whatever its field is called', () => {
    expect(labelPart(data, 'college', 'assos')).toEqual({ label: { fr: 'Associations' }, order: 3 });
    expect(labelPart(data, 'commune', 'commune-29019')).toEqual({ label: { fr: 'Brest' } });
    expect(labelPart(data, 'body', 'board').label).toEqual({ fr: 'Conseil' });
    expect(labelPart(data, 'webinar', 'webinar-1').label).toEqual({ fr: 'Les achats' });
    expect(labelPart(data, 'vote', 'vote-1').label).toEqual({ fr: 'Les statuts' });
  });

  it('finds a value in whichever collection it may be of, and names a meeting by its body and its date', () => {
    expect(labelPart(data, 'event', 'webinar-1').label).toEqual({ fr: 'Les achats' });
    expect(labelPart(data, 'programme', 'webinar-1').label).toEqual({ fr: 'Les achats' });
    expect(labelPart(data, 'programme', 'school').label).toEqual({ fr: 'École' });
    expect(labelPart(data, 'event', 'meeting-1').label).toEqual({ fr: 'Conseil (11/04/2024)' });
    expect(labelPart(data, 'event', 'meeting-2').label).toEqual({ fr: 'Conseil' });
    expect(labelPart(data, 'event', 'meeting-3').label).toEqual({ fr: 'team (04/2024)' });
  });

  it('takes the names that an indicator gives, and those of the data for values that it does not know', () => {
    const own = { gender: { women: { fr: 'femmes' } } };
    expect(labelPart(data, 'gender', 'women', own)).toEqual({ label: { fr: 'femmes' } });
    expect(labelPart(data, 'gender', 'men', own).label).toEqual({ fr: 'hommes', en: 'men' });
    expect(labelPart(makeDataset({}), 'gender', 'men', own)).toEqual({ label: { fr: 'men' } });
  });

  it('does without categories that were not loaded', () => {
    const { categories: _, ...collections } = data.collections;
    const own = { gender: { women: { fr: 'femmes' } } };
    expect(labelPart({ ...data, collections }, 'gender', 'men', own)).toEqual({ label: { fr: 'men' } });
  });

  it('takes other labels from the categories of their own dimension', () => {
    expect(labelPart(data, 'gender', 'men')).toEqual({ label: { fr: 'hommes', en: 'men' }, order: 2 });
    expect(labelPart(data, 'theme', 'men')).toEqual({ label: { fr: 'men' } });
  });

  it('shows the id of what the data do not name', () => {
    expect(labelPart(data, 'event', 'gone')).toEqual({ label: { fr: 'gone' } });
    expect(labelPart(makeDataset({}), 'college', 'assos')).toEqual({ label: { fr: 'assos' } });
  });

  it('names statuses and the unknown by itself, unless the data do', () => {
    expect(labelPart(makeDataset({}), 'status', 'planned').label).toMatchObject({ fr: 'prévus', en: 'planned' });
    expect(labelPart(makeDataset({}), 'gender', 'unknown').label).toMatchObject({
      fr: 'non précisé',
      en: 'not specified',
    });
    expect(labelPart(data, 'theme', 'unknown').label).toEqual({ fr: 'sans thème' });
  });
});

describe('subjectOf', () => {
  const named = (...request: readonly (string | undefined)[]) => {
    const [where, territory] = request;
    return subjectOf({ indicator: 'stock', where, territory }, data).map(({ id, name }) => name?.fr ?? `(${id})`);
  };

  it('names what the pairs keep, then the territory, and has the id of what nobody names', () => {
    expect(named('programme=school gender=men', 'commune-29019')).toEqual(['École', 'hommes', 'Brest']);
    expect(named('programme=other', 'elsewhere')).toEqual(['(other)', '(elsewhere)']);
    expect(named()).toEqual([]);
  });

  it('has the names that a build has written before those of the records', () => {
    const part = { id: 'school', label: { fr: 'L’école' }, quantity: null };
    const none = { population: null, missing: null, sources: [], notes: [], quantity: null };
    const measure = { ...none, ...{ indicator: 'stock', period: '2024', by: 'programme', parts: [part] } };
    const written = { ...measure, basis: 'listed' as const };
    const measures = { format: 'ess-measures/1', hashes: {}, indicators: {}, measures: [written] } as const;
    expect(subjectOf({ indicator: 'stock', where: 'programme=school' }, { ...data, measures })).toEqual([
      { id: 'school', name: { fr: 'L’école' } },
    ]);
  });
});
