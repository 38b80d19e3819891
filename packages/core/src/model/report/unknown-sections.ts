/** Records that name a section which the report does not have. Loaded by commands alone. */
import type { Dataset } from '../dataset.ts';
import type { Finding } from '../finding.ts';
import { plainSection } from '../sections.ts';
import type { SourceRef } from '../source-ref.ts';
import { sectionsOf } from './outline.ts';
import type { Report } from './report-schema.ts';

/** Sections that a record names. */
interface Cited {
  readonly id: string;
  readonly source?: SourceRef | undefined;
  readonly sections?: readonly string[];
}

/**
 * Finds the records that name a section which the report does not have: a link to their source would lead nowhere.
 * Records of another document are left out, because its outline is not known.
 * @returns one finding for each unknown section of a collection, which counts the records that name it
 */
export function unknownSections(report: Report, { manifest, collections }: Dataset): readonly Finding[] {
  const ids = [...report.chapters, ...sectionsOf(report).map(({ section }) => section)].map(({ id }) => id);
  const known = new Set(ids.map(plainSection));
  const [only, ...others] = Object.keys(manifest.documents);
  const document = report.document ?? (others.length === 0 ? only : undefined);
  const groups = new Map<string, { readonly finding: Omit<Finding, 'message'>; readonly records: Set<string> }>();
  for (const [collection, list] of Object.entries(collections)) {
    for (const record of list as readonly Cited[]) {
      const { id, source, sections = [] } = record;
      const own = source?.section !== undefined && source.document === document ? [source.section] : [];
      const cited = [
        ...own.map((found) => ({ found, field: 'source.section' })),
        ...sections.map((found, at) => ({ found, field: `sections.${at}` })),
      ];
      for (const { found, field } of cited) {
        if (known.has(plainSection(found))) continue;
        const where = { collection, id, field, section: found };
        const finding = { rule: 'report-section', severity: 'error', certainty: 'certain', where, found } as const;
        const key = `${collection}/${plainSection(found)}`;
        const group = groups.get(key) ?? { finding, records: new Set() };
        groups.set(key, group);
        group.records.add(id);
      }
    }
  }
  return [...groups.values()].map(({ finding, records }) => citedFinding(finding, [...records]));
}

/** Records that a message names one by one. */
const NAMED = 5;

function citedFinding(finding: Omit<Finding, 'message'>, records: readonly string[]): Finding {
  const { found, where } = finding;
  const names = `${records.slice(0, NAMED).join(', ')}${records.length > NAMED ? '…' : ''}`;
  const count = records.length;
  return {
    ...finding,
    message: {
      fr: `${where.collection}\u202f: ${count > 1 ? `${count} fiches (${names}) citent` : `la fiche «\u202f${names}\u202f» cite`} la section ${found}, que le rapport n’a pas. Corrigez la section.`,
      en: `${where.collection}: ${count > 1 ? `${count} records (${names}) name` : `the record "${names}" names`} section ${found}, which the report does not have. Correct the section.`,
    },
  };
}
