/** Conversion of the answers of the State’s service of communes to a commune table, `ess-communes/1`. */
import { departementOfCommune } from '../regions.ts';
import { type CodedName, communeDepartement, type OfficialCommune } from './read.ts';

/** The choice of communes, and the texts of the file. */
interface Wanted {
  /** Codes of the départements whose communes are kept; all where none is named. */
  readonly departements: ReadonlySet<string> | null;
  /** The word for a département in another country. */
  readonly division?: string | undefined;
  readonly attribution: Readonly<Record<string, string>> & { readonly fr: string };
  readonly licences: readonly { readonly name: string; readonly licence: string; readonly source: string }[];
}

/** A commune table as a file. */
export interface CommunesDocument extends Pick<Wanted, 'attribution' | 'licences'> {
  readonly format: 'ess-communes/1';
  readonly columns: {
    readonly insee: readonly string[];
    readonly name: readonly string[];
    readonly lon: readonly (number | null)[];
    readonly lat: readonly (number | null)[];
    readonly postal: readonly (readonly string[])[];
    readonly epci: readonly (number | null)[];
    readonly departement?: readonly (number | null)[];
    readonly population?: readonly (number | null)[];
  };
  readonly epci: readonly { readonly siren: string; readonly name: string }[];
  readonly departements: readonly { readonly code: string; readonly name: { readonly fr: string } }[];
  readonly division?: { readonly fr: string };
}

/** Makes the file: communes by code, each once. */
export function buildCommunes(read: readonly OfficialCommune[], wanted: Wanted): CommunesDocument {
  const communes = [...new Map(read.map((each) => [each.code, each])).values()]
    .filter((each) => wanted.departements?.has(communeDepartement(each)) ?? true)
    .sort(byCode);
  const epci = named(communes.flatMap((each) => each.epci ?? []));
  const places = new Map(epci.map(({ code }, index) => [code, index]));
  const departements = named(communes.flatMap((each) => each.departement ?? []));
  const ranks = new Map(departements.map(({ code }, index) => [code, index]));
  // In France a code begins with that of its département: the file need not say it again.
  const isTold = communes.some(
    ({ code, departement }) => departement && departement.code !== departementOfCommune(code),
  );
  return {
    format: 'ess-communes/1',
    columns: {
      insee: communes.map(({ code }) => code),
      name: communes.map(({ name }) => name),
      lon: communes.map(({ position }) => position?.lon ?? null),
      lat: communes.map(({ position }) => position?.lat ?? null),
      postal: communes.map(({ postal }) => postal),
      epci: communes.map((each) => places.get(each.epci?.code ?? '') ?? null),
      ...(communes.some(({ population }) => population !== null)
        ? { population: communes.map(({ population }) => population) }
        : {}),
      ...(isTold ? { departement: communes.map((each) => ranks.get(each.departement?.code ?? '') ?? null) } : {}),
    },
    epci: epci.map(({ code, name }) => ({ siren: code, name })),
    departements: departements.map(({ code, name }) => ({ code, name: { fr: name } })),
    ...(wanted.division ? { division: { fr: wanted.division } } : {}),
    attribution: wanted.attribution,
    licences: wanted.licences,
  };
}

const byCode = (a: CodedName, b: CodedName): number => (a.code < b.code ? -1 : 1);

/** Returns each once, in the order of codes. */
const named = (list: readonly CodedName[]): readonly CodedName[] =>
  [...new Map(list.map((each) => [each.code, each])).values()].sort(byCode);
