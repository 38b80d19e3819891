import type { Measure } from '@ess-widgets/core/model';
import { addressesOf } from '../data-controller.ts';
import { pageDefaults } from '../defaults.ts';
import { fullTitle } from './full-title.ts';
import type { Shown } from './source-card.ts';

/** Attributes that are not copied: `src` is written separately, and the others belong to the page. */
const LEFT_OUT: ReadonlySet<string> = new Set(['src', 'lang', 'heading-level']);

type Attributes = readonly (readonly [name: string, value: string])[];

/** A widget that another page may show. */
export interface Embedded {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Addresses of the data, separated by spaces; empty where they have none. */
  readonly src: string;
}

/** Returns the attributes that a page has set on an element. */
function attributesOf(host: HTMLElement): Attributes {
  const { observedAttributes } = host.constructor as typeof HTMLElement & { observedAttributes: readonly string[] };
  return observedAttributes.flatMap((name) => {
    const value = host.getAttribute(name);
    return value === null || LEFT_OUT.has(name) ? [] : [[name, value] as const];
  });
}

/** Returns the attributes that make an element show a measure. */
const naming = ({ indicator, period, where, territory }: Measure): Attributes =>
  Object.entries({ indicator, period, where, territory }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );

/**
 * Returns the widget that shows a figure, or data, here, for another page: its attributes, and the values that it has from its
 * provider or from the page.
 */
export function embedded({ card, m, measure, texts }: Pick<Shown, 'card' | 'm'> & Partial<Shown>): Embedded {
  const { host } = card;
  const from = host.provider.value;
  const titled = (heading: string): string => (texts ? fullTitle({ card, texts, m }, heading) : heading);
  const given = (card.of && measure ? naming(measure) : attributesOf(host)).map(
    ([name, value]) => [name, name === 'heading' ? titled(value) : value] as const,
  );
  // Data that the page hands over have no address, and that of the page is not theirs.
  const picked = !host.src && from?.data ? null : host.picked;
  const theme = from?.theme || pageDefaults.theme;
  const inherited = {
    ...host.requestedScope(),
    ...(theme ? { theme } : {}),
    ...(from?.evidence ? { evidence: from.evidence } : {}),
    ...(from?.look ? { look: from.look } : {}),
    ...(picked?.format ? { format: picked.format } : {}),
  };
  const others = Object.entries(inherited).filter(([name]) => !given.some(([own]) => own === name));
  const lang = m.lang === 'fr' ? [] : [['lang', m.lang] as const];
  return {
    tag: card.of?.tag ?? host.localName,
    attributes: [...given, ...others, ...lang],
    src: addressesOf(picked?.src ?? '').join(' '),
  };
}
