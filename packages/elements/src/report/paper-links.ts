/**
 * Links within a PDF. Chromium writes one for `<a href="#id">` wherever it stands, but looks for where it leads only in the
 * document itself, not in shadow trees, and only for links that stand there: so each title has an empty link to itself in
 * the document, which a slot puts where the title is. They are there while printing only.
 */

/** Id of the title of a section, in the document. */
export const targetId = (section: string): string => `ess-paper-${section}`;

/** Where links to sections lead: the title, what stands for it in the document, and the slot that puts it there. */
export function targetsOf(root: ParentNode): readonly (readonly [Element, HTMLAnchorElement, HTMLSlotElement])[] {
  return [...root.querySelectorAll<HTMLElement>('.chapters [data-section]')].flatMap((section) => {
    const title = section.querySelector(':scope > .heading');
    if (!title) return [];
    const [target, slot] = [document.createElement('a'), document.createElement('slot')];
    target.id = targetId(section.dataset['section'] ?? '');
    target.href = `#${target.id}`;
    target.tabIndex = -1;
    target.slot = target.id;
    slot.name = target.id;
    return [[title, target, slot] as const];
  });
}
