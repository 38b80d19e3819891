import { describe, expect, it } from 'vitest';
import { joinPages, MAX_PAGES, MAX_RECORDS, type Page } from './pages.ts';

const SRC = 'https://service.example/list';

interface Options {
  readonly maxRecords?: number;
  readonly isAlone?: boolean;
}

/** Joins the pages that a server gives by address, and counts what it was asked. */
async function join(pageOf: (address: string) => Page<unknown>, options: Options = {}) {
  const asked: string[] = [];
  const read = async (address: string): Promise<Page<unknown>> => {
    asked.push(address);
    return pageOf(address);
  };
  const { records, issues } = await joinPages(SRC, SRC, pageOf(SRC), { read, ...options });
  return { records, asked, rules: issues.map(({ rule }) => rule), said: issues[0]?.message };
}

/** A server whose pages never end, each with a record of its own. */
const endless = (address: string): Page<unknown> => {
  const at = Number(address.split('=')[1] ?? 1);
  return { records: [{ id: at }], next: `${SRC}?page=${at + 1}` };
};

describe('the pages of an answer', () => {
  it('are fifty at most in one visit, which is said', async () => {
    const { records, asked, rules, said } = await join(endless);
    expect([records.length, asked.length + 1, rules]).toEqual([MAX_PAGES, MAX_PAGES, ['truncated']]);
    expect([said?.fr, said?.['en']]).toEqual([
      expect.stringContaining('plus de 50 pages'),
      expect.stringContaining('more than 50 pages'),
    ]);
  });

  it('are as many as a command takes records', async () => {
    const { records, rules, said } = await join(endless, { maxRecords: 120 });
    expect([records.length, rules]).toEqual([120, ['truncated']]);
    expect(said?.fr).toContain('Plus de 120 enregistrements');
    const many = (): Page<unknown> => ({ records: Array.from({ length: MAX_RECORDS + 1 }, (_, id) => ({ id })) });
    expect((await join(many)).said?.['en']).toContain('More than 10,000 records');
  });

  it.each([
    ['itself', () => SRC],
    ['the page before it', (address: string) => (address === SRC ? `${SRC}?page=2` : SRC)],
  ])('end where one names %s, however many a command would take', async (_name, nextOf) => {
    const { records, asked, rules } = await join((address) => ({ records: [{ id: address }], next: nextOf(address) }), {
      maxRecords: 500_000,
    });
    expect(asked.length).toBeLessThan(2);
    expect([records.length, rules]).toEqual([asked.length + 1, ['truncated']]);
  });

  it('end where one brings nothing that is not there, and stay where an id comes again with another day', async () => {
    const series = [
      { uid: 'a', day: '2026-12-05' },
      { uid: 'a', day: '2026-12-12' },
    ];
    const pages: Readonly<Record<string, Page<unknown>>> = {
      [SRC]: { records: series.slice(0, 1), next: '?2' },
      '?2': { records: series.slice(1), next: '?3' },
      '?3': { records: [...series].reverse(), next: '?4' },
    };
    const { records, asked, said } = await join((address) => pages[address] ?? { records: [{ id: 'never' }] });
    expect([records, asked]).toEqual([series, ['?2', '?3']]);
    expect(said?.fr).toContain('répète ce qui est déjà lu');
  });

  it('keep the records that a page has twice', async () => {
    const twice = [{ name: 'A' }, { name: 'A' }];
    const { records, rules } = await join((address) =>
      address === SRC ? { records: twice, next: '?2' } : { records: [...twice, { name: 'B' }] },
    );
    expect([records.length, rules]).toEqual([5, []]);
  });

  it('are complete where a total is reached, whatever is named next', async () => {
    const { records, rules } = await join(() => ({ records: [{ id: 1 }], total: 1, next: '?2' }));
    expect([records.length, rules]).toEqual([1, []]);
  });

  it('are not read of an answer that was saved, and what is missing is said', async () => {
    const saved = await join(endless, { isAlone: true });
    expect([saved.records.length, saved.asked, saved.said?.fr]).toEqual([
      1,
      [],
      'Cette réponse enregistrée est une page parmi d’autres\u202f: elle est lue seule (enregistrements\u202f: 1)',
    ]);
    const counted = await join(() => ({ records: [{ id: 1 }], total: 8, next: '?2' }), { isAlone: true });
    expect(counted.said?.fr).toContain('annonce 8 enregistrements et en donne 1');
  });
});
