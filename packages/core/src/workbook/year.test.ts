import { describe, expect, it } from 'vitest';
import { collectionNames } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { fileText } from '../prepare/bytes.ts';
import { prepare } from '../prepare/prepare.ts';
import { catalogue } from '../testing/bretagne.ts';
import { readYearBook, type YearBook } from './book.ts';
import { newWorkbook, readYear, settingsIn, yearMismatch } from './year.ts';

const EVENT = { id: 'bal', title: { fr: 'Bal' }, date: '2024-06-18', status: 'held' };
const records = { events: [EVENT], organisations: [{ id: 'a', name: 'A', position: null }] };
const dataset = { ...makeDataset(records, { periods: ['2024'] }), catalogue };
const last = {
  dataset,
  records: collectionNames.flatMap((name) => {
    const list = records[name as keyof typeof records];
    return list ? [[name, list] as const] : [];
  }),
  table: null,
  report: null,
};
const TODAY = '2026-02-03';

async function book(): Promise<YearBook> {
  const [file] = await newWorkbook(last, '2025', 'data/');
  return readYearBook(file.bytes as Uint8Array, file.name);
}

/** Returns the workbook with another row at the end of a sheet, by headings. */
function typed({ grids }: YearBook, sheet: string, cells: Readonly<Record<string, string>>): YearBook {
  return {
    grids: grids.map((grid) => {
      if (grid.name !== sheet) return grid;
      const [heading = ''] = Object.keys(cells);
      const head = grid.rows.find((row) => row.cells.some(({ text }) => text === heading));
      const line = (grid.rows.at(-1)?.line ?? 0) + 1;
      const row = { line, cells: (head?.cells ?? []).map(({ text }) => ({ text: cells[text] ?? '' })) };
      return { ...grid, rows: [...grid.rows, row] };
    }),
  };
}

describe('a workbook as bytes', () => {
  it('is written, read, and prepared into files of the year, without a file system', async () => {
    const read = readYear(await book(), last, TODAY);
    expect(read.problems).toEqual([]);
    const files = await (await prepare(read.job([], null))).files();
    expect([...files.keys()].at(-1)).toBe('manifest.json');
    expect(JSON.parse(fileText(files.get('manifest.json') ?? '')).periods).toEqual(['2024', '2025']);
    expect(JSON.parse(fileText(files.get('events.json') ?? ''))).toMatchObject([EVENT]);
  });

  it('names each fault by a rule, with its sheet, line, column and a sentence', async () => {
    const whole = await book();
    const lost = { grids: whole.grids.filter(({ name }) => name !== 'Événements') };
    expect(readYear(lost, last, TODAY).problems).toEqual([
      expect.objectContaining({
        rule: 'sheet-lost',
        sheet: 'Événements',
        said: expect.objectContaining({ en: expect.any(String) }),
      }),
    ]);
    const person = typed(whole, 'Événements', { Titre: 'Bal, 06 12 34 56 78', Date: '12/03/2025' });
    expect(readYear(person, last, TODAY).problems).toEqual([
      expect.objectContaining({
        rule: 'person-in-text',
        sheet: 'Événements',
        line: expect.any(Number),
        column: expect.stringMatching(/^[A-Z]+$/),
      }),
    ]);
  });

  it('is told from that of other data, and of another year', async () => {
    const { settings } = settingsIn(await book());
    expect(yearMismatch(settings, dataset.manifest)).toBeNull();
    expect(yearMismatch({ ...settings, dataset: 'other' }, dataset.manifest)?.rule).toBe('dataset');
    expect(yearMismatch({ ...settings, year: '2024' }, dataset.manifest)?.rule).toBe('year');
  });

  it.each(['', 'PK', 'a;b'])('is refused where it is none: %j', async (text) => {
    await expect(readYearBook(new TextEncoder().encode(text), 'x.xlsx')).rejects.toThrow('x.xlsx');
  });
});
