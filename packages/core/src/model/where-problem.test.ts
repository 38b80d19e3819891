import { describe, expect, it } from 'vitest';
import { catalogue } from '../testing/bretagne.ts';
import { makeDataset, observation } from './testing.ts';
import { type Kept, type WhereRequest, whereProblem } from './where-problem.ts';

const college = (id: string) => ({ id, network: 'net', label: { fr: id }, order: 1 });
const territory = (id: string, kind: string) => ({ id, kind, name: { fr: id }, parents: [] });
const DATASET = makeDataset({
  colleges: ['associations', 'mutuelles'].map(college),
  territories: [
    territory('departement-22', 'departement'),
    territory('departement-29', 'departement'),
    territory('commune-29019', 'commune'),
  ],
  memberships: [{ id: 'm', organisation: 'o', network: 'other-net', college: 'ancien', start: null, end: null }],
  observations: [
    observation('members-stock', 3, { dimensions: { college: 'imprimé' } }),
    { ...observation('members-stock', 4), territory: 'epci-1' },
    observation('school-projects', 5, { dimensions: { territory: 'pays-1' } }),
  ],
});
const KEYS = ['college', 'departement', 'network'];
type Asked = Partial<Pick<WhereRequest, 'own' | 'where' | 'territory'>>;
const problem = (asked: Asked, kept: Kept = { keys: KEYS }) => whereProblem(DATASET, { own: true, ...kept, ...asked });

