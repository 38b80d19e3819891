/** Element of a page with its attributes: what its first story draws and what the code to copy says. */
export interface Example {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: readonly Example[];
}

const map: Example = { tag: 'ess-member-map' };
const agenda: Example = { tag: 'ess-event-agenda', attributes: { limit: '8' } };
const picker: Example = { tag: 'ess-territory-picker' };

/** First example of each element, by tag. */
export const examples: Readonly<Record<string, Example>> = {
  'ess-breakdown': {
    tag: 'ess-breakdown',
    attributes: { indicator: 'members-stock', by: 'college' },
  },
  'ess-data-check': { tag: 'ess-data-check' },
  'ess-event-agenda': agenda,
  'ess-event-counter': { tag: 'ess-event-counter', attributes: { series: 'mois-de-l-ess' } },
  'ess-indicator': { tag: 'ess-indicator', attributes: { indicator: 'members-stock' } },
  'ess-member-list': { tag: 'ess-member-list' },
  'ess-member-map': map,
  'ess-provider': {
    tag: 'ess-provider',
    inside: [{ ...map, attributes: { layers: 'members events', heading: 'Adhérents et événements' } }, agenda],
  },
  'ess-report': { tag: 'ess-report' },
  'ess-table': {
    tag: 'ess-table',
    attributes: { collection: 'publications', columns: 'title theme format date' },
  },
  'ess-territory-picker': picker,
  'ess-territory-sheet': { tag: 'ess-territory-sheet', attributes: { territory: 'departement-29' } },
  'ess-timeline': {
    tag: 'ess-timeline',
    attributes: { collections: 'votes memberships events', where: 'section=I.1' },
  },
  'ess-trend': { tag: 'ess-trend', attributes: { indicator: 'audience-followers' } },
};

/** A choice of territory that moves the figures, the map, the directory and the agenda of its provider. */
export const together: Example = {
  tag: 'ess-provider',
  attributes: { 'url-state': 'ess' },
  inside: [
    { ...picker, attributes: { fields: 'territory period' } },
    { tag: 'ess-member-map', attributes: { layers: 'members events' } },
    { tag: 'ess-member-list', attributes: { view: 'table' } },
    { ...agenda, attributes: { limit: '6' } },
  ],
};
