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
export const Breton = state.inLanguage('br');
export const English = state.inLanguage('en');
export const Dark = state.dark();
export const Narrow = state.narrow();
export const GroupedAsTable: Story = { args: { ...grouped, view: 'table' } };
export const GroupedDark = state.dark(grouped);
export const GroupedNarrow = state.narrow(grouped);
const bridge = { by: '', chart: 'bridge' };
const share = { indicator: 'dla-jobs', by: 'contract', where: 'lot=regional-completed' };
const dots = { indicator: 'vote-share', by: '', where: 'vote=scenario-b-2024-09-26' };
const dumbbell = { ...grouped, chart: 'dumbbell' };
export const BridgeAsTable: Story = { args: { ...bridge, view: 'table' } };
export const BridgeDark = state.dark(bridge);
export const BridgeNarrow = state.narrow(bridge);
export const BridgeInEnglish = state.inLanguage('en', bridge);
/** Parts of a partial figure take no share, and the title claims nothing. */
export const SharePartial: Story = { args: { indicator: 'dla-jobs', by: 'contract' } };
export const ShareDark = state.dark(share);
export const ShareNarrow = state.narrow(share);
export const ShareInEnglish = state.inLanguage('en', share);
export const DumbbellAsTable: Story = { args: { ...dumbbell, view: 'table' } };
export const DumbbellDark = state.dark(dumbbell);
export const DumbbellNarrow = state.narrow(dumbbell);
export const DumbbellInEnglish = state.inLanguage('en', dumbbell);
export const DotsAsTable: Story = { args: { ...dots, view: 'table' } };
export const DotsDark = state.dark(dots);
export const DotsNarrow = state.narrow(dots);
export const DotsInEnglish = state.inLanguage('en', dots);
/** A dimension that the indicator does not have is said in the widget, with those that it has. */
export const UnknownDimension = state.mistake({ by: 'couleur' }, /couleur.+ ne découpe pas cet indicateur/);
export const CardInBreton = state.cardOpen({}, 'br');
export const CardInEnglish = state.cardOpen({}, 'en');
