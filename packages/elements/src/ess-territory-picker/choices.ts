/** Territories to choose from. */
import { countByTerritory } from '@ess-widgets/core/internal/indicators/territory';
import { records } from '@ess-widgets/core/internal/model/coverage';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset } from '@ess-widgets/core/model';
import type { Localized, MessageKey } from '../texts/texts.ts';

/** Territory that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Language of the name. */
  readonly lang: string;
}

/** Territories of one kind. */
export interface Group {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/**
 * Returns the territories that a record lies in or a figure is about, by kind in the order asked for, then by name. The only
 * region of the data is no choice, because it is all of them.
 */
export function groupsOf(dataset: Dataset, kinds: readonly string[], m: Localized): readonly Group[] {
  const placed = (['organisations', 'events', 'projects'] as const).flatMap((name) =>
    records(dataset, name).map(({ territories }) => territories),
  );
  const figures = (dataset.collections.observations ?? []).map(({ territory, dimensions }) => [
    territory ?? dimensions['territory'] ?? '',
  ]);
  const used = countByTerritory(dataset, [...placed, ...figures]);
  return kinds.flatMap((kind) => {
    const choices = records(dataset, 'territories')
      .filter((one) => one.kind === kind && used.has(one.id))
      .map(({ id, name }) => {
        const { text, lang } = resolveText(name, m.lang);
        return { id, name: text, lang };
      })
      .sort((a, b) => a.name.localeCompare(b.name, [m.lang, 'fr']));
    const label = m.text(`pickerKind_${kind}` as MessageKey);
    return choices.length > (kind === 'region' ? 1 : 0) ? [{ label, choices }] : [];
  });
}
