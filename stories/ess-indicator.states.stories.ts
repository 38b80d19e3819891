import type { Meta } from '@storybook/web-components-vite';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-indicator',
  ...state.metaOf('ess-indicator'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
/** A period without a figure is "no data", never 0. */
export const Unknown: Story = { args: { indicator: 'month-events', period: '1999' }, ...expects({ state: 'empty' }) };
/** An indicator that does not exist is said in the widget. */
export const UnknownIndicator = state.mistake(
  { indicator: 'members-stok' },
  /L’indicateur .*members-stok.* n’existe pas/,
);
export const CardInBreton = state.cardOpen({ indicator: 'members-left', sign: 'minus' }, 'br');
export const CardInEnglish = state.cardOpen({ indicator: 'members-left', sign: 'minus' }, 'en');
export const CardDark: Story = {
  ...state.cardOpen({ indicator: 'month-attendance' }),
  globals: { theme: 'dark' },
};
