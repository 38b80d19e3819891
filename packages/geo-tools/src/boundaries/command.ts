import { formatBytes, formatNumber } from '@ess-widgets/core/format';
import { OUTLINED_KINDS, type OutlinedKind } from '@ess-widgets/core/model';
import {
  COMMON_HELP,
  type Command,
  type CommandText,
  type Context,
  createReader,
  type DocumentReader,
  EXIT,
  packagedCommunes,
  Refusal,
  STATUS_HELP,
  say,
  withProgress,
} from 'ess-widgets/internal';
import type { BoundariesReport } from '../contract/boundaries-report.ts';
import { giveMade, type Read, readsFrom, type Written } from '../documents.ts';
import { commandOptions, leftOut, metresOf } from '../options.ts';
import { DEPARTEMENTS_OF, regionCode } from '../regions.ts';
import { buildBoundaries } from './build.ts';
import { chooseRegion, type KnownEpci } from './choose.ts';
import { type Contours, readContours } from './contours.ts';

const OPTIONS = {
  region: { type: 'string' },
  from: { type: 'string', multiple: true },
  only: { type: 'string' },
  detail: { type: 'string' },
} as const;

/** Addresses at which the State publishes the contours of France; the second names the EPCI that the first draws. */
const OFFICIAL = ['communes-100m', 'epci-1000m'].map(
  (file) => `https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/${file}.geojson`,
);

/** Metres: smaller details cannot be seen on a map of a region. */
const DETAIL = 400;

const ATTRIBUTION = {
  fr: 'Limites\u202f: IGN, Etalab (Licence Ouverte)',
  en: 'Boundaries: IGN, Etalab (Licence Ouverte)',
};

