import { parseArgs } from 'node:util';
import { isInSection, type Observation, parsePeriod, records } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { openDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { issuesText } from '../render/issues.ts';
import { observationsCsv, observationsText } from '../render/observations.ts';
import { inOrder } from '../sections.ts';
import {
  DATA_HELP,
  DATA_OPTIONS,
  DATA_OPTIONS_HELP,
  dataOf,
  hostsOf,
  jsonText,
  outputOf,
  STATUS_HELP,
} from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  section: { type: 'string' },
  indicator: { type: 'string' },
  period: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

/** `ess-widgets observations`: the published figures of a data set, each with its section and its page. */
export const observations: Command = {
  name: 'observations',
  summary: {
    fr: 'les chiffres publiés, avec leur section et leur page',
    en: 'the published figures, with their section and page',
  },
  help: {
    fr: `Usage\u202f: ess-widgets observations <données> [options]

Liste les chiffres tels que publiés, avec leur section et leur page.

${DATA_HELP.fr}

Options
  --section <section>  ce qui se trouve dans une section\u202f: I.1.a, ou I.1, ou I
  --indicator <id>     les chiffres d’un indicateur\u202f: members-stock
  --period <période>   les chiffres d’une période, comme elle est écrite\u202f: 2024, 2024-12-31…
  --json               un tableau JSON d’observations, au lieu de texte
  --csv                un tableau pour tableur, au lieu de texte
${DATA_OPTIONS_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-widgets observations <data> [options]

Lists the figures as published, with their section and page.

${DATA_HELP.en}

Options
  --section <section>  what lies in a section: I.1.a, or I.1, or I
  --indicator <id>     the figures of an indicator: members-stock
  --period <period>    the figures of a period, as it is written: 2024, 2024-12-31…
  --json               a JSON array of observations instead of text
  --csv                a table for spreadsheets instead of text
${DATA_OPTIONS_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readArguments(args);
    const { dataset, issues } = await withProgress(READING, context, () =>
      openDataset(asked.data, ['observations'], io, { hosts: asked.hosts }),
    );
    io.err(issuesText(issues, context));
    const chosen = choose(records(dataset, 'observations'), asked);
    if (asked.output === 'json') io.out(jsonText(chosen));
    else if (asked.output === 'csv') io.out(observationsCsv(chosen, lang));
    else io.out(observationsText(dataset, chosen, lang));
    return EXIT.ok;
  },
};

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const data = dataOf('observations', positionals, '@ess-widgets/bretagne --section I.1');
  const { section, indicator, period } = values;
  if (period !== undefined && parsePeriod(period) === null) {
    throw new Refusal({ fr: `--period ${period} n’est pas une période.`, en: `--period ${period} is not a period.` });
  }
  return { data, section, indicator, period, hosts: hostsOf(values.hosts), output: outputOf(values) };
}

/** Returns the observations asked for. @throws Refusal when there is none, saying what there is */
function choose(
  all: readonly Observation[],
  { section, indicator, period }: Pick<Asked, 'section' | 'indicator' | 'period'>,
): readonly Observation[] {
  const chosen = all.filter(
    (each) =>
      (section === undefined || isInSection(each.source.section ?? '', section)) &&
      (indicator === undefined || each.indicator === indicator) &&
      (period === undefined || each.period === period),
  );
  if (chosen.length > 0) return chosen;
  const asked = [section, indicator, period].filter((each) => each !== undefined).join(', ');
  const sections = inOrder(all.flatMap(({ source }) => source.section ?? [])).join(', ');
  const indicators = [...new Set(all.flatMap((each) => each.indicator ?? []))].sort().join(', ');
  const known = indicator !== undefined && section === undefined ? indicators : sections;
  throw new Refusal({
    fr: `aucun chiffre publié${asked ? ` pour ${asked}` : ''} dans ces données${known ? `. Il y en a pour\u202f: ${known}` : ''}.`,
    en: `no published figure${asked ? ` for ${asked}` : ''} in these data${known ? `. There are some for: ${known}` : ''}.`,
  });
}
