import { describe, expect, it } from 'vitest';
import { EssError } from '../errors.ts';
import { communesLike } from './commune-choices.ts';
import { suggest, typingDistance } from './commune-suggest.ts';
import { type CommuneTable, findCommune, normaliseName } from './communes.ts';
import { parseCommunes } from './communes-schema.ts';

/** insee, name, postal codes */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['22055', 'Binic-Étables-sur-Mer', ['22520', '22680']],
  ['22100', 'La Landec', ['22980']],
  ['22050', 'Dinan', ['22100']],
  ['22057', 'Le Faouët', ['22290']],
  ['22278', 'Saint-Brieuc', ['22000']],
  ['29020', 'Briec', ['29510']],
  ['29019', 'Brest', ['29200']],
  ['29197', 'Plouhinec', ['29780']],
  ['29244', 'Sainte-Sève', ['29600']],
  ['35238', 'Rennes', ['35000', '35200', '35700']],
  ['35251', 'Saint-Aubin-d’Aubigné', ['35250']],
  ['56057', 'Le Faouët', ['56320']],
  ['56169', 'Plouhinec', ['56680']],
  ['70450', 'Rochelle', ['70120']],
  ['17300', 'La Rochelle', ['17000']],
  ['22198', 'Plœuc-L’Hermitage', ['22150']],
];

const FILE = {
  format: 'ess-communes/1',
  columns: {
    insee: ROWS.map(([insee]) => insee),
    name: ROWS.map(([, name]) => name),
    lon: ROWS.map(([insee]) => (insee === '35251' ? null : -2)),
    lat: ROWS.map(([insee]) => (insee === '35251' ? null : 48)),
    postal: ROWS.map(([, , postal]) => postal),
    epci: ROWS.map(([insee]) => (insee === '35238' ? 0 : null)),
  },
  former: { insee: ['22007'], name: ['Binic'], commune: [0] },
  epci: [{ siren: '243500139', name: 'Rennes Métropole' }],
  attribution: { fr: 'Communes : INSEE' },
  licences: [],
};

const table: CommuneTable = parseCommunes(FILE);

/** Returns the result of a look-up in short: `code how`, `? code code`, or null. */
function found(text: string, options?: Parameters<typeof findCommune>[2]): string | null {
  const result = findCommune(table, text, options);
  if (result === null) return null;
  if ('commune' in result) return `${result.commune.insee} ${result.how}`;
  return `? ${result.ambiguous.map(({ insee }) => insee).join(' ')}`;
}

describe('the commune table', () => {
  it('reads columns into communes, with their département and group', () => {
    expect(table.byInsee.get('35238')).toEqual({
      insee: '35238',
      name: 'Rennes',
      departement: '35',
      position: { lon: -2, lat: 48 },
      postal: ['35000', '35200', '35700'],
      epci: { siren: '243500139', name: 'Rennes Métropole' },
      population: null,
    });
  });

  it('keeps an unknown position unknown', () => {
    expect(table.byInsee.get('35251')?.position).toBeNull();
  });

  it('says which format it was given when it is another', () => {
    expect(() => parseCommunes({ format: 'ess-communes/2' })).toThrow(/"ess-communes\/1".*"ess-communes\/2"/u);
  });

  it('says where a file is wrong', () => {
    const broken = { ...FILE, columns: { ...FILE.columns, insee: [35238] } };
    const error = catchError(() => parseCommunes(broken));
    expect(error.code).toBe('schema');
    expect(error.details.path).toBe('columns.insee.0');
  });
});

describe('finding a commune', () => {
  it.each([
    ['22278', '22278 insee'],
    ['22007', '22055 former'],
    ['35000', '35238 postal'],
    ['Saint-Brieuc', '22278 exact'],
    ["Saint-Aubin-d'Aubigné", '35251 exact'],
    ['St Brieuc', '22278 normalised'],
    ['SAINT BRIEUC', '22278 normalised'],
    ['st-brieuc', '22278 normalised'],
    ['St. Aubin d’Aubigne', '35251 normalised'],
    ['Ste Seve', '29244 normalised'],
    ['Binic Etables s/ Mer', '22055 normalised'],
    ['PLOEUC L HERMITAGE', '22198 normalised'],
    ['Landec', '22100 normalised'],
    ['Landec (La)', '22100 normalised'],
    ['  rennes ', '35238 normalised'],
    ['Binic', '22055 former'],
  ])('reads "%s"', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ['35000 Rennes', '35238 postal'],
    ['Rennes (35700)', '35238 postal'],
    ['Rennes, 35200', '35238 postal'],
    ['35042 Rennes Cedex', '35238 exact'],
    ['Rennes Cedex 7', '35238 exact'],
    ['35238 Rennes', '35238 insee'],
    ['29200 Brest Recouvrance', '29019 postal'],
    ['99999 Rennes', null],
  ])('reads a code and a name in "%s"', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each(['', '   ', '-', 'Atlantis', '00000', '()'])('finds nothing in "%s"', (text) => {
    expect(found(text)).toBeNull();
  });

  it('does not choose between namesakes', () => {
    expect(found('Plouhinec')).toBe('? 29197 56169');
    expect(found('le faouet')).toBe('? 22057 56057');
  });

  it('lets a département settle namesakes, from the caller or from the text', () => {
    expect(found('Plouhinec', { departement: '56' })).toBe('56169 exact');
    expect(found('Plouhinec (29)')).toBe('29197 exact');
    expect(found('Le Faouët 56')).toBe('56057 exact');
    expect(found('56320 Faouët (Le)')).toBe('56057 postal');
    expect(found('Rennes', { departement: '29' })).toBeNull();
  });

  it('does not choose when a code and a name disagree', () => {
    expect(found('35000 Brest')).toBe('? 35238 29019');
  });

  it('does not choose when five figures are both an INSEE and a postal code', () => {
    expect(found('22100')).toBe('? 22100 22050');
    expect(found('22100', { code: 'insee' })).toBe('22100 insee');
    expect(found('22100', { code: 'postal' })).toBe('22050 postal');
    expect(found('22100 Dinan')).toBe('22050 postal');
    expect(found('22100 La Landec')).toBe('22100 insee');
  });

  it.each([
    ['22100 La Landec (près de Dinan)', '22100 insee'],
    ['22980 LANDEC (LA) (près de Dinan)', '22100 postal'],
    ['22680 Binic (Étables)', '22055 postal'],
    ['29600 Rennes (centre)', '? 29244 35238'],
    ['29600 Hameau (en bas)', '29244 postal'],
  ])('minds a name with an aside where there is a code: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it('leaves a name with an aside alone where nothing says that it is of the table', () => {
    expect(found('Rennes (Doubs)')).toBeNull();
    expect(found('99999 Rennes (Doubs)')).toBeNull();
  });

  it('minds an article where two names differ by it only', () => {
    expect(found('LA ROCHELLE')).toBe('17300 normalised');
    expect(found('rochelle')).toBe('70450 normalised');
  });
});

