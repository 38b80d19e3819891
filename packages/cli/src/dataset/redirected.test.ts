import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const SHORT = 'https://short.example/members';
const HOME = 'https://data.example/2024/';

/** The answer of a server that was reached through a redirection: the platform alone can say so. */
const redirected = (body: unknown) => (): Response =>
  Object.defineProperty(Response.json(body), 'url', { value: `${HOME}manifest.json` });

const organisations = [{ id: 'a', name: 'Atelier' }];

describe('a data set that is redirected', () => {
  it('has its files where it has come from, as for a page', async () => {
    const entry = { href: 'organisations.json', count: 1, hash: '' };
    const web = {
      [SHORT]: redirected(dataset({ organisations: entry })),
      [`${HOME}organisations.json`]: () => Response.json(organisations),
    };
    const { out } = await ess(`check ${SHORT} --json`, { web });
    expect(JSON.parse(out)).toMatchObject({ summary: { source: SHORT, records: 1, findings: { error: 0 } } });
  });

  it('in a single file is packed with its records, not with the whole file in the place of each', async () => {
    const memberships = [{ id: 'm', organisation: 'a', network: 'net', start: '2020' }];
    const network = { network: 'net' };
    const web = { [SHORT]: redirected(dataset({ organisations, memberships }, network)) };
    await ess(`pack ${SHORT} --out packed`, { cwd: folder.path, web });
    const packed = path.join(folder.path, 'packed');
    const file = readdirSync(packed).find((name) => name.startsWith('organisations.')) ?? '';
    expect(JSON.parse(readFileSync(path.join(packed, file), 'utf8'))).toMatchObject(organisations);
  });
});
