import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const grouped = { indicator: 'audience-followers', by: 'channel', chart: 'grouped' };

const meta: Meta = {
  title: 'States/ess-breakdown',
  ...state.metaOf('ess-breakdown'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const GroupedAsTable: Story = { args: { ...grouped, view: 'table' } };
const bridge = { by: '', chart: 'bridge' };
const dots = { indicator: 'vote-share', by: '', where: 'vote=scenario-b-2024-09-26' };
const dumbbell = { ...grouped, chart: 'dumbbell' };
export const BridgeAsTable: Story = { args: { ...bridge, view: 'table' } };
/** Parts of a partial figure take no share, and the title claims nothing. */
export const SharePartial: Story = { args: { indicator: 'dla-jobs', by: 'contract' } };
export const DumbbellAsTable: Story = { args: { ...dumbbell, view: 'table' } };
export const DotsAsTable: Story = { args: { ...dots, view: 'table' } };
/** A dimension that the indicator does not have is said in the widget, with those that it has. */
export const UnknownDimension = state.mistake({ by: 'couleur' }, /couleur.+ ne découpe pas cet indicateur/);
export const CardInBreton = state.cardOpen({}, 'br');
export const CardInEnglish = state.cardOpen({}, 'en');
