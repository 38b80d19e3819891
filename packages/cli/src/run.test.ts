import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { ess } from './testing/io.ts';

describe('the command', () => {
  it('describes itself and each of its commands, in French or in English', async () => {
    const helps = ['check', 'indicators', 'observations', 'diff', 'schema'].map((name) => `${name} --help`);
    for (const line of ['--help', '-h', ...helps, '--help indicators']) {
      const french = await ess(line);
      const english = await ess(`${line} --lang en`);
      expect([french.status, french.err, english.status, english.err], line).toEqual([0, '', 0, '']);
      expect(french.out, line).toMatch(/^Usage : ess-widgets/);
      expect(english.out, line).toMatch(/^Usage: ess-widgets/);
    }
    expect((await ess('--help')).out).toContain('les indicateurs d’un jeu de données');
    expect((await ess('indicators --help')).out).toContain('--territory <id>');
  });

  it.each([
    '--help',
    'check --help',
    'indicators --help',
    'observations --help',
    'diff --help',
    'schema --help',
    'check packages/bretagne',
    'check packages/bretagne --only nothing',
    'check package.json',
    'observations packages/bretagne --section XII',
    'observations packages/bretagne --section I.1.a',
    'diff packages/bretagne packages/bretagne --period 2023,2024',
    'diff packages/bretagne',
    'schema nothing',
    'compute',
    'indicators',
    'indicators nowhere.json',
    'indicators package.json',
    'indicators packages/bretagne members',
    'indicators packages/bretagne --by colour',
    'indicators packages/bretagne --territory departement-75',
    'indicators packages/bretagne --period 1999 month-events',
  ])('follows French typography: `%s`', async (line) => {
    const { typeset } = await ess(line);
    expect(typeset).toContain('\u202f');
    // The second line of an error may quote the English of the one that found it.
    expect(typeset.split('\n').filter((each) => / [:;?!»]|« |[a-z]'[a-z]/.test(each))).toEqual([]);
  });

  it('keeps every line of its help within a terminal’s width', async () => {
    for (const name of ['', 'check', 'indicators', 'observations', 'diff', 'schema']) {
      for (const lang of ['fr', 'en']) {
        const line = `${name} --help --lang ${lang}`;
        const wide = (await ess(line)).out.split('\n').filter((each) => each.length > 100);
        expect(wide, line).toEqual([]);
      }
    }
  });

  it('without anything asked explains itself on the error output, with status 2', async () => {
    expect(await ess('')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('Usage :') });
  });

  it('says its version', async () => {
    expect(await ess('--version')).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.each([
    ['compute', 'commande inconnue : « compute »'],
    ['indicators --lang de', 'langue inconnue : « de ». Langues : fr, br, en.'],
    ['indicators', 'quel jeu de données ?'],
    ['indicators x.json --colour', 'option inconnue : --colour'],
    ['indicators x.json --lang', '--lang attend une langue : fr, br, en.'],
    ['indicators x.json --lang --json', '--lang attend une langue : fr, br, en.'],
    ['indicators x.json --by', '--by attend une valeur'],
    ['indicators x.json --by --json', '--by attend une valeur'],
    ['indicators x.json --json=yes', '--json n’attend pas de valeur'],
    ['indicators x.json --json --csv', 'pas les deux'],
    ['indicators x.json --period 2024-13', '--period 2024-13 n’est pas une période'],
  ])('refuses `%s` in one line, without a stack', async (line, said) => {
    const { status, out, err } = await ess(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each(['basemap --region 53', 'boundaries --help', 'communes --from x.json --out y.json'])(
    'says in one line that ess-geo has `%s` by now',
    async (line) => {
      const now = `ess-geo ${line.split(' ', 1)[0]}`;
      const [french, english] = [await ess(line), await ess(`${line} --lang en`)];
      expect([french.status, french.out, english.status, english.out]).toEqual([2, '', 2, '']);
      expect(french.err).toMatch(new RegExp(`^ess-widgets: la commande \\w+ s’appelle maintenant « ${now} »\\.\\n$`));
      expect(english.err).toMatch(new RegExp(`^ess-widgets: the command \\w+ is now "${now}"\\.\\n$`));
    },
  );

  it('shows the stack only when asked', async () => {
    expect((await ess('indicators missing.json')).err).not.toMatch(/^\s+at /m);
    expect((await ess('indicators missing.json --debug')).err).toMatch(/^\s+at /m);
  });
});

describe('the language of the terminal', () => {
  it.each([
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'br_FR@euro' }, 'br'],
    [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en' }, 'en'],
    [{ LANG: 'en', LC_MESSAGES: 'fr' }, 'fr'],
    [{ LANG: 'en', LC_ALL: '' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'de_DE' }, 'fr'],
    [{}, 'fr'],
  ])('%o is %s', (env, lang) => {
    expect(languageOf(env)).toBe(lang);
  });

  it('yields to --lang', async () => {
    expect((await ess('--help', { locale: 'en_GB.UTF-8' })).out).toMatch(/^Usage:/);
    expect((await ess('--help --lang fr', { locale: 'en_GB.UTF-8' })).out).toMatch(/^Usage :/);
    expect((await ess('nothing', { locale: 'en_GB.UTF-8' })).err).toContain('unknown command "nothing"');
  });
});
