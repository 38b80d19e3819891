/** Runs in the page of the report: the same words, tables and drawings as HTML that needs no script. */

/** Returns the report as plain HTML, every section open, the shadow roots gone. */
export function stillOf(selector: string): string {
  const KEPT = new Set(
    'section h1 h2 h3 h4 h5 h6 p ul ol li table caption thead tbody tr th td details summary a strong em section figure figcaption button input dl dt dd nav'.split(
      ' ',
    ),
  );
  const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const attributesOf = (element: Element): string => {
    const href = element.getAttribute('href');
    const id = element.id || element.closest('[data-section]')?.getAttribute('data-section');
    const own = [href ? ` href="${href}"` : '', element.localName === 'section' && id ? ` id="${id}"` : ''];
    return [...own, element.localName === 'input' ? ' type="search" aria-label="Chercher"' : ''].join('');
  };
  const write = (node: Node): string => {
    if (node instanceof Text) return escaped(node.data.replace(/\s+/g, ' '));
    if (!(node instanceof Element)) return '';
    if (node instanceof SVGElement) return node.outerHTML.replace(/<!--.*?-->/g, '');
    const { localName } = node;
    if (['style', 'script', 'template', 'link'].includes(localName)) return '';
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const inside = (assigned.length > 0 ? assigned : [...(node.shadowRoot ?? node).childNodes]).map(write).join('');
    if (localName === 'input') return `<input${attributesOf(node)}>`;
    if (node.part.contains('value')) return `<strong class="value">${inside}</strong>`;
    return KEPT.has(localName) ? `<${localName}${attributesOf(node)}>${inside}</${localName}>` : inside;
  };
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return write(found);
}

/**
 * Counts the sections of the report that do not show their content yet, its maps excepted: they wait until a reader
 * comes near.
 */
export function unread(selector: string): number {
  const root = document.querySelector(selector)?.shadowRoot;
  return root ? root.querySelectorAll('.room:not(.map)').length : 1;
}

/** Opens all that can be opened, in a report or in its still. */
export function openAll(selector: string): void {
  const root = document.querySelector(selector)?.shadowRoot ?? document;
  for (const details of root.querySelectorAll('details')) details.open = true;
}
