/**
 * Tools of the loader for page authors: warnings about names that no widget has, and updates of blocks that an editor or a
 * script changes.
 */

import { EssError } from '@ess-widgets/core';
import { closest } from '@ess-widgets/core/model/closest';
import { adoptStyles, html, render } from 'lit';
import { siteNames } from '../base/checked-names.ts';
import { dom, unnamed } from '../base/dom.ts';
import { EssElement } from '../base/element.ts';
import { EssErrorEvent } from '../base/events.ts';
import { notice } from '../base/frame.ts';
import { nearestLang } from '../base/language.ts';
import { warn } from '../base/warn.ts';
import { details } from '../texts/details.fr.ts';
import { type Localized, loadMessages } from '../texts/texts.ts';

export { warnTaken } from '../base/taken.ts';

const PREFIX = 'ess-';
const KIND = 'data-ess';
/** Time that other code has, after the page is loaded, to define tags that begin as ours do, ms. */
const FOREIGN_CODE_TIMEOUT_MS = 3_000;

/** Messages shown in blocks whose name no widget has. */
const boxes = new WeakMap<Element, HTMLElement>();

/** Warns that the loader is on the page twice, and that the second one does nothing. */
export function warnDuplicateLoader(): void {
  warn('twice', 'ess.js is on the page twice; the first one stays');
}

/** Reports in the console, and inside a block, that there is no such widget, and which ones have a similar name. */
export async function complain(
  element: Element,
  tag: string,
  known: Readonly<Partial<Record<string, unknown>>>,
): Promise<void> {
  const isBlock = element.localName !== tag;
  if (isBlock ? boxes.has(element) : await isOfOthers(tag)) return;
  const box = dom.createElement('div');
  if (isBlock) boxes.set(element, box);
  const m = await loadMessages(nearestLang(element), [details]);
  const name = tag.slice(PREFIX.length);
  const tags = Object.keys(known).filter((one) => one.startsWith(PREFIX));
  const names = tags.map((one) => one.slice(PREFIX.length));
  const near = closest(name, names);
  const written = (one: string): string => (isBlock ? one : PREFIX + one);
  const offered = (near.length > 0 ? near : names).map(written).join(', ');
  const text = m.text(near.length > 0 ? 'configWidgetNear' : 'configWidget', { name: written(name), known: offered });
  const error = new EssError('config', `${isBlock ? `${KIND}="${name}"` : `<${tag}>`}: ${text}`);
  warn(`config/${error.message}`, error.message);
  element.dispatchEvent(new EssErrorEvent(error));
  // The block may have another name by now.
  if (boxes.get(element) === box) show(box, element, text, m);
}

/** Tells whether other code defines a tag that is none of ours, after it has had the time to load. */
async function isOfOthers(tag: string): Promise<boolean> {
  if (dom.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, FOREIGN_CODE_TIMEOUT_MS));
  return customElements.get(tag) !== undefined;
}

/** Shows a message above the content of a block, as a widget shows mistakes in its attributes. */
function show(box: HTMLElement, block: Element, text: string, { lang }: Localized): void {
  const root = box.attachShadow({ mode: 'open' });
  adoptStyles(root, EssElement.styles.flat());
  render(html`<div class="frame" part="frame" dir="ltr" lang=${lang}>${notice('error', text)}</div>`, root);
  block.prepend(box);
}

/**
 * Function that returns the attribute of an element which an attribute of its block sets; undefined where a block may not set
 * it.
 */
type AttributeOf = (name: string) => string | undefined;

/** Names that have been reported, so that the same mistake in many blocks is one line. */
const told = new Set<string>();

/**
 * Warns in one line about the attributes of a block that have no effect, each with the nearest one that has.
 * @param names attributes of the block, `data-ess-…`
 */
export async function warnIneffective(
  element: Element,
  names: readonly string[],
  attributeOf: AttributeOf,
): Promise<void> {
  const untold = names.filter((name) => !told.has(name));
  if (untold.length === 0) return;
  for (const name of untold) told.add(name);
  // The names that an element has are known once its class is defined.
  await customElements.whenDefined(element.localName);
  const { problemOfName, observedNames, warnOfSite } = await import('../base/ignored-attributes.ts');
  const m = await loadMessages(nearestLang(element), [details]);
  const known = [...observedNames(element), 'lang'].filter((name) => attributeOf(`${KIND}-${name}`));
  const own = untold.map((name) => name.slice(KIND.length + 1));
  for (const name of own) if (siteNames.includes(name)) warnOfSite(name);
  const problems = own.flatMap((name) => (siteNames.includes(name) ? [] : problemOfName(name, known, closest)));
  if (problems.length === 0) return;
  const text = `<${element.localName}>: ${problems.map(({ key, params }) => m.text(key, params)).join(' ')}`;
  warn(`config/${text}`, text);
}

/**
 * Applies a change of a block's attributes to its widget.
 * @param visit creates the widget of a block that has another name now
 */
export function follow(
  { target, attributeName, oldValue }: MutationRecord,
  attributeOf: AttributeOf,
  visit: (block: Element) => void,
): void {
  if (!(target instanceof Element) || !attributeName?.startsWith(KIND)) return;
  const { getAttribute, querySelector } = unnamed(() => target);
  const value = getAttribute(attributeName);
  if (value === oldValue) return;
  const widget = (kind: string | null): Element | null =>
    querySelector(`:scope > ${CSS.escape(PREFIX + kind?.trim())}`);
  if (attributeName === KIND) {
    boxes.get(target)?.remove();
    boxes.delete(target);
    const before = widget(oldValue);
    before?.replaceWith(...before.childNodes);
    visit(target);
    return;
  }
  const element = widget(getAttribute(KIND));
  const name = attributeOf(attributeName);
  if (!element) return;
  if (!name) warnIneffective(element, [attributeName], attributeOf).catch(() => undefined);
  else if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value.trim());
}
