import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockTypes, sectionsOf } from '../../../model/index.ts';
import { readReport } from './ess-report.ts';

const URL = 'https://example.org/report.json';
const written = (blocks: readonly object[], more: object = {}) => ({
  format: 'ess-report/1',
  id: 'small',
  title: { fr: 'Rapport' },
  period: '2024',
  language: 'fr',
  chapters: [{ id: 'I', title: { fr: 'I' }, sections: [{ id: 'I.1', title: { fr: 'A' }, blocks }] }],
  ...more,
});
const read = (value: unknown) => readReport(typeof value === 'string' ? value : JSON.stringify(value), URL);

describe('a report document', () => {
  it('is read with its lists, without what is not known', async () => {
    const report = await read({
      ...written([{ type: 'agenda', mood: 'good' }]),
      mood: 'good',
      format: 'ess-report/1.2',
    });
    expect(report).not.toHaveProperty('mood');
    expect(report.chapters[0]?.sections[0]).toEqual({
      id: 'I.1',
      title: { fr: 'A' },
      blocks: [{ type: 'agenda' }],
      sections: [],
    });
  });

  it('is read with the periods that it names in words, and leaves out a block whose word stands for none', async () => {
    const own = { type: 'gantt', where: 'start=@previous' };
    const blocks = [
      { type: 'stack', indicator: 'members-stock', by: 'college', periods: ['@period', '@previous'] },
      { type: 'agenda', title: { fr: 'En [[@period]]' }, edition: '@period' },
      own,
      { type: 'table', indicators: ['members-stock'], period: '@periode' },
    ];
    const { title, chapters } = await read(written(blocks, { title: { fr: 'Rapport [[@period]]' } }));
    expect(title).toEqual({ fr: 'Rapport 2024' });
    expect(chapters[0]?.sections[0]?.blocks).toMatchObject([
      { periods: ['2024', '2023'] },
      { title: { fr: 'En 2024' }, edition: 2024 },
      { type: 'other', fields: { where: 'start=2023' } },
      { type: 'other', fault: { found: '"@periode"', expected: { fr: '@period | @previous' } } },
    ]);
  });

  it('keeps blocks of a later release as other, with their name and all that they say, wherever they stand', async () => {
    const gantt = { type: 'gantt', title: { fr: 'Tâches' }, rows: [1] };
    const report = await read(written([gantt], { opening: { id: '0', title: { fr: 'O' }, blocks: [gantt] } }));
    const other = { type: 'other', name: 'gantt', title: { fr: 'Tâches' }, fields: gantt };
    expect([report.opening?.blocks, report.chapters[0]?.sections[0]?.blocks]).toEqual([[other], [other]]);
  });

  it.each([
    ['{"format":', 'syntax', /not JSON/],
    ['<!doctype html><p>Log in', 'html', /page/],
    ['[]', 'format', /missing/],
    [{ format: 'ess-dataset/1' }, 'format', /"ess-dataset\/1", expected "ess-report\/1"/],
    [{ ...written([]), format: 'ess-report/2' }, 'format', /ess-report\/2/],
    [{ ...written([]), chapters: [] }, 'schema', /"chapters" of the report.*expected at least one item/],
    [{ ...written([]), chapters: [3] }, 'schema', /"chapters.0" of the report.*expected an object/],
    [{ ...written([]), period: 'juin' }, 'schema', /"period"/],
    [written([], { title: 'Rapport' }), 'schema', /"title".*expected an object/],
  ])('that is none is refused with its cause: %j', async (value, code, message) => {
    await expect(read(value)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      details: { url: URL },
    });
  });
});

/** A good block of each type. */
const GOOD: Readonly<Record<string, object>> = {
  indicators: { type: 'indicators', figures: [{ indicator: 'members-stock' }] },
  breakdown: { type: 'breakdown', indicator: 'members-stock', by: 'college', chart: 'share' },
  stack: { type: 'stack', indicator: 'members-stock', by: 'college', periods: ['2024'] },
  trend: { type: 'trend', indicators: ['members-stock'] },
  table: { type: 'table', indicators: ['members-stock'], columns: ['name'] },
  timeline: { type: 'timeline', collections: ['meetings'], chart: 'strip' },
  map: { type: 'map', layers: ['members'] },
  agenda: { type: 'agenda', series: 'month', edition: 2024 },
  list: { type: 'list', collection: 'publications' },
  observations: { type: 'observations', section: 'I.1' },
  checks: { type: 'checks', sections: ['I'] },
};
const types = Object.keys(GOOD);

type Other = Extract<Block, { type: 'other' }>;
const blocksOf = async (value: object): Promise<readonly Block[]> =>
  sectionsOf(await read(value)).flatMap(({ section }) => section.blocks);
const faultsOf = (blocks: readonly Block[]): readonly (NonNullable<Other['fault']> & { name: string | undefined })[] =>
  blocks.flatMap((block) => (block.type === 'other' && block.fault ? [{ ...block.fault, name: block.name }] : []));

