import { parseArgs } from 'node:util';
import { indicatorsOf } from '@ess-widgets/core/indicators';
import { collectionNames, type Dataset, parsePeriod } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Command, Context } from '../command.ts';
import type { DiffReport, DiffSide } from '../contract/diff-report.ts';
import { readable } from '../dataset/address.ts';
import { diffCollections } from '../diff/records.ts';
import { type DiffPeriods, diffIndicators } from '../diff/values.ts';
import { EXIT } from '../exit-status.ts';
import { openDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { diffText } from '../render/diff-text.ts';
import { issuesText } from '../render/issues.ts';
import { paintFor } from '../render/paint.ts';
import { DATA_HELP, DATA_OPTIONS, DATA_OPTIONS_HELP, hostsOf, jsonText, tooMany } from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  period: { type: 'string' },
  'exit-code': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `ess-widgets diff`: what changed between two versions of a data set, or between two years. */
export const diff: Command = {
  name: 'diff',
  summary: {
    fr: 'ce qui a changé entre deux versions ou deux années',
    en: 'what changed between two versions or two years',
  },
  help: {
    fr: `Usage\u202f: ess-widgets diff <avant> <après> [options]

Compare deux versions d’un jeu de données, ou deux années\u202f: fiches ajoutées, retirées et
modifiées, d’après leur identifiant, puis indicateurs, chacun à sa dernière période.

${DATA_HELP.fr}

Options
  --period <période>   la période des indicateurs\u202f; 2023,2024 pour une par jeu de données
  --exit-code          le statut de sortie est 1 quand quelque chose a changé
  --json               un rapport JSON {summary, collections, indicators}, au lieu de texte
${DATA_OPTIONS_HELP.fr}

Statut de sortie\u202f: 0 quand tout va bien (1 avec --exit-code quand quelque chose a changé), 2 quand
la commande n’a pas pu faire son travail.`,
    en: `Usage: ess-widgets diff <old> <new> [options]

Compares two versions of a data set, or two years: records added, removed and changed, by their
id, then indicators, each at its latest period.

${DATA_HELP.en}

Options
  --period <period>    period of the indicators; 2023,2024 for one a data set
  --exit-code          the exit status is 1 when something changed
  --json               a JSON report {summary, collections, indicators} instead of text
${DATA_OPTIONS_HELP.en}

Exit status: 0 when all went well (1 with --exit-code when something changed), 2 when the command
could not do its work.`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readArguments(args);
    const report = await withProgress(READING, context, () => compare(asked, context));
    io.out(asked.json ? jsonText(report) : diffText(report, lang, paintFor(io)));
    const isSame = report.collections.length + report.indicators.length === 0;
    return asked.exitCode && !isSame ? EXIT.findings : EXIT.ok;
  },
};

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [before, after, extra] = positionals;
  if (before === undefined || after === undefined) {
    throw new Refusal({
      fr: 'diff\u202f: quels jeux de données\u202f? Par exemple\u202f: ess-widgets diff avant/ apres/',
      en: 'diff: which data sets? For example: ess-widgets diff before/ after/',
    });
  }
  if (extra !== undefined) throw tooMany('diff', extra);
  const { period, json = false, 'exit-code': exitCode = false } = values;
  return { before, after, hosts: hostsOf(values.hosts), periods: periodsOf(period), exitCode, json };
}

function periodsOf(text: string | undefined): DiffPeriods {
  if (text === undefined) return {};
  const [before, after = before, more] = text.split(',');
  const isRead = [before, after].every((each) => each !== undefined && parsePeriod(each) !== null);
  if (isRead && more === undefined) return { before, after };
  throw new Refusal({
    fr: `--period ${text} n’est ni une période ni deux (attendu\u202f: 2024 ou 2023,2024).`,
    en: `--period ${text} is neither a period nor two (expected: 2024 or 2023,2024).`,
  });
}

async function compare({ before, after, hosts, periods }: Asked, context: Context): Promise<DiffReport> {
  const { io } = context;
  const [old, now] = await Promise.all(
    [before, after].map((given) => openDataset(given, [...collectionNames, 'catalogue'], io, { hosts })),
  );
  if (!old || !now) throw new TypeError('two data sets were asked for');
  io.err(issuesText([...old.issues, ...now.issues], context));
  const collections = diffCollections(old.dataset, now.dataset);
  // The definitions of the later one: an earlier data set may name no catalogue yet.
  const defining = now.dataset.catalogue ? now.dataset : old.dataset;
  const indicators = diffIndicators(old.dataset, now.dataset, indicatorsOf(defining), periods);
  const count = (of: 'added' | 'removed' | 'changed'): number =>
    collections.reduce((total, each) => total + each[of].length, 0);
  return {
    summary: {
      old: sideOf(old.dataset, io.cwd),
      new: sideOf(now.dataset, io.cwd),
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      indicators: indicators.length,
    },
    collections,
    indicators,
  };
}

const sideOf = ({ base, manifest }: Dataset, cwd: string): DiffSide => ({
  source: readable(base, cwd),
  dataset: manifest.id,
  updated: manifest.updated,
});
