import { describe, expect, it } from 'vitest';
import { isInSection } from '../sections.ts';
import { findChapter, findSection, sectionOfIndicators, sectionsOf } from './outline.ts';
import { figures, reportOf, section } from './testing/report.ts';

const report = reportOf(
  [
    section('I.1', { sections: [{ id: 'I.1.a', title: { fr: 'A' }, blocks: [figures('members-stock')] }] }),
    section('I.2', {
      text: { fr: 'Dont [[members-joined]].', en: 'Of which [[members-left@2023]].' },
      blocks: [{ type: 'breakdown', indicator: 'dla-jobs', by: 'contract' }, figures('members-stock')],
    }),
  ],
  { opening: section('0', { blocks: [figures('members-stock', 'staff-fte')] }) },
);

describe('the sections of a report', () => {
  it('are in the order of reading, each with its chapter, its depth and its neighbours', () => {
    expect(
      sectionsOf(report).map(({ section: { id }, chapter, depth, parent, previous, next }) => [
        id,
        chapter?.id ?? null,
        depth,
        parent?.id ?? null,
        previous,
        next,
      ]),
    ).toEqual([
      ['0', null, 1, null, null, 'I.1'],
      ['I.1', 'I', 1, null, '0', 'I.1.a'],
      ['I.1.a', 'I', 2, 'I.1', 'I.1', 'I.2'],
      ['I.2', 'I', 1, null, 'I.1.a', null],
    ]);
  });

  it('know where they are in the file', () => {
    expect(sectionsOf(report).map(({ path }) => path)).toEqual([
      'opening',
      'chapters.0.sections.0',
      'chapters.0.sections.0.sections.0',
      'chapters.0.sections.1',
    ]);
  });

  it('are found by their number, however an address writes it', () => {
    expect(findSection(report, ' i.1.A. ')?.section.id).toBe('I.1.a');
    expect(findSection(report, 'I.9')).toBeUndefined();
    expect(findChapter(report, 'i')?.title.fr).toBe('Mouvement');
    expect(findChapter(report, 'V')).toBeUndefined();
  });

  it('lie in those whose number begins theirs', () => {
    expect([isInSection('I.1.a', 'I.1'), isInSection('I.1', 'i'), isInSection('I.1', 'I.1.')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isInSection('II.1', 'I'), isInSection('I.1', 'I.1.a'), isInSection('I.10', 'I.1')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('an indicator', () => {
  it('stands where a block shows it first, else where a text names it; in the opening for want of another', () => {
    expect(Object.fromEntries(sectionOfIndicators(report))).toEqual({
      'members-stock': 'I.1.a',
      'dla-jobs': 'I.2',
      'members-joined': 'I.2',
      'members-left': 'I.2',
      'staff-fte': '0',
    });
  });
});
