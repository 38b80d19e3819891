/** Element of a page with its attributes: what its first story draws and what the code to copy says. */
export interface Example {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Height to reserve, as the guide "Embed a widget" gives it for these attributes. */
  readonly height?: string;
  readonly inside?: readonly Example[];
}

const map: Example = { tag: 'ess-member-map', height: '49rem' };
const agenda: Example = { tag: 'ess-event-agenda', attributes: { limit: '8' }, height: '66rem' };
const picker: Example = { tag: 'ess-territory-picker', height: '6rem' };

/** First example of each element, by tag. */
export const examples: Readonly<Record<string, Example>> = {
  'ess-breakdown': {
    tag: 'ess-breakdown',
    attributes: { indicator: 'members-stock', by: 'college' },
    height: '41rem',
  },
  'ess-data-check': { tag: 'ess-data-check', height: '20rem' },
  'ess-event-agenda': agenda,
  'ess-event-counter': { tag: 'ess-event-counter', attributes: { series: 'mois-de-l-ess' }, height: '40rem' },
  'ess-indicator': { tag: 'ess-indicator', attributes: { indicator: 'members-stock' }, height: '10rem' },
  'ess-member-list': { tag: 'ess-member-list', height: '62rem' },
  'ess-member-map': map,
  'ess-provider': {
    tag: 'ess-provider',
    inside: [{ ...map, attributes: { layers: 'members events' } }, agenda],
  },
  'ess-report': { tag: 'ess-report', height: '100vh' },
  'ess-table': {
    tag: 'ess-table',
    attributes: { collection: 'publications', columns: 'title theme format date' },
    height: '70rem',
  },
  'ess-territory-picker': picker,
  'ess-territory-sheet': { tag: 'ess-territory-sheet', attributes: { territory: 'departement-29' }, height: '46rem' },
  'ess-timeline': {
    tag: 'ess-timeline',
    attributes: { collections: 'votes memberships events', where: 'network=cress-bretagne themes=gouvernance' },
    height: '138rem',
  },
  'ess-trend': { tag: 'ess-trend', attributes: { indicator: 'audience-followers' }, height: '46rem' },
};

/** A choice of territory that moves the figures, the map, the directory and the agenda of its provider. */
export const together: Example = {
  tag: 'ess-provider',
  attributes: { 'url-state': 'ess' },
  inside: [
    { ...picker, attributes: { fields: 'territory period' }, height: '12rem' },
    { tag: 'ess-member-map', attributes: { layers: 'members events' }, height: '49rem' },
    { tag: 'ess-member-list', attributes: { view: 'table' }, height: '62rem' },
    { ...agenda, attributes: { limit: '6' }, height: '56rem' },
  ],
};
