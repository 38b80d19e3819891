import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../data/index.ts';
import { readStory } from '../../data/story.ts';
import type { ReportDocument } from '../request.ts';
import { lightStill } from '../still.ts';
import { shippedDataset, shippedText } from '../testing/shipped.ts';

const dataset = shippedDataset();
const { manifest } = dataset;
let document: ReportDocument;
beforeAll(async () => {
  const base = 'https://example.org/data/';
  document = {
    report: await readReport(shippedText(manifest.report ?? ''), base),
    story: await readStory(shippedText(manifest.story ?? ''), base),
  };
});

const still = (attributes: Readonly<Record<string, string>> = {}, of: ReportDocument | undefined = document) =>
  lightStill(dataset, {
    tag: 'ess-report',
    attributes,
    lang: 'fr',
    today: '2026-01-05',
    ...(of ? { document: of } : {}),
  });

describe('the still of a report', () => {
  it('has each message with its figures, its chart and the link to its section', () => {
    const { html = '', meta } = still() ?? {};
    expect(html).toContain('<strong>117</strong> adhérents');
    const { messages = [] } = document.story ?? {};
    expect(messages.length).toBeGreaterThan(4);
    for (const { section } of messages) expect(html).toContain(`<a href="#${section}">Lire la section ${section}</a>`);
    expect(html.match(/class="ess-still /g)?.length).toBeGreaterThan(messages.length - 1);
    expect(meta?.skins).toEqual(expect.arrayContaining(['overview', 'bars']));
    expect(html).not.toMatch(/undefined|\[\[|@period/);
  });

  it('has a link to each chapter, and the ways in with their sections', () => {
    const { html = '' } = still() ?? {};
    for (const { id } of document.report.chapters) expect(html).toContain(`<a href="#${id}"><span>${id} </span>`);
    for (const { sections } of document.story?.doors ?? [])
      for (const id of sections) expect(html).toContain(`<a href="#${id}">`);
  });

  it('is none without its document, for a part of it and for the report of a part', () => {
    expect(lightStill(dataset, { tag: 'ess-report', attributes: {}, lang: 'fr', today: '2026-01-05' })).toBeNull();
    expect(still({ section: 'I.1' })).toBeNull();
    expect(still({ view: 'whole' })).toBeNull();
    expect(still({ territory: 'departement-29' })).toBeNull();
  });

  it('has the blocks of the opening in place of messages where there is no story', () => {
    const { html = '' } = still({}, { ...document, story: null }) ?? {};
    expect(html).toContain('class="ess-still ess-value"');
    expect(html).not.toContain('Lire la section');
  });
});