describe('a malformed part of a report document', () => {
  it('is tried with every type of block', () => {
    expect([...types, 'other'].sort()).toEqual([...blockTypes].sort());
  });

  it.each(types)('is left out alone: a %s block with any of its fields broken', async (type) => {
    const good = GOOD[type] ?? {};
    const fields = Object.keys(good).filter((name) => name !== 'type');
    const wrong = fc.oneof(
      fc.constant(null),
      fc.integer().map((n) => ({ n })),
      fc.constant([[]]),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields, 'title'), wrong, fc.nat(2), async (field, value, at) => {
        const blocks: object[] = [GOOD['agenda'] ?? {}, GOOD['list'] ?? {}];
        blocks.splice(at, 0, { ...good, [field]: value });
        const found = await blocksOf(written(blocks));
        expect(found.filter((block) => block.type !== 'other')).toEqual([GOOD['agenda'], GOOD['list']]);
        expect(faultsOf(found)).toMatchObject([{ name: type }]);
        expect(faultsOf(found)[0]?.path).toMatch(new RegExp(`^chapters.0.sections.0.blocks.${at}.${field}`));
      }),
      { numRuns: 40 },
    );
  });

  it('says which field, what was found and what was expected, in three languages', async () => {
    const [missing, wrong] = faultsOf(
      await blocksOf(written([{ type: 'breakdown' }, { type: 'stack', indicator: 'x', by: 'y', periods: ['juin'] }])),
    );
    expect(missing).toMatchObject({
      name: 'breakdown',
      path: 'chapters.0.sections.0.blocks.0.indicator',
      found: '',
      expected: { fr: 'un texte', en: 'a text', br: 'un destenn' },
      said: { fr: 'indicator manque, attendu\u202f: un texte', en: 'indicator is missing, expected: a text' },
    });
    expect(wrong).toMatchObject({
      path: 'chapters.0.sections.0.blocks.1.periods.0',
      found: '"juin"',
      said: { en: expect.stringContaining('a period such as 2024') },
    });
  });

  it.each([[{ title: { fr: 'Sans type' } }], [null], [3], [['agenda']]])(
    'may be a block that is none: %j',
    async (block) => {
      const found = await blocksOf(written([block as object, { type: 'agenda' }]));
      expect(found.map(({ type }) => type)).toEqual(['other', 'agenda']);
      expect(faultsOf(found)[0]?.path).toMatch(/^chapters\.0\.sections\.0\.blocks\.0/);
    },
  );

  const inChapter = (...sections: readonly unknown[]) =>
    written([], { chapters: [{ id: 'I', title: { fr: 'I' }, sections }] });

  it('may be a section without a number, a title or a text that can be read: what else it has is shown', async () => {
    const agenda = { type: 'agenda' };
    const report = await read(
      inChapter(
        { title: { fr: 'A' }, blocks: [agenda] },
        { id: 'I.2', title: 'B', text: 7, blocks: [agenda] },
        'perdue',
        { id: 'I.4', title: { fr: 'D' }, blocks: 'aucun', sections: [{ title: { fr: 'E' } }] },
      ),
    );
    const told = sectionsOf(report).map(({ section }) => [
      section.id,
      section.title.fr,
      section.blocks.map((block) => (block.type === 'other' ? block.fault?.said['en'] : block.type)),
    ]);
    expect(told).toEqual([
      ['I.?1', 'A', ['id is missing, expected: a text', 'agenda']],
      ['I.2', 'Titre illisible', ['title is "B", expected: an object', 'text is 7, expected: an object', 'agenda']],
      ['I.?3', 'Titre illisible', ['section is "perdue", expected: an object']],
      ['I.4', 'D', ['blocks is "aucun", expected: a list']],
      ['I.4.?1', 'E', ['id is missing, expected: a text']],
    ]);
  });

  it('may be a number that is taken: the second section has one of its place, so that links and pages tell them apart', async () => {
    const report = await read(inChapter({ id: 'I.1', title: { fr: 'A' } }, { id: 'I.1', title: { fr: 'B' } }));
    expect(sectionsOf(report).map(({ section: { id } }) => id)).toEqual(['I.1', 'I.?2']);
    expect(faultsOf(sectionsOf(report)[1]?.section.blocks ?? [])).toMatchObject([
      { path: 'chapters.0.sections.1.id', found: '"I.1"', said: { en: 'id is "I.1", which is taken already' } },
    ]);
  });

  it('may be a chapter: what is wrong with it is said in its first section', async () => {
    const report = await read(
      written([], {
        chapters: [
          { title: { fr: 'I' }, intro: 3, sections: [{ id: 'I.1', title: { fr: 'A' } }] },
          { id: 'II', title: 3 },
        ],
      }),
    );
    expect(report.chapters.map(({ id, title }) => [id, title.fr])).toEqual([
      ['?1', 'I'],
      ['II', 'Titre illisible'],
    ]);
    expect(sectionsOf(report).map(({ section }) => faultsOf(section.blocks).map(({ path }) => path))).toEqual([
      ['chapters.0.id', 'chapters.0.intro'],
      ['chapters.1.title'],
    ]);
  });

  it('is no excuse that a document may write itself', async () => {
    const fault = { path: 'x', found: '', expected: { fr: 'x' }, said: { fr: 'x' } };
    const block = { type: 'other', name: 'gantt', fault };
    expect(await blocksOf(written([block]))).toEqual([{ type: 'other', name: 'other', fields: block }]);
  });
});
