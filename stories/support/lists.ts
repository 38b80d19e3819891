/** Lists for controls and for the toolbar, read from the published data: what may be chosen, and how it is called in French. */
import '@ess-widgets/core/format/all';
import { formatPeriod } from '@ess-widgets/core/format';
import manifest from '../../packages/bretagne/data/manifest.json' with { type: 'json' };
import report from '../../packages/bretagne/data/report-2024.json' with { type: 'json' };
import series from '../../packages/bretagne/data/series.json' with { type: 'json' };
import territories from '../../packages/bretagne/data/territories.json' with { type: 'json' };
import { indicators, topics } from './catalogue.ts';

/** A value of an attribute and its words. */
export interface Option {
  readonly value: string;
  readonly title: string;
}

const byTopic = Object.keys(topics).flatMap((topic) => indicators.filter((each) => each.topic === topic));

/** Returns the dimensions that every one of some indicators can be split by; all dimensions where none is named. */
export function dimensionsOf(ids: readonly string[]): readonly Option[] {
  const asked = ids.length > 0 ? indicators.filter(({ id }) => ids.includes(id)) : indicators;
  const all = asked.flatMap(({ dimensions }) => dimensions);
  const shared = all.filter(({ id }) => ids.length < 2 || all.filter((one) => one.id === id).length === ids.length);
  return [...new Map(shared.map(({ id, label }) => [id, { value: id, title: label.fr }])).values()];
}

interface Section {
  readonly id: string;
  readonly title: { readonly fr: string };
  readonly sections?: readonly Section[];
}

/** Returns a chapter or a section of the report, and those inside it. */
const sectionsIn = ({ id, title, sections = [] }: Section): readonly Option[] => [
  { value: id, title: title.fr },
  ...sections.flatMap(sectionsIn),
];

/** Lists by the attribute that they are for. */
export const lists: Readonly<Record<string, readonly Option[]>> = {
  indicator: byTopic.map(({ id, label }) => ({ value: id, title: label.fr })),
  by: dimensionsOf([]),
  period: manifest.periods.map((value) => ({ value, title: formatPeriod(value, 'fr') })),
  territory: territories.map(({ id, name }) => ({ value: id, title: name.fr })),
  section: [report.opening, ...report.chapters].flatMap(sectionsIn),
  series: series.map(({ id, name }) => ({ value: id, title: name.fr })),
};
