import './all.ts';
import { describe, expect, it } from 'vitest';
import { type IndicatorTexts, type Measure, type Quantity, quantity } from '../model/index.ts';
import { addFormatLanguage } from './language.ts';
import { french } from './languages/french.ts';
import { formatCount } from './quantity.ts';
import { citation, figureSentence, figureWords, type Stated } from './sentence.ts';

const manifest = {
  publisher: { name: 'Cress Bretagne' },
  documents: { rapport: { title: { fr: 'Rapport 2024', en: '2024 report' }, date: '2025-03-05' } },
  title: { fr: 'Faits' },
  updated: '2025-04-01',
};
const source = { document: 'rapport', section: 'I.1.a', page: 4 };

function stated(q: Quantity | null, texts: Partial<IndicatorTexts>, measure: Partial<Measure> = {}): Stated {
  const base = {
    indicator: 'x',
    period: '2024',
    quantity: q,
    basis: 'published',
    population: null,
    missing: null,
  } as const;
  const said = { definition: { fr: '…' }, kind: 'flow', unit: q?.unit ?? 'people', dimensions: [] } as const;
  return {
    manifest,
    measure: { ...base, sources: [source], notes: [], ...measure },
    texts: { label: { fr: 'Adhérents', br: 'Izili', en: 'Members' }, ...said, ...texts },
  };
}

/** No-break spaces as plain ones, so that sentences can be read here. */
const plain = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const say = (s: Stated, lang = 'fr'): string => plain(figureSentence(s, lang));
const label = (fr: string, en = fr): Partial<IndicatorTexts> => ({ label: { fr, en } });

