import { parseArgs } from 'node:util';
import { EssError } from '@ess-widgets/core';
import { checks, REPORT_PROSE, runChecks, STORY_RULES } from '@ess-widgets/core/checks';
import { createSourceMerger } from '@ess-widgets/core/data';
import { checkCatalogue } from '@ess-widgets/core/indicators';
import {
  type Dataset,
  type Finding,
  PINNED_YEARS,
  REPORT_RULES,
  SEVERITIES,
  type Severity,
} from '@ess-widgets/core/model';
import { compareAll, Refusal } from '@ess-widgets/core/prepare';
import { examine, unreadableFinding } from '../check/examine.ts';
import { staleHashes } from '../check/hashes.ts';
import { capped, ofTable, refine } from '../check/refine.ts';
import { reportProblems } from '../check/report-document.ts';
import { readDocumentTexts } from '../check/texts.ts';
import { unknownFields } from '../check/unknown-fields.ts';
import { unmeasured } from '../check/unmeasured.ts';
import type { Command } from '../command.ts';
import type { CheckReport } from '../contract/check-report.ts';
import { readable } from '../dataset/address.ts';
import { communesFor } from '../dataset/communes.ts';
import type { Opening, Part } from '../dataset/opening.ts';
import { EXIT } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { findDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { findingsText } from '../render/findings-text.ts';
import { paintFor } from '../render/paint.ts';
import { titleText } from '../render/title.ts';
import { allParts, dataToChoose, SOURCE_OPTIONS, SOURCE_OPTIONS_HELP } from '../sources/choose.ts';
import { COMMUNES_HELP, DATA_HELP, DATA_OPTIONS, DATA_OPTIONS_HELP, hostsOf, jsonText, saidOf } from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  ...SOURCE_OPTIONS,
  only: { type: 'string' },
  severity: { type: 'string' },
  communes: { type: 'string' },
  text: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** `ess-widgets check`: what is wrong with a data set, and where. */
export const check: Command = {
  name: 'check',
  summary: {
    fr: 'ce qui ne va pas dans un jeu de données, et où',
    en: 'what is wrong with a data set, and where',
  },
  help: {
    fr: `Usage\u202f: ess-widgets check <données> [options]

Vérifie la forme d’un jeu de données, puis sa cohérence, et dit où est chaque anomalie.

${DATA_HELP.fr}

Options
  --only <règle,…>     ces règles seulement
  --severity <degré>   à partir de quel degré la commande échoue\u202f: error, warning ou info\u202f;
                       par défaut warning
${COMMUNES_HELP.fr}
  --text <doc>=<f>     texte brut d’un document du manifeste, pour relire ce qui y est imprimé
  --json               un rapport JSON {summary, findings}, au lieu de texte
${SOURCE_OPTIONS_HELP.fr}
${DATA_OPTIONS_HELP.fr}

Statut de sortie\u202f: 0 quand rien n’atteint le degré demandé, 1 sinon, 2 quand la commande n’a pas
pu faire son travail.`,
    en: `Usage: ess-widgets check <data> [options]

Checks the form of a data set, then its consistency, and says where each anomaly is.

${DATA_HELP.en}

Options
  --only <rule,…>      these rules only
  --severity <degree>  from which degree the command fails: error, warning or info;
                       warning by default
${COMMUNES_HELP.en}
  --text <doc>=<f>     plain text of a document of the manifest: what is printed there is read too
  --json               a JSON report {summary, findings} instead of text
${SOURCE_OPTIONS_HELP.en}
${DATA_OPTIONS_HELP.en}

Exit status: 0 when nothing reaches the degree asked for, 1 otherwise, 2 when the command could not
do its work.`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readArguments(args);
    const { report, dataset } = await withProgress(READING, context, () => reportOf(asked, io));
    const title = dataset ? titleText(dataset.manifest, lang) : report.summary.source;
    io.out(asked.json ? jsonText(report) : findingsText(report, title, lang, paintFor(io)));
    return report.summary.passed ? EXIT.ok : EXIT.findings;
  },
};

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const said = saidOf('check', positionals, values, '@ess-widgets/bretagne');
  const { only, severity = 'warning', communes, text: texts = [], json = false } = values;
  const threshold = SEVERITIES.find((each) => each === severity);
  if (!threshold) {
    throw new Refusal({
      fr: `--severity ${severity} n’est pas un degré (attendu\u202f: ${SEVERITIES.join(', ')}).`,
      en: `--severity ${severity} is no degree (expected: ${SEVERITIES.join(', ')}).`,
    });
  }
  return {
    said,
    only: only === undefined ? undefined : rulesOf(only),
    severity: threshold,
    communes,
    hosts: hostsOf(values.hosts),
    texts,
    json,
  };
}

