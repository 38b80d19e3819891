import { describe, expect, it } from 'vitest';
import { essGeo } from './testing/ess-geo.ts';

describe('the command', () => {
  it('describes itself and its commands, in French or in English', async () => {
    for (const line of ['--help', 'basemap --help', 'boundaries --help', 'communes --help']) {
      const [french, english] = [await essGeo(line), await essGeo(`${line} --lang en`)];
      expect([french.status, french.err, english.status, english.err], line).toEqual([0, '', 0, '']);
      expect(french.out, line).toMatch(/^Usage : ess-geo/);
      expect(english.out, line).toMatch(/^Usage: ess-geo/);
    }
    expect((await essGeo('--help')).out).toContain('les contours des territoires d’une région');
  });

  it('says its version, and which commands there are', async () => {
    expect(await essGeo('--version')).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const { status, err } = await essGeo('check data');
    expect([status, err]).toEqual([
      2,
      'ess-geo: commande inconnue : « check ». Commandes : basemap, boundaries, communes.\n',
    ]);
  });
});
