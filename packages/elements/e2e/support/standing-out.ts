import type { Page } from 'playwright-core';

/**
 * Returns the elements that extend past the sides of the page, through shadow roots, where nothing that scrolls or cuts
 * holds them.
 */
export const standingOut = (page: Page): Promise<readonly string[]> =>
  page.locator('html').evaluate((html) => {
    const found = (parent: ParentNode): readonly string[] =>
      [...parent.children].flatMap((each) => {
        if (each !== document.body && getComputedStyle(each).overflowX !== 'visible') return [];
        const { left, right, width } = each.getBoundingClientRect();
        const isOut = width > 0 && (left < -1 || right > html.clientWidth + 1);
        const name = `${each.localName}.${each.classList} ${Math.round(left)}–${Math.round(right)}`;
        return [...(isOut ? [name] : []), ...found(each), ...(each.shadowRoot ? found(each.shadowRoot) : [])];
      });
    return [...(html.scrollWidth > html.clientWidth ? [`scrolls to ${html.scrollWidth}`] : []), ...found(html)];
  });
