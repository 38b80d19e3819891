import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Rapport d’activité (ess-report)',
  id: 'elements-ess-report',
  ...state.metaOf('ess-report'),
};
export default meta;

/** The year in one minute: six messages, the chapters, a way in for each kind of reader. */
export const Ready: Story = { args: { view: 'overview' } };
/** A chapter in short: what it found, the pictures that show it, one figure a section, all else behind a press. */
export const Chapter: Story = { args: { view: 'chapter', section: 'II' } };
/** Every published figure and every record, to be found, sorted and taken home. */
export const Data: Story = { args: { view: 'data' } };
/** The whole report: contents at the side where there is room, sections filled as they come near. */
export const Whole: Story = { args: { view: 'whole' } };
/** A section alone, for a page about its subject. */
export const OneSection: Story = { args: { section: 'I.1.a' } };
/** A chapter alone. */
export const OneChapter: Story = { args: { section: 'IV' } };
/** Findings of the checks, for whoever keeps the report. */
export const Findings: Story = { args: { section: '0', findings: 'author' } };
/** On a page of the organisation's own: movements of staff, which visitors do not see. */
export const Internal: Story = { args: { section: 'IV.5', audience: 'internal' } };
