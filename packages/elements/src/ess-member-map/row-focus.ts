/** Rows of a list, the lines that open among them. */
const STOPS = 'button.name, summary';

/**
 * Makes a list beside a map one stop of the Tab key, whose arrows, Home and End go from row to row: fifty rows do not stand between a
 * keyboard and what follows them. What a row has opened is reached by Tab.
 */
export class RowFocus {
  /** The row that had the focus last. */
  #current: HTMLElement | null = null;

  /** Leaves one stop, when the list is drawn. */
  draw(list: HTMLElement | null): void {
    if (!list) return;
    const rows = rowsOf(list);
    const current = rows.find((row) => row === this.#current) ?? rows[0];
    for (const row of list.querySelectorAll<HTMLElement>(STOPS)) {
      const index = row === current ? 0 : -1;
      if (row.tabIndex !== index) row.tabIndex = index;
    }
  }

  readonly onFocus = ({ target, currentTarget }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || !target.matches(STOPS)) return;
    this.#current = target;
    this.draw(currentTarget as HTMLElement);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const rows = rowsOf(event.currentTarget as HTMLElement);
    const here = rows.indexOf(event.target as HTMLElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const row = here < 0 ? undefined : rows[to[event.key] ?? -1];
    if (!row) return;
    event.preventDefault();
    row.focus();
  };
}

/** Tells whether a row is seen: what is closed hides all but its own line. */
function isSeen(row: HTMLElement): boolean {
  const closed = row.closest('details:not([open])');
  const isItsLine = closed !== null && row.matches('summary') && closed === row.parentElement;
  return !(isItsLine ? closed.parentElement?.closest('details:not([open])') : closed);
}

const rowsOf = (list: HTMLElement): readonly HTMLElement[] =>
  [...list.querySelectorAll<HTMLElement>(STOPS)].filter(isSeen);
