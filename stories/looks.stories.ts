import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Apparences (looks)',
  id: 'elements-looks',
  tags: ['!autodocs'],
};
export default meta;

/** The same figures in each look, light and dark. */
export const All: Story = {
  render: () =>
    html`${['rivage', 'sobre', 'dsfr'].flatMap((look) =>
      ['light', 'dark'].map(
        (theme) => html`<section aria-label="${look}, ${theme}">
          <ess-provider src=${sources.ready} look=${look} theme=${theme}>
            <ess-event-counter series="mois-de-l-ess"></ess-event-counter>
            <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
          </ess-provider>
        </section>`,
      ),
    )}`,
};
