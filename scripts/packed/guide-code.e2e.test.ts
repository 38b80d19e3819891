import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compositionOf, compositions } from '../../stories/support/compositions.ts';
import { tags } from '../../stories/support/manifest.ts';
import { snippetsFor, snippetsOf } from '../../stories/support/snippets.ts';
import { initialGlobals } from '../../stories/support/toolbar.ts';
import { typeErrors } from '../new/overlay.ts';
import { codeOf, PAIRS, ROOT } from '../stories/code.ts';

/** Whether every package that code imports is here. */
const isComplete = (code: string): boolean =>
  [...code.matchAll(/from '([^'.][^']*)'/g)].every(([, name = '']) => {
    const parts = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
    return existsSync(path.join(ROOT, 'node_modules', ...parts));
  });

describe('the code of the guides, of the pages of elements and of compositions', () => {
  it('is typed as it says, in TypeScript and in React', () => {
    const blocks = PAIRS.flatMap(([guide]) => codeOf(guide)).filter(
      ({ language, text }) => language.startsWith('ts') && isComplete(text),
    );
    const files = [
      ...blocks.map(({ language, text }, at) => [`stories/guides/block-${at}.${language}`, text] as const),
      ...tags.map((tag) => [`stories/guides/${tag}.tsx`, snippetsOf(tag).react] as const),
      ...Object.entries(compositions).map(
        ([name, { args }]) =>
          [`stories/guides/${name}.tsx`, snippetsFor(compositionOf(name, args, initialGlobals), 'Page').react] as const,
      ),
    ];
    expect(blocks.length).toBeGreaterThan(6);
    const options = { jsx: 'react-jsx', noUnusedLocals: false };
    expect(typeErrors('tsconfig.json', new Map(files), options)).toEqual([]);
  });
});
