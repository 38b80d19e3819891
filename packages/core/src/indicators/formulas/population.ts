import type * as z from 'zod/mini';
import { type PopulationParameters, quantity, records, share as shareOf, type Territory } from '../../model/index.ts';
import { byId } from '../by-id.ts';
import { calculatedShare } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { Computed } from '../indicator.ts';
import { placedContext } from '../territory.ts';

type Parameters = z.infer<typeof PopulationParameters>;

/**
 * Reads the inhabitants that a document states of a territory, or takes their share in those that the same document states
 * of the country. Of the data as a whole nobody states any.
 */
export const population: Formula<Parameters> = {
  value: (context, use) => {
    const territory = placedContext(context)?.territory;
    const list = records(context.dataset, 'territories');
    const own = territory === undefined ? undefined : byId(list).get(territory);
    if (!own?.population) return null;
    if (use.parameters.of === 'inhabitants') return { ...told(own), quantity: inhabitantsOf(own), isPublished: true };
    const country = list.find(({ kind, population: of }) => kind === 'country' && isAlike(of, own.population));
    return country && country !== own ? shareIn(own, country, use) : null;
  },
};

function shareIn(own: Territory, country: Territory, { self }: Use<Parameters>): Computed {
  const terms = [own, country].map((each) => ({ label: each.name, quantity: inhabitantsOf(each) }));
  const [part, whole] = terms as [(typeof terms)[number], (typeof terms)[number]];
  return {
    ...told(own, country),
    quantity: shareOf(part.quantity, whole.quantity, self.id),
    ...calculatedShare('ratio', part, whole),
  };
}

/** Returns where the numbers stand, and the day that they are of. */
const told = (...list: readonly Territory[]): Omit<Computed, 'quantity'> => {
  const date = list[0]?.population?.date;
  const fields = list.map(({ id }) => ({ collection: 'territories', id, field: 'population' }) as const);
  return { complete: true, fields, ...(date ? { asOf: date } : {}) };
};

const inhabitantsOf = ({ population: of }: Territory) => quantity(of?.value ?? 0, 'inhabitants');

/** Whether two numbers are of one count: a rate of two years would be of neither. */
const isAlike = (a: Territory['population'], b: Territory['population']): boolean =>
  a?.document === b?.document && a?.date === b?.date;