/** Rules of the form of the data, as their readers name them. */
const FORM_RULES = `
  schema syntax missing-file blocked large html format duplicate-id unknown-word position time count measures
  catalogue unknown-collection unknown-field hash quote delimiter header no-rows cells cell-length columns
  status-column place-columns events-list coordinates town-ambiguous town-unknown town-position place-missing
  truncated category-names cut end event exdate no-events private rule rule-cut rule-endless time-zone title uid-repeated uid-shared
  duplicate date date-missing date-order title-missing college-missing college-several name-missing total closed communes-missing link siren
  notice posts
  personal-columns cell-error hidden-rows sheet-size sheets recipe-column same-id sources-differ
`
  .trim()
  .split(/\s+/);

/** Rule of the finding that counts the further ones. */
const MORE = 'more';

function rulesOf(text: string): readonly string[] {
  const rules = text.split(',').map((rule) => rule.trim());
  const known = [
    ...checks.map(({ id }) => id),
    ...FORM_RULES,
    ...REPORT_RULES,
    PINNED_YEARS,
    REPORT_PROSE,
    ...STORY_RULES,
  ];
  const unknown = rules.find((rule) => !known.includes(rule));
  if (unknown === undefined) return rules;
  throw new Refusal({
    fr: `règle inconnue\u202f: «\u202f${unknown}\u202f».\nRègles\u202f: ${known.join(', ')}.`,
    en: `unknown rule "${unknown}".\nRules: ${known.join(', ')}.`,
  });
}

/** A source that was checked. */
interface Checked {
  /** Its address, as its user would write it. */
  readonly source: string;
  /** Null where it cannot be read. */
  readonly dataset: Dataset | null;
  readonly findings: readonly Finding[];
}

async function reportOf(
  { said, ...asked }: Asked,
  io: Io,
): Promise<{ readonly report: CheckReport; readonly dataset: Dataset | null }> {
  const choice = await dataToChoose(said, io);
  const { reference } = choice;
  const parts = allParts(choice);
  const checked: Checked[] = [];
  for (const part of parts) {
    try {
      checked.push(await checkedPart(part, { ...asked, reference }, io));
    } catch (error) {
      // Of several, the others are checked.
      if (!(error instanceof EssError) || parts.length === 1) throw error;
      checked.push({ source: part.given, dataset: null, findings: [unreadableFinding(error, undefined, io.cwd)] });
    }
  }
  const placed = checked.flatMap(({ source, findings }) =>
    findings.map((finding) =>
      withReadableFile(parts.length > 1 ? { ...finding, where: { file: source, ...finding.where } } : finding, io.cwd),
    ),
  );
  const findings = byGravity([...placed, ...differencesOf(checked, asked.only)]);
  // Of several there is no one manifest.
  const dataset = checked.length === 1 ? (checked[0]?.dataset ?? null) : null;
  return { dataset, report: { summary: summaryOf(checked, dataset, findings, asked, io), findings } };
}

/** Returns the findings on fields that sources tell differently. */
function differencesOf(checked: readonly Checked[], only: readonly string[] | undefined): readonly Finding[] {
  const { merge, differencesIn } = createSourceMerger();
  const merged = checked.length > 1 ? merge(checked.flatMap(({ dataset }) => dataset ?? [])) : null;
  const found = (merged && differencesIn?.(merged)) ?? [];
  return only ? found.flatMap((finding) => ofAskedRules(finding, only)) : found;
}

type AskedOfPart = Omit<Asked, 'said'> & { readonly reference: string | undefined };

