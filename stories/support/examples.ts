import { about } from '../../packages/elements/src/base/attributes.ts';

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
  ...Object.fromEntries(
    Object.entries(about)
      .map(([tag, { example }]) => [tag, { tag, ...(example ? { attributes: example } : {}) }] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
  'ess-provider': {
    tag: 'ess-provider',
    inside: [{ ...map, attributes: { layers: 'members events', heading: 'Adhérents et événements' } }, agenda],
  },
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
