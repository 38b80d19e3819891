/** Start of every page of a peer. The harness sets the folder of its data on the root element. */

/** Returns the address of the data of this page. */
export const folder = (): URL => new URL(document.documentElement.dataset['folder'] ?? '/', location.href);

/** Reads a file of the data of this page. */
export async function read<T>(file: string): Promise<T> {
  const response = await fetch(new URL(file, folder()));
  return (await response.json()) as T;
}

/** Returns the box that the page draws in. */
export function box(): HTMLElement {
  const found = document.querySelector<HTMLElement>('#box');
  if (!found) throw new Error('the page has no #box');
  return found;
}

/** Says that a canvas is drawn: nothing of it can be found in the document. */
export function markDrawn(): void {
  document.documentElement.dataset['drawn'] = '';
}

/** One bar: a collège and its members. */
export interface CollegeMembers {
  readonly label: string;
  readonly value: number;
}

/** One point of a map. */
export interface PagePoint {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly lon: number;
  readonly lat: number;
  readonly college: string;
}

/** One event to come. */
export interface PageEvent {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly place: string;
}
