import { describe, expect, it } from 'vitest';
import { audienceOf, forAudience, isFigureHidden, isHidden, unnarrowed } from './audience.ts';
import type { Dataset } from './dataset.ts';
import { mergeDatasets } from './merge.ts';
import { reportFor } from './report/audience.ts';
import { Report } from './report/report-schema.ts';
import { makeDataset } from './testing.ts';

const count = { value: 2, op: '=', unit: 'people' };
const source = { document: 'report' };
const observation = (id: string, more: object = {}) => ({
  id,
  label: { fr: id },
  period: '2024',
  quantity: count,
  source,
  ...more,
});

const data = (audience?: Record<string, 'public' | 'internal'>): Dataset => {
  const made = makeDataset({
    movements: [{ id: 'in', direction: 'in', period: '2024', count }],
    memberships: [
      { id: 'a', organisation: 'a', network: 'net', end: '2024', exitReason: 'lapse', printed: { exitReason: 'non' } },
      { id: 'b', organisation: 'b', network: 'net', audience: 'internal' },
    ],
    organisations: [{ id: 'a', name: 'A' }],
    observations: [
      observation('public'),
      observation('moves', { indicator: 'staff-movements' }),
      observation('lapsed', { indicator: 'members-left', dimensions: { 'exit-reason': 'lapse' } }),
      observation('private', { audience: 'internal' }),
      observation('open', { indicator: 'staff-movements', audience: 'public' }),
    ],
  });
  return audience ? { ...made, manifest: { ...made.manifest, audience } } : made;
};

const idsOf = (dataset: Dataset, name: 'memberships' | 'movements' | 'observations' | 'organisations') =>
  dataset.collections[name]?.map(({ id }) => id);

describe('a data set for visitors', () => {
  it('lacks movements of staff, reasons for leaving and records that say to be internal', () => {
    const shown = forAudience(data());
    expect(idsOf(shown, 'movements')).toEqual([]);
    expect(idsOf(shown, 'observations')).toEqual(['public', 'open']);
    expect(shown.collections.memberships).toEqual([
      { id: 'a', organisation: 'a', network: 'net', end: '2024', printed: {} },
    ]);
    expect(JSON.stringify(shown.collections)).not.toMatch(/lapse|internal/);
  });

  it('is the whole for an internal page, and the whole stays at hand for what public figures count', () => {
    const whole = data();
    expect(forAudience(whole, 'internal')).toBe(whole);
    const counted = unnarrowed(forAudience(whole));
    expect(idsOf(counted, 'memberships')).toEqual(['a', 'b']);
    expect(idsOf(counted, 'observations')).toEqual(['public', 'moves', 'lapsed', 'open']);
    expect(unnarrowed(whole)).toBe(whole);
  });

  it('hides indicators, collections and fields that its manifest names, and shows what it names public', () => {
    const shown = forAudience(data({ organisations: 'internal', 'members-left': 'internal', movements: 'public' }));
    expect([idsOf(shown, 'organisations'), idsOf(shown, 'movements')]).toEqual([[], ['in']]);
    expect(isHidden(shown, 'members-left')).toBe(true);
    expect(isHidden(shown, 'movements')).toBe(false);
  });

  it('has no measure of an internal indicator, nor one split or kept by an internal field', () => {
    const measure = (indicator: string, more: object = {}) => ({ indicator, period: '2024', ...more });
    const dimensions = [{ id: 'college' }, { id: 'exit-reason' }];
    const measures = {
      format: 'ess-measures/1',
      hashes: {},
      indicators: { 'members-left': { dimensions }, 'staff-movements': { dimensions: [] } },
      measures: [
        measure('members-left'),
        measure('members-left', { by: 'exit-reason' }),
        measure('members-left', { where: 'exit-reason=lapse' }),
        measure('staff-movements'),
      ],
    } as unknown as NonNullable<Dataset['measures']>;
    const { measures: shown } = forAudience({ ...data(), measures });
    expect(shown?.measures).toEqual([measure('members-left')]);
    expect(shown?.indicators).toEqual({ 'members-left': { dimensions: [{ id: 'college' }] } });
  });

  it('is made once, and keeps lists of which nothing is hidden', () => {
    const whole = data();
    const shown = forAudience(whole);
    expect(forAudience(whole)).toBe(shown);
    expect(forAudience(shown)).toBe(shown);
    expect(shown.collections.organisations).toBe(whole.collections.organisations);
    const again = forAudience({ ...whole });
    expect(again.collections.memberships).toBe(shown.collections.memberships);
  });

  it('says whom it is shown to', () => {
    const whole = data();
    expect([whole, forAudience(whole), forAudience(whole, 'internal')].map(audienceOf)).toEqual([
      'internal',
      'public',
      'internal',
    ]);
  });

  it('says which figures it does not show; the whole shows all', () => {
    const figures = [
      { indicator: 'members-left' },
      { indicator: 'members-left', by: 'exit-reason' },
      { indicator: 'members-left', where: 'exit-reason=lapse' },
      { indicator: 'staff-movements' },
    ];
    const whole = data();
    expect(figures.map((figure) => isFigureHidden(forAudience(whole), figure))).toEqual([false, true, true, true]);
    expect(figures.map((figure) => isFigureHidden(whole, figure))).toEqual([false, false, false, false]);
  });

  it('stays internal where it is merged with another', () => {
    const merged = mergeDatasets([data(), data({ organisations: 'internal' })], (href) => href);
    expect(idsOf(forAudience(merged), 'organisations')).toEqual([]);
  });
});

describe('a report for visitors', () => {
  const title = { fr: 'Titre' };
  const checks = { type: 'checks' };
  const moves = { type: 'breakdown', indicator: 'staff-movements', by: 'contract' };
  const report = Report.parse({
    format: 'ess-report/1',
    id: 'r',
    title,
    period: '2024',
    language: 'fr',
    opening: { id: '0', title, blocks: [checks] },
    chapters: [
      {
        id: 'I',
        title,
        sections: [
          { id: 'I.1', title, blocks: [moves], sections: [{ id: 'I.1.a', title, text: title, blocks: [moves] }] },
          { id: 'I.2', title, blocks: [moves, { type: 'table', collection: 'movements' }] },
          {
            id: 'I.3',
            title,
            blocks: [
              { type: 'table', collection: 'memberships', columns: ['organisation', 'exitReason'] },
              { type: 'indicators', figures: [{ indicator: 'members-stock' }, { indicator: 'staff-movements' }] },
              { type: 'trend', indicators: ['staff-movements'] },
            ],
          },
        ],
      },
      { id: 'II', title, sections: [{ id: 'II.1', title, blocks: [moves] }] },
    ],
  });
  const dataset = forAudience(data());

  it('has no finding and no internal block, and no section or chapter is left empty', () => {
    const shown = reportFor(report, { dataset, findings: false });
    expect(shown.opening).toBeUndefined();
    expect(shown.chapters.map(({ id, sections }) => [id, sections.map((section) => section.id)])).toEqual([
      ['I', ['I.1', 'I.3']],
    ]);
    expect(shown.chapters[0]?.sections[0]?.sections[0]).toEqual({ id: 'I.1.a', title, text: title, blocks: [] });
    expect(shown.chapters[0]?.sections[1]?.blocks).toEqual([
      { type: 'table', collection: 'memberships', columns: ['organisation'] },
      { type: 'indicators', figures: [{ indicator: 'members-stock' }] },
    ]);
  });

  it('is the whole one for its author and an internal page', () => {
    expect(reportFor(report, { dataset: data(), findings: true })).toEqual(report);
  });
});
