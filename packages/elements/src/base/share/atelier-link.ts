/** The address of the Atelier at the step that says where a widget is pasted. */
import { resolveHref } from '@ess-widgets/core/reading';
import type { Embedded } from '../card/embedded.ts';
import { pageDefaults } from '../defaults.ts';
import { dom } from '../dom.ts';

/** Attributes that the Atelier asks nobody: they belong to the source and to the page. */
const OWN_PAGE: ReadonlySet<string> = new Set(['format', 'refresh', 'max-age', 'url-state', 'upgrade', 'source']);

/**
 * Returns the address, with what the widget shows in its fragment, which no server sees; null where the site has no Atelier. A
 * secret address of data stays on this page.
 */
export async function atelierLink({ tag, attributes, src }: Embedded): Promise<string | null> {
  const { loader, atelier } = pageDefaults;
  if (!loader || atelier === 'off') return null;
  const page = atelier ? resolveHref(atelier, dom.baseURI) : resolveHref('atelier/', loader);
  if (typeof page !== 'string') return null;
  const { secrecyOf } = await import('@ess-widgets/core/data/address');
  const address = resolveHref(src, dom.baseURI);
  const isOne = typeof address === 'string' && !/\s/.test(src);
  const isOpen = isOne && secrecyOf(Object.assign(dom.createElement('a'), { href: address })) === null;
  const isCress = address === resolveHref('../data/manifest.json', loader);
  const said = [
    ...(isOpen ? [['from', isCress ? 'cress' : address]] : []),
    ['widget', tag.replace('ess-', '')],
    ...attributes.filter(([name]) => !OWN_PAGE.has(name)).map((pair) => [...pair]),
    ['step', 'place'],
  ];
  return `${page}#${new URLSearchParams(said)}`;
}
