import { describe, expect, it } from 'vitest';
import { toggleFacet } from './facets.ts';
import { createScope } from './scope.ts';

describe('a scope', () => {
  it('tells its listeners what changed, and nothing when nothing did', () => {
    const scope = createScope({ period: '2024' });
    const heard: (string | undefined)[] = [];
    const stop = scope.subscribe((state) => heard.push(state.period));
    scope.set({ period: '2024' });
    scope.set({ period: '2023' });
    stop();
    scope.set({ period: '2022' });
    expect(heard).toEqual(['2023']);
    expect(scope.state).toEqual({ period: '2022', query: '', facets: {}, selection: null, view: null });
  });

  it('lets a listener leave while the others are being told', () => {
    const scope = createScope();
    const heard: string[] = [];
    const stop = scope.subscribe(() => {
      heard.push('first');
      stop();
    });
    scope.subscribe(() => heard.push('second'));
    scope.set({ query: 'brest' });
    scope.set({ query: 'rennes' });
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('puts a facet’s value in and takes it out, leaving no empty list behind', () => {
    const one = toggleFacet({}, 'college', 'assos');
    const two = toggleFacet(one, 'college', 'coops');
    expect(two).toEqual({ college: ['assos', 'coops'] });
    expect(toggleFacet(toggleFacet(two, 'college', 'assos'), 'college', 'coops')).toEqual({});
  });
});
