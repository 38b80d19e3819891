import { describe, expect, it } from 'vitest';
import { readStory } from './story.ts';

const URL = 'https://example.org/story.json';
const message = (more: object = {}) => ({
  id: 'members',
  chapter: 'I',
  title: { fr: '[[members-stock|number]] adhérents' },
  text: { fr: 'En [[@period]], [[members-joined@previous]].' },
  figure: { indicator: 'members-stock', period: '@period' },
  chart: { type: 'breakdown', indicator: 'members-stock', chart: 'bridge', period: '@period' },
  section: 'I.1',
  ...more,
});
const step = (chart?: object) => ({ title: { fr: 'Le Mois' }, sections: ['I.1'], ...(chart ? { chart } : {}) });
const written = (more: object = {}) => ({
  format: 'ess-story/1',
  period: '2024',
  cover: { title: { fr: 'Une année' }, standfirst: { fr: 'En [[@period]].' } },
  messages: [message()],
  doors: [
    {
      id: 'elu',
      title: { fr: 'Élu·e' },
      sections: ['I.1'],
      figures: [{ indicator: 'members-stock', period: '@period' }],
    },
  ],
  chapters: [{ id: 'I', thesis: { fr: 'En [[@period]].' }, steps: [step({ type: 'agenda', edition: '@period' })] }],
  ...more,
});
const read = (value: unknown) => readStory(typeof value === 'string' ? value : JSON.stringify(value), URL);

describe('the story of a report', () => {
  it('is read with its lists, with the periods that it names in words, without what is not known', async () => {
    const claims = [{ says: 'change', of: 'members-stock@previous', to: 'members-stock', op: '>' }];
    const story = await read(written({ mood: 'good', format: 'ess-story/1.3', messages: [message({ claims })] }));
    expect(story).not.toHaveProperty('mood');
    expect(story.cover).toEqual({ title: { fr: 'Une année' }, standfirst: { fr: 'En 2024.' }, claims: [] });
    expect(story.messages).toMatchObject([
      {
        text: { fr: 'En 2024, [[members-joined@2023]].' },
        claims: [{ of: 'members-stock@2023' }],
        figure: { indicator: 'members-stock', period: '2024' },
        chart: { chart: 'bridge', period: '2024' },
      },
    ]);
    expect(story.doors[0]?.figures).toEqual([{ indicator: 'members-stock', period: '2024' }]);
    expect(story.chapters).toMatchObject([
      { thesis: { fr: 'En 2024.' }, claims: [], steps: [{ sections: ['I.1'], chart: { edition: 2024 } }] },
    ]);
  });

  it('keeps blocks of a later release as other, of a step and of a message', async () => {
    const gantt = { type: 'gantt', rows: [1] };
    const story = await read(
      written({
        messages: [message({ chart: gantt })],
        chapters: [{ id: 'I', thesis: { fr: 'A' }, steps: [step(gantt)] }],
      }),
    );
    const other = { type: 'other', name: 'gantt', fields: gantt };
    expect([story.messages[0]?.chart, story.chapters[0]?.steps[0]?.chart]).toEqual([other, other]);
  });

  it('says in place of a malformed block what is wrong with it, and keeps the rest', async () => {
    const chart = { type: 'breakdown', chart: 'bridge' };
    const story = await read(
      written({
        messages: [message({ chart }), message({ id: 'b' })],
        chapters: [{ id: 'I', thesis: { fr: 'A' }, steps: [step({ type: 'agenda' }), step(), step({ type: 'list' })] }],
      }),
    );
    expect(story.messages.map(({ chart: { type } }) => type)).toEqual(['other', 'breakdown']);
    expect(story.messages[0]?.chart).toMatchObject({
      name: 'breakdown',
      fault: { path: 'messages.0.chart.indicator' },
    });
    expect(story.chapters[0]?.steps.map(({ chart }) => chart)).toMatchObject([
      { type: 'agenda' },
      undefined,
      { type: 'other', name: 'list', fault: { path: 'chapters.0.steps.2.chart.collection' } },
    ]);
  });

  it('keeps a claim of a kind that it does not know as other', async () => {
    const claims = [{ says: 'third', of: 'a' }];
    expect((await read(written({ messages: [message({ claims })] }))).messages[0]?.claims).toEqual([
      { says: 'other', of: 'a' },
    ]);
  });

  it.each([
    ['{"format":', 'syntax', /not JSON/],
    [{ format: 'ess-report/1' }, 'format', /is no story .*"ess-report\/1", expected "ess-story\/1"/],
    [{ ...written(), format: 'ess-story/12' }, 'format', /ess-story\/12/],
    [written({ messages: 'six' }), 'schema', /"messages" of the story.*expected a list/],
    [written({ chapters: [3] }), 'schema', /"chapters.0" of the story.*expected an object/],
    [written({ messages: [message({ figure: {} })] }), 'schema', /"messages.0.figure/],
  ])('that is none is refused with its cause: %j', async (value, code, said) => {
    await expect(read(value)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(said),
      details: { url: URL },
    });
  });
});
