import { describe, expect, it } from 'vitest';
import { suggestPeriod } from './suggest-period.ts';

describe('what somebody meant who wrote no period of ours', () => {
  it.each([
    ['T1 2025', '2025-Q1'],
    ['2025-T4', '2025-Q4'],
    ['2025Q2', '2025-Q2'],
    ['q3 2025', '2025-Q3'],
    ['S2 2025', '2025-H2'],
    ['2025-S1', '2025-H1'],
    ['1er trimestre 2025', '2025-Q1'],
    ['2e semestre 2025', '2025-H2'],
    ['2024-2025', '2024-SY'],
    ['2024–25', '2024-SY'],
    ['saison 2024-2025', '2024-SY'],
    ['1999-2000', '1999-SY'],
    ['06/2025', '2025-06'],
    ['juin 2025', '2025-06'],
    ['18/06/2025', '2025-06-18'],
    ['2025-6', '2025-06'],
  ])('%s is %s', (written, meant) => {
    expect(suggestPeriod(written)).toBe(meant);
  });

  it.each(['', 'bientôt', 'S3 2025', '2024-2027', '2025-2024', '2025-13', '31/02/2025'])(
    'is not seen in "%s"',
    (written) => {
      expect(suggestPeriod(written)).toBeNull();
    },
  );
});
