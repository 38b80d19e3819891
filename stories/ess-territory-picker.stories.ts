import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { attributes } from './support/attributes.ts';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-territory-picker',
  ...state.metaOf('ess-territory-picker'),
};
export default meta;

const ALL = { fields: 'territory period compare' };

/** The territories that something in the data lies in. */
export const Ready: Story = {};
/** Territory, period and comparison in one bar. */
export const AllFields: Story = { args: ALL };
/** One choice moves the figures, the map and the agenda of a provider, and is in the page's address. */
export const MovesAll: Story = {
  args: ALL,
  render: (
    { src, ...args },
    { globals },
  ) => html`<ess-provider class="dashboard" url-state="ess" ${attributes({ theme: globals['theme'], src })}>
    <ess-territory-picker ${attributes(args)}></ess-territory-picker>
    <div class="tiles">
      <ess-indicator indicator="members-stock"></ess-indicator>
      <ess-indicator indicator="events-held"></ess-indicator>
      <ess-indicator indicator="school-projects"></ess-indicator>
    </div>
    <ess-member-map layers="members events"></ess-member-map>
    <ess-event-agenda limit="6"></ess-event-agenda>
  </ess-provider>`,
};
/** With a title of its own. */
export const Titled: Story = { args: { heading: 'Votre territoire', kinds: 'departement epci' } };
/** More territories than a list can have: they are searched, without accents. */
export const Many: Story = { args: { src: sources.crowded } };
export const Loading = state.loading(ALL);
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData(ALL);
export const Stale = state.stale(ALL);
export const Breton = state.inLanguage('br', ALL);
export const English = state.inLanguage('en', ALL);
export const Dark = state.dark(ALL);
export const Narrow = state.narrow(ALL);
