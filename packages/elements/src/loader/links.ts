/**
 * Links that become widgets, `a[data-ess-embed]`: to the page of a frame, or to the page of a figure, whose `oembed.json` names its
 * frame. Such a link is a block: it names its own data and what its widget shows. Pages without one do not load this.
 */
import { readSourcesFile } from '@ess-widgets/core/data';
import { addressOf, checkReach } from '@ess-widgets/core/reading';
import { dom } from '../base/dom.ts';
import { pageClient } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { framedIn } from './framed.ts';

type AttributeOf = (name: string) => string | undefined;

const seen = new WeakSet<Element>();

/** Puts a block in the place of a link, with the link inside. Where it leads to no widget it stays a link, and the author is told why. */
export async function embedLink(link: Element, attributeOf: AttributeOf): Promise<void> {
  if (!(link instanceof HTMLAnchorElement) || seen.has(link)) return;
  seen.add(link);
  try {
    const block = await blockOf(link, attributeOf);
    // The block is found as any other that a page adds.
    link.replaceWith(block);
    block.append(link);
    link.removeAttribute('data-ess-embed');
  } catch (error) {
    warn(`config/${link.href}`, `a[data-ess-embed]: ${link.href} stays a link. ${String(error)}`);
  }
}

/** @throws Error where an address leads to no widget, or to data that a link may not name */
async function blockOf(link: HTMLAnchorElement, attributeOf: AttributeOf): Promise<HTMLElement> {
  const frame = await frameAt(link);
  const framed = framedIn(frame.search, attributeOf);
  if (!framed) throw new TypeError('It names no widget, or no source');
  const { widget, source, attributes } = framed;
  const inFolder = (name: string): string => addressOf(`../../${name}`, frame.href);
  const data = source ? await sourceAt(inFolder('sources.json'), source) : { src: inFolder('data/manifest.json') };
  const block = dom.createElement('div');
  for (const [name, value] of Object.entries({ ...attributes, ...data })) block.setAttribute(`data-ess-${name}`, value);
  block.dataset['ess'] = widget;
  return block;
}

/** Returns the address of a frame page: the link's own, or the one that the page of a figure says beside it. */
async function frameAt(link: HTMLAnchorElement): Promise<HTMLAnchorElement> {
  if (/\/atelier\/embed\.html$/.test(link.pathname)) return link;
  if (!/\/f\/[^/]+\/$/.test(link.pathname)) throw new TypeError('It is the page of no widget');
  return pageClient().file(
    addressOf('oembed.json', link.href),
    async (text, _from, reach) => {
      const { frame } = JSON.parse(text) as { readonly frame: string };
      // What a file names is data's: it lies at the origin of the file, or on a host that the site lists.
      await checkReach(frame, 'data', reach);
      return Object.assign(dom.createElement('a'), { href: frame });
    },
    { author: 'block' },
  );
}

/** Returns the addresses of a source that the folder of a frame names. */
const sourceAt = (file: string, name: string): Promise<Readonly<Record<string, string>>> =>
  pageClient().file(
    file,
    async (text, from, reach) => {
      const found = readSourcesFile(JSON.parse(text), from).sources.find((each) => each.name === name);
      if (!found) throw new TypeError(`Its folder has no source "${name}"`);
      const { src, format } = found;
      await Promise.all(src.split(' ').map((address) => checkReach(address, 'data', reach)));
      return { src, ...(format ? { format } : {}) };
    },
    { author: 'block' },
  );
