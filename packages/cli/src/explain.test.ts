import { EssError } from '@ess-widgets/core';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

describe('a file that may not be read', () => {
  const refused = new EssError('http', 'file:///data/x.json answered 403.', {
    url: 'file:///data/x.json',
    status: 403,
  });

  it('is told without a server', () => {
    expect(explain(refused, 'fr', '/data')).toBe('lecture refusée\u202f: x.json (vérifiez vos droits sur ce fichier)');
    expect(explain(refused, 'en', '/data')).toBe('not allowed to read x.json (check your rights to this file)');
  });
});

describe('a workbook given as data', () => {
  const workbook = new EssError(
    'format',
    'file:///data/x.xlsx is a workbook (xlsx, ods) or an archive: save the sheet as CSV (UTF-8) first.',
    { url: 'file:///data/x.xlsx' },
  );

  it.each([
    ['fr', 'x.xlsx est un classeur (xlsx, ods) ou une archive\u202f: enregistrez d’abord la feuille en CSV (UTF-8).'],
    ['br', 'x.xlsx zo ul levr taolennoù (xlsx, ods) pe un diell\u202f: enrollit ar follenn e CSV (UTF-8) da gentañ.'],
    ['en', 'x.xlsx is a workbook (xlsx, ods) or an archive: save the sheet as CSV (UTF-8) first.'],
  ] as const)('is told in %s to be one, with what to do', (lang, text) => {
    expect(explain(workbook, lang, '/data')).toBe(text);
  });
});

describe('a JSON of another kind given as data', () => {
  const url = 'file:///data/x.json';
  const said = (message: string): string =>
    explain(new EssError('config', `${url} ${message}`, { url }), 'fr', '/data');

  it('is told to be that, with what to do', () => {
    const outlines = ', or give its outlines to a map by "boundaries".';
    expect(said(`is TopoJSON, which is not read: export its members as CSV (UTF-8)${outlines}`)).toBe(
      'x.json est du TopoJSON, qui n’est pas lu\u202f: exportez ses adhérents en CSV (UTF-8), ou donnez ses contours à une carte par «\u202fboundaries\u202f».',
    );
  });
});
