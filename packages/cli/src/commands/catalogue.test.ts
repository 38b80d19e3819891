import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;

/** An indicator of an invented network: nothing in the core knows it. */
const entry = (id: string, unit: string, more: object = {}) => ({
  id,
  kind: 'flow',
  unit,
  label: { fr: `Vélos : ${id}`, en: `Bikes: ${id}` },
  definition: { fr: 'Vélos.', en: 'Bikes.' },
  dimensions: [],
  needs: ['observations'],
  ...more,
});
const rate = entry('bikes-per-event', 'bikes/event', {
  kind: 'rate',
  formula: { name: 'quotient', top: 'bikes-repaired', bottom: 'bike-events' },
});
const catalogue = (...more: readonly object[]) => ({
  format: 'ess-catalogue/1',
  indicators: [entry('bikes-repaired', 'people'), entry('bike-events', 'events'), rate, ...more],
});

const observations = [observation('bikes-repaired', 120, 'people'), observation('bike-events', 8, 'events')];
const member = { id: 'a', name: 'Le Vélo', position: { lon: -4.48, lat: 48.39, precision: 'address' } };
const data = (name: string, definitions: object, hash = '') => {
  folder.write(`${name}/catalogue.json`, definitions);
  folder.write(
    `${name}/manifest.json`,
    dataset(
      {
        observations: { href: 'observations.json', count: 2, hash: '' },
        organisations: { href: 'organisations.json', count: 1, hash: '' },
      },
      { catalogue: { href: 'catalogue.json', hash } },
    ),
  );
  folder.write(`${name}/observations.json`, observations);
  folder.write(`${name}/organisations.json`, [member]);
};
interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly where: { readonly id?: string; readonly field?: string };
  }[];
}
const check = async (name: string) => {
  const { out } = await ess(`check ${name} --json`, { cwd });
  const { findings }: Report = JSON.parse(out);
  return findings.map(({ rule, severity, where }) => [rule, severity, where.id ?? where.field]);
};

describe('a network that brings its own indicators', () => {
  it('has them measured beside the built-in ones, in its own folder', async () => {
    data('own', catalogue());
    const { status, out } = await ess('indicators own bikes-per-event --json', { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { indicator: 'bikes-per-event', quantity: { value: 15, unit: 'bikes/event' }, basis: 'computed' },
    ]);
    expect((await ess('indicators own nothing', { cwd })).err).toContain('bike-events, bikes-per-event');
    expect(await check('own')).toEqual([]);
  });

  it('is told what is wrong with a definition, and the others are measured', async () => {
    data('wrong', catalogue(entry('bikes-lost', 'bikes', { formula: { name: 'guess' } })));
    expect(await check('wrong')).toEqual([['catalogue', 'error', 'bikes-lost']]);
  });

  it('is told of a catalogue of another form or another release, of one that is not there, and of an old hash', async () => {
    data('form', { format: 'ess-catalogue/1', indicators: [{ id: 'a' }] });
    // The figures of a network whose catalogue cannot be read are shown nowhere.
    const untold = ['bike-events', 'bikes-repaired'].map((name) => ['indicator-names', 'error', name]);
    expect(await check('form')).toEqual([['schema', 'error', undefined], ...untold]);
    data('later', { ...catalogue(), format: 'ess-catalogue/2' });
    expect(await check('later')).toEqual([['format', 'error', undefined], ...untold]);
    data('gone', catalogue());
    const manifest = JSON.parse(readFileSync(path.join(cwd, 'gone/manifest.json'), 'utf8'));
    folder.write('gone/manifest.json', { ...manifest, catalogue: { href: 'none.json', hash: '' } });
    expect(await check('gone')).toEqual([['missing-file', 'error', undefined], ...untold]);
  });

  it('keeps its catalogue in a packed folder, under a name that holds its hash', async () => {
    data('packing', catalogue());
    expect((await ess('pack packing --out packed', { cwd })).status).toBe(0);
    const { catalogue: named } = JSON.parse(readFileSync(path.join(cwd, 'packed/manifest.json'), 'utf8'));
    expect(named.href).toBe(`catalogue.${named.hash}.json`);
    expect(JSON.parse(readFileSync(path.join(cwd, 'packed', named.href), 'utf8'))).toEqual(catalogue());
    const { out } = await ess('indicators packed bikes-per-event --json', { cwd });
    expect(JSON.parse(out)).toMatchObject([{ quantity: { value: 15 } }]);
  });

  it('is not packed with a definition that cannot be used', async () => {
    data('bad', catalogue(entry('bikes-lost', 'bikes', { formula: { name: 'guess' } })));
    const { status, err } = await ess('pack bad --out bad-packed', { cwd });
    expect([status, existsSync(path.join(cwd, 'bad-packed'))]).toEqual([2, false]);
    expect(err).toContain('catalogue');
  });
});
