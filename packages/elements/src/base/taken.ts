import { takenNames } from './taken-names.ts';
import { warn } from './warn.ts';

/** Tells why an element cannot be drawn: names in markup hide what Lit draws with. @throws the error where none does */
export function warnTakenNames(localName: string, error: unknown): void {
  const taken = takenNames();
  if (taken.length === 0) throw error;
  warn(
    'names',
    `<${localName}> cannot be drawn: an element of the page has the name or id ${taken.join(', ')}. Rename it`,
  );
}

/**
 * Warns that what was there first has a name of ours: a copy of ess-widgets, or an element of another script, which then shows
 * nothing of ours.
 */
export function warnTaken(tag: string, isOurs = false): void {
  if (isOurs) warn('twice', `<${tag}> is already defined by another copy of ess-widgets; the first one stays`);
  else
    warn(
      `taken/${tag}`,
      `<${tag}> is defined by another script of this page, and is none of ess-widgets: rename that one`,
    );
}
