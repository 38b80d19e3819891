/** The story of 2024: what it shows has values, and each false statement that is planted in it is refused. */
import '@ess-widgets/core/format/all';
import { problemsOfStory } from '@ess-widgets/core/checks';
import { readStory } from '@ess-widgets/core/data/story';
import { directoryOf } from '@ess-widgets/core/directory';
import { formatInWords, formatQuantity } from '@ess-widgets/core/format';
import {
  blocksOf,
  type CollectionName,
  type Dataset,
  figuresOf,
  forAudience,
  keptRecords,
  type Measure,
  type Quantity,
  records,
  runsOf,
  type Story,
  storyParts,
} from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';
import { catalogueOf, readReportDocument, readStoryDocument, readStoryText } from './report.ts';

const dataset = await readDataset();
const report = await readReportDocument(dataset);
const story = await readStoryDocument(dataset, report);
const { text: written, url } = await readStoryText(dataset);
const catalogue = rememberedIn(catalogueOf(dataset));
const observations = new Map(records(dataset, 'observations').map((each) => [each.id, each]));

/** Returns a catalogue that computes each measure once: a story with one planted fault asks for all the others again. */
function rememberedIn(whole: ReturnType<typeof catalogueOf>): ReturnType<typeof catalogueOf> {
  const known = new WeakMap<Dataset, Map<string, Measure>>();
  return Object.fromEntries(
    Object.entries(whole).map(([id, indicator]) => {
      const compute: typeof indicator.compute = (of, request) => {
        const measures = known.get(of) ?? new Map<string, Measure>();
        known.set(of, measures);
        const key = `${id} ${JSON.stringify(request)}`;
        const measure = measures.get(key) ?? indicator.compute(of, request);
        measures.set(key, measure);
        return measure;
      };
      return [id, { ...indicator, compute }];
    }),
  );
}

/** A text as somebody reads it. */
function read(text: string, lang: string): string {
  return runsOf(text)
    .map((run) => {
      if (run.kind === 'text') return run.text;
      const quantity: Quantity | null | undefined =
        run.kind === 'observation'
          ? observations.get(run.observation)?.quantity
          : catalogue[run.indicator]?.compute(dataset, { period: report.period, ...run }).quantity;
      if (!quantity) throw new Error(`${JSON.stringify(run)} has no value`);
      const isFirst = run.isFirst === true;
      return run.inWords ? formatInWords(quantity, lang, { isFirst }) : formatQuantity(quantity, lang);
    })
    .join('');
}

