/** An address that is examined: what its columns are said to be goes behind it, and any reader of it reads the same. */
import { describe, expect, it } from 'vitest';
import { addressIn, creditOf, readAddress, splitOptions } from '../data/address.ts';
import { moreSources } from '../data/all.ts';
import { readSourcesFile } from '../data/index.ts';
import { type ExamineOptions, examine } from './examine.ts';
import { createOpening } from './live.ts';

const SRC = 'https://liste.example/export';
const LIST = 'Chose;Endroit;Nom;Nom;Horodateur\nKerhea;Brest;a;b;2026-11-01\nXylm;Vannes;c;d;2026-11-02\n';

/** Examines addresses of a page, and counts what is asked for. */
function reader(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    const body = answers[url];
    return new Response(body ?? 'no', { status: body === undefined ? 404 : 200 });
  };
  const addresses = async () => ({ addressIn, creditOf, readAddress, splitOptions });
  const open = createOpening({ base: 'https://page.example/', fetch, addresses });
  const read = (address: string, options: Partial<ExamineOptions> = {}) =>
    examine({ name: address, bytes: null }, { today: '2026-12-01', sources: moreSources, open, ...options });
  return { asked, read };
}

const namesOf = ({ dataset }: Awaited<ReturnType<typeof examine>>) => [
  ...(dataset?.collections.organisations ?? []).map(({ name, town }) => `${name}, ${town}`),
  ...(dataset?.collections.events ?? []).map(({ title, startsAt }) => `${title.fr} ${startsAt}`),
];

describe('an address that is examined', () => {
  it('keeps what is said of its columns behind it, and is asked for once', async () => {
    const { asked, read } = reader({ [SRC]: LIST });
    const mapping = { 0: 'name', 1: 'town', 2: null, 3: 'description', 4: null } as const;
    const first = await read(SRC);
    expect(namesOf(first)).toEqual(['a, null', 'c, null']);
    const examined = await read(SRC, { kind: 'members', mapping });
    expect(namesOf(examined)).toEqual(['Kerhea, Brest', 'Xylm, Vannes']);
    expect(asked).toEqual([SRC]);
    const { address = '', sources = '' } = examined.declared ?? {};
    expect(address).toBe(`${SRC}#kind=members&columns=Chose:name,Endroit:town,Nom:-,Nom%232:description`);
    expect(namesOf(await reader({ [SRC]: LIST }).read(address))).toEqual(namesOf(examined));
    const file = readSourcesFile(JSON.parse(sources), 'https://page.example/');
    expect(file).toMatchObject({ problems: [], sources: [{ name: 'adherents' }] });
    expect(namesOf(await reader({ [SRC]: LIST }).read(file.sources[0]?.src ?? ''))).toEqual(namesOf(examined));
  });

  it('keeps what it says itself', async () => {
    const { read } = reader({ [SRC]: 'Titre;Date;Heure\nForum;05/12/2026;10h\n' });
    const { declared } = await read(`Notre agenda : ${SRC}#zone=Indian/Reunion&past=held.`);
    expect(declared?.address).toBe(
      `${SRC}#kind=events&zone=Indian/Reunion&past=held&columns=Titre:name,Date:start,Heure:startTime`,
    );
    expect(JSON.parse(declared?.sources ?? '')).toMatchObject({ sources: { agenda: { src: SRC, kind: 'events' } } });
  });

  it('of a calendar is declared without columns', async () => {
    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Forum',
      'DTSTART:20261205T100000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const { declared, format } = await reader({ [SRC]: `${lines.join('\r\n')}\r\n` }).read(SRC);
    expect([format, declared?.address]).toEqual(['ical', SRC]);
    expect(JSON.parse(declared?.sources ?? '')).toEqual({
      format: 'ess-sources/1',
      sources: { agenda: { src: SRC, kind: 'events' } },
    });
  });

  it.each([
    ['that does not answer', SRC, 'http', 'n’est pas donné par son serveur\u202f: vérifiez l’adresse'],
    ['that is none', 'http://[', 'config', ''],
    [
      'of a secret calendar',
      'https://calendar.google.com/calendar/ical/a%40b.example/private-0123456789abcdef/basic.ics',
      'config',
      '',
    ],
  ])('%s is a finding', async (_what, address, rule, said) => {
    const { findings, declared } = await reader({}).read(address);
    expect(findings).toMatchObject([{ rule, severity: 'error', message: { fr: expect.stringContaining(said) } }]);
    expect(declared).toBeNull();
  });
});

