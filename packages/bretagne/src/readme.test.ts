/** The figures of the README, from the data that they speak of: none is written there without being checked here. */
import { readFileSync } from 'node:fs';
import { records } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

const dataset = await readDataset();
const list = <N extends Parameters<typeof records>[1]>(name: N) => records(dataset, name);
// Without what `scripts/readme-figures.ts` counts.
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  .replace(/<!-- figures:start -->[^]*<!-- figures:end -->/, '')
  .replace(/\s+/g, ' ');

const ours = list('memberships').filter(({ network }) => network === dataset.manifest.network);
const began = ours.filter(({ start }) => start?.startsWith('2024'));
const ended = ours.filter(({ end }) => end === '2024');
const poles = ours.filter(({ college, start }) => college === 'poles-ess' && start === null);
const webinars = list('events').filter(({ series }) => series === 'webinaires-collectivites');
const sumOf = (events: typeof webinars): number => events.reduce((total, { count }) => total + count, 0);
const webinarsBy = (status: string): number => sumOf(webinars.filter((event) => event.status === status));
const published = (id: string): number =>
  list('observations').find((each) => each.id === id)?.quantity.value ?? Number.NaN;
const teamMeetings = list('meetings').filter(({ body }) => body === 'equipe-operationnelle').length;
const stock = published('members-total-2024');
const poleStock = list('observations').find(
  ({ indicator, dimensions }) => indicator === 'members-stock' && dimensions['college'] === 'poles-ess',
);

/** Every sentence of the README that holds a figure. */
const SENTENCES = [
  `The report names few of its ${stock} members. The collection holds ${ours.length} memberships of the Cress`,
  `- ${began.length} that began in 2024`,
  `- ${ended.length} that ended in 2024`,
  `- ${poles.length} Pôles that the report calls so`,
  `all Pôles have a collège of ${poleStock?.quantity.value}`,
  `So ${ours.filter(({ end }) => !end).length} of ${stock} are named at the end of 2024`,
  `${webinarsBy('held')} held and ${webinarsBy('cancelled')} cancelled of ${sumOf(webinars)}`,
  `The report counts ${published('scenario-b-final-approvals')} approvals "sur ${published('scenario-b-final-voters')}"`,
  `the observation says ${published('scenario-b-final-voters')}, and the vote has no number of voters`,
  `announces ${published('operational-team-meetings')} meetings and dates ${teamMeetings}: ${teamMeetings} are listed, ` +
    `${published('operational-team-meetings')} is published`,
];

/** Numbers that are no figures of the data: dates, years and the sections of the report. */
const NO_FIGURE = /\d{1,2} (March|December) 20\d\d|20\d\d(-20\d\d)?|\d+ janvier|\b[IV]+\.\d(\.[a-z])?/g;

describe('the README', () => {
  it.each(SENTENCES)('says what the data hold: %s', (sentence) => {
    expect(readme).toContain(sentence);
  });

  it('has no other figure', () => {
    const rest = SENTENCES.reduce((text, sentence) => text.replace(sentence, ''), readme).replace(NO_FIGURE, '');
    expect(rest.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
  });

  it('lists the collections that the manifest declares complete for some part, and no other', () => {
    const [, section = ''] = readme.split('## Coverage');
    const [, table = ''] = /\|(?: -+ \|){3}(.*)\| The operational/.exec(section) ?? [];
    const named = [...table.matchAll(/\| ([a-z]+) \|[^|]+\|[^|]+(?=\||$)/g)].map(([, name]) => name);
    const declared = Object.entries(dataset.manifest.collections).filter(([, entry]) => entry?.coverage.length);
    expect(named.sort()).toEqual(declared.map(([name]) => name).sort());
  });
});
