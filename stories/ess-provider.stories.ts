import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { attributes } from './support/attributes.ts';
import { sources } from './support/client.ts';
import { controlsOf } from './support/controls.ts';
import type { Story } from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-provider',
  component: 'ess-provider',
  argTypes: controlsOf('ess-provider'),
  args: { src: sources.ready },
  render: (
    args,
    { globals },
  ) => html`<ess-provider class="dashboard" ${attributes({ theme: globals['theme'], ...args })}>
    <ess-member-map layers="members events"></ess-member-map>
    <ess-event-agenda limit="8"></ess-event-agenda>
  </ess-provider>`,
};
export default meta;

/** One address for all; choosing an event of the agenda that has a position shows it on the map, and the other way round. */
export const SharedSelection: Story = {};
/** A period for all that is inside; a child's own attribute would win. */
export const OnePeriod: Story = { args: { period: '2024' } };
/** A territory for all that is inside. */
export const OneTerritory: Story = { args: { territory: 'departement-35' } };
