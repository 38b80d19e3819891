import type * as z from 'zod/mini';
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
import { Meeting } from './meeting.ts';
import { Membership } from './membership.ts';
import { Network } from './network.ts';
import { Observation } from './observation.ts';
import { Organisation } from './organisation.ts';
import { Participation } from './participation.ts';
import { Prize } from './prize.ts';
import { Programme } from './programme.ts';
import { Project } from './project.ts';
import { Publication } from './publication.ts';
import { Seat } from './seat.ts';
import { StaffMovement } from './staff-movement.ts';
import { SupportMission } from './support-mission.ts';
import { Territory } from './territory.ts';
import { Vote } from './vote.ts';

/** The schema of each collection: its name in the manifest, and what one record of it looks like. */
export const collectionSchemas = {
  organisations: Organisation,
  memberships: Membership,
  networks: Network,
  colleges: College,
  territories: Territory,
  bodies: Body,
  seats: Seat,
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
  prizes: Prize,
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
