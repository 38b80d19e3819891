import { describe, expect, it } from 'vitest';
import { violations } from '../../packages/elements/e2e/support/axe.ts';
import { useSite } from '../../packages/elements/e2e/support/site.ts';
import { settled, useStills, visitor } from '../../packages/elements/e2e/support/visit.ts';

const site = useSite();
/** Background and colour of the page, and those of its widget or of the still of it. Runs in the page. */
const colours = (): readonly (readonly [ground: string, ink: string])[] => {
  const shown = document.querySelector('[data-ess] > .ess-still, [data-ess] > * > .ess-still');
  const frame = document.querySelector('[data-ess] > *')?.shadowRoot?.querySelector('.frame');
  return [document.body, frame ?? shown ?? document.documentElement].map((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return [backgroundColor, color];
  });
};

describe.each([
  'member-map.fr',
  'indicator.members-stock.fr',
  'event-agenda.fr',
  'breakdown.by-college.members-stock.fr',
])('the page of %s', (key) => {
  it.each(['light', 'dark'] as const)(
    'is %s as the visitor asks for, its still and its widget too',
    async (colorScheme) => {
      const asked = colorScheme === 'dark';
      for (const javaScriptEnabled of [false, true]) {
        const { page, complaints, close } = await visitor(site.browser, {
          colorScheme,
          javaScriptEnabled,
          viewport: { width: asked ? 360 : 1200, height: 900 },
        });
        await page.goto(`${site.url}f/${key}/`);
        if (javaScriptEnabled) {
          await useStills(page);
          await page.locator('[data-ess] > :state(ready)').waitFor();
          await settled(page);
        }
        const [own = ['', ''], widget = ['', '']] = await page.evaluate(colours);
        const isDark = (colour: string) => Number(/\d+/.exec(colour)?.[0]) < 40;
        expect([isDark(own[0]), isDark(own[1])]).toEqual([asked, !asked]);
        // A figure of one number has no ground of its own in the light.
        expect([own[0], 'rgba(0, 0, 0, 0)']).toContain(widget[0]);
        expect(widget[1]).toBe(own[1]);
        if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await close();
      }
    },
  );
});
