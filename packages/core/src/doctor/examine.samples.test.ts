import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { moreSources } from '../data/all.ts';
import { examine } from './examine.ts';
import { correctedCsv, reportFile } from './files.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../shared/samples');
const filesOf = (folder: string) => readdirSync(path.join(SAMPLES, folder)).map((name) => `${folder}/${name}`);
const today = '2026-11-29';
const look = (file: string) => {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, file))).buffer;
  return examine({ name: path.basename(file), bytes }, { today, sources: moreSources });
};

describe('real files', () => {
  it.each([...filesOf('xlsx'), ...filesOf('csv'), ...filesOf('ics'), ...filesOf('geojson')])(
    '%s: is examined, or refused in words',
    async (file) => {
      const examination = await look(file);
      expect(examination.dataset === null).toBe(examination.error !== null);
      expect(JSON.stringify(examination.findings)).not.toContain('file.invalid');
      expect(reportFile(examination, { language: 'fr', form: 'text', today })).toContain(path.basename(file));
    },
  );

  it.each(filesOf('csv'))('%s: has its corrected list read as it was', async (file) => {
    const { list, dataset } = await look(file);
    const csv = list ? correctedCsv(list) : '';
    const again = await examine({ name: 'a.csv', bytes: new TextEncoder().encode(csv).buffer }, { today });
    const named = (of: typeof dataset) =>
      of?.collections.organisations?.map(({ name, town, links }) => [name, town, links]);
    expect(named(again.dataset)).toEqual(named(dataset));
  });

  it('of members in a workbook: four, of ten lines with a total, a hidden one and a formula in error', async () => {
    const { dataset, groups } = await look('xlsx/adherents-HANDWRITTEN.xlsx');
    expect(dataset?.collections.organisations).toHaveLength(4);
    expect(groups.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['hidden-rows', 'cell-error', 'total', 'sheets']),
    );
  });

  it('of events in a workbook: six', async () => {
    expect((await look('xlsx/agenda-HANDWRITTEN.xlsx')).dataset?.collections.events).toHaveLength(6);
  });
});
