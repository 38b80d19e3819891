import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-report',
  ...state.metaOf('ess-report'),
  args: { src: sources.ready },
};
export default meta;

/** The whole report: contents at the side where there is room, sections filled as they come near. */
export const Ready: Story = {};
/** A section alone, for a page about its subject. */
export const OneSection: Story = { args: { section: 'I.1.a' } };
/** A chapter alone. */
export const OneChapter: Story = { args: { section: 'IV' } };
/** For whoever keeps the report: what the checks found. */
export const Findings: Story = { args: { section: '0', findings: 'author' } };
/** On a page of the organisation's own: movements of staff, which visitors do not see. */
export const Internal: Story = { args: { section: 'IV.5', audience: 'internal' } };
/** A section that does not exist is said in the widget, with the chapters that do. */
export const UnknownSection = state.mistake({ section: 'V.3' }, /La section .+V\.3.+ n’est pas dans ce rapport/);
export const Loading = state.loading({});
export const ErrorWithoutData = state.errorWithoutData({});
export const ErrorWithLastData = state.errorWithLastData({ section: 'I.1.b' });
export const Stale = state.stale({ section: 'I.1.b' });
export const Breton = state.inLanguage('br', { section: 'I.1.a' });
export const English = state.inLanguage('en', { section: 'I.1.a' });
export const Dark = state.dark({ section: 'I.1.a' });
export const Narrow = state.narrow({ section: 'I.1.a' });