/** `ess-geo boundaries`: the outlines of the territories of a region, small enough for a page. */
export const boundaries: Command = {
  name: 'boundaries',
  summary: {
    fr: 'les contours des territoires d’une région, allégés pour une carte',
    en: 'the outlines of the territories of a region, made light for a map',
  },
  help: {
    fr: `Usage\u202f: ess-geo boundaries --region <code> [options]

Fait, des contours officiels, un TopoJSON léger pour l’attribut boundaries de la carte\u202f: communes, EPCI,
départements et région, avec nos identifiants (commune-29019, epci-242900314, departement-29, region-53).
Faits des communes, les contours s’emboîtent\u202f; un EPCI à cheval sur deux régions est coupé à la limite.

Options
  --region <code>      code INSEE de la région\u202f: 53
  --from <fichier>     un fichier ou une adresse de contours, GeoJSON (Etalab, IGN) ou TopoJSON, en
                       degrés\u202f; plusieurs fois si besoin\u202f; par défaut ceux que publie Etalab
  --out <fichier>      où l’écrire\u202f; par défaut la sortie standard
  --only <type,…>      ces types seulement\u202f: ${OUTLINED_KINDS.join(', ')}
  --detail <mètres>    ce qui est plus petit est laissé de côté\u202f; par défaut ${DETAIL}
  --attribution <t>    à qui l’on doit les contours\u202f; par défaut IGN, Etalab
  --json               le compte rendu en JSON, avec --out
${COMMON_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-geo boundaries --region <code> [options]

Makes, from the official contours, a light TopoJSON for the boundaries attribute of the map: communes, EPCI,
départements and region, with our ids (commune-29019, epci-242900314, departement-29, region-53).
Made of communes, outlines fit together; an EPCI that lies in two regions is cut at their border.

Options
  --region <code>      INSEE code of the region: 53
  --from <file>        a file or an address of contours, GeoJSON (Etalab, IGN) or TopoJSON, in
                       degrees; several times where needed; those that Etalab publishes by default
  --out <file>         where to write it; the standard output by default
  --only <kind,…>      these kinds only: ${OUTLINED_KINDS.join(', ')}
  --detail <metres>    what is smaller is left out; ${DETAIL} by default
  --attribution <t>    to whom the contours are owed; IGN, Etalab by default
  --json               the account as JSON, with --out
${COMMON_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readArguments(args);
    const reader = createReader(io);
    const [read, known] = await withProgress(READING, context, () =>
      Promise.all([readAll(asked.from, readsFrom(io.cwd, reader)), knownEpci(asked.region, reader, io.cwd)]),
    );
    const chosen = chooseRegion(
      read.flatMap(({ contours }) => contours),
      asked.region,
      known,
    );
    const { document, territories } = buildBoundaries(chosen, known, asked);
    checkMade(asked.kinds, territories);
    const skipped = read.flatMap((each) => each.skipped);
    if (skipped.length > 0) io.err(`${say(leftOut(skipped, WITHOUT), lang)}\n`);
    const accountOf = (written: Written): BoundariesReport => ({
      region: asked.region,
      ...written,
      territories,
      skipped,
    });
    giveMade(`${JSON.stringify(document)}\n`, { ...asked, sources: reader.files }, context, accountOf, reportText);
    return EXIT.ok;
  },
};

const READING: CommandText = { fr: 'Lecture des contours', en: 'Reading the contours' };
const WITHOUT: CommandText = {
  fr: 'sans code connu ou sans polygone',
  en: 'without a known code or without a polygon',
};

function readArguments(args: readonly string[]) {
  const {
    region,
    from = [...OFFICIAL],
    out,
    only,
    detail = String(DETAIL),
    attribution,
    json = false,
  } = commandOptions('boundaries', OPTIONS, args);
  if (region === undefined) throw WHICH;
  const metres = metresOf(detail);
  const credit = attribution === undefined ? ATTRIBUTION : { fr: attribution };
  return { region: regionCode(region), from, out, kinds: kindsOf(only), detail: metres, attribution: credit, json };
}

function kindsOf(only: string | undefined): readonly OutlinedKind[] {
  if (only === undefined) return OUTLINED_KINDS;
  const asked = only.split(',').map((kind) => kind.trim());
  const unknown = asked.find((kind) => !OUTLINED_KINDS.some((each) => each === kind));
  if (unknown === undefined) return OUTLINED_KINDS.filter((kind) => asked.includes(kind));
  throw new Refusal({
    fr: `--only ${unknown} n’est pas un type de territoire (attendu\u202f: ${OUTLINED_KINDS.join(', ')}).`,
    en: `--only ${unknown} is no kind of territory (expected: ${OUTLINED_KINDS.join(', ')}).`,
  });
}

const WHICH = new Refusal({
  fr: `boundaries\u202f: quelle région\u202f? Par exemple\u202f: ess-geo boundaries --region 53`,
  en: 'boundaries: which region? For example: ess-geo boundaries --region 53',
});

const EXPECTED: CommandText = { fr: 'GeoJSON ou TopoJSON, non compressé', en: 'GeoJSON or TopoJSON, not compressed' };

const readAll = (from: readonly string[], read: Read): Promise<readonly Contours[]> =>
  Promise.all(from.map(async (given) => readContours(await read(given, EXPECTED), given)));

/** Reads the EPCI of a region from the commune table that is installed, where it is about that region. */
async function knownEpci(region: string, reader: DocumentReader, cwd: string): Promise<KnownEpci> {
  const departements = DEPARTEMENTS_OF[region] ?? [];
  const communes = ((await packagedCommunes(cwd, reader))?.communes ?? []).filter(({ departement }) =>
    departements.includes(departement),
  );
  const placed = communes.flatMap(({ insee, epci }) => (epci ? [{ insee, epci }] : []));
  return {
    names: new Map(placed.map(({ epci: { siren, name } }) => [siren, name])),
    of: new Map(placed.map(({ insee, epci }) => [insee, epci.siren])),
  };
}

/** Checks the result. @throws Refusal for kinds that were asked for and that the files cannot give */
function checkMade(kinds: readonly OutlinedKind[], made: Readonly<Partial<Record<OutlinedKind, number>>>): void {
  const missing = kinds.length < OUTLINED_KINDS.length ? kinds.filter((kind) => !made[kind]) : [];
  if (missing.length === 0) return;
  throw new Refusal({
    fr: `ces fichiers ne donnent aucun contour de type ${missing.join(', ')} dans la région.`,
    en: `these files give no contour of the kind ${missing.join(', ')} in the region.`,
  });
}

/** One of each; several take an s, but for a word in capitals. */
const WORDS: Readonly<Record<OutlinedKind, CommandText>> = {
  commune: { fr: 'commune', en: 'commune' },
  epci: { fr: 'EPCI', en: 'EPCI' },
  departement: { fr: 'département', en: 'département' },
  region: { fr: 'région', en: 'region' },
};

function reportText({ out, bytes, territories }: BoundariesReport, { lang }: Context): string {
  const counts = OUTLINED_KINDS.flatMap((kind) => {
    const count = territories[kind] ?? 0;
    const plural = count > 1 && kind !== 'epci' ? 's' : '';
    return count ? [`${formatNumber(count, lang)} ${say(WORDS[kind], lang)}${plural}`] : [];
  });
  return `${out} (${formatBytes(bytes, lang)})${lang === 'en' ? '' : '\u202f'}: ${counts.join(', ')}\n`;
}
