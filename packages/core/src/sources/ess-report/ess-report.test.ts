import { describe, expect, it } from 'vitest';
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

  it('keeps blocks of a later release as other, with their name, wherever they stand', async () => {
    const gantt = { type: 'gantt', title: { fr: 'Tâches' }, rows: [1] };
    const report = await read(written([gantt], { opening: { id: '0', title: { fr: 'O' }, blocks: [gantt] } }));
    const other = { type: 'other', name: 'gantt', title: { fr: 'Tâches' } };
    expect([report.opening?.blocks, report.chapters[0]?.sections[0]?.blocks]).toEqual([[other], [other]]);
  });

  it.each([
    ['{"format":', 'syntax', /not JSON/],
    ['<!doctype html><p>Log in', 'html', /page/],
    ['[]', 'format', /missing/],
    [{ format: 'ess-dataset/1' }, 'format', /"ess-dataset\/1", expected "ess-report\/1"/],
    [{ ...written([]), format: 'ess-report/2' }, 'format', /ess-report\/2/],
    [{ ...written([]), chapters: [] }, 'schema', /"chapters" of the report.*expected >= 1/],
    [{ ...written([]), period: 'juin' }, 'schema', /"period"/],
    [written([{ type: 'breakdown' }]), 'schema', /"chapters.0.sections.0.blocks.0.indicator" of the report/],
    [written([{ title: { fr: 'Sans type' } }]), 'schema', /"chapters.0.sections.0.blocks.0.type" of the report/],
    [written([], { title: 'Rapport' }), 'schema', /"title".*expected object/],
  ])('that is none is refused with its cause: %j', async (value, code, message) => {
    await expect(read(value)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      details: { url: URL },
    });
  });
});
