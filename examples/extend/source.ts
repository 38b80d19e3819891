import { essDataset } from '@ess-widgets/core/data';
import { registerSource } from '@ess-widgets/elements/extend';

const datasetOf = ({ updated, members }: { updated: string; members: { name: string; site?: string }[] }) => ({
  ...{ format: 'ess-dataset/1', id: 'annuaire', title: { fr: 'Annuaire de la région' }, publisher: { name: 'Région' } },
  ...{ licence: { name: 'CC0' }, language: 'fr', updated, network: 'region', periods: [updated.slice(0, 4)] },
  ...{ documents: {}, report: 'report.json' },
  collections: {
    organisations: members.map(({ name, site: url }) => ({
      id: name,
      name,
      links: url ? [{ kind: 'site', url }] : [],
    })),
  },
});

registerSource({
  id: 'annuaire',
  title: 'Annuaire de la région',
  detect: (src) => (src.endsWith('.annuaire.json') ? 1 : 0),
  load: (request, { fetch, ...context }) =>
    essDataset.load(request, { ...context, fetch, read: async (url) => datasetOf(await (await fetch(url)).json()) }),
});
