import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCommunes } from '@ess-widgets/core/geo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../cli/src/testing/data.ts';
import { ess } from '../../../cli/src/testing/io.ts';
import { essGeo } from '../testing/ess-geo.ts';

const { path: cwd, write, remove } = temporaryFolder();
afterAll(remove);

const point = (...coordinates: readonly number[]) => ({ type: 'Point', coordinates });
const VENDEE = { code: '85', nom: 'Vendée' };
const YEU = {
  code: '85113',
  nom: "L'Île-d'Yeu",
  codesPostaux: ['85350'],
  mairie: point(-2.349_87, 46.726_54),
  centre: point(-2.3, 46.7),
  departement: VENDEE,
};
const LUCON = {
  code: '85128',
  nom: 'Luçon',
  codesPostaux: ['85400'],
  centre: point(-1.1667, 46.4547),
  epci: { code: '200073260', nom: 'CC Sud Vendée Littoral' },
  population: 9817,
  departement: VENDEE,
};
const RENNES = {
  code: '35238',
  nom: 'Rennes',
  codesPostaux: ['35000', '35200'],
  codeDepartement: '35',
  codeEpci: '243500139',
};

beforeAll(() => {
  write('answer.json', [LUCON, RENNES, YEU]);
});

async function made(line: string) {
  const { status, out, err } = await essGeo(`communes ${line}`, { cwd });
  expect([status, err]).toEqual([0, '']);
  return parseCommunes(JSON.parse(out));
}

describe('a commune table of another country', () => {
  it('says of each commune what it lies in, which its code does not, and one of France leaves it out', async () => {
    const centre = point(6.143, 46.204);
    const [ge, vd] = [
      { code: 'GE', nom: 'Genève' },
      { code: 'VD', nom: 'Vaud' },
    ];
    write('swiss.json', [
      { code: '6621', nom: 'Genève', codesPostaux: ['1201'], centre, departement: ge },
      { code: '5586', nom: 'Lausanne', codesPostaux: ['1003'], centre, departement: vd },
    ]);
    const { byInsee, isFrench } = await made('--from swiss.json');
    expect([isFrench, byInsee.get('6621')?.departement, byInsee.get('5586')?.departement]).toEqual([false, 'GE', 'VD']);
    const { out } = await essGeo('communes --from answer.json', { cwd });
    expect(Object.keys(JSON.parse(out).columns)).not.toContain('departement');
    write('swiss-table.json', (await essGeo('communes --from swiss.json', { cwd })).out);
    write('swiss.csv', 'nom;code postal;ville\nCoop;1201;Genève\nAsso;1003;\n');
    const checked = await ess('check swiss.csv --communes swiss-table.json', { cwd });
    expect([checked.status, checked.out]).toEqual([0, expect.stringContaining('Rien à signaler.')]);
    expect((await made('--from swiss.json')).division).toBeUndefined();
    write('cantons.json', (await essGeo('communes --from swiss.json --division Canton', { cwd })).out);
    await ess('pack swiss.csv --communes cantons.json --out cantons', { cwd });
    const read = (file: string) => JSON.parse(readFileSync(path.join(cwd, 'cantons', file), 'utf8'));
    expect(read(read('manifest.json').collections.territories.href)).toContainEqual({
      id: 'departement-GE',
      kind: 'departement',
      name: { fr: 'Genève' },
      code: 'GE',
      division: { fr: 'Canton' },
      parents: [],
    });
  });
});

