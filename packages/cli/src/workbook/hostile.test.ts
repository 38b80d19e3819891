import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOSTILE_WORKBOOKS } from '../../../core/src/testing/hostile-workbooks.ts';
import { temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;

describe('a workbook that asks for far more than a list', () => {
  for (const kind of ['a million empty cells', 'sixty sheets with a far cell', 'a sheet of sixty megabytes']) {
    const file = `${kind.replaceAll(' ', '-')}.xlsx`;
    writeFileSync(path.join(cwd, file), Buffer.from(HOSTILE_WORKBOOKS[kind]?.make() ?? new ArrayBuffer(0)));
    it.each([`prepare ${file} --out out`, `convert ${file} --out out.json`, `check ${file}`])(
      'is refused in the language of the command: %s',
      async (line) => {
        const french = await ess(line, { cwd });
        expect([french.status, french.out + french.err]).toEqual([2, expect.stringContaining('Copiez la liste seule')]);
        const english = await ess(line, { cwd, locale: 'en_GB.UTF-8' });
        expect(english.out + english.err).toContain('Copy the list alone');
        expect(english.out + english.err).not.toContain('Copiez');
      },
    );
  }
});
