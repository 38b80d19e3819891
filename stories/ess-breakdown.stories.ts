import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const byCollege = { indicator: 'members-stock', by: 'college' };

const meta: Meta = {
  title: 'Elements/ess-breakdown',
  ...state.metaOf('ess-breakdown'),
  args: { src: sources.ready, ...byCollege },
};
export default meta;

/** Members by collège: bars from zero, sorted by value, with the shape of each collège. */
export const Ready: Story = {};
/** Percents that make a whole: a stack for each period, with patterns. */
export const Stack: Story = { args: { indicator: 'governance-attendance', by: '' } };
/** Two periods side by side in every category: patterns beside colour, a value at every bar, what is not known in words. */
export const Grouped: Story = { args: { indicator: 'audience-followers', by: 'channel', form: 'grouped' } };
/** More periods, or territories, are named: three at most beside the first. */
export const GroupedBeside: Story = {
  args: { indicator: 'governance-attendance', by: '', form: 'grouped', beside: '2023 2022' },
};
export const GroupedAsTable: Story = { args: { ...Grouped.args, view: 'table' } };
export const GroupedDark = state.dark({ ...Grouped.args });
export const GroupedNarrow = state.narrow({ ...Grouped.args });
/** The same content as a table, which a visitor also reaches with one control. */
export const Table: Story = { args: { view: 'table' } };
/** A dimension that the indicator does not have is said in the widget, with those that it has. */
export const UnknownDimension = state.mistake({ by: 'couleur' }, /couleur.+ ne découpe pas cet indicateur/);
export const Loading = state.loading(byCollege);
export const Empty = state.empty(byCollege);
export const ErrorWithoutData = state.errorWithoutData(byCollege);
export const ErrorWithLastData = state.errorWithLastData(byCollege);
export const Stale = state.stale(byCollege);
export const Breton = state.inLanguage('br', byCollege);
export const English = state.inLanguage('en', byCollege);
export const Dark = state.dark(byCollege);
export const Narrow = state.narrow(byCollege);
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen(byCollege);
export const CardInBreton = state.cardOpen(byCollege, 'br');
export const CardInEnglish = state.cardOpen(byCollege, 'en');