async function checkedPart({ given, ...own }: Part, asked: AskedOfPart, io: Io): Promise<Checked> {
  const { communes, reference, hosts } = asked;
  const opening = await findDataset(given, io, { ...own, communes, reference, hosts, atHand: true });
  const { dataset, issues, rows } = await examine(opening, io.cwd);
  const said = dataset ? await inconsistencies({ dataset, issues }, asked, opening, io) : [];
  const found = rows ? ofTable(said, issues, rows) : said;
  const isOurs = dataset && opening.source.id === 'ess-dataset';
  const fields = isOurs ? await unknownFields(dataset, opening.src, opening.fetch) : [];
  const hashes = isOurs ? await staleHashes(dataset, opening.src, opening.fetch) : [];
  const all = await refine([...issues, ...fields, ...hashes, ...found], dataset, opening.src, opening.fetch);
  const chosen = asked.only ? all.flatMap((finding) => ofAskedRules(finding, asked.only ?? [])) : all;
  return { source: opening.src, dataset, findings: rows ? byLine(capped(chosen)) : capped(chosen) };
}

/**
 * Returns a finding of the requested rules. The one that counts further findings is kept, as information only: these
 * may all be of other rules.
 */
const ofAskedRules = (finding: Finding, only: readonly string[]): Finding | readonly [] =>
  finding.rule === MORE ? { ...finding, severity: 'info' } : only.includes(finding.rule) ? finding : [];

/** Returns the names of what could not be read: whole collections, and records that were left out. */
function unreadOf(issues: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    issues.flatMap(({ rule, severity, where: { collection, id } }) => {
      if (collection === undefined || severity !== 'error') return [];
      return id === undefined ? [collection] : rule === 'schema' ? [`${collection}/${id}`] : [];
    }),
  );
}

async function inconsistencies(
  { dataset, issues }: { readonly dataset: Dataset; readonly issues: readonly Finding[] },
  { only, communes, reference, texts }: AskedOfPart,
  { fetch, reader }: Opening,
  { cwd }: Io,
): Promise<readonly Finding[]> {
  const table = await communesFor(dataset, communes ?? reference, fetch, cwd, reader);
  const { manifest, base } = dataset;
  const catalogue = checkCatalogue(dataset, new URL(manifest.catalogue?.href ?? '', base).href);
  const indicators = Object.fromEntries(catalogue.indicators.map((indicator) => [indicator.id, indicator]));
  const rules = only?.filter((rule) => checks.some(({ id }) => id === rule));
  const unread = unreadOf(issues);
  const { measures, failures } = compareAll(dataset, catalogue.indicators, unread);
  const found = runChecks(dataset, {
    indicators,
    measures,
    texts: await readDocumentTexts(texts, dataset.manifest, cwd, reader),
    unread,
    ...(table ? { communes: table } : {}),
    ...(rules === undefined ? {} : { only: rules }),
  });
  return [
    ...catalogue.findings,
    ...found,
    ...unmeasured(failures, unread),
    ...(await reportProblems(dataset, indicators, fetch, cwd)),
  ];
}

const byGravity = (findings: readonly Finding[]): readonly Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** Sorts the findings on a table: those on the file first, then those on its lines from the first to the last. */
const byLine = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));

const withReadableFile = (finding: Finding, cwd: string): Finding =>
  finding.where.file === undefined
    ? finding
    : { ...finding, where: { ...finding.where, file: readable(finding.where.file, cwd) } };

function summaryOf(
  checked: readonly Checked[],
  dataset: Dataset | null,
  found: readonly Finding[],
  { severity }: Pick<Asked, 'severity'>,
  { cwd }: Io,
): CheckReport['summary'] {
  const count = (of: Severity): number => found.filter((finding) => finding.severity === of).length;
  const findings = { error: count('error'), warning: count('warning'), info: count('info') };
  const lists = checked.flatMap((each) => Object.values(each.dataset?.collections ?? {}));
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return {
    source: checked.map(({ source }) => readable(source, cwd)).join(' '),
    dataset: dataset?.manifest.id ?? null,
    updated: dataset?.manifest.updated ?? null,
    collections: lists.length,
    records: lists.reduce((total, list) => total + list.length, 0),
    findings,
    threshold: severity,
    passed: grave.every((each) => findings[each] === 0),
  };
}
