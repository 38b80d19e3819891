import type { DirectoryEntry } from '@ess-widgets/core/geo';
import { type Dataset, records, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../../messages/messages.ts';

/** The départements that entries lie in, in the order of their codes. */
export function departementsOf(
  dataset: Dataset,
  entries: readonly Pick<DirectoryEntry, 'departement'>[],
  m: Localized,
): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map(records(dataset, 'territories').map(({ id, name }) => [id, resolveText(name, m.lang).text]));
  const ids = new Set(entries.flatMap(({ departement }) => departement ?? []));
  return [...ids].sort().map((id) => {
    const code = id.replace('departement-', '');
    const name = names.get(id);
    // One that a list knows by its code alone is called by it already.
    return { id, name: name && !name.endsWith(code) ? `${name} (${code})` : m.text('departementUnnamed', { code }) };
  });
}
