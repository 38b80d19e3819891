/** The fonts of the tests' browser: what is measured must not follow those of the machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../scripts/site/browser.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ess-fonts-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => {
  const font = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  return `url(data:font/ttf;base64,${readFileSync(font).toString('base64')})`;
};

it('has the fonts of the package where the machine has none', async () => {
  const none = path.join(folder, 'fonts.conf');
  writeFileSync(none, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>');
  vi.stubEnv('FONTCONFIG_FILE', none);
  const browser = await openBrowser();
  const page = await browser.newPage();
  const widths = (fonts: readonly string[]): Promise<readonly number[]> =>
    page.evaluate(
      (fonts) =>
        fonts.map((font) => {
          const context = document.createElement('canvas').getContext('2d');
          if (context) context.font = font;
          return context?.measureText('117 adhérents du réseau, œuvre à « 12 345 »').width ?? 0;
        }),
      fonts,
    );
  const families = ['sans-serif', 'system-ui', '"Segoe UI", Verdana', 'serif', 'monospace'];
  const drawn = await widths(families.map((family) => `20px ${family}`));
  await page.evaluate(
    async (fonts) => {
      for (const [name, source] of Object.entries(fonts)) document.fonts.add(await new FontFace(name, source).load());
    },
    { Sans: file('DejaVuSans'), Serif: file('DejaVuSerif'), Mono: file('DejaVuSansMono') },
  );
  const own = await widths(['Sans', 'Sans', 'Sans', 'Serif', 'Mono'].map((name) => `20px ${name}`));
  await browser.close();
  expect(own.every((width) => width > 0)).toBe(true);
  // Other systems find their fonts without fontconfig.
  if (process.platform === 'linux') expect(drawn).toEqual(own);
});
