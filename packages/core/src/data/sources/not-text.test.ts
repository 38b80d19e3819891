import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { csv } from './csv/csv.ts';
import { essDataset } from './ess-dataset/ess-dataset.ts';
import { isNotText, notTextClause } from './not-text.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const FILES = [
  ['a workbook', [0x50, 0x4b, 3, 4, 0x14, 0], 'enregistrez d’abord la feuille en CSV (UTF-8)'],
  ['an old workbook', OLE, '«\u202fFichier › Enregistrer sous › .xlsx\u202f»'],
  ['a PDF', [...'%PDF-1.7'].map((each) => each.charCodeAt(0)), 'demandez le tableau'],
] as const;

async function refused(source: typeof csv, bytes: readonly number[]): Promise<EssError> {
  const fetch = async () => new Response(Uint8Array.from(bytes));
  const error = await source
    .load({ src: 'https://example.org/file', need: [] }, { fetch, signal: new AbortController().signal })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof EssError)) throw error;
  return error;
}

describe.each(FILES)('%s given as data', (_what, bytes, cure) => {
  it('is recognised by its first bytes, read as text', () => {
    const head = new TextDecoder().decode(Uint8Array.from(bytes));
    expect(isNotText(head)).toBe(true);
    expect([essDataset.detect('https://example.org/liste.bin', head), csv.detect('liste.bin', head)]).toEqual([0, 0.6]);
  });

  it.each([essDataset, csv])('is refused by every source, with the cure in three languages', async (source) => {
    const error = await refused(source, bytes);
    expect(error).toMatchObject({ code: 'format', details: { url: 'https://example.org/file' } });
    const format = cure.includes('xlsx') ? 'xlsx' : 'CSV';
    expect(error.message).toContain(format);
    expect(notTextClause(error)?.fr).toContain(cure);
    expect(notTextClause(error)?.br).toContain(format);
  });
});

describe('a list of members', () => {
  it.each([
    ['bytes', [1, 0, 2], 'est un fichier binaire, pas un CSV'],
    ['nothing', [], 'est vide'],
  ] as const)('of %s is refused in three languages', async (_what, bytes, said) => {
    expect(notTextClause(await refused(csv, bytes))?.fr).toContain(said);
  });
});

describe('a text', () => {
  it('is none of them, though it begins with the same letters', () => {
    expect(isNotText('PK;nom;commune')).toBe(false);
    expect(notTextClause(new EssError('format', 'no such version'))).toBeUndefined();
  });
});
