import { collectionSchemas } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { ess } from '../testing/io.ts';

async function printed(line: string) {
  const { status, out, err } = await ess(line);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('the schemas', () => {
  it('are listed, each with what it describes', async () => {
    const { status, out } = await ess('schema');
    expect(status).toBe(0);
    expect(out).toMatch(/^organisation +organisations +An organisation of the social economy\.$/m);
    expect(out).toMatch(/^manifest {2,}What a data set is and where its parts are\.$/m);
  });

  it('include the record type of every collection', async () => {
    const list: readonly { readonly type: string; readonly collection?: string }[] = await printed('schema --json');
    expect(list.flatMap(({ collection }) => collection ?? []).sort()).toEqual(Object.keys(collectionSchemas).sort());
    const types = list.map(({ type }) => type);
    for (const type of ['manifest', 'dataset', 'observation', 'measure', 'finding', 'check-report']) {
      expect(types).toContain(type);
    }
  });

  it('are printed by type, with a description for each field', async () => {
    const schema = await printed('schema observation');
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'observation.json' });
    expect(schema.required).toEqual(['id', 'label', 'period', 'quantity', 'source']);
    for (const [name, field] of Object.entries<{ readonly description?: string }>(schema.properties)) {
      expect(field.description, name).toMatch(/\w/);
    }
  });

  it('are printed for the file of a collection too', async () => {
    const schema = await printed('schema tallies');
    expect(schema).toMatchObject({ type: 'array', items: { $ref: '#/$defs/AttendanceTally' } });
    expect(Object.keys(schema.$defs)).toContain('Quantity');
  });

  it.each([
    ['schema nothing', 'type inconnu : « nothing ». Types : application, attendance-tally, '],
    ['schema ../package', 'type inconnu'],
    ['schema event events', '« events » est de trop'],
  ])('`%s` says which there are', async (line, said) => {
    const { status, out, err } = await ess(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
