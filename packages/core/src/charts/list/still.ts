import { collectionsOf, PUBLISHED_MEMBERS } from '../../directory/index.ts';
import { html } from '../markup.ts';
import type { StillKind } from '../request.ts';
import { listed, rowsMarkup } from './directory.ts';
import { DIRECTORY_SKIN } from './directory-skin.ts';

/** The members as a list: how many, the first of them, the others behind one control. */
export const list: StillKind = {
  needs: () => [`measures/${PUBLISHED_MEMBERS}`, ...collectionsOf(['members'])],
  content: (context) => {
    const { m } = context;
    const directory = listed(context, ['members']);
    if (!directory) return null;
    const { entries, categories, legend, counts, sources, jsonLd } = directory;
    return {
      title: m.say('dirListTitle'),
      skin: 'list',
      isSection: true,
      body: html`${legend}${counts}${rowsMarkup([{ entries }], categories, m)}`,
      sources,
      jsonLd,
    };
  },
};

/** Alone, a directory takes two columns where there is room. */
export const skin = [
  DIRECTORY_SKIN,
  `
@container (min-width:48em){& .r{display:grid;grid-template-columns:1fr 1fr;column-gap:max(1.5rem,24px)}}
`,
];
