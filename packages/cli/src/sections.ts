import type { SourceRef } from '@ess-widgets/core/model';

/** Whether a section lies in a chapter or is it: `I.1.a` lies in `I.1` and in `I`, not in `I.1.b` nor in `II`. */
export function isInSection(section: string | undefined, chapter: string): boolean {
  const asked = chapter.replace(/\.$/, '').toLowerCase();
  const given = section?.toLowerCase();
  return given === asked || given?.startsWith(`${asked}.`) === true;
}

/** Sections that sources name, each once, in the order of a table of contents. */
export function sectionsOf(sources: readonly SourceRef[]): readonly string[] {
  const named = new Set(sources.flatMap(({ section }) => section ?? []));
  return [...named].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
