import { describe, expect, it } from 'vitest';
import type { Block } from './block.ts';
import { problemsOfReport, REPORT_RULES } from './problems.ts';
import { figures, reportOf, section } from './testing/report.ts';

const entry = { href: '', count: 0, hash: '', coverage: [] };
const manifest = {
  documents: { r: { title: { fr: 'Rapport' } } },
  collections: { events: entry, observations: entry },
};
const catalogue = { 'members-stock': { dimensions: [{ id: 'college' }], filters: ['network'] } };
const good = figures('members-stock');

const problemsOf = (report: ReturnType<typeof reportOf>) =>
  problemsOfReport(report, manifest, catalogue, 'report.json');
const told = (...blocks: readonly Block[]) =>
  problemsOf(reportOf([section('I.1', { blocks })])).map(({ rule, found, where }) => [
    rule,
    found,
    where.field?.replace('chapters.0.sections.0.', ''),
  ]);

describe('the problems of a report', () => {
  it('are none where all that it names exists', () => {
    expect(
      told(
        good,
        { type: 'breakdown', indicator: 'members-stock', by: 'college', where: 'network=cress territory=region-53' },
        { type: 'timeline', collections: ['events'] },
        { type: 'map', layers: ['members', 'programmes'] },
        { type: 'agenda' },
        { type: 'observations', section: 'I.1' },
        { type: 'checks', sections: ['I'] },
      ),
    ).toEqual([]);
  });

  it('are indicators, dimensions and filters that do not exist', () => {
    expect(
      told(
        figures('members-stok'),
        { type: 'stack', indicator: 'members-stock', by: 'colour', periods: ['2024', '2023'] },
        { type: 'table', indicators: ['members-stock', 'toString'], by: 'college' },
        { type: 'indicators', figures: [{ indicator: 'members-stock', where: 'mood=good' }] },
      ),
    ).toEqual([
      ['report-indicator', 'members-stok', 'blocks.0'],
      ['report-dimension', 'colour', 'blocks.1'],
      ['report-indicator', 'toString', 'blocks.2'],
      ['report-dimension', 'mood', 'blocks.3'],
    ]);
  });

  it('are labels of tiles that are missing, too long or of several names', () => {
    const short = (fr: string) => ({ short: { fr, en: 'Short' } });
    const indicator = { dimensions: [{ id: 'body' }], label: { fr: 'Réunions', en: 'Meetings' } };
    const labelled = {
      meetings: {
        ...indicator,
        shorts: [
          { where: 'body=board', ...short('Réunions du conseil') },
          { where: 'body=team', ...short('Réunions de l’équipe opérationnelle') },
          { where: 'body=all', ...short('Conseil, équipe') },
        ],
      },
      long: { ...indicator, label: { fr: 'Réunions', en: 'Meetings of all bodies together' } },
      named: { ...indicator, label: { fr: 'Réunions, en tout' }, short: { fr: 'Réunions' } },
    };
    const tile = (name: string, where?: string) => ({ indicator: name, ...(where === undefined ? {} : { where }) });
    const blocks: readonly Block[] = [
      {
        type: 'indicators',
        figures: [
          ...[undefined, 'body=board', 'territory=region-53', 'body=office', 'body=team', 'body=all'].map((where) =>
            tile('meetings', where),
          ),
          tile('long'),
          tile('named'),
        ],
      },
      { type: 'breakdown', indicator: 'long' },
    ];
    const findings = problemsOfReport(reportOf([section('I.1', { blocks })]), manifest, labelled);
    expect(findings.map(({ rule, severity, found }) => [rule, severity, found])).toEqual(
      ['meetings body=office', 'Réunions de l’équipe opérationnelle', 'Conseil, équipe', 'long'].map((found) => [
        'label-short',
        'error',
        found,
      ]),
    );
    expect(findings.map(({ message }) => message['en'])).toEqual([
      'Report, section I.1: the tile "meetings body=office" has no short label: the catalogue needs one, in short for the whole, in shorts for a part.',
      'Report, section I.1: the short label "Réunions de l’équipe opérationnelle" has 35 characters, of 28 at most.',
      'Report, section I.1: the short label "Conseil, équipe" has a comma.',
      'Report, section I.1: the tile "long" has no short label: the catalogue needs one, in short for the whole, in shorts for a part.',
    ]);
  });

  it('are words for a period that stand for none', () => {
    const text = { fr: 'En [[@periode]], et en [[@period-Q9]].', en: 'In [[@periode]].' };
    const blocks: readonly Block[] = [
      { type: 'table', collection: 'events', where: 'date=@periode' },
      { type: 'breakdown', indicator: 'members-stock', beside: ['@last', 'region-53'] },
      { type: 'indicators', figures: [{ indicator: 'members-stock', where: 'college=@previus' }] },
    ];
    const report = reportOf([section('I.1', { text, blocks })]);
    expect(problemsOf(report).map(({ rule, found, expected }) => [rule, found, expected])).toEqual(
      ['[[@periode]]', '[[@period-Q9]]', 'date=@periode', '@last', 'college=@previus'].map((found) => [
        'report-word',
        found,
        '@period, @previous',
      ]),
    );
  });

  it('are what its texts name in any language', () => {
    const text = { fr: 'Soit [[members-stok]].', en: 'That is [[members-stock@never]].' };
    const report = reportOf([section('I.1', { text, blocks: [good] })]);
    expect(problemsOf(report).map(({ rule, found }) => [rule, found])).toEqual([
      ['report-indicator', 'members-stok'],
      ['report-period', 'never'],
    ]);
  });

  it('are sections, collections and documents that do not exist', () => {
    const blocks: readonly Block[] = [
      { type: 'observations', section: 'I.9' },
      { type: 'checks', sections: ['I.1', 'V'] },
      { type: 'list', collection: 'boats' },
      { type: 'timeline', collections: ['events', 'meetings'] },
    ];
    expect(
      problemsOf(reportOf([section('I.1', { blocks })], { document: 's' })).map(({ rule, found }) => [rule, found]),
    ).toEqual([
      ['report-document', 's'],
      ['report-section', 'I.9'],
      ['report-section', 'V'],
      ['report-collection', 'boats'],
      ['report-collection', 'meetings'],
    ]);
  });

  it('are a number that is taken, of a chapter too, and a section that shows nothing', () => {
    const report = reportOf([section('I.1', { blocks: [good] }), section('I.1', { blocks: [good] }), section('I')]);
    expect(problemsOf(report).map(({ rule, where }) => [rule, where.section])).toEqual([
      ['report-duplicate', 'I.1'],
      ['report-duplicate', 'I'],
      ['report-empty', 'I'],
    ]);
  });

  it('are no sections that have a text alone, as an opening may be', () => {
    const opening = { ...section('0'), text: { fr: 'Une année de [[members-stock]].' } };
    expect(problemsOf({ ...reportOf([section('I.1', { blocks: [good] })]), opening })).toEqual([]);
  });

  it('are blocks of a later release, and those that do not say what to show', () => {
    expect(told({ type: 'other', name: 'gantt' }, { type: 'table' })).toEqual([
      ['report-block', 'gantt', 'blocks.0'],
      ['report-block', 'table', 'blocks.1'],
    ]);
  });

  it('are words that mean nothing in a block: a layer, a form, a view, a filter', () => {
    const found = told(
      { type: 'map', layers: ['members', 'stars'], where: 'departement=departement-29 collège=x' },
      { type: 'breakdown', indicator: 'members-stock', by: 'college', chart: 'pie', view: 'list' },
      { type: 'breakdown', indicator: 'members-stock', chart: 'grouped', view: 'table', where: 'college:associations' },
      { type: 'timeline', collections: ['organisations'], where: 'section=I.1 body' },
      { type: 'agenda', where: 'theme=mer online=true' },
      { type: 'table', collection: 'organisations', chart: 'grille' },
    );
    expect(found.filter(([rule]) => rule === 'report-word')).toEqual([
      ['report-word', 'stars', 'blocks.0'],
      ['report-word', 'collège=x', 'blocks.0'],
      ['report-word', 'pie', 'blocks.1'],
      ['report-word', 'list', 'blocks.1'],
      ['report-word', 'college:associations', 'blocks.2'],
      ['report-word', 'body', 'blocks.3'],
      ['report-word', 'grille', 'blocks.5'],
    ]);
  });

  it('are filters that one of the lists shown together does not have, whatever the others', () => {
    const asked = (block: Block) => problemsOf(reportOf([section('I.1', { blocks: [block] })]));
    const refused = asked({ type: 'map', layers: ['events'], where: 'college=associations' });
    expect(refused.map(({ rule, message }) => [rule, message.fr, message.en])).toEqual([
      [
        'report-word',
        expect.stringMatching(
          /«\u202fcollege\u202f» ne filtre pas les événements\. Filtres possibles\u202f: .*theme, title, url/,
        ),
        expect.stringMatching(/"college" does not filter events\. Possible filters: .*theme/),
      ],
    ]);
    const where = (type: object, text: string) => asked({ ...type, where: text } as Block).map(({ found }) => found);
    const map = { type: 'map', layers: ['members', 'events'] };
    expect(where(map, 'college=x section=I layer=events')).toEqual(['college=x']);
    expect(where(map, 'layer=stars')).toEqual(['layer=stars']);
    expect(where({ type: 'map', layers: ['members'] }, 'college=x town=Brest network=n')).toEqual([]);
    expect(where({ type: 'agenda' }, 'series=s themes=mer')).toEqual(['themes=mer']);
    const lines = { type: 'timeline', collections: ['events', 'observations'] };
    expect(where(lines, 'status=held organiser=x')).toEqual(['organiser=x']);
    expect(where({ type: 'list', collection: 'events' }, 'id=a body=b')).toEqual(['body=b']);
    const table = { type: 'table', indicators: ['members-stock'] };
    expect(where(table, 'college=x')).toEqual([]);
    expect(where(table, 'theme=x')).toEqual(['theme']);
  });

  it('say where and what, in French and in English', () => {
    const [problem] = problemsOf(reportOf([section('I.1', { blocks: [figures('boats')] })]));
    expect(problem).toMatchObject({
      rule: 'report-indicator',
      severity: 'error',
      where: { file: 'report.json', section: 'I.1', field: 'chapters.0.sections.0.blocks.0' },
      message: {
        fr: 'Rapport, section I.1\u202f: l’indicateur «\u202fboats\u202f» n’existe pas.',
        en: 'Report, section I.1: there is no indicator "boats".',
      },
    });
    expect(REPORT_RULES).toContain(problem?.rule);
  });
});
