import { labelText } from '@ess-widgets/core/charts';
/** The filters in words: for paper and pictures, which have none of their controls. */
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import type { FilterModel } from './filters.ts';

/** "Associations", "Finistère (29)", "à moins de 20 km de Brest", "« épicerie »": what the visitor chose and typed. */
export function filterWords(
  { categories, departements, departement, near, query }: FilterModel,
  m: Localized,
): readonly string[] {
  const words = query.trim();
  return [
    ...categories.filter(({ pressed }) => pressed).map(({ category }) => labelText(category, m)),
    departements.find(({ id }) => id === departement)?.name ?? '',
    near?.within ?? '',
    words && (m.lang === 'en' ? `“${words}”` : `«\u202f${words}\u202f»`),
  ].filter(Boolean);
}

/** "Filtres : Associations, à moins de 20 km de Brest.", on paper alone. */
export function printedFilters(model: FilterModel, m: Localized): Content {
  const words = filterWords(model, m);
  if (words.length === 0 || !m.has('cardFilters')) return nothing;
  return html`<div class="paper"><p class="place">${m.content('cardFilters', { filters: words.join(', ') })}.</p></div>`;
}
