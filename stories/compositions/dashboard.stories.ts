import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { attributes } from '../support/attributes.ts';
import { sources } from '../support/client.ts';
import type { Story } from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Dashboard',
  tags: ['!autodocs'],
  args: { src: sources.ready },
  parameters: { layout: 'fullscreen' },
  render: (args, { globals }) => html`<ess-provider ${attributes({ theme: globals['theme'], ...args })}>
    <div class="dashboard">
      <div class="tiles">
        <ess-indicator indicator="members-stock"></ess-indicator>
        <ess-indicator indicator="members-joined" sign="plus"></ess-indicator>
        <ess-indicator indicator="members-left" sign="minus"></ess-indicator>
        <ess-indicator indicator="school-week-pupils"></ess-indicator>
      </div>
      <ess-member-map layers="members events projects"></ess-member-map>
      <div class="pair">
        <ess-event-counter series="mois-de-l-ess"></ess-event-counter>
        <ess-event-agenda limit="6"></ess-event-agenda>
      </div>
      <div class="pair">
        <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
        <ess-breakdown indicator="governance-attendance"></ess-breakdown>
      </div>
    </div>
  </ess-provider>`,
};
export default meta;

/** All elements on one page, on one data set and one scope. */
export const Dashboard: Story = {};
/** In the dark theme. */
export const Dark: Story = { args: { theme: 'dark' }, parameters: { ground: 'dark' } };
/** In 360 px. */
export const Narrow: Story = { parameters: { width: '360px' } };
/** In English. */
export const English: Story = { globals: { locale: 'en' } };
/** In Breton. */
export const Breton: Story = { globals: { locale: 'br' } };
