import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOfStory, STORY_RULES } from '@ess-widgets/core/checks';
import { readStory } from '@ess-widgets/core/data/story';
import { StoryClaim } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../packages/bretagne/src/dataset.ts';
import { catalogueOf, readReportDocument, readStoryText } from '../../packages/bretagne/src/report.ts';
import { ess } from '../../packages/cli/src/testing/io.ts';
import { blocksOf } from './walk.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const guideOf = (file: string): string => readFileSync(path.join(ROOT, 'stories/guides', file), 'utf8');
const [french, english] = [guideOf('raconter.fr.mdx'), guideOf('telling.en.mdx')];
const jsonOf = (guide: string): readonly string[] =>
  blocksOf(guide).flatMap(({ kind, code }) => (kind === 'json' ? [code] : []));

describe('the guide to the story of a year', () => {
  it('shows the same code in both languages', () => {
    expect(jsonOf(french)).toEqual(jsonOf(english));
  });

  it('shows a message that the checks accept beside the others', async () => {
    const dataset = await readDataset();
    const report = await readReportDocument(dataset);
    const { text, url } = await readStoryText(dataset);
    const whole: { messages: { title: object; text: object }[] } = JSON.parse(text);
    // The guide shows one language; all texts of a story have the same.
    const shown = JSON.parse(jsonOf(french)[1] ?? '');
    const twice = (words: { fr: string }, en: string) => ({ ...words, en });
    shown.title = twice(shown.title, '[[members-stock|number]] members: growth again');
    const words =
      '[[members-joined|number]] joined, [[members-left|number]] left; one member in two is an association.';
    shown.text = twice(shown.text, `${words} ${'And so it goes on, as readers can see here. '.repeat(3)}`);
    shown.claims[0].words.en = 'growth again';
    shown.claims[1].words.en = 'one member in two';
    whole.messages[0] = shown;
    const story = await readStory(JSON.stringify(whole), url);
    expect(problemsOfStory(story, report, dataset, catalogueOf(dataset))).toEqual([]);
  });

  it('names every kind of claim, and every rule', () => {
    const kinds = StoryClaim.shape.says.options.filter((says) => says !== 'other');
    for (const guide of [french, english]) {
      const named = [...guide.matchAll(/^\| \\`([a-z]+)\\` \| .* \| .* \|$/gm)].map(([, says]) => says);
      expect(named.toSorted()).toEqual(expect.arrayContaining(kinds.toSorted()));
      for (const rule of STORY_RULES) expect(guide).toContain(`\`${rule}\``);
    }
  });

  it('has a command that prints what it shows', async () => {
    const counts = (text: string): string => text.replace(/\d+ fiches/, 'n fiches').trimEnd();
    const [command, printed] = blocksOf(french).filter(({ kind }) => kind !== 'json');
    const line = /^npx ess-widgets (.*)\n$/.exec(command?.code ?? '')?.[1] ?? '';
    const { status, typeset } = await ess(line, { cwd: ROOT });
    expect([status, counts(typeset)]).toEqual([0, counts(printed?.code ?? '')]);
    const other = /npx ess-widgets (.*)\n/.exec(english)?.[1] ?? '';
    expect((await ess(other, { cwd: ROOT })).status).toBe(0);
  });
});
