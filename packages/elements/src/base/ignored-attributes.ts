/**
 * Warnings about attributes without effect. They are for the console alone, since the element shows the right thing without
 * them.
 */
import type { closest as findClosest } from '@ess-widgets/core/model/closest';
import { type Localized, languages, loadMessages } from '../texts/texts.ts';
import type { AttributeType, WarningPlace } from './attributes.ts';
import { joinedNames } from './checked-names.ts';
import { knownValues } from './known-values.ts';
import { nearestLang } from './language.ts';
import type { ConfigProblem } from './measure-controller.ts';
import { warn } from './warn.ts';

type Closest = typeof findClosest;
/** Pattern of a name as a person writes one. Names that frameworks and browser extensions add contain other signs. */
const WRITTEN = /^\p{L}+$/u;
/** Attributes that every element of HTML may have without a property of that name, and the mark of a still, which is the loader’s. */
const GLOBAL = /^(?:class|is|exportparts|item(?:id|prop|ref|scope|type)|still|xmlns)$/;

/** Warns in the console about each attribute of an element that has no effect. */
export async function warnIgnoredAttributes(element: Element): Promise<void> {
  const problems = [...wrongValues(element, 'console'), ...(await names(element))];
  if (problems.length === 0) return;
  const { details } = await import('../texts/details.fr.ts');
  const m: Localized = await loadMessages(nearestLang(element), [details]);
  for (const { key, params } of problems) {
    const text = `<${element.localName}>: ${m.text(key, params)}`;
    warn(`config/${text}`, text);
  }
}

/** Warns of an attribute that the site alone sets, and that somebody wrote elsewhere. */
export const warnOfSite = (name: string): void =>
  warn(
    `config/${name}`,
    `${name}="…" of a post has no effect: the site alone sets it, by data-${name} on the tag of ess.js`,
  );

/** Returns the names of the attributes that an element observes; none before its class is defined. */
export const observedNames = (element: Element): readonly string[] => {
  const type = customElements.get(element.localName);
  return type && 'observedAttributes' in type ? (type.observedAttributes as readonly string[]) : [];
};

/** Returns a problem for each attribute with a value that is not known, of those that are reported in one place. */
export function wrongValues(element: Element, place: WarningPlace): readonly ConfigProblem[] {
  const rows = { ...knownValues['*'], ...knownValues[element.localName] };
  return Object.entries(rows).flatMap(([name, [check, type, values]]) => {
    // A script or a framework sets the property, which also follows the attribute.
    const property = name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase());
    const text = String(Reflect.get(element, property) ?? '').trim();
    if (check !== place || !text) return [];
    const known = values.split(' ');
    const value = (type === 'list' ? text.split(/\s+/) : [text]).find((word) => !isKnown(word, type, known));
    if (value === undefined) return [];
    const problem = { key: 'configValue', params: { name, value, known: known.join(', ') } } as const;
    return type === 'choice' ? { ...problem, hasDefault: true } : problem;
  });
}

function isKnown(word: string, type: AttributeType, known: readonly string[]): boolean {
  if (type === 'duration') return /^(?:off|\d+\s*[smh]?)$/.test(word);
  // A language may name its region: `fr-FR`.
  const lang = word.toLowerCase().split(/\W/, 1)[0] ?? '';
  return type === 'language' ? known.includes(lang) || languages.has(lang) : known.includes(word);
}

async function names(element: Element): Promise<readonly ConfigProblem[]> {
  const known = observedNames(element);
  // Properties are written otherwise than their attributes: `tabIndex`.
  const properties = new Set<string>();
  for (const property in element) properties.add(property.toLowerCase());
  const isMeant = (name: string): boolean =>
    known.includes(name) ||
    properties.has(name) ||
    GLOBAL.test(name) ||
    !(WRITTEN.test(name) || joinedNames.includes(name));
  const mistyped = element.getAttributeNames().filter((name) => !isMeant(name));
  if (mistyped.length === 0) return [];
  // Nearly no page makes one.
  const { closest } = await import('@ess-widgets/core/model/closest');
  return mistyped.map((name) => problemOfName(name, known, closest));
}

/** Returns the problem of an unknown attribute name. It lists the nearest known names, or all of them if none is near. */
export function problemOfName(name: string, known: readonly string[], closest: Closest): ConfigProblem {
  const near = closest(name, known);
  const offered = (near.length > 0 ? near : known).join(', ');
  return { key: near.length > 0 ? 'configAttributeNear' : 'configAttribute', params: { name, known: offered } };
}
