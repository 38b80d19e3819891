/** Blocks of the pages of elements and of compositions: controls that fit each other, and code that follows them and the toolbar. */
import { DocsContext, PureArgsTable } from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactNode, useContext, useEffect, useState } from 'react';
import { SyntaxHighlighter } from 'storybook/internal/components';
import {
  GLOBALS_UPDATED,
  RESET_STORY_ARGS,
  STORY_ARGS_UPDATED,
  UPDATE_STORY_ARGS,
} from 'storybook/internal/core-events';
import { fittingControls } from '../stories/support/controls.ts';
import type { Args, Example } from '../stories/support/examples.ts';
import { componentName, snippetsFor } from '../stories/support/snippets.ts';
import type { Globals } from '../stories/support/toolbar.ts';

/** Returns the first story of the page with its choices of now. */
function usePrimary() {
  const context = useContext(DocsContext);
  const [story] = context.componentStories();
  if (!story) throw new TypeError('a page without a story has no code');
  const [, draw] = useState({});
  useEffect(() => {
    const redraw = () => draw({});
    const events = [STORY_ARGS_UPDATED, GLOBALS_UPDATED];
    for (const event of events) context.channel.on(event, redraw);
    return () => {
      for (const event of events) context.channel.off(event, redraw);
    };
  }, [context.channel]);
  const { args, globals } = context.getStoryContext(story);
  return { story, args, globals, channel: context.channel };
}

interface Rows {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** The controls of the first story; the dimensions offered are those of its indicator. */
export function Settings({ include, exclude = [] }: Rows): ReactNode {
  const { story, args, globals, channel } = usePrimary();
  const rows = Object.entries(fittingControls(story.argTypes, args)).filter(
    ([name]) => (include?.includes(name) ?? true) && !exclude.includes(name),
  );
  return h(PureArgsTable, {
    rows: Object.fromEntries(rows),
    args,
    globals,
    storyId: story.id,
    updateArgs: (updatedArgs: Args) => channel.emit(UPDATE_STORY_ARGS, { storyId: story.id, updatedArgs }),
    resetArgs: (argNames?: string[]) => channel.emit(RESET_STORY_ARGS, { storyId: story.id, argNames }),
  });
}

const WORDS = {
  fr: { copy: 'Copier', copied: 'Copié', refused: 'Copie refusée\u202f: sélectionnez le code', in: 'Écrit en' },
  en: { copy: 'Copy', copied: 'Copied', refused: 'Refused: select the code', in: 'Written in' },
} as const;
const DIALECTS = [
  ['html', 'HTML', 'html'],
  ['react', 'React', 'jsx'],
  ['vue', 'Vue', 'html'],
] as const;

/** The code of the first story, in the dialect that a developer chooses, with a button that copies it. */
export function Code({ lang }: { readonly lang: keyof typeof WORDS }): ReactNode {
  const { story, args, globals } = usePrimary();
  const [chosen, choose] = useState<(typeof DIALECTS)[number][0]>('html');
  const [copied, setCopied] = useState<{ readonly code: string; readonly isDone: boolean }>();
  const words = WORDS[lang];
  const example = (story.parameters['example'] as (args: Args, globals: Globals) => Example)(args, globals);
  const name = story.component ?? story.componentId.replace('compositions', 'ess');
  const code = snippetsFor(example, componentName(String(name)))[chosen];
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied({ code, isDone: true }),
      () => setCopied({ code, isDone: false }),
    );
  // What was copied is no longer said once the code is another.
  const told = copied?.code === code ? (copied.isDone ? words.copied : words.refused) : words.copy;
  const [, , language] = DIALECTS.find(([each]) => each === chosen) ?? DIALECTS[0];
  const dialects = DIALECTS.map(([each, title]) =>
    h('button', { key: each, type: 'button', 'aria-pressed': each === chosen, onClick: () => choose(each) }, title),
  );
  return h(
    'div',
    { className: 'code-to-copy', lang },
    h('div', { className: 'dialects', role: 'group', 'aria-label': words.in }, dialects),
    h('button', { type: 'button', className: 'copy', 'aria-live': 'polite', onClick: copy }, told),
    h(SyntaxHighlighter, { language, bordered: true, padded: true, copyable: false, format: false, children: code }),
  );
}
