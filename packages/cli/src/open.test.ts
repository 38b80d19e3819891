import { describe, expect, it } from 'vitest';
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
    expect([status, err, asked]).toEqual([2, expect.stringContaining('Télécharger CSV'), []]);
  });
});
