/**
 * Data of the tests of the consistency rules: the Breton data set, and the relations of the report that do not hold.
 */
import { readFileSync } from 'node:fs';
import type { CheckOptions } from '@ess-widgets/core/checks';
import { parseCommunes } from '@ess-widgets/core/geo';
import { indicatorsOf } from '@ess-widgets/core/indicators';
import type { Finding } from '@ess-widgets/core/model';
import { readDataset } from './dataset.ts';

/** The data set, read once. */
export const dataset = await readDataset();
export const bretagneCommunes = parseCommunes(
  JSON.parse(readFileSync(new URL('../data/communes.json', import.meta.url), 'utf8')),
);
export const bretagneIndicators = Object.fromEntries(
  indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]),
);
export const options: CheckOptions = { communes: bretagneCommunes, indicators: bretagneIndicators };

/** Returns one finding on one line. */
export const line = ({ severity, rule, where, found, expected }: Finding): string =>
  `${severity} ${rule} ${where.collection ?? where.file}/${where.id ?? where.line}: ${found}${expected ? ` (${expected})` : ''}`;
/** The finding that says each relation between figures of the report that fails. */
export const FAILING: Readonly<Record<string, (finding: Finding) => boolean>> = {
  'xylm-date-format': ({ rule, where }) => rule === 'printed-dates' && where.id === 'cress/xylm',
  'operational-team-dates': ({ rule, where }) =>
    rule === 'announced-and-listed' && where.id === 'operational-team-meetings',
  'scenario-b-2022-typo': ({ rule, where }) => rule === 'year-typos' && where.id === 'scenario-b-final-voters',
  'sress-copil-gender': ({ rule, where }) => rule === 'parts-and-totals' && where.id === 'sress-copil-participants',
  'st-briec-spelling': ({ rule, expected }) => rule === 'town-names' && expected === 'Saint-Brieuc (22278)',
  'date-formats': ({ rule, severity, found }) =>
    rule === 'printed-dates' && severity === 'info' && found.includes('10/15/2024'),
  'number-formats': ({ rule, found }) => rule === 'number-formats' && found.includes('96.4%'),
};
