/** What an element passes over of its attributes: said in the console alone, since what its visitor reads is right without it. */
import type { closest as findClosest } from '@ess-widgets/core/checks/closest';
import type { EssAttributeNames } from '../attributes.ts';
import { type Localized, loadMessages, type MessageLang } from '../texts/texts.ts';
import { nearestLang } from './language.ts';
import type { ConfigProblem } from './measure-controller.ts';
import { warn } from './warn.ts';

const LANGUAGES: Readonly<Record<MessageLang, true>> = { fr: true, br: true, en: true };
const DURATION = { form: /^(?:off|\d+\s*[smh]?)$/, known: 'off, 30s, 5m, 1h' };
type Closest = typeof findClosest;
/** What changes how any element looks or asks, and nothing of what it says. */
const MANNERS: Readonly<Record<string, { readonly form: RegExp; readonly known: string }>> = {
  theme: { form: /^(?:light|dark|auto)$/, known: 'light, dark, auto' },
  'heading-level': { form: /^(?:[2-6]|none)$/, known: '2, 3, 4, 5, 6, none' },
  refresh: DURATION,
  'max-age': DURATION,
  lang: {
    form: new RegExp(`^(?:${Object.keys(LANGUAGES).join('|')})\\b`, 'i'),
    known: Object.keys(LANGUAGES).join(', '),
  },
};
/** A name as a person writes one: those that frameworks and extensions of the browser leave have signs. */
const WRITTEN = /^\p{L}+$/u;
/** Ours that have signs: on an element that has none of that name they are a mistake all the same. */
const JOINED: Readonly<Record<Extract<EssAttributeNames[keyof EssAttributeNames], `${string}-${string}`>, true>> = {
  'heading-level': true,
  'max-age': true,
  'max-bytes': true,
  'tiles-consent': true,
  'url-state': true,
};
/** Attributes of any element of HTML that it has no property for. */
const GLOBAL = /^(?:class|is|exportparts|item(?:id|prop|ref|scope|type)|xmlns)$/;

/** Says each attribute of an element that has no effect. */
export async function sayPassedOver(element: Element): Promise<void> {
  const problems = [...manners(element), ...(await names(element))];
  if (problems.length === 0) return;
  const m: Localized = await loadMessages(nearestLang(element), ['details']);
  for (const { key, params } of problems) {
    const text = `<${element.localName}>: ${m.text(key, params)}`;
    warn(`config/${text}`, text);
  }
}

/** The attributes that an element has; none before its code is there. */
export const namesOf = (element: Element): readonly string[] => {
  const type = customElements.get(element.localName);
  return type && 'observedAttributes' in type ? (type.observedAttributes as readonly string[]) : [];
};

function manners(element: Element): readonly ConfigProblem[] {
  return Object.entries(MANNERS).flatMap(([name, { form, known }]) => {
    const value = element.getAttribute(name)?.trim();
    return !value || form.test(value) ? [] : { key: 'configValue', params: { name, value, known } };
  });
}

async function names(element: Element): Promise<readonly ConfigProblem[]> {
  const known = namesOf(element);
  // Properties are written otherwise than their attributes: `tabIndex`.
  const properties = new Set<string>();
  for (const property in element) properties.add(property.toLowerCase());
  const isMeant = (name: string): boolean =>
    known.includes(name) ||
    properties.has(name) ||
    GLOBAL.test(name) ||
    !(WRITTEN.test(name) || Object.hasOwn(JOINED, name));
  const mistyped = element.getAttributeNames().filter((name) => !isMeant(name));
  if (mistyped.length === 0) return [];
  // Nearly no page makes one.
  const { closest } = await import('@ess-widgets/core/checks/closest');
  return mistyped.map((name) => problemOfName(name, known, closest));
}

/** What is said of a name that is none of those known. */
export function problemOfName(name: string, known: readonly string[], closest: Closest): ConfigProblem {
  const near = closest(name, known);
  const offered = (near.length > 0 ? near : known).join(', ');
  return { key: near.length > 0 ? 'configAttributeNear' : 'configAttribute', params: { name, known: offered } };
}
