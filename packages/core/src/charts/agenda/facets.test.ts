import { describe, expect, it } from 'vitest';
import { Event } from '../../model/index.ts';
import { agendaOf } from './agenda.ts';
import { agendaFacets, chooseInAgenda, type FacetChoice, type FacetValues } from './facets.ts';

const events = [
  { id: 'a', place: 'Brest', themes: ['mer', 'emploi'], organisers: ['cress'] },
  { id: 'b', place: 'Brest', themes: ['mer'], organisers: ['cress'], online: true },
  { id: 'c', place: 'Rennes', themes: ['emploi'], organisers: ['cress'] },
  { id: 'd', themes: [], organisers: ['cress'] },
].map((fields) => Event.parse({ title: { fr: fields.id }, status: 'held', date: '2024-05-23', ...fields }));
const agenda = agendaOf(events, { today: '2025-03-05' });
const read = ({ place, themes, organisers, online }: Event): FacetValues => ({
  place: place ? [place] : [],
  departement: [],
  organiser: organisers,
  theme: themes,
  mode: [online ? 'online' : 'site'],
});
const facets = (choice: FacetChoice = {}) =>
  Object.fromEntries(
    agendaFacets(agenda, read, choice).map(({ key, options }) => [
      key,
      Object.fromEntries(options.map(({ value, count }) => [value, count])),
    ]),
  );

describe('the facets of an agenda', () => {
  it('are those that leave a choice, each value with how many it would leave', () => {
    expect(facets()).toEqual({
      place: { Brest: 2, Rennes: 1 },
      theme: { mer: 2, emploi: 2 },
      mode: { site: 3, online: 1 },
    });
  });

  it('count what the other choices leave, and keep what is chosen in sight', () => {
    expect(facets({ place: 'Brest' })).toEqual({
      place: { Brest: 2, Rennes: 1 },
      theme: { mer: 2, emploi: 1 },
      mode: { site: 1, online: 1 },
    });
    expect(facets({ place: 'Rennes', mode: 'online' })).toEqual({
      place: { Rennes: 0, Brest: 1 },
      theme: {},
      mode: { online: 0, site: 1 },
    });
  });

  it('keep the events that have every chosen value', () => {
    const ids = (choice: FacetChoice) => chooseInAgenda(agenda, read, choice).past.map(({ event }) => event.id);
    expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ theme: 'mer' })).toEqual(['a', 'b']);
    expect(ids({ theme: 'mer', mode: 'site' })).toEqual(['a']);
    expect(ids({ theme: 'mer', place: 'Rennes' })).toEqual([]);
  });

  it('do not ask what there is nothing to ask about', () => {
    expect(agendaFacets(agendaOf([], { today: '2025-03-05' }), read, {})).toEqual([]);
  });
});
