import { isFigureHidden, isHidden } from '../audience.ts';
import type { Dataset } from '../dataset.ts';
import type { Block } from './block.ts';
import type { Report } from './report-schema.ts';
import type { Section, Subsection } from './section.ts';

/** Audience of a report, with the data narrowed to it. */
export interface Readers {
  /** The data set, narrowed to its audience. */
  readonly dataset: Dataset;
  /** Whether what the checks find is shown. */
  readonly findings: boolean;
}

/**
 * Returns the report without what its readers are not meant to see: the findings of the checks, and blocks of internal
 * indicators and collections. A section, or a chapter, that only held such blocks goes with them.
 */
export function reportFor(report: Report, readers: Readers): Report {
  const sections = (all: readonly Section[]): Section[] =>
    all.flatMap((section): Section[] => {
      const parts = section.sections.flatMap((part) => shownPart(part, readers));
      const [shown] = shownPart(section, readers, parts.length > 0);
      return shown ? [{ ...shown, sections: parts }] : [];
    });
  const { opening, chapters, ...rest } = report;
  const [first] = sections(opening ? [opening] : []);
  return {
    ...rest,
    ...(first ? { opening: first } : {}),
    chapters: chapters.flatMap((chapter) => {
      const shown = sections(chapter.sections);
      return shown.length > 0 || chapter.sections.length === 0 ? [{ ...chapter, sections: shown }] : [];
    }),
  };
}

/** Returns a section with the blocks that are shown of it; none where nothing is left of what it held. */
function shownPart<S extends Section | Subsection>(section: S, readers: Readers, hasParts = false): readonly S[] {
  const blocks = section.blocks.flatMap((block) => shownBlock(block, readers));
  const isLeft = hasParts || section.text !== undefined || blocks.length > 0 || section.blocks.length === 0;
  return isLeft ? [{ ...section, blocks }] : [];
}

function shownBlock(block: Block, { dataset, findings }: Readers): readonly Block[] {
  const isShown = (figure: Parameters<typeof isFigureHidden>[1]): boolean => !isFigureHidden(dataset, figure);
  switch (block.type) {
    case 'checks':
      return findings ? [block] : [];
    case 'indicators':
      return filled(block, 'figures', block.figures.filter(isShown));
    case 'breakdown':
    case 'stack':
      return isShown(block) ? [block] : [];
    case 'trend': {
      const { by } = block;
      return filled(
        block,
        'indicators',
        block.indicators.filter((indicator) => isShown({ indicator, by })),
      );
    }
    case 'timeline':
      return filled(
        block,
        'collections',
        block.collections.filter((name) => !isHidden(dataset, name)),
      );
    case 'table':
    case 'list':
      return shownRows(block, dataset);
    default:
      return [block];
  }
}

function shownRows(block: Extract<Block, { type: 'table' | 'list' }>, dataset: Dataset): readonly Block[] {
  const { collection, columns } = block;
  if (block.type === 'table' && block.indicators) {
    const { by, where } = block;
    return filled(
      block,
      'indicators',
      block.indicators.filter((indicator) => !isFigureHidden(dataset, { indicator, by, where })),
    );
  }
  if (collection === undefined) return [block];
  if (isHidden(dataset, collection)) return [];
  if (!columns) return [block];
  return filled(
    block,
    'columns',
    columns.filter((column) => !isHidden(dataset, `${collection}.${column}`)),
  );
}

/**
 * Returns the block with what is left of one of its lists; none where nothing is. One that had nothing is shown as it
 * is.
 */
function filled<B extends Block, K extends keyof B>(block: B, field: K, left: B[K] & readonly unknown[]): readonly B[] {
  return left.length > 0 ? [{ ...block, [field]: left }] : [];
}
