import type { ScopeState } from './scope.ts';

/** Facets with one value put in or taken out: what a chip does. */
export function toggleFacet(facets: ScopeState['facets'], dimension: string, value: string): ScopeState['facets'] {
  const chosen = facets[dimension] ?? [];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  const { [dimension]: _replaced, ...others } = facets;
  return next.length ? { ...others, [dimension]: next } : others;
}
