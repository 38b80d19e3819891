/** What an element documents for an attribute, the check of a report accepts in its block, and nothing else. */

import { type Block, problemsOfReport } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { reportOf, section } from '../../packages/core/src/model/report/testing/report.ts';
import { attributesOf } from '../../packages/elements/src/base/attributes.ts';

const manifest = { documents: {}, collections: { events: { href: '', count: 0, hash: '', coverage: [] } } };
const catalogue = { x: { dimensions: [] } };

/** Block, field, element and attribute that say the same. */
const SAME: readonly (readonly [block: object, field: string, tag: string])[] = [
  [{ type: 'breakdown', indicator: 'x' }, 'chart', 'ess-breakdown'],
  [{ type: 'breakdown', indicator: 'x' }, 'view', 'ess-breakdown'],
  [{ type: 'table', collection: 'events' }, 'chart', 'ess-table'],
  [{ type: 'timeline', collections: ['events'] }, 'chart', 'ess-timeline'],
  [{ type: 'map' }, 'layers', 'ess-member-map'],
];

/** Every value that any attribute documents, and one that none does. */
const WORDS = [...new Set(SAME.flatMap(([, field, tag]) => attributesOf(tag)[field]?.values ?? [])), 'pie'];

describe('the words of a block', () => {
  it.each(SAME)('of %o in %s are those of <%s>', (block, field, tag) => {
    const { values = [], type } = attributesOf(tag)[field] ?? {};
    expect(values.length).toBeGreaterThan(1);
    const accepted = WORDS.filter((word) => {
      const written = { ...block, [field]: type === 'list' ? [word] : word } as unknown as Block;
      const found = problemsOfReport(reportOf([section('I.1', { blocks: [written] })]), manifest, catalogue);
      return !found.some(({ rule }) => rule === 'report-word');
    });
    expect(accepted.sort()).toEqual([...values].sort());
  });
});