describe('the story of 2024', () => {
  it('reads as its messages are meant, in French and in English', () => {
    const said = (lang: string) =>
      story.messages.map(({ title, text }) => [title, text].map((each) => read(each[lang] ?? '', lang)));
    expect(said('fr').map(([title]) => title)).toEqual([
      '117 adhérents\u202f: troisième année de hausse',
      'En septembre, 18 structures sur 22 choisissent les groupements',
      '330 événements\u202f: plus d’un sur six en France, pour un habitant sur vingt',
      '3\u202f160 emplois concernés, dans 89 structures accompagnées',
      'Transition écologique\u202f: 137 organisations sensibilisées, 15 accompagnées une à une',
      'Réemploi textile\u202f: 6 candidatures bretonnes sur 11 retenues\u202f; en France, 34 sur 103',
    ]);
    expect(said('fr')[1]?.[1]).toBe(
      'Quatre scénarios, neuf comités de pilotage, un choix qui demandait quatre voix sur cinq. En novembre, 20 structures l’approuvent\u202f; les deux Pôles restés en désaccord quittent le collectif. En décembre, de nouveaux statuts sont adoptés à Morlaix à 96,4\u202f%.',
    );
    expect(said('en')[1]?.[1]).toMatch(
      /^Four scenarios, nine steering committees, .* In November, 20 .* two hubs still opposed leave .* 96\.4%/,
    );
  });

  it('is a proposal as long as nobody has signed it', () => {
    expect(story.signed).toBeUndefined();
  });

  it('is in French typography', () => {
    for (const { texts, path } of storyParts(story))
      for (const text of Object.values(texts)) expect(text.fr, path).not.toMatch(/'| [:;?!»]|« /);
  });

  it('has blocks that show something', () => {
    const shown = forAudience(dataset);
    for (const { block, field } of blocksOf(story)) {
      for (const { indicator, ...asked } of figuresOf(block)) {
        const { quantity, parts = [] } =
          catalogue[indicator]?.compute(shown, { period: report.period, ...asked }) ?? {};
        expect([quantity, ...parts.map((part) => part.quantity)].some(Boolean), field).toBe(true);
      }
      if (block.type === 'map') {
        const layers = ['projects', 'events'] as const;
        const kept = layers.filter((layer) => block.layers.includes(layer));
        const entries = directoryOf(shown, { layers: kept, where: block.where, period: block.period ?? report.period });
        expect(entries.filter(({ position }) => position).length, field).toBeGreaterThan(2);
      }
      const lists = block.type === 'timeline' ? block.collections : block.type === 'table' ? [block.collection] : [];
      for (const name of lists) {
        if (name === undefined || !('where' in block)) continue;
        const kept = keptRecords<object>(records(shown, name as CollectionName), block.where);
        expect(kept.length, `${field} ${name}`).toBeGreaterThan(0);
      }
    }
  });

  it('has no problem', () => {
    expect(problemsOfStory(story, report, dataset, catalogue)).toEqual([]);
  });
});

type Raw = Record<string, unknown>;
/** A change of the document as it is written, and the rule, field and words of the finding that refuses it. */
type Plant = readonly [name: string, rule: string, field: RegExp, change: (story: Draft) => unknown];

interface Draft extends Raw {
  period: string;
  cover: { title: Raw; standfirst: Raw; claims: Raw[] };
  messages: (Raw & { title: Record<string, string>; text: Record<string, string>; claims: Raw[]; chart: Raw })[];
  doors: (Raw & { sections: string[]; figures: Raw[] })[];
  chapters: (Raw & {
    thesis: Record<string, string>;
    claims: Raw[];
    steps: (Raw & { sections: string[]; chart: Raw })[];
  })[];
}

const message = ({ messages }: Draft, at: number) => messages[at] as Draft['messages'][number];
const chapter = ({ chapters }: Draft, at: number) => chapters[at] as Draft['chapters'][number];
const step = (of: Draft, at: number, rank: number) =>
  chapter(of, at).steps[rank] as Draft['chapters'][number]['steps'][number];
const door = ({ doors }: Draft, at: number) => doors[at] as Draft['doors'][number];
const claimOf = (of: Draft, at: number, rank: number) => message(of, at).claims[rank] as Raw;
/** Replaces words of a text, which must be there. */
const say = (text: Record<string, string>, lang: string, before: string, after: string): void => {
  if (!text[lang]?.includes(before)) throw new Error(`"${before}" is not in "${text[lang]}"`);
  text[lang] = text[lang].replace(before, after);
};

const SUCCESS = 'call-success-rate call=ami-ess-france-refashion';
const BETTER = { fr: 'mieux que l’ensemble', en: 'better than overall' };
/** Writes that Brittany did better than all of France in a call, with a claim that says so, which is right without more. */
function compared(s: Draft, more: Raw): void {
  say(message(s, 5).title, 'fr', 'retenues', 'retenues, mieux que l’ensemble');
  say(message(s, 5).title, 'en', 'selected', 'selected, better than overall');
  message(s, 5).claims.push({
    says: 'compare',
    of: `${SUCCESS} territory=region-53`,
    to: SUCCESS,
    op: '>',
    words: BETTER,
    ...more,
  });
}

const FALSE: readonly Plant[] = [
  [
    'a half that is a sixth',
    'story-claims',
    /^messages\.0\.claims\.2$/,
    (s) => (claimOf(s, 0, 2)['of'] = 'members-stock college=cooperatives'),
  ],
  [
    'half of a larger whole',
    'story-claims',
    /^messages\.0\.claims\.2$/,
    (s) => (claimOf(s, 0, 2)['to'] = 'poles-organisations'),
  ],
  [
    'a fourth year of growth',
    'story-claims',
    /^messages\.0\.title\.fr$/,
    (s) => say(message(s, 0).title, 'fr', 'troisième', 'quatrième'),
  ],
  [
    'a fourth year of growth, claimed',
    'story-claims',
    /^messages\.0\.claims\.0$/,
    (s) => {
      say(message(s, 0).title, 'fr', 'troisième', 'quatrième');
      say(message(s, 0).title, 'en', 'third', 'fourth');
      claimOf(s, 0, 0)['value'] = 4;
    },
  ],
  [
    'a fall in place of a rise',
    'story-claims',
    /^messages\.0\.title\.fr$/,
    (s) => say(message(s, 0).title, 'fr', 'hausse', 'baisse'),
  ],
  [
    'a fall that is claimed',
    'story-claims',
    /^messages\.0\.claims\.1$/,
    (s) => {
      say(message(s, 0).title, 'fr', 'hausse', 'baisse');
      say(message(s, 0).title, 'en', 'growth', 'decline');
      claimOf(s, 0, 1)['op'] = '<';
    },
  ],
  [
    'a rise of at least minus ten',
    'story-claims',
    /^messages\.0\.title\.(fr|en)$/,
    (s) => (claimOf(s, 0, 1)['value'] = -10),
  ],
  [
    'a greater share than it is',
    'story-claims',
    /^messages\.2\.title\.fr$/,
    (s) => say(message(s, 2).title, 'fr', 'un sur six', 'un sur cinq'),
  ],
  [
    'a greater share, claimed',
    'story-claims',
    /^messages\.2\.claims\.0$/,
    (s) => {
      say(message(s, 2).title, 'fr', 'un sur six', 'un sur cinq');
      say(message(s, 2).title, 'en', 'one in six', 'one in five');
      claimOf(s, 2, 0)['value'] = 0.2;
    },
  ],
  [
    'a smaller share than it is',
    'story-claims',
    /^messages\.2\.title\.fr$/,
    (s) => say(message(s, 2).title, 'fr', 'plus d’un', 'moins d’un'),
  ],
  ['a share without a number', 'story-claims', /^messages\.2\.claims\.0$/, (s) => delete claimOf(s, 2, 0)['value']],
  [
    'a share of no percentage',
    'story-claims',
    /^messages\.2\.claims\.0$/,
    (s) => (claimOf(s, 2, 0)['of'] = 'month-events'),
  ],
  [
    'better, without a claim',
    'story-claims',
    /^messages\.5\.title\.fr$/,
    (s) => say(message(s, 5).title, 'fr', 'retenues', 'retenues, mieux que l’ensemble'),
  ],
  [
    'a comparison turned round',
    'story-claims',
    /^messages\.5\.claims\.0$/,
    (s) => compared(s, { of: SUCCESS, to: `${SUCCESS} territory=region-53` }),
  ],
  ['twice as good', 'story-claims', /^messages\.5\.claims\.0$/, (s) => compared(s, { value: 2 })],
  [
    'a comparison of two units',
    'story-claims',
    /^messages\.5\.claims\.0$/,
    (s) => compared(s, { to: 'call-applications call=ami-ess-france-refashion' }),
  ],
  ['a comparison with nothing', 'story-claims', /^messages\.5\.claims\.0$/, (s) => compared(s, { to: undefined })],
  [
    'a claim on a partial value',
    'story-claims',
    /^messages\.3\.claims\.1$/,
    (s) =>
      message(s, 3).claims.push({
        says: 'share',
        of: 'dla-missions mode=individual',
        to: 'dla-missions',
        op: '>',
        value: 0.9,
      }),
  ],
  [
    'a claim on an approximate value',
    'story-claims',
    /^messages\.2\.claims\.2$/,
    (s) =>
      message(s, 2).claims.push({ says: 'compare', of: 'month-attendance', to: 'school-pupils', op: '>', value: 12 }),
  ],
  [
    'a rank that it does not have',
    'story-claims',
    /^messages\.0\.claims\.3$/,
    (s) => message(s, 0).claims.push({ says: 'rank', of: 'members-stock college=poles-ess', value: 2 }),
  ],
  [
    'a claim of an unknown kind',
    'story-claims',
    /^messages\.0\.claims\.3$/,
    (s) => message(s, 0).claims.push({ says: 'hope', of: 'members-stock' }),
  ],
  ['a source that is no section', 'story-claims', /^messages\.3\.claims\.0$/, (s) => (claimOf(s, 3, 0)['of'] = 'II.9')],
  ['a fall without a source', 'story-claims', /^messages\.3\.text\.fr$/, (s) => (message(s, 3).claims = [])],
  ['a fall whose source says a rise', 'story-claims', /^messages\.3\.text\.fr$/, (s) => (claimOf(s, 3, 0)['op'] = '>')],
  [
    'a second rise that one claim cannot carry',
    'story-claims',
    /^messages\.0\.text\.fr$/,
    (s) => say(message(s, 0).text, 'fr', 'Pôles et incubateurs', 'En progression, Pôles et incubateurs'),
  ],
  [
    'a half of something else',
    'story-claims',
    /^messages\.1\.title\.fr$/,
    (s) => say(message(s, 1).title, 'fr', 'choisissent', 'et la moitié des Pôles choisissent'),
  ],
  [
    'a first place',
    'story-claims',
    /^messages\.4\.text\.fr$/,
    (s) => say(message(s, 4).text, 'fr', 'Dans la région', 'Première de France'),
  ],
  [
    'a majority',
    'story-claims',
    /^messages\.4\.text\.fr$/,
    (s) => say(message(s, 4).text, 'fr', 'entendues', 'entendues, une majorité,'),
  ],
  [
    'a doubling in a thesis',
    'story-claims',
    /^chapters\.3\.thesis\.fr$/,
    (s) => say(chapter(s, 3).thesis, 'fr', 'se forme', 'a doublé et se forme'),
  ],
  [
    'more than before, in English alone',
    'story-claims',
    /^messages\.1\.text\.en$/,
    (s) => say(message(s, 1).text, 'en', 'one choice', 'more choice'),
  ],
  [
    'a rise in the title of a block',
    'story-claims',
    /^messages\.1\.chart\.title\.fr$/,
    (s) => (message(s, 1).chart['title'] = { fr: 'Des réunions en hausse', en: 'Meetings' }),
  ],
  [
    'a claim on what is no figure',
    'story-claims',
    /^messages\.0\.claims\.1$/,
    (s) => (claimOf(s, 0, 1)['of'] = 'Adhérents'),
  ],
];

const SLOTS: readonly Plant[] = [
  [
    'a number by hand',
    'story-slots',
    /^messages\.0\.title\.fr$/,
    (s) => say(message(s, 0).title, 'fr', '[[members-stock|number]]', '117'),
  ],
  [
    'a large number by hand',
    'story-slots',
    /^messages\.3\.title\.fr$/,
    (s) => say(message(s, 3).title, 'fr', '[[dla-jobs|number]]', '3\u202f160'),
  ],
  [
    'a number in words by hand',
    'story-slots',
    /^messages\.1\.text\.fr$/,
    (s) => say(message(s, 1).text, 'fr', '[[#poles-exited|word]] Pôles', 'Trois Pôles'),
  ],
  [
    'a number in English words',
    'story-slots',
    /^messages\.1\.text\.en$/,
    (s) => say(message(s, 1).text, 'en', 'hubs still opposed', 'and three hubs still opposed'),
  ],
  [
    'a percentage by hand',
    'story-slots',
    /^chapters\.0\.thesis\.fr$/,
    (s) => say(chapter(s, 0).thesis, 'fr', 'une action', 'une action, 12,5 % de plus'),
  ],
  [
    'an indicator that does not exist',
    'report-indicator',
    /^messages\.0\.text$/,
    (s) => say(message(s, 0).text, 'fr', 'members-left', 'members-leaving'),
  ],
  [
    'an observation that does not exist',
    'story-slots',
    /^messages\.1\.text$/,
    (s) => say(message(s, 1).text, 'fr', '#poles-exited', '#poles-entered'),
  ],
  [
    'a figure that was only planned',
    'story-slots',
    /^messages\.4\.text$/,
    (s) => say(message(s, 4).text, 'fr', '#tee-network-candidates', '#sustainable-mobility-trainings-planned'),
  ],
  [
    'a value that nobody knows',
    'story-slots',
    /^messages\.0\.title$/,
    (s) => say(message(s, 0).title, 'fr', 'members-stock', 'members-stock@2019'),
  ],
  [
    'an internal figure',
    'story-slots',
    /^doors\.0\.figures\.0$/,
    (s) => (door(s, 0).figures[0] = { indicator: 'staff-movements', where: 'direction=in' }),
  ],
  [
    'a dimension that it does not have',
    'report-dimension',
    /^messages\.0\.text$/,
    (s) => say(message(s, 0).text, 'fr', 'college=poles-ess', 'colour=blue'),
  ],
  [
    'brackets that hold anything else',
    'story-slots',
    /^cover\.title\.fr$/,
    (s) => (s.cover.title['fr'] = 'Une année [[en hausse]]'),
  ],
  [
    'a word for a period that stands for none',
    'report-word',
    /^cover\.standfirst$/,
    (s) => say(s.cover.standfirst as Record<string, string>, 'fr', '[[@period]]', '[[@periode]]'),
  ],
  [
    'another figure in English',
    'story-slots',
    /^messages\.0\.text\.en$/,
    (s) => say(message(s, 0).text, 'en', 'members-joined', 'members-left'),
  ],
];

const SHAPES: readonly Plant[] = [
  ['a story of another year', 'story-shape', /^period$/, (s) => (s.period = '2023')],
  [
    'a seventh message',
    'story-shape',
    /^messages$/,
    (s) => s.messages.push({ ...structuredClone(message(s, 1)), id: 'seventh' }),
  ],
  ['two messages of one address', 'story-shape', /^messages\.1$/, (s) => (message(s, 1)['id'] = message(s, 0)['id'])],
  ['an id that makes no address', 'story-shape', /^messages\.0\.id$/, (s) => (message(s, 0)['id'] = 'Nos adhérents')],
  ['a section that is gone', 'story-shape', /^messages\.0\.section$/, (s) => (message(s, 0)['section'] = 'I.9')],
  ['a section of another chapter', 'story-shape', /^messages\.0\.section$/, (s) => (message(s, 0)['section'] = 'II.1')],
  ['a chapter that is gone', 'story-shape', /^messages\.0\.chapter$/, (s) => (message(s, 0)['chapter'] = 'V')],
  [
    'a text that is too short',
    'story-shape',
    /^messages\.4\.text\.fr$/,
    (s) => (message(s, 4).text['fr'] = 'Trop court, et sans les chiffres.'),
  ],
  [
    'a text that is too long',
    'story-shape',
    /^messages\.0\.text\.fr$/,
    (s) => (message(s, 0).text['fr'] += ' encore des mots'.repeat(8)),
  ],
  [
    'a figure that its title does not name first',
    'story-shape',
    /^messages\.3\.figure$/,
    (s) => (message(s, 3)['figure'] = { indicator: 'dla-structures' }),
  ],
  ['a chapter without a step', 'story-shape', /^chapters\.1\.steps$/, (s) => (chapter(s, 1).steps = [])],
  [
    'a chapter of seven steps',
    'story-shape',
    /^chapters\.0\.steps$/,
    (s) => chapter(s, 0).steps.push({ title: { fr: 'Un', en: 'One' }, sections: ['I.4.d'], chart: { type: 'agenda' } }),
  ],
  [
    'a section that no step shows',
    'story-shape',
    /^chapters\.3\.steps$/,
    (s) => step(s, 3, 0).sections.splice(step(s, 3, 0).sections.indexOf('IV.5'), 1),
  ],
  [
    'a section of which the text alone is shown nowhere',
    'story-shape',
    /^chapters\.1\.steps$/,
    (s) => step(s, 1, 4).sections.shift(),
  ],
  ['a section in two steps', 'story-shape', /^chapters\.0\.steps$/, (s) => step(s, 0, 2).sections.push('I.1.a')],
  [
    'a step without a section',
    'story-shape',
    /^chapters\.1\.steps\.1\.sections$/,
    (s) => (step(s, 1, 1).sections = []),
  ],
  [
    'a step of a section that is gone',
    'story-shape',
    /^chapters\.0\.steps\.0\.sections\.2$/,
    (s) => step(s, 0, 0).sections.push('I.9'),
  ],
  [
    'a step of a section of another chapter',
    'story-shape',
    /^chapters\.0\.steps\.0\.sections\.2$/,
    (s) => step(s, 0, 0).sections.push('II.1'),
  ],
  [
    'a step that begins with meetings',
    'story-shape',
    /^chapters\.0\.steps\.1\.figure$/,
    (s) => (step(s, 0, 1)['figure'] = { indicator: 'body-meetings', where: 'body=bureau' }),
  ],
  [
    'a door that begins with sites',
    'story-shape',
    /^doors\.1\.figures\.0$/,
    (s) => (door(s, 1).figures[0] = { indicator: 'sites-count', where: 'field=textile' }),
  ],
  [
    'a step that begins with a percentage of nobody knows how many',
    'story-shape',
    /^chapters\.1\.steps\.0\.figure$/,
    (s) => (step(s, 1, 0)['figure'] = { indicator: 'aio-satisfaction', where: 'question=recommendation' }),
  ],
  [
    'bars of two units',
    'report-word',
    /^messages\.4\.chart$/,
    (s) => (message(s, 4).chart['figures'] as Raw[]).push({ indicator: 'dla-jobs' }),
  ],
  ['a single bar', 'report-word', /^messages\.4\.chart$/, (s) => (message(s, 4).chart['figures'] as Raw[]).pop()],
  ['figures as circles', 'report-word', /^messages\.4\.chart$/, (s) => (message(s, 4).chart['chart'] = 'circles')],
  ['chapters in another order', 'story-shape', /^chapters$/, (s) => s.chapters.reverse()],
  ['a thesis without its chapter', 'story-shape', /^chapters\.0\.id$/, (s) => (chapter(s, 0)['id'] = 'V')],
  ['a door that is missing', 'story-shape', /^doors$/, (s) => s.doors.pop()],
  ['a door of four sections', 'story-shape', /^doors\.2\.sections$/, (s) => door(s, 2).sections.pop()],
  ['a door of two figures', 'story-shape', /^doors\.2\.figures$/, (s) => door(s, 2).figures.pop()],
  [
    'a door to a section that is gone',
    'story-shape',
    /^doors\.1\.sections\.0$/,
    (s) => (door(s, 1).sections[0] = 'II.4.z'),
  ],
  [
    'a text that lacks a language',
    'story-shape',
    /^messages\.2\.title$/,
    (s) => delete (message(s, 2).title as Raw)['en'],
  ],
  ['an address that runs code', 'story-shape', /^pages\.data$/, (s) => (s['pages'] = { data: 'javascript:alert(1)' })],
  [
    'a signature without a day',
    'story-shape',
    /^signed\.date$/,
    (s) => (s['signed'] = { role: { fr: 'Présidence' }, date: 'mars' }),
  ],
  [
    'a block of an unknown indicator',
    'report-indicator',
    /^messages\.0\.chart$/,
    (s) => (message(s, 0).chart['indicator'] = 'members'),
  ],
  [
    'a block of an unknown type',
    'report-block',
    /^chapters\.0\.steps\.0\.chart$/,
    (s) => (step(s, 0, 0).chart['type'] = 'gantt'),
  ],
  [
    'a block that lacks its indicator',
    'report-malformed',
    /^chapters\.0\.steps\.0\.chart\.indicator$/,
    (s) => delete step(s, 0, 0).chart['indicator'],
  ],
  [
    'a timeline that is no strip',
    'report-word',
    /^messages\.1\.chart$/,
    (s) => (message(s, 1).chart['chart'] = 'circle'),
  ],
];

/** Draws something else under the title of a message. */
const drawn =
  (at: number, chart: Raw): Plant[3] =>
  (s) =>
    (message(s, at)['chart'] = chart);
const bars = (...figures: readonly Raw[]): Raw => ({ type: 'indicators', chart: 'bars', figures });
const dots = (indicator: string, more: Raw = {}): Raw => ({ type: 'breakdown', chart: 'dots', indicator, ...more });

const PROOF: readonly Plant[] = [
  [
    'dates under 18 of 22',
    'story-proof',
    /^messages\.1\.title$/,
    drawn(1, { type: 'timeline', collections: ['meetings', 'votes'], where: 'section=I.1.d', chart: 'strip' }),
  ],
  [
    'another vote under 18 of 22',
    'story-proof',
    /^messages\.1\.(title|chart)$/,
    drawn(1, dots('vote-share', { where: 'vote=statuts-2024' })),
  ],
  ['7 of 10 under 137 and 15', 'story-proof', /^messages\.4\.chart$/, drawn(4, dots('tee-conversion'))],
  [
    'a Pôle under the region',
    'story-proof',
    /^messages\.4\.title$/,
    drawn(
      4,
      bars({ indicator: 'tee-sensitised', territory: 'pole-nord-cotes-d-armor' }, { indicator: 'tee-supported' }),
    ),
  ],
  [
    'a third figure beside 137 and 15',
    'story-proof',
    /^messages\.4\.chart$/,
    (s) => (message(s, 4).chart['figures'] as Raw[]).push({ indicator: 'poles-organisations' }),
  ],
  [
    'assignments under jobs',
    'story-proof',
    /^messages\.3\.(title|chart)$/,
    drawn(3, { type: 'breakdown', indicator: 'dla-missions', by: 'mode' }),
  ],
  [
    'one lot under all jobs',
    'story-proof',
    /^messages\.3\.title$/,
    drawn(3, { type: 'breakdown', indicator: 'dla-jobs', by: 'contract', where: 'lot=regional-completed' }),
  ],
  [
    'one collège under all members',
    'story-proof',
    /^messages\.0\.title$/,
    drawn(0, { type: 'breakdown', indicator: 'members-stock', chart: 'bridge', where: 'college=associations' }),
  ],
  [
    'members who put on events under events',
    'story-proof',
    /^messages\.2\.title$/,
    drawn(2, dots('month-member-participation')),
  ],
  [
    'another call under textiles',
    'story-proof',
    /^messages\.5\.title$/,
    drawn(5, dots('call-success-rate', { where: 'call=ami-ptce', beside: ['region-53'] })),
  ],
  [
    'all of France alone under Brittany',
    'story-proof',
    /^messages\.5\.title$/,
    drawn(5, dots('call-success-rate', { where: 'call=ami-ess-france-refashion' })),
  ],
  ['a comparison of 11 with 103', 'story-proof', /^messages\.5\.claims\.0$/, (s) => compared(s, {})],
  [
    'a comparison of 11 with 103 as the title of a step',
    'story-proof',
    /^chapters\.2\.steps\.2\.title\.(fr|en)$/,
    (s) =>
      Object.assign(step(s, 2, 2)['title'] as Raw, {
        fr: 'Le textile, mieux que l’ensemble',
        en: 'Textiles, better than overall',
      }),
  ],
  [
    'a comparison of 11 with 103 as the title of a chart',
    'story-proof',
    /^chapters\.2\.steps\.2\.chart\.title\.(fr|en)$/,
    (s) => (step(s, 2, 2).chart['title'] = { fr: 'Plus de candidatures retenues', en: 'More applications selected' }),
  ],
];

/** Changes words of a text in both languages. */
const both =
  (of: (s: Draft) => Record<string, string>, fr: readonly [string, string], en: readonly [string, string]): Plant[3] =>
  (s) => {
    say(of(s), 'fr', ...fr);
    say(of(s), 'en', ...en);
  };
const textOf = (at: number) => (s: Draft) => message(s, at).text;
const titleOf = (at: number) => (s: Draft) => message(s, at).title;
const thesisOf = (at: number) => (s: Draft) => chapter(s, at).thesis;
const standfirst = (s: Draft) => s.cover.standfirst as Record<string, string>;

const PROSE: readonly Plant[] = [
  [
    'a direction turned',
    'story-claims',
    /^messages\.0\.title\.(fr|en)$/,
    both(titleOf(0), ['hausse', 'recul'], ['growth', 'decline']),
  ],
  [
    'worse instead of better',
    'story-claims',
    /^messages\.5\.title\.(fr|en)$/,
    both(titleOf(5), ['retenues', 'retenues, moins bien qu’ailleurs'], ['selected', 'selected, worse than elsewhere']),
  ],
  [
    'rejected instead of adopted',
    'story-claims',
    /^messages\.1\.text\.(fr|en)$/,
    both(textOf(1), ['adoptés', 'rejetés'], ['adopted', 'rejected']),
  ],
  [
    'all of them',
    'story-claims',
    /^messages\.0\.text\.(fr|en)$/,
    both(
      textOf(0),
      ['Pôles et incubateurs', 'Tous, Pôles et incubateurs,'],
      ['Hubs and incubators', 'All hubs and incubators'],
    ),
  ],
  [
    'a claim whose words are gone',
    'story-claims',
    /^messages\.0\.claims\.2\.words\.(fr|en)$/,
    both(
      textOf(0),
      ['Un adhérent sur deux est une association', 'Les associations sont nombreuses'],
      ['One member in two is an association', 'There are many associations'],
    ),
  ],
  [
    'a thesis that only a section states',
    'story-claims',
    /^chapters\.1\.claims\.0$/,
    (s) => delete (chapter(s, 1).claims[0] as Raw)['at'],
  ],
  [
    'a source of no record',
    'story-claims',
    /^messages\.1\.claims\.1$/,
    (s) =>
      (message(s, 1).claims[1] = {
        says: 'sourced',
        of: 'votes/statuts-2023',
        words: { fr: 'adoptés', en: 'adopted' },
        op: '>',
      }),
  ],
  [
    'a claim without words',
    'story-claims',
    /^messages\.0\.claims\.0\.words\.fr$/,
    (s) => delete claimOf(s, 0, 0)['words'],
  ],
  [
    'another organisation',
    'story-prose',
    /^chapters\.2\.thesis\.(fr|en)$/,
    both(thesisOf(2), ['Kozh Ensemble', 'Horizons Marins'], ['Kozh Ensemble', 'Horizons Marins']),
  ],
  [
    'another town',
    'story-prose',
    /^messages\.1\.text\.(fr|en)$/,
    both(textOf(1), ['à Morlaix', 'à Quimper'], ['in Morlaix', 'in Quimper']),
  ],
  [
    'another month of a vote',
    'story-prose',
    /^messages\.1\.text\.(fr|en)$/,
    both(textOf(1), ['En décembre', 'En octobre'], ['In December', 'In October']),
  ],
  [
    'another month of a figure',
    'story-prose',
    /^messages\.1\.title\.(fr|en)$/,
    both(titleOf(1), ['En septembre', 'En juin'], ['In September', 'In June']),
  ],
  [
    'another edition',
    'story-prose',
    /^messages\.2\.text\.(fr|en)$/,
    both(textOf(2), ['17e édition', '18e édition'], ['17th edition', '18th edition']),
  ],
  [
    'another year',
    'story-prose',
    /^messages\.0\.text\.(fr|en)$/,
    both(textOf(0), ['En [[@period]]', 'En 1997'], ['In [[@period]]', 'In 1997']),
  ],
  [
    'a plan told as done',
    'story-prose',
    /^messages\.4\.text\.(fr|en)$/,
    both(textOf(4), ['envisagent un', 'ont suivi un'], ['are considering group', 'had group']),
  ],
  [
    'a plan of no year',
    'story-prose',
    /^messages\.4\.text\.(fr|en)$/,
    both(textOf(4), [' en 2025', ''], [' in 2025', '']),
  ],
  [
    'joined and left swapped',
    'story-prose',
    /^messages\.0\.text\.(fr|en)$/,
    (s) => {
      for (const lang of ['fr', 'en']) {
        say(message(s, 0).text, lang, 'members-joined', 'members-x');
        say(message(s, 0).text, lang, 'members-left', 'members-joined');
        say(message(s, 0).text, lang, 'members-x', 'members-left');
      }
    },
  ],
  [
    'supported called made aware',
    'story-prose',
    /^messages\.4\.title\.(fr|en)$/,
    both(titleOf(4), ['accompagnées', 'sensibilisées'], [' supported', ' made aware']),
  ],
  [
    'a value of another kind',
    'story-prose',
    /^messages\.3\.text\.(fr|en)$/,
    both(textOf(3), ['individuels', 'collectifs'], ['were individual', 'were for groups']),
  ],
  [
    'a collège that is not that of the figure',
    'story-prose',
    /^messages\.0\.text\.(fr|en)$/,
    both(
      textOf(0),
      ['sont des Pôles ESS', 'sont des mutuelles'],
      ['are local hubs (Pôles ESS)', 'are mutual societies'],
    ),
  ],
  [
    'a rise on the cover',
    'story-claims',
    /^cover\.standfirst\.(fr|en)$/,
    both(standfirst, ['gagne des', 'perd des'], ['gained', 'lost']),
  ],
  ...(
    [
      // Written after the rules; of the seventeen one is not told: pupils called teachers.
      ['money that flows in', 'claims', 1, thesisOf, ['se retire', 'afflue'], ['withdraws', 'flows in']],
      [
        'a decline',
        'claims',
        2,
        thesisOf,
        ['s’organisent à plusieurs', 's’essoufflent'],
        ['organise together', 'run out of steam'],
      ],
      ['another network', 'prose', 5, textOf, ['le Rab réunit', 'le Gedes réunit'], ['Le Rab has', 'Gedes has']],
      [
        'a département that is not that of the figure',
        'prose',
        4,
        textOf,
        ['nord des Côtes-d’Armor', 'nord du Finistère'],
        ['north of Côtes-d’Armor', 'north of Finistère'],
      ],
      [
        'another month of an organisation',
        'prose',
        2,
        thesisOf,
        ['depuis septembre', 'depuis mars'],
        ['since September', 'since March'],
      ],
      [
        'another edition in words',
        'prose',
        2,
        textOf,
        ['La 17e édition', 'La dix-huitième édition'],
        ['17th', 'eighteenth'],
      ],
      ['a plan of another year', 'prose', 4, textOf, ['en 2025', 'en 2027'], ['in 2025', 'in 2027']],
      [
        'a plan told as begun',
        'prose',
        4,
        textOf,
        ['envisagent un', 'ont commencé un'],
        ['are considering group', 'have begun group'],
      ],
      [
        'joined and left in the place of each other',
        'prose',
        0,
        textOf,
        [
          'organisations ont rejoint la Cress et [[members-left|number]] n’ont pas renouvelé leur adhésion',
          'organisations n’ont pas renouvelé leur adhésion et [[members-left|number]] ont rejoint la Cress',
        ],
        [
          'organisations joined Cress Bretagne and [[members-left|number]] did not renew their membership',
          'organisations did not renew their membership and [[members-left|number]] joined Cress Bretagne',
        ],
      ],
      [
        'the figure of another vote',
        'prose',
        1,
        textOf,
        ['vote=statuts-2024', 'vote=scenario-b-2024-09-26'],
        ['vote=statuts-2024', 'vote=scenario-b-2024-09-26'],
      ],
      [
        'everybody',
        'claims',
        2,
        textOf,
        ['Parmi les adhérents', 'Tout le monde s’y met : parmi les adhérents'],
        ['Among the members', 'Everyone takes part: among the members'],
      ],
      [
        'nobody',
        'claims',
        1,
        textOf,
        ['quittent le collectif', 'ne sont suivis par personne'],
        ['leave the collective', 'are followed by nobody'],
      ],
      [
        'opposed instead of approved',
        'claims',
        1,
        textOf,
        ['structures l’approuvent', 'structures s’y opposent'],
        ['organisations approve it', 'organisations oppose it'],
      ],
      ['another region', 'prose', 2, textOf, ['en Bretagne', 'en Normandie'], ['In Brittany', 'In Normandy']],
      [
        'another role',
        'prose',
        5,
        textOf,
        ['la Cress siège à son jury', 'la Cress préside son jury'],
        ['sits on its jury', 'chairs its jury'],
      ],
      [
        'most of them',
        'claims',
        2,
        textOf,
        ['Parmi les adhérents', 'Parmi l’essentiel des adhérents'],
        ['Among the members', 'Among the bulk of the members'],
      ],
    ] as const
  ).map(([name, rule, at, of, fr, en]): Plant => {
    const field = of === thesisOf ? `chapters\\.${at}\\.(thesis|claims\\.0\\.words)` : `messages\\.${at}\\.text`;
    return [name, `story-${rule}`, new RegExp(`^${field}\\.(fr|en)$`), both(of(at), fr, en)];
  }),
];

describe.each([
  ['chart of something else', PROOF],
  ['false sentence', PROSE],
  ['false claim', FALSE],
  ['slot', SLOTS],
  ['shape', SHAPES],
])('a planted %s', (_, plants) => {
  it.each(plants)('is refused: %s', async (_name, rule, field, change) => {
    const draft: Draft = JSON.parse(written);
    change(draft);
    const planted: Story = await readStory(JSON.stringify(draft), url);
    const problems = problemsOfStory(planted, report, dataset, catalogue, url);
    const found = problems.filter((problem) => problem.rule === rule && field.test(problem.where.field ?? ''));
    expect(problems.map(({ rule: of, where }) => `${of} ${where.field}`)).not.toEqual([]);
    expect(
      found.length,
      JSON.stringify(problems.map(({ rule: of, where, found: what }) => [of, where.field, what])),
    ).toBeGreaterThan(0);
    // A sentence that is false in both languages is told in both.
    if (field.source.includes('(fr|en)'))
      expect(new Set(found.map(({ where }) => where.field?.slice(-2)))).toEqual(new Set(['fr', 'en']));
    for (const { message: text, where } of found) {
      expect([text.fr, text['en']].every((each) => (each ?? '').length > 20)).toBe(true);
      expect(where).toMatchObject({ file: url, section: expect.any(String) });
    }
  });
});
