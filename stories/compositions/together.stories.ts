import type { Meta } from '@storybook/web-components-vite';
import { together } from '../support/examples.ts';
import { htmlOf } from '../support/snippets.ts';
import type { Story } from '../support/story.ts';
import * as state from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Together',
  ...state.metaOf('ess-provider', together),
  tags: ['!autodocs'],
  parameters: { docs: { source: { code: htmlOf(together), language: 'html' } } },
};
export default meta;

/** A picker moves the map, the directory and the agenda of its provider; the choice is in the page's address. */
export const Page: Story = {};
/** The same, around figures. */
export const Figures: Story = {
  render: (args, { globals }) =>
    state.element('ess-provider', { theme: globals['theme'], ...args }, [
      { tag: 'ess-territory-picker', attributes: { fields: 'territory period compare' } },
      { tag: 'ess-indicator', attributes: { indicator: 'members-stock' } },
      { tag: 'ess-indicator', attributes: { indicator: 'events-held' } },
      { tag: 'ess-breakdown', attributes: { indicator: 'members-stock', by: 'college' } },
    ]),
};
export const Loading = state.loading();
export const ErrorWithLastData = state.errorWithLastData();
export const English = state.inLanguage('en');
export const Dark = state.dark();
export const Narrow = state.narrow();
