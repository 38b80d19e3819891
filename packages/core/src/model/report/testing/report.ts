import * as z from 'zod/mini';
import type { Block } from '../block.ts';
import { Report } from '../report-schema.ts';
import { Section } from '../section.ts';

/** Returns a section as read: with its lists. */
export const section = (id: string, more: object = {}): Section =>
  z.parse(Section, { id, title: { fr: `Section ${id}` }, ...more });

/** Returns a report with one chapter `I` of these sections. */
export const reportOf = (sections: readonly Section[], more: object = {}): Report =>
  z.parse(Report, {
    format: 'ess-report/1',
    id: 'small',
    title: { fr: 'Rapport' },
    period: '2024',
    language: 'fr',
    chapters: [{ id: 'I', title: { fr: 'Mouvement', en: 'Movement' }, sections }],
    ...more,
  });

/** Returns a block that shows figures. */
export const figures = (...indicators: readonly string[]): Block => ({
  type: 'indicators',
  figures: indicators.map((indicator) => ({ indicator })),
});
