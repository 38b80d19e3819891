import { quantity } from '../../model/quantity.ts';
import { covers, groupBy, leaves, narrowed, toParts } from '../counting.ts';
import { byProgramme } from '../dimensions.ts';
import { type Computed, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { ancestorsOfKind, type Located, locatedIn, TERRITORY_KINDS } from '../located.ts';

const kinds: readonly string[] = Object.keys(TERRITORY_KINDS);

/**
 * Different territories where a programme acts: those that it names, or those of its projects and missions where it names
 * none. By kind: the territories of that kind that contain one of them. Communes and départements are of different sizes, so
 * that without a programme or a kind nothing is added. Complete where the programmes are. Sections II.4.c, II.5.b, II.5.c.
 */
export const territoryCoverage = defineIndicator({
  id: 'territory-coverage',
  seedId: 'X.territory.coverage',
  kind: 'flow',
  unit: 'territories',
  label: { fr: 'Territoires couverts', br: 'Tiriadoù goloet', en: 'Territories covered' },
  definition: {
    fr: 'Territoires différents où au moins une action d’un programme a lieu pendant la période.',
    en: 'Different territories where at least one action of a programme takes place during the period.',
  },
  dimensions: [
    byProgramme,
    { id: 'kind', label: { fr: 'type de territoire', br: 'seurt tiriad', en: 'kind of territory' }, exclusive: false },
  ],
  needs: ['observations', 'programmes', 'projects', 'missions', 'events', 'territories', 'categories'],
  valueLabels: { kind: TERRITORY_KINDS },
  value: (context) => {
    const { programme, kind } = context.where;
    if (programme === undefined && kind === undefined) return null;
    return distinct(placesOf(context), context);
  },
  parts: (context, dimension) => {
    const located = placesOf(context);
    if (dimension === 'kind') {
      const asked = kinds.filter((kind) => leaves(context, 'kind', kind));
      return toParts(asked.map((kind) => [kind, distinct(located, narrowed(context, 'kind', kind))]));
    }
    const groups = groupBy(located, (l) => [l.programme]);
    return toParts([...groups].map(([id, list]) => [id, distinct(list, narrowed(context, dimension, id))]));
  },
});

const placesOf = (context: IndicatorContext): readonly Located[] =>
  locatedIn(context).filter((l) => leaves(context, 'programme', l.programme));

/** How many different territories; none found is not known, since a record may not say where it lies. */
function distinct(located: readonly Located[], context: IndicatorContext): Computed | null {
  const { kind } = context.where;
  const places = located.flatMap((l) => l.territories);
  const found = new Set(kind === undefined ? places : ancestorsOfKind(context.dataset, places, kind));
  if (found.size === 0) return null;
  return { quantity: quantity(found.size, 'territories'), complete: covers(context, 'programmes') };
}
