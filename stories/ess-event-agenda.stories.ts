import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Agenda (ess-event-agenda)',
  id: 'elements-ess-event-agenda',
  ...state.metaOf('ess-event-agenda'),
};
export default meta;

/** On the day of the data: next dates first, then those that are over. */
export const Ready: Story = {};
/** By month: one stop for the keyboard, and the list of the chosen day under the grid. */
export const Month: Story = { args: { src: sources.events, view: 'month' } };
/** The filters open: only what sets the events apart, each value with how many it would leave. */
export const Filters: Story = {
  args: { src: sources.events, limit: '4' },
  play: state.pressing('ess-event-agenda', '.tools button'),
};
/** A calendar to subscribe to: `webcal:`. */
export const Subscription: Story = { args: { calendar: 'agenda.ics', limit: '3' } };
/** One series, a cancelled session among it. */
export const Series: Story = { args: { series: 'webinaires-collectivites' } };
/** In one territory and one year. What has no place or no date is counted. */
export const Filtered: Story = { args: { territory: 'departement-29', period: '2024' } };
/** Every state: today, fully booked, cancelled, postponed, of several days, recurring, without a day, not confirmed. */
export const EveryEvent: Story = { args: { src: sources.events, limit: '' } };
