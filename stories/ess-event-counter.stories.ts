import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Compteur d’événements (ess-event-counter)',
  id: 'elements-ess-event-counter',
  ...state.metaOf('ess-event-counter'),
};
export default meta;

/** The events of a series, what part of the whole country they are, and at most three figures beside. */
export const Ready: Story = {};
/** Without a series: all events of the data set. */
export const AllEvents: Story = { args: { series: '' } };
/** Published figures of four départements, of the country and of the edition before; the next event comes in three days. */
export const Ahead: Story = { args: { src: sources.series } };
/** The number by département, one press away. */
export const ByDepartement: Story = {
  args: { src: sources.series },
  play: state.pressing('ess-event-counter', '.by-place button'),
};
/** A territory has its own figure. */
export const InOneDepartement: Story = { args: { src: sources.series, territory: 'departement-29' } };
/** An edition of long ago, by its number; no date is expected ahead. */
export const Edition: Story = { args: { src: sources.series, edition: '17' } };
/** A series that recurs every week and of which nothing is counted as held yet: what is announced, and its next time. */
export const Recurring: Story = { args: { src: sources.series, series: 'permanences' } };
