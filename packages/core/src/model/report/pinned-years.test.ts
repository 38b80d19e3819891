import { describe, expect, it } from 'vitest';
import { pinnedYears } from './pinned-years.ts';

const written = (block: object, more: object = {}) => ({
  id: 'rapport',
  period: '2024',
  chapters: [{ id: 'I', sections: [{ id: 'I.1', blocks: [block] }] }],
  ...more,
});
const told = (block: object, more?: object) =>
  pinnedYears(written(block, more)).map(({ severity, certainty, found, expected }) => [
    severity,
    certainty,
    found,
    expected,
  ]);

describe('a year that a report document writes out', () => {
  it('is told where it is that of the report, with the word for it and its place', () => {
    const [finding, ...others] = pinnedYears(written({ where: 'network=cress start=2024' }), 'report.json');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'pinned-years',
      severity: 'info',
      certainty: 'certain',
      where: { file: 'report.json', section: 'I.1', field: 'chapters.0.sections.0.blocks.0.where' },
      found: 'start=2024',
      expected: 'start=@period',
      message: {
        fr: 'Rapport, section I.1 : « start=2024 » écrit la période du rapport en chiffres. Recopié pour le rapport suivant, ce passage parlerait encore d’elle : écrivez « start=@period ».',
      },
    });
  });

  it('is told in every attribute that may hold one, also as a part of a period', () => {
    expect(
      told({
        period: '2024-Q3',
        periods: ['2024', '2024-02/2024-07'],
        edition: 2024,
        figures: [{ period: '2024-SY' }],
      }).map(([, , found, expected]) => [found, expected]),
    ).toEqual([
      ['2024-Q3', '@period-Q3'],
      ['2024', '@period'],
      ['2024-02/2024-07', '@period-02/@period-07'],
      ['2024', '@period'],
      ['2024-SY', '@period-SY'],
    ]);
  });

  it('may be left over from the last report where it is that of the period before', () => {
    expect(told({ where: 'start=2023', periods: ['2023', '2022'], period: '2023-10' })).toEqual([
      ['warning', 'possible', 'start=2023', 'start=@previous'],
      ['warning', 'possible', '2023', '@previous'],
      ['warning', 'possible', '2023-10', '@previous-10'],
    ]);
  });

  it('is information where a comparison names the period before', () => {
    expect(told({ periods: ['@period', '2023'], beside: ['2023', 'region-53'] })).toEqual([
      ['info', 'possible', '2023', '@previous'],
      ['info', 'possible', '2023', '@previous'],
    ]);
  });

  it('is told once for all languages of a text, in its words and in its figures', () => {
    const text = {
      fr: 'En 2024, [[members-stock@2024-Q3]] ; en 2023, moins.',
      en: 'In 2024, [[members-stock@2024-Q3]]; in 2023, less.',
    };
    expect(told({ title: { fr: 'Année scolaire 2023-2024', br: '2023-2024' }, text })).toEqual([
      ['info', 'possible', '2023-2024', '[[@previous-SY]]'],
      ['info', 'certain', '2024', '[[@period]]'],
      ['info', 'certain', '@2024-Q3', '@period-Q3'],
      ['info', 'possible', '2023', '[[@previous]]'],
    ]);
  });

  it('is told in the name of a record, or of the document, only where it is that of the period before', () => {
    expect(told({ where: 'vote=statuts-2024' }, { id: 'rapport-2024', document: 'rapport-2024' })).toEqual([]);
    expect(told({ where: 'vote=statuts-2023' }, { id: 'rapport-2023', document: 'rapport-2023' })).toEqual([
      ['warning', 'possible', 'vote=statuts-2023', undefined],
      ['warning', 'possible', 'rapport-2023', undefined],
      ['warning', 'possible', 'rapport-2023', undefined],
    ]);
  });

  it('is none where the words stand, where it is another one, or where a range reaches beyond both', () => {
    expect(
      told({
        title: { fr: 'Depuis 2019, [[@period]] : 12024 vélos, dossier 2024-17' },
        period: '@period-Q3',
        periods: ['2022', '2022/2023', '2025-03-05', '2024-12-15/2025-01-10'],
        beside: ['epci-200042024'],
        where: 'start=2019 start=@period',
        edition: 17,
      }),
    ).toEqual([]);
  });

  it('is measured by the period of the report', () => {
    const school = { period: '2024-SY' };
    expect(told({ periods: ['2024-SY', '2023-SY', '2024'], title: { fr: 'En 2024-2025' } }, school)).toEqual([
      ['info', 'certain', '2024-SY', '@period'],
      ['info', 'possible', '2023-SY', '@previous'],
      ['info', 'certain', '2024-2025', '[[@period]]'],
    ]);
    expect(told({ period: '2024' }, { period: 'juin' })).toEqual([]);
  });
});
