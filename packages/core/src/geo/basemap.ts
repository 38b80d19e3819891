/**
 * The ground of a map, `ess-basemap/1`: outlines as quantised TopoJSON, town and sea names, and what they owe to whom.
 * Longitudes and latitudes are in degrees (WGS 84).
 */
import * as z from 'zod/mini';
import { checked } from './checked.ts';

const FORMAT = 'ess-basemap/1';

/** A text in French, and in other languages where it has been written. */
const text = z.catchall(z.object({ fr: z.string() }), z.string());

const lon = z.number().check(z.gte(-180), z.lte(180));
const lat = z.number().check(z.gte(-90), z.lte(90));

/** `[west, south, east, north]` */
const box = z.tuple([lon, lat, lon, lat]);

/* The topology stays mutable in its type, because that is what `topojson-client` asks for. */
const ring = z.array(z.int());
const properties = z.exactOptional(z.record(z.string(), z.unknown()));
/** Outlines of one area. */
const area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), arcs: z.array(ring), properties }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(ring)), properties }),
]);
const lines = z.object({ type: z.literal('MultiLineString'), arcs: z.array(ring), properties });
const areas = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(area) });

const topology = z
  .object({
    type: z.literal('Topology'),
    bbox: z.exactOptional(box),
    transform: z.object({
      scale: z.tuple([z.number(), z.number()]),
      translate: z.tuple([z.number(), z.number()]),
    }),
    arcs: z.array(z.array(z.array(z.int()))),
    objects: z.object({
      land: area,
      region: z.exactOptional(area),
      departements: z.exactOptional(areas),
      borders: z.exactOptional(lines),
    }),
  })
  .check(
    z.refine(({ objects, arcs }) => arcsExist(objects, arcs.length), {
      error: 'an object names an arc that is not there',
    }),
  );

/** Tells whether every arc that an object names exists; `~n` is arc n backwards. Another number would crash the drawing of the map. */
function arcsExist(value: unknown, count: number): boolean {
  if (typeof value === 'number') return (value < 0 ? ~value : value) < count;
  if (Array.isArray(value)) return value.every((item) => arcsExist(item, count));
  if (typeof value !== 'object' || value === null) return true;
  if ('geometries' in value) return arcsExist(value.geometries, count);
  if ('arcs' in value) return arcsExist(value.arcs, count);
  return Object.values(value).every((item) => arcsExist(item, count));
}

const place = z.readonly(
  z.object({
    /** Territory id, for example `commune-35238`. */
    id: z.optional(z.string()),
    name: z.string(),
    lon,
    lat,
    /** 1 is named first. */
    rank: z.int().check(z.gte(1)),
  }),
);

/** An island too small for the outlines: a disc of about its area, `radius` in km. */
const islet = z.readonly(
  z.object({
    name: z.string(),
    lon,
    lat,
    radius: z.number().check(z.gte(0.1), z.lte(20)),
    /** Not of the territory that the map is about. */
    beyond: z.exactOptional(z.literal(true)),
  }),
);

/** Names of what is no town; seas are set in italics. */
const label = z.readonly(z.object({ kind: z.literal('sea'), name: text, lon, lat }));

const licence = z.readonly(z.object({ name: z.string(), licence: z.string(), source: z.string() }));

/** Schema of a basemap file. */
const basemapSchema = z.readonly(
  z.object({
    format: z.literal(FORMAT),
    /** Box that the file covers; land is cut along it. */
    bbox: box,
    /** Box that the view of the whole region shows. */
    focus: box,
    /**
     * Objects: `land` (all land in the box); `region` (the territory the map is about) and its `departements`, which
     * share their arcs with `land`; `borders` where the départements are known as lines only.
     */
    topology,
    /** Land that the outlines leave out. */
    islets: z.exactOptional(z.readonly(z.array(islet))),
    /**
     * Distance, in km, by which the coast, islets included, may differ from the true one: a position farther off is at
     * sea. Without it no position is.
     */
    coastWithin: z.exactOptional(z.number().check(z.gte(0), z.lte(500))),
    /** Towns in the order in which they deserve their name on the map. */
    places: z.readonly(z.array(place)),
    labels: z.readonly(z.array(label)),
    /** To be shown on the map, in the visitor's language. */
    attribution: text,
    licences: z.readonly(z.array(licence)),
  }),
);

/** A basemap: see `basemapSchema`. */
export type Basemap = z.infer<typeof basemapSchema>;
/** A town named on a basemap. */
export type BasemapPlace = Basemap['places'][number];
/** A small island of a basemap. */
export type BasemapIslet = NonNullable<Basemap['islets']>[number];
/** A sea named on a basemap. */
export type BasemapLabel = Basemap['labels'][number];

/**
 * Reads a basemap file.
 * @param value parsed JSON
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export function parseBasemap(value: unknown): Basemap {
  return checked(basemapSchema, value, FORMAT);
}
