import { describe, expect, it } from 'vitest';
import { readPdf } from './pdf.ts';

/** A PDF as Chromium writes it: plain objects, then their places. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(`${text}${table}trailer\n<</Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

describe('reading a PDF', () => {
  const plain = pdfOf([
    '<</Type /Catalog /Pages 2 0 R /Outlines 6 0 R>>',
    '<</Type /Pages /Kids [3 0 R 5 0 R]>>',
    '<</Type /Pages /Kids [4 0 R]>>',
    '<</Type /Page>>',
    '<</Type /Page>>',
    '<</Type /Outlines /First 7 0 R>>',
    '<</Title (Un \\(1\\)) /Dest [4 0 R /XYZ 0 0 0] /Next 9 0 R /First 8 0 R>>',
    '<</Title <FEFF00C900670061006C0069007400E9> /Dest [5 0 R /XYZ 0 0 0]>>',
    '<</Title (Trois) /Dest [5 0 R /XYZ 0 0 0]>>',
  ]);

  it('finds its pages, and its titles in the order of reading', () => {
    const { pages, outline } = readPdf(plain);
    expect(pages).toEqual([4, 5]);
    expect(outline).toEqual([
      { id: 7, title: 'Un (1)', page: 1 },
      { id: 8, title: 'Égalité', page: 2 },
      { id: 9, title: 'Trois', page: 2 },
    ]);
  });

  it('has no titles where there is no outline', () => {
    const bare = pdfOf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Page>>']);
    expect(readPdf(bare)).toMatchObject({ pages: [2], outline: [] });
  });

  it('refuses what has no plain table of objects', () => {
    expect(() => readPdf(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'))).toThrow('no plain table of objects');
  });
});
