/** The list beside the map of every peer: fifty rows, and a button for the next fifty, as ours. */
import type { PagePoint } from '../shared.ts';

const PAGE = 50;

/** Puts the list of these points at the end of `parent`. */
export function list(parent: HTMLElement, points: readonly PagePoint[]): void {
  const rows = document.createElement('ul');
  rows.className = 'list';
  const more = document.createElement('button');
  more.textContent = 'Afficher la suite';
  const add = (): void => {
    const from = rows.childElementCount;
    for (const { name, town } of points.slice(from, from + PAGE)) {
      const row = document.createElement('li');
      const button = document.createElement('button');
      button.textContent = name;
      row.append(button, ` ${town}`);
      rows.append(row);
    }
    more.hidden = rows.childElementCount >= points.length;
  };
  more.addEventListener('click', add);
  add();
  parent.append(rows, more);
}
