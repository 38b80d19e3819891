/** One stop of the Tab key for all marks of a chart: arrow keys go from one to the next. */

/** Returns the `tabindex` of a mark by its place: the first is the stop until the focus has moved. */
export const rovingIndex = (at: number): number => (at ? -1 : 0);

/** Moves the focus among the children of a list, and leaves the stop where it is. */
export const moveFocus = (event: KeyboardEvent): void =>
  moveAmong(event, [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[tabindex]')]);

/** Moves the focus among some marks, as an arrow key says. */
export function moveAmong(event: KeyboardEvent, marks: readonly HTMLElement[]): void {
  const at = marks.findIndex((mark) => mark.contains(event.target as Node));
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: marks.length - 1,
  };
  const next = marks[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  for (const mark of marks) mark.tabIndex = mark === next ? 0 : -1;
  next.focus();
}