describe('the normal form of a name', () => {
  it.each([
    ['Saint-Brieuc', 'saint brieuc'],
    ['ST BRIEUC', 'saint brieuc'],
    ["L'Hermitage", 'hermitage'],
    ['Hermitage (L’)', 'hermitage'],
    ['Les Iffs', 'iffs'],
    ['Plœuc', 'ploeuc'],
    ['Larmor-Plage', 'larmor plage'],
    ['La', 'la'],
    ['', ''],
  ])('of "%s" is "%s"', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('does not change when it is normalised again', () => {
    for (const [, name] of ROWS) expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
  });
});

describe('suggesting communes', () => {
  const names = (text: string, n?: number): string[] => suggest(table, text, n).map(({ name }) => name);

  it('puts a misspelt name before a shorter one that it contains', () => {
    expect(names('St Briec')).toEqual(['Saint-Brieuc', 'Briec']);
  });

  it('forgives a letter that is missing, added, changed or swapped', () => {
    expect(names('Rnnes')[0]).toBe('Rennes');
    expect(names('Renness')[0]).toBe('Rennes');
    expect(names('Rannes')[0]).toBe('Rennes');
    expect(names('Rnenes')[0]).toBe('Rennes');
  });

  it('completes a name that was begun', () => {
    expect(names('saint aubin')).toEqual(['Saint-Aubin-d’Aubigné']);
  });

  it('offers today’s commune for a former name, and both namesakes', () => {
    expect(names('Binnic')).toEqual(['Binic-Étables-sur-Mer']);
    expect(suggest(table, 'Plouinec').map(({ insee }) => insee)).toEqual(['29197', '56169']);
  });

  it('returns no more than was asked for, and nothing for nothing', () => {
    expect(names('Plouinec', 1)).toHaveLength(1);
    expect(names('')).toEqual([]);
    expect(names('Xyzzyxyzzy')).toEqual([]);
  });

  it('measures the distance of two words, and gives up beyond the most allowed', () => {
    expect(typingDistance('briec', 'brieuc', 3)).toBe(1);
    expect(typingDistance('abcd', 'abdc', 3)).toBe(1);
    expect(typingDistance('same', 'same', 0)).toBe(0);
    expect(typingDistance('', 'ab', 3)).toBe(2);
    expect(typingDistance('kitten', 'sitting', 3)).toBe(3);
    expect(typingDistance('kitten', 'sitting', 2)).toBeNull();
  });
});

function catchError(run: () => unknown): EssError {
  try {
    run();
  } catch (error) {
    if (error instanceof EssError) return error;
  }
  throw new Error('Expected an EssError.');
}

describe('what a visitor types', () => {
  it.each([
    ['a name', 'Brest', ['29019']],
    ['a name in another spelling', 'st brieuc', ['22278']],
    ['a postal code', '29200', ['29019']],
    ['several of one name', 'plouhinec', ['29197', '56169']],
    ['a postal code that is a code of INSEE too', '22100', ['22100', '22050']],
    ['a former name', 'binic', ['22055']],
    ['the beginning of names, shortest first', 'bri', ['29020']],
    ['an article in front of one', 'le faou', ['22057', '56057']],
    ['a beginning of two letters', 'br', []],
    ['a département', '29', []],
    ['what is no place', 'épicerie', []],
    ['one without a position', 'Saint-Aubin-d’Aubigné', []],
    ['nothing', ' ', []],
  ])('may mean: %s', (_what, text, expected) => {
    expect(communesLike(table, text, 3).map(({ insee }) => insee)).toEqual(expected);
  });

  it.each([
    ['a letter missing', 'brst', ['29019']],
    ['one changed, and a code beside it', '29 rannes', ['35238']],
    ['two swapped, in a longer name', 'Saint Breiuc', ['22278']],
    ['namesakes, written wrong', 'plouinec', ['29197', '56169']],
    ['a beginning, which is no slip', 'bri', ['29020']],
    ['three letters, which are near too many names', 'brt', []],
    ['two wrong letters of a short name', 'bret s', []],
    ['what is no place', 'épicerie', []],
    ['one without a position', 'Saint-Aubin-d’Aubigny', []],
  ])('may be misspelt where nothing else is known by it: %s', (_what, text, expected) => {
    expect(communesLike(table, text, 3, true).map(({ insee }) => insee)).toEqual(expected);
  });
});
