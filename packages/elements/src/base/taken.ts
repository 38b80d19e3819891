import { takenNames } from './dom.ts';
import { warn } from './warn.ts';

/** Tells why an element cannot be drawn: names in markup hide what Lit draws with. @throws the error where none does */
export function tellTaken(localName: string, error: unknown): void {
  const taken = takenNames();
  if (taken.length === 0) throw error;
  warn(
    'names',
    `<${localName}> cannot be drawn: an element of the page has the name or id ${taken.join(', ')}. Rename it`,
  );
}