describe('a commune table', () => {
  it('has the communes of the départements or regions asked for, all of a file where none is', async () => {
    const insee = async (line: string) => (await made(`--from answer.json ${line}`)).communes.map((each) => each.insee);
    expect(await insee('--departement 85')).toEqual(['85113', '85128']);
    expect(await insee('--region 53')).toEqual(['35238']);
    expect(await insee('--region 52,53')).toEqual(['35238', '85113', '85128']);
    expect(await insee('')).toEqual(['35238', '85113', '85128']);
  });

  it('places a commune at its town hall, else at its middle, and knows what contains it', async () => {
    const { byInsee, departements, attribution } = await made('--from answer.json');
    expect(byInsee.get('85113')).toMatchObject({
      name: 'L’Île-d’Yeu',
      postal: ['85350'],
      position: { lon: -2.3499, lat: 46.7265 },
      epci: null,
    });
    expect(byInsee.get('85128')).toMatchObject({
      position: { lon: -1.1667, lat: 46.4547 },
      epci: { siren: '200073260', name: 'CC Sud Vendée Littoral' },
      population: 9817,
    });
    expect(byInsee.get('35238')).toMatchObject({ population: null, position: null, epci: { siren: '243500139' } });
    expect([departements.get('85'), departements.get('35')]).toEqual([{ fr: 'Vendée' }, { fr: '35' }]);
    expect(attribution.fr).toContain('INSEE, DGCL, La Poste, IGN');
  });

  it('places the towns of a list anywhere in France', async () => {
    await essGeo('communes --from answer.json --out table.json', { cwd });
    write('members.csv', 'nom;ville;cp\nCoop;LUCON;85400\nPhare;Ile d’Yeu;85350\n');
    const alone = await ess('pack members.csv --out alone --json', { cwd });
    const { out } = await ess('pack members.csv --communes table.json --out packed --json', { cwd });
    expect([JSON.parse(alone.out), JSON.parse(out)]).toMatchObject([{ placed: 0 }, { placed: 2 }]);
  });

  it('comes from the service of the State where no file is given, a département at a time', async () => {
    const asked: string[] = [];
    const answer = (code: string, list: readonly object[]) => ({
      [`https://geo.api.gouv.fr/communes?codeDepartement=${code}&fields=code,nom,codesPostaux,mairie,centre,epci,departement,population&format=json`]:
        () => {
          asked.push(code);
          return Response.json(list);
        },
    });
    const web = { ...answer('85', [LUCON, YEU]), ...answer('35', [RENNES]) };
    const { status, out } = await essGeo('communes --departement 85,35', { cwd, web });
    expect([status, asked]).toEqual([0, ['85', '35']]);
    expect(parseCommunes(JSON.parse(out)).communes).toHaveLength(3);
    expect((await essGeo('communes --departement 44', { cwd, web })).err).toContain('pas de réponse');
  });

  it('is read out of GeoJSON, and owed to whom one says', async () => {
    const { codesPostaux, nom } = LUCON;
    const properties = { code: '85128', nom, codesPostaux };
    write('answer.geojson', { type: 'FeatureCollection', features: [{ properties, geometry: LUCON.centre }] });
    const { communes, attribution } = await made('--from answer.geojson --attribution Nous');
    expect(communes).toMatchObject([{ insee: '85128', departement: '85', position: { lat: 46.4547 } }]);
    expect(attribution).toEqual({ fr: 'Nous' });
  });

  it('is written where one says, with an account of it, and of what is left out', async () => {
    write('mixed.json', [LUCON, { nom: 'Sans code' }, { code: '85001' }, {}]);
    const { out, err } = await essGeo('communes --from mixed.json --departement 85 --out made.json', { cwd });
    expect(out).toBe('made.json (1 Ko) : 1 commune, dont 1 située, 1 EPCI\n');
    expect(err).toBe('3 objets laissés de côté, sans code ou sans nom : Sans code, 85001, #4\n');
    const bytes = readFileSync(path.join(cwd, 'made.json')).byteLength;
    const asked = await essGeo('communes --from mixed.json --out made.json --json', { cwd });
    const skipped = ['Sans code', '85001', '#4'];
    expect(JSON.parse(asked.out)).toEqual({ out: 'made.json', bytes, communes: 1, placed: 1, epci: 1, skipped });
  });
});

describe('what cannot be made', () => {
  beforeAll(() => {
    write('page.json', '<html></html>');
    write('contours.json', { type: 'Topology', objects: {} });
    write('other.json', [{ insee: '85128', name: 'Luçon' }]);
  });

  it.each([
    ['', 'de quelle région, ou de quels départements ?'],
    ['answer.json', '« answer.json » est de trop'],
    ['--region 85', '--region 85 n’est pas le code d’une région'],
    ['--departement 85400', '--departement 85400 n’est pas le code d’un département (sans doute 85)'],
    ['--departement Vendée', '--departement VENDÉE n’est pas le code d’un département : 01 à 95'],
    ['--departement 44 --from answer.json', 'aucune commune des départements 44 dans ces fichiers'],
    ['--from nowhere.json', 'fichier introuvable'],
    ['--from page.json', 'page.json n’est pas du JSON valide'],
    ['--from contours.json', 'contours.json n’est pas une liste de communes'],
    ['--from other.json', 'chaque commune a « code » et « nom »'],
    ['--from answer.json --out nowhere/made.json', 'nowhere/made.json ne peut pas être écrit'],
  ])('is said: `communes %s`', async (line, said) => {
    const { status, out, err } = await essGeo(`communes ${line}`, { cwd });
    expect([status, out]).toEqual([2, '']);
    expect(err.replace(/[\u202f\u00a0]/g, ' ')).toContain(said);
    expect((await essGeo(`communes ${line}`, { cwd, locale: 'en' })).err).not.toBe(err);
  });
});
