import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ess } from './testing/io.ts';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:atelier@essai.example',
  'DTSTART:20260330T160000Z',
  'SUMMARY:Atelier',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('the address of a page', () => {
  const page = 'https://agenda.example/apps/calendar/p/AbCdEfGhIjKlMnOp';
  const data = 'https://agenda.example/remote.php/dav/public-calendars/AbCdEfGhIjKlMnOp?export';

  it('stands for that of its data, which alone is asked for', async () => {
    const asked: string[] = [];
    const web = { [data]: () => new Response(CALENDAR, { headers: { 'content-type': 'text/calendar' } }) };
    const { status, out } = await ess(`check ${page}#past=held --json`, { web, onAsked: (url) => asked.push(url) });
    expect(status).toBe(0);
    expect(JSON.parse(out).summary).toMatchObject({ source: data, records: 1 });
    expect([...new Set(asked)]).toEqual([data]);
  });

  it('that does not answer gets its remedy', async () => {
    const web = { [data]: () => new Response(null, { status: 404 }) };
    const { status, err } = await ess(`indicators ${page}`, { web });
    expect([status, err]).toEqual([2, expect.stringContaining('Copier le lien d’inscription')]);
  });

  it('that no address of data stands for gets its remedy, and no request', async () => {
    const asked: string[] = [];
    const line = 'indicators https://airtable.com/appAbCdEf/shrGhIjKl';
    const { status, err } = await ess(line, { onAsked: (url) => asked.push(url) });
    expect([status, err, asked]).toEqual([2, expect.stringContaining('téléchargez-la en CSV'), []]);
  });
});

describe('a saved answer of a service', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'ess-saved-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  const payload = (name: string): string => path.join(FEEDS, name);
  const FEEDS = path.resolve(import.meta.dirname, '../../core/src/data/sources/testing/feed');

  it.each([
    ['openagenda-first-page.json', 3],
    ['openagenda-array.json', 3],
    ['opendatasoft-v2.json', 3],
    ['opendatasoft-v1.json', 3],
    ['tec.json', 2],
    ['gogocarto-compact.json', 2],
    ['baserow-rows.json', 2],
    ['nocodb-rows.json', 2],
  ])('%s is read alone: nobody is asked', async (name, count) => {
    const asked: string[] = [];
    const out = path.join(cwd, 'out.json');
    const { status, err } = await ess(`convert ${payload(name)} --out ${out}`, { onAsked: (url) => asked.push(url) });
    expect([status, asked, err]).toEqual([0, [], expect.not.stringContaining('address')]);
    const { collections } = JSON.parse(readFileSync(out, 'utf8'));
    expect((collections.events ?? collections.organisations).length).toBe(count);
  });

  it.each([
    ['baserow-view.json', 'sans ses lignes', 'without its rows'],
    ['grist-tables.json', 'donnez l’adresse du service', 'give the address of the service'],
    ['products.json', 'Dites ce que c’est', 'Say what it is'],
    ['nothing.json', 'ne contient aucun enregistrement', 'holds no record of a dataset'],
  ])('%s is refused in the language of the command', async (name, french, english) => {
    writeFileSync(path.join(cwd, 'nothing.json'), '{"total_count":5}');
    const file = name === 'nothing.json' ? name : payload(name);
    const line = `convert ${file} --out out-${name}`;
    const inFrench = await ess(line, { cwd });
    expect([inFrench.status, inFrench.err]).toEqual([2, expect.stringContaining(french)]);
    expect(inFrench.err).not.toContain(english);
    expect((await ess(line, { cwd, locale: 'en_GB.UTF-8' })).err).toContain(english);
  });
});
