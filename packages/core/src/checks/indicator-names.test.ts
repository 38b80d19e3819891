import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, figure } from './testing/region.ts';

const named = (indicator: string, ...more: readonly string[]) =>
  added(
    'observations',
    ...[indicator, ...more].map((name, at) => figure(`more-${at}`, name, 4, 'events', { period: `20${10 + at}` })),
  );

describe('the indicator of a figure', () => {
  it('that no catalogue has is told, with the nearest name', () => {
    expect(linesOf('indicator-names', named('atelier'))).toEqual([
      'error observations/more-0 indicator: atelier, expected ateliers',
    ]);
    expect(linesOf('indicator-names', named('ateliers-moyens'))).toEqual([
      'error observations/more-0 indicator: ateliers-moyens, expected ateliers',
    ]);
    expect(linesOf('indicator-names', named('xyz'))).toEqual(['error observations/more-0 indicator: xyz']);
  });

  it('is told once, with the number of its figures', () => {
    const found = findingsOf('indicator-names', named('xyz', 'xyz', 'xyz', 'ateliers'));
    expect(found.map(({ message }) => message.fr)).toEqual([
      'Indicateur «\u202fxyz\u202f»\u202f: il n’est dans aucun catalogue\u202f: ces 3 chiffres ne seront montrés nulle part (certain). Définissez cet indicateur dans le catalogue, ou ôtez «\u202findicator\u202f».',
    ]);
    expect(findingsOf('indicator-names', named('xyz'))[0]?.message['en']).toContain('this figure is shown nowhere');
  });

  it('is told for each name where the catalogue is empty, and for none where there is no catalogue to ask', () => {
    const names = new Set(
      (clean.observations as readonly { indicator: string | null }[]).flatMap(({ indicator }) => indicator ?? []),
    );
    expect(linesOf('indicator-names', clean, { indicators: {} })).toHaveLength(names.size);
    expect(findingsOf('indicator-names', clean, { indicators: undefined as never })).toEqual([]);
  });
});
