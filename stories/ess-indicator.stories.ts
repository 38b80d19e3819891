import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Chiffre clé (ess-indicator)',
  id: 'elements-ess-indicator',
  ...state.metaOf('ess-indicator'),
};
export default meta;

/** The members, with the change over a year. */
export const Ready: Story = {};
/** New members, with the sign of a gain. */
export const Joined: Story = { args: { indicator: 'members-joined', sign: 'plus' } };
/** Members who left, shown as a loss. */
export const Left: Story = { args: { indicator: 'members-left', sign: 'minus' } };
/** An approximate figure has a sign before it. */
export const Approximate: Story = { args: { indicator: 'month-attendance' } };
/** A doubt to be checked is the only badge of a quiet figure. */
export const ToCheck: Story = { args: { indicator: 'steering-attendance' } };
/** With badges: where the figure comes from, and how sure it is. */
export const FullEvidence: Story = { args: { indicator: 'month-attendance', evidence: 'full' } };
/** A figure kept to a part has a short label, written in the catalogue; screen readers have the full one. */
export const ShortLabel: Story = { args: { indicator: 'body-meetings', where: 'body=bureau', period: '2024' } };
/** A value calculated from approximate ones is told in a round number, here in a word. */
export const RoundNumber: Story = { args: { indicator: 'month-attendance-per-event', period: '2024' } };
/** A ratio of few things is told by their counts. */
export const Counts: Story = { args: { indicator: 'certification-rate', period: '2024' } };
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen({ indicator: 'members-left', sign: 'minus' });
/** The same card in the line of the source, beside the badges. */
export const CardOfFullEvidence = state.cardOpen({ indicator: 'members-left', sign: 'minus', evidence: 'full' });
