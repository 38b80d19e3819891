/** Views of a report: which one its page shows, and the addresses that lead from one to another. */
import { type Chapter, findChapter, findSection, isInSection, type Report, type Story } from '@ess-widgets/core/model';

/** Fragments of the address that name a view; those of chapters and sections are their numbers. */
export const OVERVIEW = 'essentiel';
export const DATA = 'donnees';

/** Part of a report that is on screen: the year in one minute, one chapter, all data, or the whole on one page. */
export type ShownPart =
  | { readonly view: 'overview' | 'data' | 'whole'; readonly chapter?: undefined }
  | { readonly view: 'chapter'; readonly chapter: Chapter };

/** Wishes of a page's author. */
interface Wishes {
  /** As in the attribute `view`. */
  readonly view: string | undefined;
  /** As in the attribute `section`: the chapter that a page shows. */
  readonly section: string | undefined;
  /** Whether the report has a story: one that has none is shown whole. */
  readonly hasStory: boolean;
}

/** Choices of a reader of the data, as the address has them: `section`, `kind`, `words`. */
type DataChoice = Readonly<Record<string, string>>;

/** Returns the fragment of the data with choices made. */
export function dataFragment(choice: DataChoice): string {
  const words = new URLSearchParams(choice).toString();
  return words ? `${DATA}?${words}` : DATA;
}

/** Tells whether something lies in one of the sections asked for, by the sections that it stands in. */
export const isTold = (sections: readonly string[], asked: readonly string[]): boolean =>
  sections.some((section) => asked.some((each) => isInSection(section, each)));

/** Returns the choices that a fragment of the address names, not decoded; null where it is not that of the data. */
export function dataChoiceIn(fragment: string): DataChoice | null {
  const [view, words] = fragment.split(/\?(.*)/s);
  return view === DATA ? Object.fromEntries(new URLSearchParams(words ?? '')) : null;
}

/**
 * Returns the view that a page shows. What its address names wins over what its author asks for, so that links between
 * views work wherever the report stands.
 * @param fragment of the address, decoded, without its sign
 */
export function shownAt(fragment: string, report: Report, { view, section, hasStory }: Wishes): ShownPart {
  if (dataChoiceIn(fragment)) return { view: 'data' };
  if (view === 'whole' || (!view && !hasStory)) return { view: 'whole' };
  if (fragment === OVERVIEW) return { view: 'overview' };
  const named = chapterOf(report, fragment);
  if (named) return { view: 'chapter', chapter: named };
  if (view === 'data') return { view };
  const [first] = report.chapters;
  const chapter = view === 'chapter' ? (chapterOf(report, section ?? '') ?? first) : undefined;
  return chapter ? { view: 'chapter', chapter } : { view: 'overview' };
}

/** Returns the chapter of that number, or the one that a section lies in. */
export const chapterOf = (report: Report, id: string): Chapter | undefined =>
  findChapter(report, id) ?? findSection(report, id)?.chapter ?? undefined;

/**
 * Returns the function that gives the address of a chapter, a section or a view: a page of its own where the story names
 * one, else a fragment of this one.
 */
export const viewAddresses =
  (report: Report, story: Story | null) =>
  (id: string): string => {
    const pages = story?.pages;
    const page =
      id === OVERVIEW
        ? pages?.overview
        : dataChoiceIn(id)
          ? pages?.data
          : pages?.chapters?.[chapterOf(report, id)?.id ?? ''];
    const here = `${location.pathname}${location.search}`;
    const place = page && new URLSearchParams(location.search).get('territory');
    // The choices behind the name of the data are encoded already.
    return `${page ?? here}${place ? `?territory=${encodeURIComponent(place)}` : ''}#${dataChoiceIn(id) ? id : encodeURIComponent(id)}`;
  };
