/** Keeps the controls of a story from naming a dimension that its indicator has not. */
import type { ArgTypes, Decorator } from '@storybook/web-components-vite';
import { STORY_PREPARED } from 'storybook/internal/core-events';
import { addons, useArgs } from 'storybook/preview-api';
import { fittingControls } from '../stories/support/controls.ts';

/** Returns whether a control takes a list. */
export const isSeveral = (row: ArgTypes[string] | undefined): boolean =>
  ['inline-check', 'multi-select'].includes(String(row?.control && (Object(row.control).type ?? row.control)));

/**
 * Tells the panel of controls which dimensions go with the indicator chosen, and takes away one that does not. What a story is
 * written with stays: some show what a mistake looks like.
 */
export const fitDimensions: Decorator = (story, { id, args, argTypes, initialArgs, viewMode }) => {
  const [, update] = useArgs();
  const fitting = fittingControls(argTypes, args);
  const { by } = args;
  if (fitting !== argTypes) {
    const isMisfit = by && args['indicator'] !== initialArgs['indicator'] && !fitting['by']?.options?.includes(by);
    if (isMisfit) update({ by: '' });
    if (viewMode === 'story') addons.getChannel().emit(STORY_PREPARED, { id, argTypes: fitting });
  }
  return story();
};