describe('an answer in JSON that is examined', () => {
  const RECORDS = [
    { titre: 'Kerhea', siege: { ville: 'Brest', code: '29200' }, fiche: { metier: 'Vélo', tel: '0298000000' } },
    { titre: 'Xylm', siege: { ville: 'Vannes', code: '56000' }, fiche: { metier: 'Pain', tel: '0297000000' } },
  ];
  const ANSWER = JSON.stringify({ version: 2, data: { items: RECORDS } });
  const at = (address: string, answer = ANSWER) => reader({ [SRC]: answer }).read(address);

  it('has its columns mapped by hand, those below others too, and any reader reads the same', async () => {
    const { asked, read } = reader({ [SRC]: ANSWER });
    const src = `${SRC}#records=data.items`;
    const first = await read(src, { kind: 'members' });
    const columns = first.list?.columns ?? [];
    expect(columns.map(({ title, samples }) => [title, samples[0]])).toEqual([
      ['titre', 'Kerhea'],
      ['fiche', 'Vélo'],
      ['siege.ville', 'Brest'],
      ['siege.code', '29200'],
      ['fiche.metier', 'Vélo'],
      ['fiche.tel', '0298000000'],
    ]);
    const mapping = Object.fromEntries(
      columns.map(
        ({ index, title, field }) =>
          [index, title === 'siege.code' ? 'postcode' : title === 'fiche.metier' ? 'activities' : field] as const,
      ),
    );
    const examined = await read(src, { kind: 'members', mapping });
    expect(asked).toEqual([SRC]);
    expect(namesOf(examined)).toEqual(['Kerhea, Brest', 'Xylm, Vannes']);
    const { address = '', sources = '' } = examined.declared ?? {};
    expect(address).toBe(
      `${SRC}#kind=members&records=data.items&columns=titre:name,siege.ville:town,siege.code:postcode,fiche.metier:activities`,
    );
    const read1 = await at(address);
    expect(read1.dataset?.collections).toEqual(examined.dataset?.collections);
    expect(read1.dataset?.collections.organisations?.[0]?.activities).toEqual(['Vélo']);
    const file = readSourcesFile(JSON.parse(sources), 'https://page.example/');
    expect((await at(file.sources[0]?.src ?? '')).dataset?.collections).toEqual(examined.dataset?.collections);
  });

  it('that says nothing of what it is shows its columns beside the finding', async () => {
    const { list, findings, declared } = await at(SRC, JSON.stringify([{ chose: 'Kerhea', endroit: 'Brest' }]));
    expect(list?.columns.map(({ title }) => title)).toEqual(['chose', 'endroit']);
    expect(findings).toMatchObject([{ severity: 'error' }]);
    expect(declared).toBeNull();
    const mapping = { 0: 'name', 1: 'town' } as const;
    const mapped = await reader({ [SRC]: JSON.stringify([{ chose: 'Kerhea', endroit: 'Brest' }]) }).read(SRC, {
      kind: 'members',
      mapping,
    });
    expect(namesOf(mapped)).toEqual(['Kerhea, Brest']);
  });

  it('of a service whose fields are declared shows none', async () => {
    const { list, declared } = await at(
      SRC,
      JSON.stringify([{ bf_titre: 'Kerhea', id_fiche: 'K', bf_ville: 'Brest' }]),
    );
    expect([list, declared?.address]).toEqual([null, SRC]);
  });
});