describe('the pairs that a page asks for', () => {
  it('pass where key and value exist', () => {
    expect(problem({ where: ' college=associations  departement=departement-29 ' })).toBeNull();
    expect(problem({ where: undefined })).toBeNull();
    expect(problem({ where: '' })).toBeNull();
  });

  for (const word of ['associations', 'college:associations', '=associations', 'college=']) {
    it(`are key and value: "${word}" is none`, () => {
      expect(problem({ where: `college=mutuelles ${word}` })).toEqual({ rule: 'pair', word });
    });
  }

  it('have each key once: a filter keeps one value', () => {
    const where = 'college=associations network=net college=mutuelles';
    expect(problem({ where })).toEqual({ rule: 'twice', key: 'college' });
    expect(problem({ where, own: false })).toEqual({ rule: 'twice', key: 'college' });
    expect(problem({ where: 'college=associations; college=mutuelles' })).toEqual({ rule: 'twice', key: 'college' });
  });

  it('name what the element understands, where they are its own', () => {
    expect(problem({ where: 'theme=mer' })).toEqual({ rule: 'key', key: 'theme', known: KEYS, lacking: null });
    expect(problem({ where: 'collège=associations' })).toMatchObject({ rule: 'key', key: 'collège' });
    expect(problem({ where: 'toString=x' })).toMatchObject({ rule: 'key', key: 'toString' });
  });

  it('of a provider may be meant for another element, and must be known to some', () => {
    expect(problem({ where: 'theme=mer', own: false })).toBeNull();
    expect(problem({ where: 'thème=mer', own: false })).toMatchObject({ rule: 'key', key: 'thème' });
  });

  it('of what understands those of others are named by what the data list', () => {
    const known = ['college', 'commune', 'departement', 'territory'];
    expect(problem({ where: 'colège=mer', own: false }, { keys: [] })).toEqual({
      rule: 'key',
      key: 'colège',
      known,
      lacking: null,
    });
  });

  it('of a provider may be meant for an indicator, and pass as long as the catalogue is not there to tell', () => {
    const asked = { own: false, keys: KEYS, where: 'webinar=w' };
    expect(whereProblem(DATASET, { ...asked, where: 'affiliation=ess' })).toBeNull();
    expect(whereProblem(DATASET, asked)).toMatchObject({ rule: 'key', key: 'webinar' });
    expect(whereProblem({ ...DATASET, catalogue }, asked)).toBeNull();
    expect(whereProblem({ ...DATASET, catalogue }, { ...asked, where: 'afiliation=ess' })).toMatchObject({
      rule: 'key',
    });
    const manifest = { ...DATASET.manifest, catalogue: { href: 'catalogue.json', hash: '' } };
    expect(whereProblem({ ...DATASET, manifest }, { ...asked, where: 'afiliation=ess' })).toBeNull();
  });

  it('name the first of several lists that lacks the key, unless no list at all has it', () => {
    const asked = (where: string) => problem({ where }, { layers: ['members', 'events'] });
    expect(asked('college=associations')).toMatchObject({ key: 'college', lacking: 'events' });
    expect(asked('theme=mer')).toMatchObject({ key: 'theme', lacking: 'memberships' });
    expect(asked('collège=associations')).toMatchObject({ key: 'collège', lacking: null });
    expect(asked('section=III departement=departement-29 layer=events')).toBeNull();
    expect(problem({ where: 'status=held' }, { collections: ['meetings', 'votes'] })).toMatchObject({
      lacking: 'votes',
    });
  });

  it('have a value that the data list', () => {
    expect(problem({ where: 'college=asociations' })).toEqual({
      rule: 'value',
      key: 'college',
      value: 'asociations',
      known: ['associations', 'mutuelles'],
    });
    expect(problem({ where: 'college=asociations', own: false })).toMatchObject({ rule: 'value' });
  });

  it('may have a value that only a membership or a published figure names', () => {
    for (const value of ['ancien', 'imprimé']) expect(problem({ where: `college=${value}` })).toBeNull();
    const networks = { ...DATASET.collections, networks: [{ id: 'listed', name: { fr: 'Listé' } }] };
    const asked = (value: string) =>
      whereProblem({ ...DATASET, collections: networks }, { own: true, keys: KEYS, where: `network=${value}` });
    for (const value of ['listed', 'net', 'other-net']) expect(asked(value)).toBeNull();
    expect(asked('nobody')).toEqual({ rule: 'value', key: 'network', value: 'nobody', known: ['listed'] });
  });

  it('are not judged where the data list no value', () => {
    expect(problem({ where: 'network=whatever' })).toBeNull();
    const unasked = { ...DATASET, collections: {} };
    expect(whereProblem(unasked, { own: true, keys: KEYS, where: 'college=x', territory: 'y' })).toBeNull();
    expect(whereProblem(makeDataset({}), { own: true, keys: KEYS, where: 'college=x', territory: 'y' })).toBeNull();
  });

  it('have one of the values that the model itself defines', () => {
    const layers = { layers: ['members', 'events'] } as const;
    expect(problem({ where: 'layer=members' }, layers)).toBeNull();
    const known = ['members', 'events', 'projects', 'programmes'];
    expect(problem({ where: 'layer=member' }, layers)).toMatchObject({ rule: 'value', known });
    const indicator = {
      dimensions: [{ id: 'mode' }],
      filters: ['college'],
      valueLabels: { mode: { free: {}, paid: {} } },
    };
    expect(problem({ where: 'mode=paid college=mutuelles' }, { indicator })).toBeNull();
    expect(problem({ where: 'mode=dear' }, { indicator })).toMatchObject({ rule: 'value', known: ['free', 'paid'] });
  });

  it('may have any value in a list that says itself that nothing is in it, and not in an agenda', () => {
    expect(problem({ where: 'college=asociations' }, { collections: ['memberships'] })).toBeNull();
    expect(problem({ where: 'departement=departement-99' }, { collections: ['events'] })).toBeNull();
    expect(problem({ where: 'departement=departement-99' }, { agenda: true })).toMatchObject({ rule: 'value' });
  });
});

describe('the territory that a page asks for', () => {
  it('is one of the data, or one that a figure is published for', () => {
    for (const id of ['departement-29', 'epci-1', 'pays-1']) expect(problem({ territory: id })).toBeNull();
  });

  it('is else named, with those of its kind', () => {
    expect(problem({ territory: 'departement-99' })).toEqual({
      rule: 'territory',
      territory: 'departement-99',
      known: ['departement-22', 'departement-29'],
    });
    expect(problem({ territory: 'finistère' })).toMatchObject({
      known: ['departement-22', 'departement-29', 'commune-29019'],
    });
  });

  it('is told with eight examples at most', () => {
    const many = makeDataset({
      territories: Array.from({ length: 12 }, (_, at) => territory(`commune-${at}`, 'commune')),
    });
    const found = whereProblem(many, { own: true, keys: [], territory: 'commune-x' });
    expect(found).toMatchObject({ known: [...Array.from({ length: 8 }, (_, at) => `commune-${at}`), '…'] });
  });
});
