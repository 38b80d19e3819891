import { formatBytes, formatNumber } from '@ess-widgets/core/format';
import {
  COMMON_HELP,
  type Command,
  type CommandText,
  type Context,
  createReader,
  EXIT,
  STATUS_HELP,
  say,
  withProgress,
} from 'ess-widgets/internal';
import type { BasemapReport } from '../contract/basemap-report.ts';
import { giveMade, readsFrom, type Written } from '../documents.ts';
import { leftOut } from '../options.ts';
import { readBasemapArguments } from './arguments.ts';
import { buildBasemap } from './build.ts';
import { readSources, type Sources } from './sources.ts';

/** `ess-geo basemap`: the ground of a map, for a region or a country that has none. */
export const basemap: Command = {
  name: 'basemap',
  summary: {
    fr: 'le fond de carte d’une région ou d’un pays',
    en: 'the ground of the map of a region or a country',
  },
  help: {
    fr: `Usage\u202f: ess-geo basemap --region <code> | --country <pays> | --from <fichier> [options]

Fait un fond de carte léger (terres, territoires, villes, mers) pour l’attribut basemap de la carte et le champ
basemap d’un manifeste. La côte et les limites sont celles de vos contours\u202f; les terres voisines, celles de
Natural Earth, installé avec cette commande.

Options
  --region <code>      code INSEE d’une région de France\u202f: 974\u202f; ses départements, de ce que publie l’État
  --country <pays>     un pays ou un territoire, par ses deux lettres ou son nom\u202f: BE, CH, NC\u202f; de Natural Earth
  --from <fichier>     un fichier ou une adresse de contours, GeoJSON ou TopoJSON, en degrés\u202f: provinces,
                       cantons, départements\u202f; plusieurs fois si besoin
  --layer <nom>        la couche d’un TopoJSON qui en a plusieurs
  --about <nom,…>      ces territoires seulement, par code ou par nom\u202f; les autres sont dessinés autour
  --land <fichier>     les terres voisines\u202f; none\u202f: aucune
  --towns <fichier>    les villes à nommer\u202f: des points GeoJSON avec un nom et une population, ou ce que
                       répond geo.api.gouv.fr\u202f; none\u202f: aucune\u202f; par défaut, pour --region seule, ce service
  --sea <nom,lon,lat>  le nom d’une mer et sa place\u202f; plusieurs fois si besoin
  --focus=<o,s,e,n>    ce que montre la vue d’ensemble, en degrés\u202f; par défaut la part principale
  --detail <mètres>    ce qui est plus petit est laissé de côté\u202f; par défaut ce que permettent 10 Ko
  --attribution <t>    à qui l’on doit les contours
  --out <fichier>      où l’écrire\u202f; par défaut la sortie standard
  --json               le compte rendu en JSON, avec --out
${COMMON_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-geo basemap --region <code> | --country <country> | --from <file> [options]

Makes a light ground (land, territories, towns, seas) for the basemap attribute of the map and the basemap field
of a manifest. Coast and borders are those of your outlines; the land around is that of Natural Earth, installed
with this command.

Options
  --region <code>      INSEE code of a region of France: 974; its départements, from what the State publishes
  --country <country>  a country or a territory, by its two letters or its name: BE, CH, NC; from Natural Earth
  --from <file>        a file or an address of outlines, GeoJSON or TopoJSON, in degrees: provinces, cantons,
                       départements; several times where needed
  --layer <name>       the layer of a TopoJSON that has several
  --about <name,…>     these territories only, by code or by name; the others are drawn around them
  --land <file>        the land around; none: no land
  --towns <file>       the towns to name: GeoJSON points with a name and a population, or what
                       geo.api.gouv.fr answers; none: no towns; for --region alone, that service by default
  --sea <name,lon,lat> the name of a sea and its place; several times where needed
  --focus=<w,s,e,n>    what the view of the whole shows, in degrees; the main part by default
  --detail <metres>    what is smaller is left out; what 10 kB allow by default
  --attribution <t>    to whom the outlines are owed
  --out <file>         where to write it; the standard output by default
  --json               the account as JSON, with --out
${COMMON_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readBasemapArguments(args);
    const reader = createReader(io);
    const sources = await withProgress(READING, context, () => readSources(asked, readsFrom(io.cwd, reader)));
    const built = await withProgress(DRAWING, context, async () => buildBasemap(sources));
    for (const remark of remarksOn(sources, built.apart)) io.err(`${say(remark, lang)}\n`);
    const accountOf = (written: Written): BasemapReport => ({
      ...written,
      gzip: built.gzip,
      detail: Math.round(built.detail),
      focus: built.basemap.focus,
      areas: sources.about.map(({ id, name }) => id ?? name ?? ''),
      towns: built.basemap.places.length,
      ...built.apart,
      skipped: sources.skipped,
    });
    giveMade(built.text, { ...asked, sources: reader.files }, context, accountOf, reportText);
    return EXIT.ok;
  },
};

const READING: CommandText = { fr: 'Lecture des contours', en: 'Reading the outlines' };
const DRAWING: CommandText = { fr: 'Dessin du fond', en: 'Drawing the ground' };
const WITHOUT: CommandText = { fr: 'sans polygone', en: 'without a polygon' };

/** Returns remarks for the author of a ground. */
function remarksOn(
  { skipped, owedToNobody, towns }: Sources,
  { aside, lost }: { aside: number; lost: number },
): readonly CommandText[] {
  const parts = (n: number): CommandText =>
    n === 1 ? { fr: '1 partie', en: '1 part' } : { fr: `${n} parties`, en: `${n} parts` };
  const remarks: (CommandText | false)[] = [
    skipped.length > 0 && leftOut(skipped, WITHOUT),
    lost > 0 && {
      fr: `${parts(lost).fr} hors du fond, trop loin (outre-mer, antiméridien)\u202f: --focus dit quoi montrer, ou faites un fond pour elles.`,
      en: `${parts(lost).en} beyond the ground, too far off (overseas, antimeridian): --focus says what to show, or make a ground for them.`,
    },
    aside > lost && {
      fr: `${parts(aside - lost).fr} hors de la vue d’ensemble, que l’on atteint en déplaçant la carte\u202f: --focus la change.`,
      en: `${parts(aside - lost).en} outside of the view of the whole, reached by moving the map: --focus changes it.`,
    },
    towns === 0 && {
      fr: 'Aucune ville nommée\u202f: --towns en donne un fichier.',
      en: 'No town is named: --towns gives a file of them.',
    },
    owedToNobody && {
      fr: 'À qui doit-on ces contours\u202f? --attribution le dit sur la carte.',
      en: 'To whom are these outlines owed? --attribution says it on the map.',
    },
  ];
  return remarks.flatMap((remark) => remark || []);
}

function reportText({ out, bytes, gzip, areas, towns, detail }: BasemapReport, { lang }: Context): string {
  const [size, sent] = [formatBytes(bytes, lang), formatBytes(gzip, lang)];
  const [territories, named, metres] = [areas.length, towns, detail].map((n) => formatNumber(n, lang));
  const s = (n: number): string => (n > 1 ? 's' : '');
  return `${say(
    {
      fr: `${out} (${size}, ${sent} compressé)\u202f: ${territories} territoire${s(areas.length)}, ${named} ville${s(towns)}, détails de ${metres} m`,
      en: `${out} (${size}, ${sent} compressed): ${territories} ${areas.length > 1 ? 'territories' : 'territory'}, ${named} town${s(towns)}, details of ${metres} m`,
    },
    lang,
  )}\n`;
}
