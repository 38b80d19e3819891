import * as z from 'zod/mini';
import { AttendanceTally } from './attendance-tally.ts';
import { Body } from './body.ts';
import { Application, Call } from './call.ts';
import { Category } from './category.ts';
import { AudienceSnapshot, Channel } from './channel.ts';
import { College } from './college.ts';
import { Event } from './event.ts';
import { EventSeries } from './event-series.ts';
import { FundingFiling } from './funding-filing.ts';
import { JobTally } from './job-tally.ts';
import type { Measure } from './measure.ts';
import { Meeting } from './meeting.ts';
import { Membership } from './membership.ts';
import { Network } from './network.ts';
import { Observation } from './observation.ts';
import { Organisation } from './organisation.ts';
import { Participation } from './participation.ts';
import { Period, periodContains } from './period.ts';
import { Programme } from './programme.ts';
import { Project } from './project.ts';
import { Publication } from './publication.ts';
import { StaffMovement } from './staff-movement.ts';
import { SupportMission } from './support-mission.ts';
import { Territory } from './territory.ts';
import { Text } from './text.ts';
import { Vote } from './vote.ts';

/** Major version of the data set format that this release reads. */
export const DATASET_FORMAT = 'ess-dataset/1';

/** The schema of each collection: its name in the manifest, and what one record of it looks like. */
export const collectionSchemas = {
  organisations: Organisation,
  memberships: Membership,
  networks: Network,
  colleges: College,
  territories: Territory,
  bodies: Body,
  meetings: Meeting,
  tallies: AttendanceTally,
  votes: Vote,
  series: EventSeries,
  events: Event,
  programmes: Programme,
  projects: Project,
  channels: Channel,
  audiences: AudienceSnapshot,
  publications: Publication,
  missions: SupportMission,
  jobs: JobTally,
  calls: Call,
  applications: Application,
  participations: Participation,
  movements: StaffMovement,
  filings: FundingFiling,
  categories: Category,
  observations: Observation,
} as const;

export type CollectionName = keyof typeof collectionSchemas;

/** The type of the records of each collection. */
export type CollectionRecords = { readonly [N in CollectionName]: Readonly<z.infer<(typeof collectionSchemas)[N]>> };

/** For which part a collection is complete: inside it records are counted, elsewhere they are only listed. */
export const Coverage = z.object({
  period: z.optional(Period),
  /** Pairs as in the `where` attribute: `flow=joined`. */
  where: z.optional(z.string()),
  complete: z.boolean(),
});
export type Coverage = Readonly<z.infer<typeof Coverage>>;

export const CollectionEntry = z.object({
  href: z.string(),
  count: z.number(),
  hash: z.string(),
  coverage: z._default(z.array(Coverage), []),
});
export type CollectionEntry = Readonly<z.infer<typeof CollectionEntry>>;

/** A document that figures come from: its title and, where it is online, its address. */
export const SourceDocument = z.object({ title: Text, href: z.optional(z.string()), date: z.optional(z.string()) });

/** What a data set is and where its parts are. Addresses are relative to the manifest. Unknown fields are ignored. */
export const Manifest = z.object({
  format: z.string(),
  id: z.string(),
  title: Text,
  publisher: z.object({ name: z.string(), href: z.optional(z.string()) }),
  licence: z.object({ name: z.string(), href: z.optional(z.string()) }),
  contact: z.optional(z.string()),
  language: z.string(),
  /** Day of the publisher's last change, `YYYY-MM-DD`. */
  updated: z.string(),
  nextUpdate: z.optional(z.string()),
  /** Network whose memberships are "the members". */
  network: z.optional(z.string()),
  /** Periods that it describes, latest last; the last one is the default. */
  periods: z.array(Period).check(z.minLength(1)),
  documents: z._default(z.record(z.string(), SourceDocument), {}),
  collections: z.partialRecord(z.string(), CollectionEntry),
  basemap: z.optional(z.string()),
  communes: z.optional(z.string()),
  measures: z.optional(z.string()),
  report: z.optional(z.string()),
});
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/**
 * A data set in memory. `collections` holds only what was asked for and loaded; `base` is the address that relative
 * addresses of the manifest resolve against.
 */
export interface Dataset {
  readonly manifest: Manifest;
  readonly base: string;
  readonly collections: { readonly [N in CollectionName]?: readonly CollectionRecords[N][] };
  /** Measures written by the build, present when they were asked for and match the collections' hashes. */
  readonly measures?: MeasuresDocument;
}

/** What `measures.json` holds: measures computed by the build, and the texts of their indicators. */
export interface MeasuresDocument {
  readonly format: string;
  /** Hash of each collection that the measures were computed from. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, IndicatorTexts>>;
  readonly measures: readonly Measure[];
}

/** What a reader needs to know of an indicator without its code. */
export interface IndicatorTexts {
  readonly label: Text;
  readonly definition: Text;
  readonly kind: 'stock' | 'flow' | 'rate';
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
}

/** A way to split an indicator. Only exclusive dimensions give shares, stacks and sums; others are multiple answers. */
export interface Dimension {
  readonly id: string;
  readonly label: Text;
  readonly exclusive: boolean;
}

/** The records of a collection; empty when the data set has none. @throws TypeError when it has some that were not loaded */
export function records<N extends CollectionName>(dataset: Dataset, name: N): readonly CollectionRecords[N][] {
  const loaded = dataset.collections[name];
  if (loaded) return loaded;
  if (dataset.manifest.collections[name]) {
    throw new TypeError(`collection "${name}" of ${dataset.manifest.id} was not loaded: add it to "need"`);
  }
  return [];
}

/** Reads `college=associations body=bureau` into pairs. A key given twice keeps its last value. */
export function parseWhere(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(/\s+/).filter((word) => word.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/** Whether a collection is declared complete for a period and a part of it. Undeclared means incomplete. */
export function isComplete(dataset: Dataset, name: CollectionName, period: Period, where?: string): boolean {
  const asked = parseWhere(where);
  return (dataset.manifest.collections[name]?.coverage ?? []).some((c) => {
    const declared = Object.entries(parseWhere(c.where));
    return c.complete && (!c.period || periodContains(c.period, period)) && declared.every(([k, v]) => asked[k] === v);
  });
}

/** The latest period that the data set describes. */
export function latestPeriod(manifest: Manifest): Period {
  return manifest.periods[manifest.periods.length - 1] ?? manifest.updated.slice(0, 4);
}
