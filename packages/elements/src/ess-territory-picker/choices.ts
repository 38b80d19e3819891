/** Territories to choose from. */
import { countByTerritory } from '@ess-widgets/core/indicators';
import { type Dataset, records, resolveText } from '@ess-widgets/core/model';
import type { Localized, MessageKey } from '../texts/texts.ts';

/** Territory that can be chosen. */
export interface TerritoryChoice {
  readonly id: string;
  readonly name: string;
  /** Language of the name. */
  readonly lang: string;
  /** Number of records that lie in it and of figures about it. */
  readonly count: number;
}

/** Territories of one kind. */
export interface Group {
  readonly label: string;
  readonly choices: readonly TerritoryChoice[];
}

/** Collections whose records lie in territories: those that a sheet of a territory tells. */
export const PLACED = ['organisations', 'events', 'projects', 'programmes'] as const;

/** Returns the territories of each record that can lie in some. */
export const placedRecords = (dataset: Dataset): readonly (readonly string[])[] =>
  PLACED.flatMap((name) => records(dataset, name).map(({ territories }) => territories));

/**
 * Returns the territories that a record lies in or a figure is about, each with their number, by kind in the order asked for,
 * then by name. The only region of the data is no choice, because it is all of them.
 */
export function groupsOf(dataset: Dataset, kinds: readonly string[], m: Localized): readonly Group[] {
  const figures = (dataset.collections.observations ?? []).map(({ territory, dimensions }) => [
    territory ?? dimensions['territory'] ?? '',
  ]);
  const used = countByTerritory(dataset, [...placedRecords(dataset), ...figures]);
  return kinds.flatMap((kind) => {
    const choices = records(dataset, 'territories')
      .filter((one) => one.kind === kind && used.has(one.id))
      .map(({ id, name }) => {
        const { text, lang } = resolveText(name, m.lang);
        return { id, name: text, lang, count: used.get(id) ?? 0 };
      })
      .sort((a, b) => a.name.localeCompare(b.name, [m.lang, 'fr']));
    const label = m.text(`pickerKind_${kind}` as MessageKey);
    return choices.length > (kind === 'region' ? 1 : 0) ? [{ label, choices }] : [];
  });
}
