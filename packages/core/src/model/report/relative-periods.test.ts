import { describe, expect, it } from 'vitest';
import { resolvePeriods } from './relative-periods.ts';

const written = (part: object, period: unknown = '2024') => ({
  period,
  chapters: [{ sections: [{ id: 'I.1', blocks: [part] }] }],
});
const resolved = (part: object, period?: unknown): unknown => resolvePeriods(written(part, period));

describe('the periods that a report document names in words', () => {
  it('are those of the report, and the one before, in each attribute that may hold one', () => {
    const block = {
      period: '@period',
      periods: ['@period', '@previous'],
      beside: ['@previous', 'region-53'],
      edition: '@period',
      where: 'network=cress start=@period event=wapa-@previous',
      figures: [{ indicator: 'members-stock', period: '@previous', where: 'end=@period' }],
    };
    expect(resolved(block)).toEqual(
      written({
        period: '2024',
        periods: ['2024', '2023'],
        beside: ['2023', 'region-53'],
        edition: 2024,
        where: 'network=cress start=2024 event=wapa-2023',
        figures: [{ indicator: 'members-stock', period: '2023', where: 'end=2024' }],
      }),
    );
  });

  it('may be followed by a part of them', () => {
    const periods = ['@period-Q3', '@previous-SY', '@previous-10', '@period-02/@period-07', '@previous/@period'];
    expect(resolved({ periods })).toEqual(
      written({ periods: ['2024-Q3', '2023-SY', '2023-10', '2024-02/2024-07', '2023/2024'] }),
    );
  });

  it('are of the length of the period of the report', () => {
    const of = (period: string) => resolved({ periods: ['@period', '@previous'] }, period);
    const both = (period: string, previous: string) => written({ periods: [period, previous] }, period);
    expect([of('2024-SY'), of('2024-H1'), of('2023/2024')]).toEqual([
      both('2024-SY', '2023-SY'),
      both('2024-H1', '2023-H2'),
      both('2023/2024', '2021/2022'),
    ]);
  });

  it('are years in titles and texts, in every language, and periods in their figures', () => {
    const title = { fr: 'Année scolaire [[@previous-SY]]', en: 'School year [[@previous-SY]]' };
    const text = {
      fr: 'En [[@period]], [[members-stock@period]], contre [[members-stock@previous college=a start=@period|number]].',
    };
    expect(resolved({ title, text })).toEqual(
      written({
        title: { fr: 'Année scolaire 2023-2024', en: 'School year 2023-2024' },
        text: { fr: 'En 2024, [[members-stock@2024]], contre [[members-stock@2023 college=a start=2024|number]].' },
      }),
    );
  });

  it('stay as they are outside the brackets of a text, in other fields, and where they stand for none', () => {
    const part = {
      title: { fr: 'Écrivez à @period, [[@periode]] ou [[@period-Q9]]' },
      indicator: '@period',
      where: 'start=@periods',
    };
    expect(resolved(part)).toEqual(written(part));
    expect(resolved({ period: '@period' }, 'juin')).toEqual(written({ period: '@period' }, 'juin'));
  });

  it('are replaced in the title of the report, in its opening and in chapters, and never in its own period', () => {
    const of = (said: string) => ({
      title: { fr: `Rapport ${said}` },
      period: '2024',
      opening: { title: { fr: said }, blocks: [] },
      chapters: [{ title: { fr: said }, intro: { fr: said }, sections: [] }],
    });
    expect(resolvePeriods(of('[[@period]]'))).toEqual(of('2024'));
    expect(resolvePeriods({ period: '@period', document: '@period' })).toEqual({
      period: '@period',
      document: '@period',
    });
  });
});