describe('the sentence of a figure', () => {
  it('says who has how many of what, when, and where that stands', () => {
    const members = stated(quantity(117, 'members'), { kind: 'stock' });
    expect(say(members)).toBe(
      'Au 31 décembre 2024, la Cress Bretagne compte 117 adhérents (source : Rapport 2024, I.1.a, p. 4).',
    );
    expect(say(members, 'en')).toBe(
      'On 31 December 2024, Cress Bretagne had 117 members (source: 2024 report, I.1.a, p. 4).',
    );
    expect(say(members, 'br')).toBe(
      'D’an 31 a viz Kerzu 2024 e oa 117 ezel gant Cress Bretagne (mammenn : Rapport 2024, I.1.a, p. 4).',
    );
  });

  it('gives nobody the members of another network, nor those of a file', () => {
    const members = stated(quantity(12, 'members'), { kind: 'stock' }, { where: 'network=aub' });
    expect(say({ ...members, limits: ['AUB'] })).toMatch(/^AUB : au 31 décembre 2024, on compte 12 adhérents \(source/);
    const file = { ...manifest, publisher: { name: 'membres_2025.csv' } };
    expect(say({ ...stated(quantity(12, 'members'), {}), manifest: file })).toMatch(/on compte 12 adhérents/);
  });

  it('counts what a label names in the plural, and writes prefixes in full', () => {
    const pupils = stated(quantity(1500, 'people', '~'), label('Élèves impliqués', 'Pupils involved'));
    expect(say(pupils)).toMatch(/^En 2024, on compte environ 1 500 élèves impliqués \(/);
    expect(say(pupils, 'en')).toMatch(/^In 2024, there were about 1,500 pupils involved \(/);
    const one = stated(quantity(1, 'people'), label('Élèves impliqués'));
    expect(say(one)).toMatch(/^En 2024, l’indicateur « Élèves impliqués » est de 1 personne \(/);
  });

  it('counts no two things as one', () => {
    const moves = stated(quantity(18, 'people'), label('Arrivées et départs', 'Arrivals and departures'));
    expect(say(moves)).toMatch(/^En 2024, l’indicateur « Arrivées et départs » est de 18 personnes \(/);
    expect(say(moves, 'en')).toMatch(/the indicator “Arrivals and departures” was 18 people \(/);
    const hubs = stated(quantity(18, 'organisations'), label('Adhérents des pôles et des réseaux'));
    expect(say(hubs)).toMatch(/on compte 18 adhérents des pôles et des réseaux \(/);
  });

  it('gives a rate its article where its first word is known, and elides', () => {
    const part = label('Part des événements nationaux', 'Share of national events');
    expect(say(stated(quantity(17.5, 'percent'), part))).toMatch(
      /^En 2024, la part des événements nationaux est de 17,5 %/,
    );
    expect(say(stated(quantity(17.5, 'percent'), part), 'en')).toMatch(/the share of national events was 17.5%/);
    const about = quantity(20, 'percent', '~');
    expect(say(stated(about, label('Évolution nette')))).toMatch(/l’évolution nette est d’environ 20 %/);
    expect(say(stated(quantity(90, 'percent'), label('Mandats représentés')))).toMatch(
      /l’indicateur « Mandats représentés » est de 90 %/,
    );
  });

  it('writes a change with its sign, whole and in parts', () => {
    const net = { ...label('Évolution nette des adhésions', 'Net change in members'), signed: true } as const;
    expect(say(stated(quantity(3, 'members'), net))).toMatch(
      /^En 2024, l’évolution nette des adhésions est de \+3 adhérents \(/,
    );
    expect(say(stated(quantity(-3, 'members'), net), 'en')).toMatch(
      /^In 2024, the net change in members was −3 members/,
    );
    const parts = [212, -141].map((n) => ({
      id: `${n}`,
      label: { fr: `Canal ${n}` },
      quantity: quantity(n, 'members'),
    }));
    expect(say(stated(quantity(71, 'members'), net, { parts }))).toContain('Canal 212 (+212), Canal -141 (−141)');
    const gained = { ...label('Abonnés gagnés'), signed: true } as const;
    expect(say(stated(quantity(71, 'subscribers'), gained))).toContain('« Abonnés gagnés » est de +71 abonnés');
  });

  it('says of a ratio what is counted, once', () => {
    const perEvent = stated(quantity(60.6, 'people/event'), label('Public par événement', 'People per event'));
    expect(say(perEvent)).toMatch(/le public par événement est de 60,6 personnes \(/);
    expect(say(perEvent, 'en')).not.toContain('Cress Bretagne had');
  });

  it('names its parts, the largest first where they are many', () => {
    const dimension = { id: 'college', label: { fr: 'collège', en: 'college' }, exclusive: true };
    const parts = [3, 6].map((n, at) => ({ id: `${at}`, label: { fr: `C${at}` }, quantity: quantity(n, 'members') }));
    const few = stated(quantity(9, 'members'), { dimensions: [dimension] }, { by: 'college', parts });
    expect(say(few)).toMatch(/compte 9 adhérents, par collège : C0 \(3\), C1 \(6\) \(source/);
    const many = [...Array(20).keys()].map((n) => ({
      id: `${n}`,
      label: { fr: `C${n}` },
      quantity: quantity(n, 'members'),
    }));
    const alone = stated(null, { dimensions: [dimension] }, { by: 'college', parts: many });
    expect(say(alone)).toMatch(/« Adhérents » donne, par collège : C19 \(19 adhérents\), C18 .* et 12 autres/);
  });

  it('gives each part its own unit where one is not that of the whole', () => {
    const units = ['people', 'organisations'];
    const parts = units.map((unit, at) => ({ id: unit, label: { fr: `R${at}` }, quantity: quantity(at + 2, unit) }));
    const reach = stated(quantity(44, 'people'), label('Public', 'Reach'), { parts, by: 'x' });
    expect(say(reach)).toMatch(
      /^En 2024, le public est de 44 personnes : R0 \(2 personnes\), R1 \(3 organisations\) \(/,
    );
    expect(say(reach, 'en')).toMatch(/44 people: R0 \(2 people\), R1 \(3 organisations\) \(/);
  });

  it('names several figures that stand together, each with its value, and no name for all', () => {
    const parts = ['Arrivées', 'Départs'].map((fr, at) => ({
      id: fr,
      label: { fr },
      quantity: quantity(at + 6, 'members'),
    }));
    const one = stated(quantity(6, 'members'), {});
    const together = stated(null, label('Arrivées et départs', 'In and out'), { parts, combines: [one.measure] });
    expect(say(together)).toMatch(/^En 2024 : Arrivées \(6 adhérents\), Départs \(7 adhérents\) \(source/);
    expect(say({ ...together, measure: { ...together.measure, parts: [] } })).toBe('');
  });

  it('says its doubts', () => {
    const partial = stated({ ...quantity(3, 'members'), partial: 'incomplet' }, {});
    expect(say(partial)).toContain('(chiffre partiel ; source');
    const differs = { agrees: false, published: quantity(3, 'members'), computed: quantity(4, 'members') };
    expect(say(stated(quantity(3, 'members'), {}, { basis: 'both', agreement: differs }))).toContain('à vérifier');
  });

  it('names each of its documents with its own places, none of them where they are many', () => {
    const documents = { ...manifest.documents, bilan: { title: { fr: 'Bilan' } }, note: { title: { fr: 'Note' } } };
    const at = (...sources: Measure['sources']): string =>
      say({ ...stated(quantity(9, 'members'), {}, { sources }), manifest: { ...manifest, documents } });
    const pages = (n: number) => [...Array(n).keys()].map((page) => ({ ...source, page: page + 1 }));
    expect(at(source, source, { document: 'bilan', section: 'II', page: 2 })).toContain(
      '(source : Rapport 2024, I.1.a, p. 4 ; Bilan, II, p. 2)',
    );
    expect(at({ document: 'note' })).toContain('(source : Note)');
    expect(at(...pages(3))).toContain('Rapport 2024, I.1.a, p. 1 ; I.1.a, p. 2 ; I.1.a, p. 3)');
    expect(at(...pages(4))).toContain('(source : Rapport 2024)');
  });

  it('says by what it is split where its label does not', () => {
    const dimensions = [{ id: 'type', label: { fr: 'type de structure' }, exclusive: true }];
    const parts = [{ id: 'a', label: { fr: 'Associations' }, quantity: quantity(9, 'people') }];
    const by = (fr: string): string =>
      say(stated(quantity(9, 'people'), { ...label(fr), dimensions }, { by: 'type', parts }));
    expect(by('Participants par Type de structure')).toMatch(/personnes : Associations \(9\)/);
    expect(by('Participants')).toMatch(/9 participants, par type de structure : Associations \(9\)/);
  });

  it('says that a figure was computed from a document which does not print it', () => {
    const loyalty = stated(quantity(94.7, 'percent'), label('Fidélité des adhérents', 'Share of members who stay'));
    const computed = { ...loyalty, measure: { ...loyalty.measure, basis: 'computed' } } as const;
    expect(say(computed)).toBe(
      'En 2024, la fidélité des adhérents est de 94,7 % (chiffre calculé d’après « Rapport 2024 », I.1.a, p. 4).',
    );
    expect(say(computed, 'en')).toMatch(/94.7% \(figure computed from “2024 report”, I\.1\.a, p\. 4\)\.$/);
    expect(say(computed, 'br')).toMatch(/94,7 % \(sifr jedet diwar « Rapport 2024 », I\.1\.a, p\. 4\)\.$/);
    const listed = { ...computed, measure: { ...computed.measure, basis: 'listed' } } as const;
    expect(say(listed)).toMatch(/\(chiffre partiel ; chiffre calculé d’après « Rapport 2024 », I\.1\.a, p\. 4\)\.$/);
    // Figures that stand together are of unlike origins: printed, and printed and computed.
    const both = { ...loyalty.measure, basis: 'both' } as const;
    const parts = [{ id: 'a', label: { fr: 'Un an' }, quantity: quantity(94.7, 'percent') }];
    const together = (...combines: readonly Measure[]): string =>
      say({ ...computed, measure: { ...computed.measure, quantity: null, parts, combines } });
    expect(together(loyalty.measure, both)).toBe('En 2024 : Un an (94,7 %) (source : Rapport 2024, I.1.a, p. 4).');
    expect(together(loyalty.measure, computed.measure)).toContain('(chiffre calculé d’après « Rapport 2024 »');
    const bare = { ...computed, measure: { ...computed.measure, sources: [] } };
    expect(say(bare)).toMatch(/\(chiffre calculé d’après « Faits » ; données : Cress Bretagne\)\.$/);
  });

  it('says when: a day, two days, a month, a part of a year, a school year, a range', () => {
    const at = (period: string, lang: string): string =>
      say(stated(quantity(9, 'members'), {}, { period }), lang).split(/, | e oa/)[0] ?? '';
    const periods = ['2024-06-18', '2024-10-18/2024-10-19', '2024-06', '2024-H1', '2024-Q4', '2023-SY', '2022/2024'];
    expect(periods.map((period) => at(period, 'fr'))).toEqual([
      'Le 18 juin 2024',
      'Les 18 et 19 octobre 2024',
      'En juin 2024',
      'Au 1er semestre 2024',
      'Au 4e trimestre 2024',
      'Pendant l’année scolaire 2023-2024',
      'De 2022 à 2024',
    ]);
    expect(periods.map((period) => at(period, 'en'))).toEqual([
      'On 18 June 2024',
      'On 18 and 19 October 2024',
      'In June 2024',
      'In the 1st half of 2024',
      'In the 4th quarter of 2024',
      'In the school year 2023-2024',
      'From 2022 to 2024',
    ]);
    expect(periods.map((period) => at(period, 'br'))).toEqual([
      'D’an 18 a viz Mezheven 2024',
      'D’an 18 ha 19 a viz Here 2024',
      'E miz Mezheven 2024',
      'E-pad ar 1añ hanter-bloaz 2024',
      'E-pad ar 4e trimiziad 2024',
      'E-pad ar bloavezh-skol 2023-2024',
      'Eus 2022 da 2024',
    ]);
  });

  it('is none where nothing is known', () => {
    expect(figureSentence(stated(null, {}), 'fr')).toBe(null);
    const unknown = [{ id: 'a', label: { fr: 'A' }, quantity: null }];
    expect(figureSentence(stated(null, {}, { by: 'x', parts: unknown }), 'fr')).toBe(null);
  });
});

describe('the reference of a figure', () => {
  const members = stated(quantity(117, 'members'), { kind: 'stock' });
  const reading = { address: 'https://exemple.org/rapport', day: '2026-11-25' };

  it('names the author, the year, the document, the place, the page and the day', () => {
    expect(plain(citation(members, reading, 'fr'))).toBe(
      'Cress Bretagne (2025). « Adhérents », au 31 décembre 2024. Dans Rapport 2024, section I.1.a, p. 4. Disponible sur ' +
        'https://exemple.org/rapport (consulté le 25 novembre 2026).',
    );
    expect(plain(citation(members, reading, 'en'))).toBe(
      'Cress Bretagne (2025). “Members”, on 31 December 2024. In 2024 report, section I.1.a, p. 4. Available at ' +
        'https://exemple.org/rapport (accessed 25 November 2026).',
    );
    expect(plain(citation(members, reading, 'br'))).toMatch(/gwelet d’ar 25 a viz Du 2026/);
  });

  it('names what the figure is kept to', () => {
    const board = {
      ...stated(quantity(6, 'meetings'), label('Réunions des instances')),
      limits: ['Bureau', 'Finistère'],
    };
    expect(plain(citation(board, reading, 'fr'))).toMatch(
      /\. « Réunions des instances, Bureau, Finistère », en 2024\. /,
    );
  });

  it('has quotes of the second kind within its quotes', () => {
    const workshop = { ...members, limits: ['Fresque « Décider ensemble »'] };
    expect(plain(citation(workshop, reading, 'fr'))).toContain('« Adhérents, Fresque “Décider ensemble” », au 31');
    expect(plain(citation(workshop, reading, 'br'))).toContain('« Izili, Fresque “Décider ensemble” », d’an 31');
    const english = { ...members, limits: ['Workshop “Deciding together”'] };
    expect(citation(english, reading, 'en')).toContain('“Members, Workshop ‘Deciding together’”, on 31');
  });

  it('says that a figure was computed, and from what', () => {
    const computed = { ...members, measure: { ...members.measure, basis: 'computed' } } as const;
    const said = (lang: string): string => plain(citation(computed, reading, lang));
    expect(said('fr')).toMatch(
      /2024\. Chiffre calculé d’après « Rapport 2024 », section I\.1\.a, p\. 4\. Disponible sur /,
    );
    expect(said('en')).toMatch(/2024\. Figure computed from “2024 report”, section I\.1\.a, p\. 4\. Available at /);
    expect(said('br')).toMatch(/2024\. Sifr jedet diwar « Rapport 2024 », rann I\.1\.a, p\. 4\. /);
    const bare = { ...computed, measure: { ...computed.measure, sources: [] } };
    expect(plain(citation(bare, reading, 'fr'))).toMatch(/2024\. Chiffre calculé d’après « Faits »\. Disponible sur /);
  });

  it('names the data set where there is no document, and no address that nobody could open', () => {
    const unplaced = stated(quantity(3, 'members'), {}, { sources: [] });
    expect(plain(citation(unplaced, { ...reading, address: '' }, 'fr'))).toBe(
      'Cress Bretagne (2025). « Adhérents », en 2024. Dans Faits. Consulté le 25 novembre 2026.',
    );
  });
});

describe('a sentence that is read aloud', () => {
  const part = (fr: string, value: number) => ({ id: fr, label: { fr }, quantity: quantity(value, 'people') });

  it('parts by semicolons what has a comma in its name', () => {
    const board = (...parts: ReturnType<typeof part>[]): string =>
      say(stated(null, label('Présence'), { by: 'attendance', parts }));
    expect(board(part('Présents', 72), part('Excusés, représentés', 18), part('Absents', 10))).toContain(
      'Présents (72 personnes) ; Excusés, représentés (18 personnes) ; Absents (10 personnes) (source',
    );
    expect(board(part('Présents', 72), part('Absents', 10))).toContain(
      'Présents (72 personnes), Absents (10 personnes) (',
    );
  });

  it('says a range in words', () => {
    const range: Quantity = { op: 'range', min: 15, max: 20, unit: 'people' };
    expect(say(stated(range, label('Participants', 'Participants')))).toMatch(
      /^En 2024, on compte 15 à 20 participants \(/,
    );
    expect(say(stated({ ...range, approx: true }, label('Public accueilli')))).toMatch(
      /^En 2024, le public accueilli est d’environ 15 à 20 personnes \(/,
    );
    expect(say(stated(range, label('Participants')), 'en')).toMatch(/15.to.20/);
  });

  it('gives in English its article to a label that names one thing', () => {
    const said = (name: string): string =>
      say(stated(quantity(50, 'percent'), label(name)), 'en').replace(/ was .*/, '');
    expect(said('Response rate of the surveys')).toBe('In 2024, the response rate of the surveys');
    expect(said('Member retention')).toBe('In 2024, the member retention');
    expect(said('Attendance')).toBe('In 2024, the attendance');
    expect(said('Votes in favour')).toBe('In 2024, the indicator “Votes in favour”');
  });

  it('counts nothing by what it can be split by, which would be a ratio', () => {
    const split = label('Participants par type de structure');
    expect(say(stated(quantity(33, 'people'), split))).toMatch(
      /^En 2024, l’indicateur « Participants par type de structure » est de 33 personnes \(/,
    );
    const ratio = label('Événements par organisateur');
    expect(say(stated(quantity(2.1, 'events/organisation'), ratio))).toMatch(
      /on compte 2,1 événements par organisateur \(/,
    );
    const helped = label('Structures accompagnées par le DLA');
    expect(say(stated(quantity(89, 'organisations'), helped))).toMatch(
      /on compte 89 structures accompagnées par le DLA \(/,
    );
  });
});

describe('a figure beside its name', () => {
  it('is its value, its word and when that was', () => {
    const words = (s: Stated, lang = 'fr'): string => plain(figureWords(s, lang));
    const members = stated(quantity(117, 'members'), { kind: 'stock' });
    expect([words(members), words(members, 'en'), words(members, 'br')]).toEqual([
      '117 adhérents au 31 décembre 2024',
      '117 members on 31 December 2024',
      '117 ezel d’an 31 a viz Kerzu 2024',
    ]);
    expect(words(stated(quantity(120, 'people', '~'), {}, { period: '2023-SY' }))).toBe(
      'environ 120 personnes pendant l’année scolaire 2023-2024',
    );
    expect(words(stated(quantity(3, 'members'), { signed: true }))).toBe('+3 adhérents en 2024');
    expect(figureWords(stated(null, {}), 'fr')).toBe(null);
  });
});

describe('a sentence in a language of the caller', () => {
  it('is French: there are no words for it', () => {
    const members = stated(quantity(1117, 'members'), {});
    addFormatLanguage({ ...french, lang: 'oc', thousands: '.' });
    expect(formatCount(quantity(1117, 'members'), 'oc')).toContain('1.117');
    expect(figureSentence(members, 'oc')).toBe(figureSentence(members, 'fr'));
    expect(figureWords(members, 'oc')).toBe(figureWords(members, 'fr'));
  });
});
