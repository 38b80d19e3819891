import { parseArgs } from 'node:util';
import { EssError } from '@ess-widgets/core';
import { type Indicator, indicatorsOf } from '@ess-widgets/core/indicators';
import {
  type Dataset,
  isInSection,
  type Measure,
  parsePeriod,
  records,
  sectionOfIndicators,
} from '@ess-widgets/core/model';
import { Refusal, reportDocumentOf, unknownIndicators } from '@ess-widgets/core/prepare';
import type { Command, Context } from '../command.ts';
import type { CommandFetch } from '../dataset/read.ts';
import { EXIT } from '../exit-status.ts';
import { explain } from '../explain.ts';
import { type CommandText, say } from '../language.ts';
import { openDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { issuesText } from '../render/issues.ts';
import { measuresCsv } from '../render/measures-csv.ts';
import { measuresText } from '../render/measures-text.ts';
import { inOrder } from '../sections.ts';
import {
  COMMUNES_HELP,
  DATA_HELP,
  DATA_OPTIONS,
  DATA_OPTIONS_HELP,
  hostsOf,
  jsonText,
  noData,
  outputOf,
  STATUS_HELP,
} from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  period: { type: 'string' },
  by: { type: 'string' },
  territory: { type: 'string' },
  chapter: { type: 'string' },
  communes: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

/** `ess-widgets indicators`: the indicators of a data set, with the origin of each value. */
export const indicators: Command = {
  name: 'indicators',
  summary: {
    fr: 'les indicateurs d’un jeu de données, et l’origine de chaque valeur',
    en: 'the indicators of a data set, and the origin of each value',
  },
  help: {
    fr: `Usage\u202f: ess-widgets indicators <données> [indicateur…] [options]

Calcule les indicateurs d’un jeu de données et dit d’où vient chaque valeur.

${DATA_HELP.fr}
  [indicateur…]        identifiants, comme members-stock\u202f; sans eux, tous ceux qui ont une valeur

Options
  --period <période>   2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY ou début/fin\u202f;
                       par défaut la dernière qui ait une valeur
  --by <dimension>     répartit selon une dimension\u202f: college, commune, theme…
  --territory <id>     ce qui se trouve dans un territoire\u202f: departement-29, commune-29019…
  --chapter <section>  ceux d’une section du rapport, ou qui y sont publiés\u202f: I, I.1…
${COMMUNES_HELP.fr}
  --json               un tableau JSON de mesures, au lieu de texte
  --csv                un tableau pour tableur, au lieu de texte
${DATA_OPTIONS_HELP.fr}

Les remarques sur les données vont sur la sortie d’erreur.
${STATUS_HELP.fr}`,
    en: `Usage: ess-widgets indicators <data> [indicator…] [options]

Computes the indicators of a data set and says where each value comes from.

${DATA_HELP.en}
  [indicator…]         ids, such as members-stock; without any, all those that have a value

Options
  --period <period>    2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY or start/end;
                       by default the latest that has a value
  --by <dimension>     splits by a dimension: college, commune, theme…
  --territory <id>     what lies in a territory: departement-29, commune-29019…
  --chapter <section>  those of a section of the report, or published there: I, I.1…
${COMMUNES_HELP.en}
  --json               a JSON array of measures instead of text
  --csv                a table for spreadsheets instead of text
${DATA_OPTIONS_HELP.en}

Remarks about the data go to the standard error.
${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const { dataset, issues, fetch, chosen } = await withProgress(READING, context, () => open(asked, context));
    context.io.err(issuesText([...issues, ...unknownIndicators(dataset)], context));
    const measures = measure(dataset, chosen, asked, await chaptersOf(dataset, fetch, context));
    for (const { indicator, by, parts } of measures) {
      if (by !== undefined && parts?.length === 0) context.io.err(`${say(nothingBy(indicator, by), context.lang)}\n`);
    }
    const { io, lang } = context;
    if (asked.output === 'json') io.out(jsonText(measures));
    else if (asked.output === 'csv') io.out(measuresCsv(measures, chosen, lang));
    else io.out(measuresText(dataset, measures, chosen, lang));
    return EXIT.ok;
  },
};

/** Opens the catalogue of a data set, then the collections that the indicators chosen read. */
async function open(asked: Asked, { io }: Context) {
  const options = { communes: asked.communes, hosts: asked.hosts };
  const defined = await openDataset(asked.data, ['catalogue'], io, options);
  const chosen = choose(indicatorsOf(defined.dataset), asked);
  const need = [...new Set(['catalogue' as const, 'territories' as const, ...chosen.flatMap(({ needs }) => needs)])];
  return { ...(await openDataset(asked.data, need, io, options)), chosen };
}

/**
 * Returns the chapter of each indicator in the report of a data set. A report that cannot be read gives a warning, and
 * the figures come without it.
 */
async function chaptersOf(
  dataset: Dataset,
  fetch: CommandFetch,
  { io, lang }: Context,
): Promise<ReadonlyMap<string, string>> {
  try {
    const read = await reportDocumentOf(dataset, fetch);
    return read ? sectionOfIndicators(read.report) : new Map();
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    io.err(`${explain(error, lang, io.cwd)}\n`);
    return new Map();
  }
}

const nothingBy = (indicator: string, by: string): CommandText => ({
  fr: `${indicator}\u202f: ces données ne disent pas comment le répartir par ${by}.`,
  en: `${indicator}: these data do not say how to split it by ${by}.`,
});

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [data, ...ids] = positionals;
  const { period, by, territory, chapter, communes } = values;
  if (data === undefined) throw noData('indicators', '@ess-widgets/bretagne');
  if (period !== undefined && parsePeriod(period) === null) {
    const forms = '2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY';
    throw new Refusal({
      fr: `--period ${period} n’est pas une période (attendu\u202f: ${forms} ou début/fin).`,
      en: `--period ${period} is not a period (expected: ${forms} or start/end).`,
    });
  }
  return {
    data,
    ids,
    period,
    by,
    territory,
    chapter,
    communes,
    hosts: hostsOf(values.hosts),
    output: outputOf(values),
  };
}

/** Returns the indicators named, else all; with `--by`, those that can be split so. */
function choose(all: readonly Indicator[], { ids, by }: Asked): readonly Indicator[] {
  const named = [...new Set(ids)].map((id) => all.find((each) => each.id === id) ?? refuseIndicator(id, all));
  if (by === undefined) return ids.length > 0 ? named : all;
  const can = (indicator: Indicator): boolean => indicator.dimensions.some(({ id }) => id === by);
  const unable = named.find((indicator) => !can(indicator));
  if (unable) throw noDimension(by, [unable], unable.id);
  const chosen = ids.length > 0 ? named : all.filter(can);
  if (chosen.length === 0) throw noDimension(by, all);
  return chosen;
}

function refuseIndicator(id: string, all: readonly Indicator[]): never {
  const known = all.map((each) => each.id).sort();
  throw new Refusal({
    fr: `indicateur inconnu\u202f: «\u202f${id}\u202f».\nIndicateurs\u202f: ${known.join(', ')}.`,
    en: `unknown indicator "${id}".\nIndicators: ${known.join(', ')}.`,
  });
}

function noDimension(by: string, among: readonly Indicator[], id?: string): Refusal {
  const known = [...new Set(among.flatMap(({ dimensions }) => dimensions.map((each) => each.id)))].sort();
  return new Refusal({
    fr: `dimension inconnue${id ? ` de ${id}` : ''}\u202f: «\u202f${by}\u202f». Dimensions\u202f: ${known.join(', ') || 'aucune'}.`,
    en: `unknown dimension "${by}"${id ? ` of ${id}` : ''}. Dimensions: ${known.join(', ') || 'none'}.`,
  });
}

const hasValue = ({ quantity, parts = [] }: Measure): boolean =>
  quantity !== null || parts.some((part) => part.quantity !== null);

/**
 * Returns the measures asked for. Without names, those that have a value; with names all of them, unless none has one.
 */
function measure(
  dataset: Dataset,
  chosen: readonly Indicator[],
  { ids, period, by, territory, chapter }: Asked,
  chapters: ReadonlyMap<string, string>,
): readonly Measure[] {
  if (territory !== undefined) checkTerritory(dataset, territory);
  const request = {
    ...(period === undefined ? {} : { period }),
    ...(by === undefined ? {} : { by }),
    ...(territory === undefined ? {} : { territory }),
  };
  const measures = chosen.map((indicator): Measure => {
    const section = chapters.get(indicator.id);
    return { ...indicator.compute(dataset, request), ...(section === undefined ? {} : { chapter: section }) };
  });
  const known = measures.filter(hasValue);
  if (known.length > 0) return inChapter(ids.length > 0 ? measures : known, chapter);
  const of = [...ids, period, territory, by].filter((each) => each !== undefined).join(', ');
  throw new Refusal({
    fr: `aucune valeur${of ? ` pour ${of}` : ''} dans ces données (périodes décrites\u202f: ${dataset.manifest.periods.join(', ')}).`,
    en: `no value${of ? ` for ${of}` : ''} in these data (periods described: ${dataset.manifest.periods.join(', ')}).`,
  });
}

/** Returns the sections that a measure belongs to: that of the report document, and those of its sources. */
const sectionsFor = ({ chapter, sources }: Measure): readonly string[] => [
  ...(chapter === undefined ? [] : [chapter]),
  ...sources.flatMap(({ section }) => section ?? []),
];

/** Returns the measures of a chapter. @throws Refusal when there is none, naming the sections that there are */
function inChapter(measures: readonly Measure[], chapter: string | undefined): readonly Measure[] {
  if (chapter === undefined) return measures;
  const chosen = measures.filter((each) => sectionsFor(each).some((section) => isInSection(section, chapter)));
  if (chosen.length > 0) return chosen;
  const known = inOrder(measures.flatMap(sectionsFor)).join(', ');
  throw new Refusal({
    fr: `aucun indicateur de la section ${chapter}. Sections\u202f: ${known || 'aucune'}.`,
    en: `no indicator of section ${chapter}. Sections: ${known || 'none'}.`,
  });
}

function checkTerritory(dataset: Dataset, id: string): void {
  const known = records(dataset, 'territories').map((each) => each.id);
  if (known.includes(id)) return;
  const kind = `${id.split('-', 1)[0]}-`;
  const near = known.filter((each) => each.startsWith(kind)).slice(0, 5);
  const examples = (near.length > 0 ? near : known.slice(0, 5)).join(', ');
  throw new Refusal({
    fr: `territoire inconnu\u202f: «\u202f${id}\u202f»${examples ? `. Ces données en ont\u202f: ${examples}…` : '\u202f: ces données n’en ont aucun.'}`,
    en: `unknown territory "${id}"${examples ? `. These data have: ${examples}…` : ': these data have none.'}`,
  });
}
