/** Runs the consistency rules over the Breton data set, and compares what they find with the relations that the report breaks. */
import { runChecks } from '@ess-widgets/core/checks';
import type { Finding } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { bretagneCommunes, bretagneIndicators, dataset, FAILING, line, options } from './checked.ts';

const grave = (list: readonly Finding[]): readonly string[] =>
  list.filter(({ severity }) => severity !== 'info').map(line);

/** Every warning of the data: mistakes that the report prints, and that nobody has given the data a licence yet. */
const MISTAKES = [
  'warning town-names events/journee-technique-ec-batiment-batylab: St Briec (Saint-Brieuc (22278))',
  'warning printed-dates memberships/cress/xylm: 10/15/2024 (15/10/2024)',
  'warning announced-and-listed observations/collective-trainings: 7 (projects) (6)',
  'warning planned-dates observations/housing-restitution-internship: 2025-H1 (2026-Q2)',
  'warning town-names observations/my-ess-at-school-saint-brieuc: St Briec (Saint-Brieuc (22278))',
  'warning announced-and-listed observations/operational-team-meetings: 8 (meetings) (9)',
  'warning year-typos observations/scenario-b-final-voters: 2022 (22)',
  'warning parts-and-totals observations/sress-copil-participants: 12 + 11 = 23 (33)',
  'warning announced-and-listed observations/urs-network-heads: 5 (memberships) (6)',
  'warning town-names projects/mon-ess-2023/22278-1: St Briec (Saint-Brieuc (22278))',
  'warning town-names projects/mon-ess-2023/22278-2: St Briec (Saint-Brieuc (22278))',
  'warning parts-and-totals tallies/copil-sress/2024-04-11: 12 + 11 = 23 (33)',
  'warning reuse manifest.json/undefined: Faits du rapport d’activité 2024 (https://…)',
];

/** Findings that are no mistakes, and worth knowing. */
const REMARKS = [
  'info printed-dates meetings/gt-plateforme-numerique/2024-10-19: 10/15/2024 ; 19.10',
  'info printed-dates observations/digital-platform-survey-date: février 2024 ; Décembre 24',
  'info number-formats observations/ess-month-national-share: 96.4% ; 17,5',
  'info number-formats observations/facebook-followers: 1 779 ; 3608',
  'info number-formats observations/statutes-vote-for: 96.4 (96,4)',
  'info planned-as-held observations/urs-meeting-planned: 2025-01 (> 2025-03-05)',
  'info printed-dates programmes/dla: 2024/25 ; 2023-2025',
];

/** Findings beyond the relations that fail: no relation covers them. */
const NOTED = [
  'warning announced-and-listed observations/collective-trainings: 7 (projects) (6)',
  'warning planned-dates observations/housing-restitution-internship: 2025-H1 (2026-Q2)',
  'warning announced-and-listed observations/urs-network-heads: 5 (memberships) (6)',
  'warning parts-and-totals tallies/copil-sress/2024-04-11: 12 + 11 = 23 (33)',
  'warning reuse manifest.json/undefined: Faits du rapport d’activité 2024 (https://…)',
];

describe('the rules, run over the Breton data set', () => {
  const found = runChecks(dataset, options);

  it('find the mistakes that the report prints, and nothing else above an information', () => {
    expect(grave(found)).toEqual(MISTAKES);
  });

  it('find the same without the texts of the indicators', () => {
    expect(grave(runChecks(dataset, { communes: bretagneCommunes }))).toEqual(MISTAKES);
  });

  it('tell of ways to write and of plans that have passed as information', () => {
    expect(found.filter(({ severity }) => severity === 'info').map(line)).toEqual(REMARKS);
  });

  it('call records, dimensions and lists by the words that readers know, never by their ids', () => {
    const ids = new Set([
      ...Object.keys(dataset.collections),
      ...Object.values(dataset.collections).flatMap((list) => list.map(({ id }) => id)),
      ...Object.values(bretagneIndicators).flatMap(({ dimensions }) => dimensions.map(({ id }) => id)),
    ]);
    const quoted = found.flatMap(({ message: { fr, en = '' } }) =>
      [...fr.matchAll(/«\u202f(.+?)\u202f»/g), ...en.matchAll(/[“"](.+?)[”"]/g)].map(([, words = '']) => words),
    );
    expect(quoted).toContain('Xylm, Cress Bretagne');
    // In English the word of a dimension may be its id.
    expect(quoted.filter((words) => ids.has(words) && words !== 'gender')).toEqual([]);
  });

  it('never take Briec in Finistère for Saint-Brieuc', () => {
    expect(found.filter(({ expected }) => expected?.includes('29020'))).toEqual([]);
  });
});

describe('the relations between figures of the report', () => {
  const found = runChecks(dataset, options);

  it.each(Object.entries(FAILING))('%s fails, and is found', (_, says) => {
    expect(found.some(says)).toBe(true);
  });

  it('that hold raise nothing: what is found is one of those that fail, or of what is only noted', () => {
    const others = found.filter(({ severity }) => severity !== 'info');
    const failing = Object.values(FAILING);
    expect(others.filter((finding) => !failing.some((says) => says(finding))).map(line)).toEqual(NOTED);
  });
});
