import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ess } from '../../packages/cli/src/testing/io.ts';
import { openBook } from '../../packages/cli/src/testing/workbook.ts';
import { blocksOf } from './walk.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const guideOf = (file: string): string => readFileSync(path.join(ROOT, 'stories/guides', file), 'utf8');
const guide = guideOf('annee.fr.mdx');
/** The day on which the guide is followed. */
const today = '2026-02-03';

/** Cells that the guide says to fill in: sheet, row, column, value. */
const CELLS = [...guide.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, ...cells]) => cells.map((cell) => cell.replaceAll('\u202f', ' ').trim()))
  .filter(([sheet]) => sheet !== 'feuille');

/** Returns a text without the numbers that any other fact of the published data changes. */
const withoutCounts = (text: string): string =>
  text.trimEnd().replace(/^(?:\d+ collections, \d+ fiches|Sans réponse.*)$/gm, (line) => line.replace(/\d+/g, 'n'));

/** Fills the workbook in as the table of the guide says. */
async function fillIn(file: string, changed: Readonly<Record<string, string>> = {}): Promise<void> {
  const book = await openBook(file);
  let row: { add: Record<string, string>; sheet: string; of: string | null } | null = null;
  const flush = (): void => {
    if (!row) return;
    const sheet = book.sheet(row.sheet);
    if (row.of === null) sheet.add(row.add);
    else sheet.edit(null, row.of, row.add);
  };
  for (const [sheet = '', line = '', column = '', value = ''] of CELLS) {
    if (line === 'en haut') {
      book.sheet(sheet).complete(value);
      continue;
    }
    const of = /^celle de « (.*) »$/.exec(line)?.[1] ?? null;
    if (line !== 'la même') {
      flush();
      row = { add: {}, sheet, of };
    }
    if (row) row.add[column] = changed[`${sheet} ${column} ${value}`] ?? value;
  }
  flush();
  await book.save(file);
}

describe('the guide to a new year', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-year-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has commands that print what it shows, once its table is filled in', async () => {
    const blocks = blocksOf(guide);
    let shown = 0;
    for (const [at, { kind, code }] of blocks.entries()) {
      if (kind !== 'sh') continue;
      const [, line = ''] = /^npx ess-widgets (.*)\n$/.exec(code) ?? [];
      const { status, typeset } = await ess(line, { cwd: folder, today });
      expect([line, status]).toEqual([line, 0]);
      const next = blocks[at + 1];
      if (next?.kind === 'text') {
        expect(withoutCounts(typeset)).toBe(withoutCounts(next.code));
        shown += 1;
      }
      if (line.startsWith('year')) await fillIn(path.join(folder, 'classeur/annee-2025.xlsx'));
    }
    expect([shown, CELLS.length > 20]).toEqual([3, true]);
  }, 90_000);

  it('shows the message of a wrong cell as it is', async () => {
    await ess('year 2025 --from @ess-widgets/bretagne --out faute/classeur', { cwd: folder });
    const cwd = path.join(folder, 'faute');
    await fillIn(path.join(cwd, 'classeur/annee-2025.xlsx'), { 'Événements État tenu': 'tenu' });
    const book = await openBook(path.join(cwd, 'classeur/annee-2025.xlsx'));
    book.sheet('Événements').edit('Titre', 'Forum du réemploi', { État: 'tenue' });
    await book.save(path.join(cwd, 'classeur/annee-2025.xlsx'));
    const { typeset } = await ess('prepare classeur/annee-2025.xlsx --out data-2025', { cwd, today });
    const [message] = blocksOf(guide).filter(({ code }) => code.startsWith('ess-widgets: '));
    expect(typeset).toBe(message?.code);
  }, 60_000);

  it('names every sheet', async () => {
    const book = await openBook(path.join(folder, 'classeur/annee-2025.xlsx'));
    const [, table = ''] = /\| feuille \| ce que vous y écrivez \|\n([^]*?)`}/.exec(guide) ?? [];
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)]
      .flatMap(([, cell = '']) => cell.split(','))
      .map((name) => name.trim());
    expect(named.filter((name) => name !== '---').toSorted()).toEqual([...book.names].toSorted());
  });
});
