import { describe, expect, it } from 'vitest';
import { findingsOf } from './testing/find.ts';
import { added, withFault } from './testing/region.ts';

const said = (rule: string, collections: Parameters<typeof findingsOf>[1]): readonly (string | undefined)[] =>
  findingsOf(rule, collections).flatMap(({ message: { fr, en } }) => [fr, en]);

describe('what findings call a record without a name', () => {
  it('is what it leads to, and where its document says it', () => {
    const project = { id: 'p/1', programme: 'velo', period: '2023', status: 'planned', source: source(3) };
    const programme = { id: 'velo', name: { fr: 'Vélo pour tous', en: 'Bikes for all' }, kind: 'action' };
    const [french, english] = said('planned-as-held', { ...added('projects', project), programmes: [programme] });
    expect(french).toMatch(/^«\u202fVélo pour tous\u202f» \(A\.1, p\. 3\)\u202f: /);
    expect(english).toMatch(/^“Bikes for all” \(A\.1, p\. 3\): /);
  });

  it('is its id where nothing names it', () => {
    const [french] = said(
      'planned-as-held',
      added('projects', { id: 'p/1', programme: 'nope', period: '2023', status: 'planned' }),
    );
    expect(french).toMatch(/^«\u202fp\/1\u202f»/);
  });
});

describe('the date of a plan that has passed', () => {
  it('is written in French as a calendar writes it', () => {
    const [french, english] = said(
      'planned-as-held',
      withFault('meetings', 'bureau/2023-02-07', { status: 'planned' }),
    );
    expect(french).toContain('était prévu pour 07/02/2023, avant le ');
    expect(english).toContain('was planned for 2023-02-07, before ');
  });
});

const source = (page: number) => ({ document: 'rapport', section: 'A.1', page });
