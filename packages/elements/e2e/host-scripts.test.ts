/** Scripts of the page around the widgets, and of the browser, that change what others rely on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, texts, visitor } from './support/visit.ts';

const site = useSite();
const FIGURE = '<ess-indicator indicator="members-stock"></ess-indicator>';
let host: Host;

beforeAll(async () => {
  host = await openHost({ pages: { '/': pageOf(`${FIGURE}<ess-member-map></ess-member-map>`, LOADER) } });
});
afterAll(() => host?.close());

/** As Prototype.js up to 1.6 does: lists and texts are written by the library, so that JSON has them as texts. */
function extendLists(): void {
  Object.defineProperty(Array.prototype, 'toJSON', {
    configurable: true,
    value(this: readonly unknown[]) {
      return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
    },
  });
}

describe('a page whose library', () => {
  it('has lists written as texts in JSON shows its figures', async () => {
    const visit = await visitor(site.browser);
    await visit.page.addInitScript(extendLists);
    await goTo(visit.page, host.url);
    expect(await states(visit.page)).toEqual(['ess-indicator ready', 'ess-member-map ready']);
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
