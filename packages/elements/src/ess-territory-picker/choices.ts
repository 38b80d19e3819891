/** What can be chosen: territories that something lies in, periods, and what a period can be compared with. */
import { formatPeriod } from '@ess-widgets/core/format/lean';
import { countByTerritory } from '@ess-widgets/core/indicators/territory';
import {
  type Dataset,
  latestPeriod,
  parsePeriod,
  periodsComparable,
  records,
  resolveText,
} from '@ess-widgets/core/model';
import type { ScopeState } from '@ess-widgets/core/scope';
import { placeName, regionOf } from '../internal/places.ts';
import type { Localized, MessageKey } from '../messages/messages.ts';

/** What can be chosen, and the words over it. */
export const FIELDS = { territory: 'pickerTerritory', period: 'pickerPeriod', compare: 'pickerCompare' } as const;
export type Field = keyof typeof FIELDS;

/** One territory. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Language of the name. */
  readonly lang: string;
}

/** Territories of one kind. */
export interface Group {
  readonly kind: string;
  readonly choices: readonly Choice[];
}

/** Kinds of territory and the words over them. */
export const KINDS: Readonly<Record<string, MessageKey>> = {
  region: 'pickerRegions',
  departement: 'pickerDepartements',
  pole: 'pickerPoles',
  pays: 'pickerPays',
  epci: 'pickerEpci',
  commune: 'pickerCommunes',
};

/** How many records lie in each territory, and in all. */
export interface Counts {
  readonly all: number;
  readonly by: ReadonlyMap<string, number>;
  /** Territories that a record lies in, or a figure is of. */
  readonly used: ReadonlySet<string>;
}

/** Counts the organisations, events and projects of a data set; its figures only say which territories there are. */
export function countsOf(dataset: Dataset): Counts {
  const placed = (['organisations', 'events', 'projects'] as const).flatMap((name) =>
    records(dataset, name).map(({ territories }) => territories),
  );
  const figures = (dataset.collections.observations ?? []).flatMap(({ territory, dimensions }) => {
    const place = territory ?? dimensions['territory'];
    return place ? [[place]] : [];
  });
  const by = countByTerritory(dataset, placed);
  return { all: placed.length, by, used: new Set([...by.keys(), ...countByTerritory(dataset, figures).keys()]) };
}

/** Territories that something lies in, by kind in the order asked for, then by name. The one region of the data is all of them. */
export function groupsOf(dataset: Dataset, { used }: Counts, kinds: readonly string[], m: Localized): readonly Group[] {
  const { compare } = new Intl.Collator([m.lang, 'fr']);
  return kinds
    .map((kind) => ({
      kind,
      choices: records(dataset, 'territories')
        .filter((territory) => territory.kind === kind && used.has(territory.id))
        .map(({ id, name }) => ({ id, ...named(name, m) }))
        .sort((a, b) => compare(a.name, b.name)),
    }))
    .filter(({ kind, choices }) => choices.length > (kind === 'region' ? 1 : 0));
}

function named(name: Parameters<typeof resolveText>[0], m: Localized): Omit<Choice, 'id'> {
  const { text, lang } = resolveText(name, m.lang);
  return { name: text, lang };
}

/** The periods of a data set, latest first, with the one that is shown. */
export function periodsOf({ manifest }: Dataset, chosen: string | undefined): readonly string[] {
  return [...new Set([...(chosen ? [chosen] : []), ...manifest.periods])].sort().reverse();
}

/** What the period shown can be compared with: never a school year with a year. */
export function comparedOf(
  dataset: Dataset,
  period: string | undefined,
  chosen: string | undefined,
): readonly string[] {
  const shown = period && parsePeriod(period) ? period : latestPeriod(dataset.manifest);
  return periodsOf(dataset, chosen).filter(
    (other) => other !== shown && parsePeriod(other) !== null && periodsComparable(other, shown),
  );
}

/** A choice in words; an empty one is the data's default. */
export function wordOf(field: Field, value: string, dataset: Dataset, m: Localized): string {
  if (field === 'territory') {
    const region = regionOf(dataset, m);
    return placeName(dataset, value, m) ?? m.text(region ? 'pickerAllOf' : 'pickerAll', { region });
  }
  if (value === '') return m.text(field === 'period' ? 'pickerLatest' : 'pickerPrevious');
  if (value === 'none') return m.text('pickerNothing');
  return parsePeriod(value) ? formatPeriod(value, m.lang) : value;
}

/** What a choice changes: a territory takes the place of a département chosen in a list; a period, of a comparison that it cannot have. */
export function patchOf(field: Field, value: string, scope: ScopeState, dataset: Dataset): Partial<ScopeState> {
  const { facets, compare } = scope;
  const patch = { [field]: value || undefined };
  if (field === 'territory' && facets['departement']) {
    const { departement: _replaced, ...others } = facets;
    return { ...patch, facets: others };
  }
  const kept = !compare || !parsePeriod(compare) || comparedOf(dataset, value, compare).includes(compare);
  return field === 'period' && !kept ? { ...patch, compare: undefined } : patch;
}
