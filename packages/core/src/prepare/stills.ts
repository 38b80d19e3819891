/** Stills of widgets as files beside data: one for each widget of a list, their style, and the index that names them. */
import { type Still, type StillLang, skinCss, stillKey } from '../charts/index.ts';
import { RELEASE } from '../model/index.ts';
import { contentHash } from './bytes.ts';

/** A still that is asked for, named as its author knows it. */
export interface AskedStill {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly lang: StillLang;
  readonly page?: string | undefined;
}

/** Stills as files. */
interface StillFiles {
  /** Texts by their names. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that have nothing to show, with their key where their widget has one. */
  readonly missing: readonly (AskedStill & { readonly key: string | null })[];
}

/** @param make returns the still of some data; null where they have nothing to show */
export async function stillsOf(
  list: readonly AskedStill[],
  make: (asked: AskedStill) => Still | null | Promise<Still | null>,
): Promise<StillFiles> {
  const missing: StillFiles['missing'][number][] = [];
  const made = new Map<string, Still>();
  for (const asked of list) {
    const key = stillKey(asked);
    const still = key === null ? null : await make(asked);
    if (key !== null && still) made.set(key, still);
    else missing.push({ ...asked, key });
  }
  const entries = [...made].map(([key, { html, meta }]) => {
    const { data, made: day, expires } = meta;
    return [key, { href: `${key}.html`, hash: contentHash(html), data, made: day, ...(expires ? { expires } : {}) }];
  });
  const css = skinCss({ names: [...made.values()].flatMap(({ meta: { skins } }) => skins) });
  const index = { format: 'ess-stills/1', release: RELEASE, stills: Object.fromEntries(entries) };
  const pages = [...made].map(([key, { html }]) => [`${key}.html`, html] as const);
  return {
    files: new Map([...pages, ['still.css', css], ['index.json', `${JSON.stringify(index, null, 2)}\n`]]),
    missing,
  };
}
