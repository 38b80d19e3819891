import { describe, expect, it } from 'vitest';
import { createReportSearch } from './search.ts';
import { figures, reportOf, section } from './testing/report.ts';

const report = reportOf([
  section('I.1', {
    title: { fr: 'L’Économie circulaire', en: 'Circular economy' },
    text: { fr: 'Réemploi et œuvres.' },
  }),
  section('I.2', { title: { fr: 'Textile' }, text: { fr: 'Aussi l’économie : [[members-stock]].' } }),
]);
const search = createReportSearch(report, 'fr', { 'members-stock': { fr: 'Adhérents', en: 'Members' } });

describe('a search in a report', () => {
  it('forgives accents, case and unfinished words', () => {
    expect(search.search('ECONOM')).toEqual(['I.1', 'I.2']);
    expect(search.search('réemploi Oeuvre')).toEqual(['I.1']);
  });

  it('puts titles before texts, and asks for every word', () => {
    const turned = reportOf([report.chapters[0]!.sections[1]!, report.chapters[0]!.sections[0]!]);
    expect(createReportSearch(turned, 'fr').search('économie')).toEqual(['I.1', 'I.2']);
    expect(search.search('économie textile')).toEqual(['I.2']);
    expect(search.search('économie plage')).toEqual([]);
  });

  it('finds the names of indicators in blocks and texts, not their ids', () => {
    expect(search.search('adhérents')).toEqual(['I.2']);
    expect(search.search('stock')).toEqual([]);
    const shown = reportOf([section('I.1', { blocks: [figures('members-stock')] })]);
    expect(
      createReportSearch(shown, 'en', { 'members-stock': { fr: 'Adhérents', en: 'Members' } }).search('memb'),
    ).toEqual(['I.1']);
  });

  it('finds what the figures of a text count, where it is written beside them', () => {
    const counted = reportOf([
      section('I.1', { text: { fr: 'Soit [[dla-structures]].' } }),
      section('I.2', { text: { fr: 'Et [[dla-structures|number]] autres.' } }),
    ]);
    const found = createReportSearch(counted, 'fr', {}, { 'dla-structures': 'organisations' });
    expect([found.search('organisation'), found.search('number')]).toEqual([['I.1'], []]);
  });

  it('finds what its blocks hold besides', () => {
    const listed = reportOf([
      section('I.1', { blocks: [{ type: 'list', collection: 'publications' }] }),
      section('I.2'),
    ]);
    const found = createReportSearch(listed, 'fr', {}, {}, ({ type }) => (type === 'list' ? 'Atlas du réemploi' : ''));
    expect(found.search('atlas')).toEqual(['I.1']);
  });

  it('is in one language, and finds a chapter by its first section', () => {
    expect(createReportSearch(report, 'en').search('circular')).toEqual(['I.1']);
    expect(search.search('circular')).toEqual([]);
    expect(search.search('mouvement')).toEqual(['I.1']);
  });

  it('finds nothing for a text without words', () => {
    expect([search.search(''), search.search(' …')]).toEqual([[], []]);
  });
});
