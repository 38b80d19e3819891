import { afterAll, describe, expect, it } from 'vitest';
import { dataset, event, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

/** Returns the findings on the fields of a data set: degree, place, field, field that was meant, line. */
async function said(document: object): Promise<readonly unknown[]> {
  write('fields.json', JSON.stringify(document, null, 1));
  const { out } = await ess('check fields.json --only unknown-field --json', { cwd: folder });
  const { findings } = JSON.parse(out);
  return findings.map(({ severity, where, expected }: { severity: string; where: Place; expected?: string }) =>
    [severity, where.id, where.field, expected].filter((each) => each !== undefined),
  );
}

interface Place {
  readonly id?: string;
  readonly field?: string;
}

describe('a field that is not known', () => {
  it('is probably the one that is written almost so, and is not there', async () => {
    expect(await said(dataset({ events: [event('a', { organizers: ['b'] })] }))).toEqual([
      ['warning', 'a', 'organizers', 'organisers'],
    ]);
    expect(await said(dataset({ events: [event('a', { palce: 'Brest' })] }))).toEqual([
      ['warning', 'a', 'palce', 'place'],
    ]);
    expect(await said(dataset({ events: [event('a', { starts_at: '2024-06-18T10:00:00Z' })] }))).toEqual([
      ['warning', 'a', 'starts_at', 'startsAt'],
    ]);
  });

  it('is looked for inside other fields too', async () => {
    const attendance = { value: 4, op: '=', unit: 'people', aprox: true };
    expect(await said(dataset({ events: [event('a', { attendance })] }))).toEqual([
      ['warning', 'a', 'attendance.aprox', 'approx'],
    ]);
  });

  it('is told once, as information, where nothing is written like it', async () => {
    const events = ['a', 'b', 'c'].map((id) => event(id, { colour: 'red' }));
    expect(await said(dataset({ events }))).toEqual([['info', 'a', 'colour']]);
  });

  it('is looked for in the manifest', async () => {
    expect(await said(dataset({ events: [event('a')] }, { nextupdate: '2026-01-01' }))).toEqual([
      ['warning', 'nextupdate', 'nextUpdate'],
    ]);
  });

  it('is looked for in the report document, in blocks of each kind', async () => {
    const blocks = [
      { type: 'indicators', figures: [{ indicator: 'members-stock', peroid: '2023' }] },
      { type: 'trend', indicator: ['members-stock'] },
      { type: 'of-a-later-release', anything: true },
    ];
    const section = { id: 'I.1', title: { fr: 'Une section' }, texte: { fr: 'Un texte' }, blocks };
    write('report.json', {
      $schema: './report.json',
      format: 'ess-report/1',
      id: 'r',
      title: { fr: 'R' },
      period: '2024',
      language: 'fr',
      chapters: [{ id: 'I', title: { fr: 'Un chapitre' }, sections: [section] }],
    });
    expect(await said(dataset({ events: [event('a')] }, { report: 'report.json' }))).toEqual([
      ['warning', 'chapters.0.sections.0.texte', 'text'],
      ['warning', 'chapters.0.sections.0.blocks.0.figures.0.peroid', 'period'],
      ['warning', 'chapters.0.sections.0.blocks.1.indicator', 'indicators'],
    ]);
  });

  it('is looked for in the story of the report, in its claims and blocks', async () => {
    const claims = [{ says: 'sourced', of: 'I.1', valeu: 3 }];
    const step = { title: { fr: 'x' }, sections: ['I.1'], chart: { type: 'agenda', serie: 'x' } };
    write('story.json', {
      format: 'ess-story/1',
      period: '2024',
      cover: { title: { fr: 'R' }, standfirst: { fr: 'Un chapeau' }, claims },
      messages: [],
      doors: [],
      chapters: [{ id: 'I', theses: { fr: 'x' }, thesis: { fr: 'x' }, steps: [step] }],
    });
    expect(await said(dataset({ events: [event('a')] }, { story: 'story.json' }))).toEqual([
      ['warning', 'cover.claims.0.valeu', 'value'],
      ['warning', 'chapters.0.steps.0.chart.serie', 'series'],
      ['info', 'chapters.0.theses'],
    ]);
  });

  it('is none where it is the publisher’s own, a language or the coverage of a single file', async () => {
    const events = [event('a', { $comment: 'relu', _note: 'x', 'x-ref': 3, title: { fr: 'A', oc: 'A' } })];
    const coverage = { events: [{ period: '2024', complete: true }] };
    expect(await said(dataset({ events }, { coverage, $schema: './dataset.json' }))).toEqual([]);
  });
});
