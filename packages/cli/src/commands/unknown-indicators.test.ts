import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';
import { openBook } from '../testing/workbook.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const [cwd, today] = [folder.path, '2026-02-03'];

/** Names that no catalogue has, of which one is a slip, beside general ones. */
const NAMES = ['boats', 'members-stok', 'sails', 'oars'];
const TOLD = [
  'Indicateur « boats » : il n’est dans aucun catalogue : ces 2 chiffres ne seront montrés nulle part',
  'Indicateur « members-stok » : il n’est dans aucun catalogue : ce chiffre ne sera montré nulle part (certain). Le nom le plus proche est « members-stock »',
  'Indicateur « sails »',
  'Indicateur « oars »',
];

describe('indicators that no catalogue has', () => {
  const figures = [...NAMES, 'members-joined', 'dla-structures'].map((name) => observation(name, 3));
  folder.write(
    'sea.json',
    dataset({ observations: [...figures, observation('boats', 2, 'boats', { id: 'boats-2023', period: '2023' })] }),
  );

  it('are each told by the command that computes, which shows the others', async () => {
    const { status, out, err } = await ess('indicators sea.json', { cwd });
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/members-joined.*[^]*dla-structures|dla-structures[^]*members-joined/),
    ]);
    expect(err.match(/Indicateur «/g)).toHaveLength(4);
    for (const told of TOLD) expect(err).toContain(told);
    const one = await ess('indicators sea.json members-joined --json', { cwd });
    expect(JSON.parse(one.out)).toHaveLength(1);
    expect(one.err.match(/Indicateur «/g)).toHaveLength(4);
  });

  it('are each told by the command that prepares, of data and of a workbook, though last year had them', async () => {
    const { status, err } = await ess('prepare sea.json --out again', { cwd, today });
    expect([status, err.match(/Indicateur «/g)?.length]).toEqual([0, 4]);
    for (const told of TOLD) expect(err).toContain(told);
    await ess('year 2025 --from sea.json --out book', { cwd });
    const filled = await ess('prepare book/annee-2025.xlsx --out sea-2025', { cwd, today });
    expect([filled.status, filled.out.match(/Indicateur «/g)?.length]).toEqual([1, 4]);
    const { collections } = JSON.parse(readFileSync(path.join(cwd, 'sea-2025/manifest.json'), 'utf8'));
    const kept = readFileSync(path.join(cwd, 'sea-2025', collections.observations.href), 'utf8');
    for (const name of NAMES) expect(kept).toContain(`"indicator":"${name}"`);
  });

  it('are each on the sheet of what is to be looked at', async () => {
    await ess('year 2025 --from sea.json --out sheets', { cwd });
    const book = await openBook(path.join(cwd, 'sheets/annee-2025.xlsx'));
    const said = book
      .sheet('À vérifier')
      .rows()
      .map((row) => String(row['Ce qui est à voir']).replaceAll('\u202f', ' '));
    expect(said.filter((text) => text.startsWith('Indicateur «'))).toHaveLength(4);
    for (const told of TOLD) expect(said.join('\n')).toContain(told);
  });

  it('are none where the general catalogue or their own has them', async () => {
    folder.write(
      'known.json',
      dataset({ observations: [observation('members-joined', 3), observation('dla-structures', 2)] }),
    );
    const { err } = await ess('indicators known.json', { cwd });
    expect(err).toBe('');
  });
});
