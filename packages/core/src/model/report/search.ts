import { resolveText, type Text } from '../text.ts';
import { foldWord, textWords } from '../words.ts';
import type { Block } from './block.ts';
import { figuresInText, figuresOf, sectionsOf } from './outline.ts';
import type { Report } from './report-schema.ts';
import { runsOf } from './runs.ts';

/** A search in a report. */
export interface ReportSearch {
  /**
   * Ids of the sections in which every word of the text begins a word, best first: in the title, then in the text or in the
   * name of an indicator. None for a text without words.
   */
  search(text: string): readonly string[];
}

const foldedWords = (text: string): readonly string[] => textWords(text).map(foldWord);

/** Sections that hold words only in their text come after those that hold them in their title. */
const TITLE = 4;
const TEXT = 1;

/**
 * Indexes titles, texts and the names of indicators, in one language: case and accents do not matter.
 * @param labels names of the indicators, by id
 * @param words what the figures of texts count, by id of their indicator, in that language: `adhérents`
 * @param held what stands in a block besides: the rows of a table, in that language
 */
export function createReportSearch(
  report: Report,
  lang: string,
  labels: Readonly<Record<string, Text>> = {},
  words: Readonly<Record<string, string>> = {},
  held: (block: Block) => string = () => '',
): ReportSearch {
  const said = (text: Text | undefined): string => (text ? resolveText(text, lang).text : '');
  /** Returns a text as it is read: with the words of its figures, without their numbers, which are not known here. */
  const read = (text: Text | undefined): string =>
    runsOf(said(text))
      .map((run) =>
        run.kind === 'text' ? run.text : run.kind === 'figure' && !run.bare ? (words[run.indicator] ?? '') : '',
      )
      .join(' ');
  const entries = sectionsOf(report).map(({ section, chapter, depth }) => {
    const figures = [...section.blocks.flatMap(figuresOf), ...figuresInText(section)];
    const names = figures.map(({ indicator }) => said(labels[indicator]));
    const headings = section.blocks.map(({ title }) => said(title));
    // A chapter is found by its first section.
    const above =
      depth === 1 && chapter?.sections[0] === section ? `${said(chapter.title)} ${said(chapter.intro)}` : '';
    return {
      id: section.id,
      title: foldedWords(said(section.title)),
      text: foldedWords([read(section.text), ...names, ...headings, ...section.blocks.map(held), above].join(' ')),
    };
  });
  return {
    search(text) {
      const asked = foldedWords(text);
      if (asked.length === 0) return [];
      return entries
        .map(({ id, ...of }) => ({ id, score: scoreOf(asked, of) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ id }) => id);
    },
  };
}

/** 0 when a word is missing. */
function scoreOf(
  asked: readonly string[],
  { title, text }: { readonly title: readonly string[]; readonly text: readonly string[] },
): number {
  const scores = asked.map((word): number => {
    const begins = (other: string): boolean => other.startsWith(word);
    return title.some(begins) ? TITLE : text.some(begins) ? TEXT : 0;
  });
  return scores.includes(0) ? 0 : scores.reduce((total, score) => total + score, 0);
}
