import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const stock = { indicator: 'members-stock' };

const meta: Meta = {
  title: 'Elements/ess-indicator',
  ...state.metaOf('ess-indicator'),
  args: { src: sources.ready, ...stock },
};
export default meta;

/** The members, with the change over a year. */
export const Ready: Story = {};
/** What came in, with its sign. */
export const Joined: Story = { args: { indicator: 'members-joined', sign: 'plus' } };
/** What went out, shown as a loss. */
export const Left: Story = { args: { indicator: 'members-left', sign: 'minus' } };
/** An approximate figure says so in its badge. */
export const Approximate: Story = { args: { indicator: 'month-attendance' } };
/** A period without a figure is "no data", never 0. */
export const Unknown: Story = { args: { indicator: 'month-events', period: '1999' }, ...expects({ state: 'empty' }) };
/** An indicator that does not exist is said in the widget. */
export const UnknownIndicator = state.mistake(
  { indicator: 'members-stok' },
  /L’indicateur .*members-stok.* n’existe pas/,
);
export const Loading = state.loading(stock);
export const Empty = state.empty(stock);
export const ErrorWithoutData = state.errorWithoutData(stock);
export const ErrorWithLastData = state.errorWithLastData(stock);
export const Stale = state.stale(stock);
export const Breton = state.inLanguage('br', stock);
export const English = state.inLanguage('en', stock);
export const Dark = state.dark(stock);
export const Narrow = state.narrow(stock);
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen({ indicator: 'members-left', sign: 'minus' });
export const CardInBreton = state.cardOpen({ indicator: 'members-left', sign: 'minus' }, 'br');
export const CardInEnglish = state.cardOpen({ indicator: 'members-left', sign: 'minus' }, 'en');
