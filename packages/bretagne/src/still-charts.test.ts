import { readFile } from 'node:fs/promises';
import { choices, lightStill, lightTags, skinClasses } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

const FILE = new URL('../data/measures.json', import.meta.url);
const dataset: Dataset = { ...(await readDataset()), measures: JSON.parse(await readFile(FILE, 'utf8')) };
const indicators = Object.entries(dataset.measures?.indicators ?? {});

/** Returns the chart that a still draws of a figure; undefined where there is no still. */
function chartOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const still = lightStill(dataset, { tag: 'ess-breakdown', attributes, lang: 'fr', today: '2025-03-05' });
  return still?.html.match(/ess-still ess-([a-z]+)/)?.[1];
}

/** Returns the figures by the chart that is drawn of them. */
function drawn(chart: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const [id] of indicators) {
    const name = chartOf({ indicator: id, ...chart }) ?? 'none';
    found[name] = [...(found[name] ?? []), id];
  }
  return found;
}

/** Classes that skins have rules for. */
const CLASSES = new Set(skinClasses());

describe('the chart of a still', () => {
  it('is that of the live widget for every shipped figure, by default', () => {
    expect(drawn({})).toMatchInlineSnapshot(`
      {
        "bars": [
          "audience-followers",
          "publications-count",
          "events-held",
          "body-meetings-expected",
          "body-meetings",
          "themed-meetings",
          "seats-held",
          "vote-share",
          "members-stock",
          "staff-headcount",
          "training-reach",
          "attendance-by-affiliation",
          "attendance-parity",
          "attendance-total",
          "interviews-count",
          "network-members",
          "participation-organisations",
          "participation-rate",
          "sites-count",
          "survey-response-rate",
          "survey-responses",
          "call-applications",
          "call-success-rate",
          "dla-permanent-share",
          "dla-structures",
          "projects-count",
          "territory-coverage",
          "school-projects",
          "aio-satisfaction",
          "aio-welcomed",
          "tee-conversion",
          "tee-sensitised",
          "tee-supported",
        ],
        "none": [
          "month-attendance-per-event",
          "month-attendance",
          "month-events-per-organiser",
          "month-events",
          "month-member-organisers",
          "month-national-events",
          "month-organisers",
          "month-poster-sites",
          "prizes-awarded",
          "prize-amount",
          "members-growth-streak",
          "members-left",
          "members-net",
          "staff-fte",
          "staff-movements",
          "training-per-head",
          "dla-jobs-per-structure",
          "population",
          "population-share",
          "civic-service-volunteers",
          "school-pupils",
          "school-teachers",
          "school-week-pupils",
          "webinars-cancelled",
          "webinars-planned",
          "rdv-ess-attendance",
          "regional-conference-attendance",
          "poles-organisations",
          "certification-candidates",
          "certification-certified",
        ],
        "share": [
          "month-member-organisers-share",
          "month-member-participation",
          "month-national-share",
          "governance-represented-mandates",
          "members-joined",
          "members-retention",
          "funding-filings",
          "internships",
          "training-departures",
          "dla-jobs",
          "dla-missions",
          "webinar-attendance",
          "webinar-audience",
          "webinar-cancellation",
          "steering-attendance",
          "certification-rate",
          "research-projects",
        ],
        "stack": [
          "governance-attendance",
          "dla-time-allocation",
        ],
        "table": [
          "audience-change",
          "audience-growth",
        ],
      }
    `);
  });

  it('is that of the live widget where the choice is left to the data', () => {
    expect(drawn({ chart: 'auto' })).toMatchInlineSnapshot(`
      {
        "bars": [
          "publications-count",
          "events-held",
          "body-meetings-expected",
          "body-meetings",
          "themed-meetings",
          "seats-held",
          "vote-share",
          "staff-headcount",
          "training-reach",
          "attendance-by-affiliation",
          "attendance-parity",
          "attendance-total",
          "interviews-count",
          "network-members",
          "participation-organisations",
          "participation-rate",
          "sites-count",
          "survey-response-rate",
          "survey-responses",
          "call-applications",
          "call-success-rate",
          "dla-permanent-share",
          "dla-structures",
          "projects-count",
          "territory-coverage",
          "school-projects",
          "aio-satisfaction",
          "aio-welcomed",
          "tee-sensitised",
          "tee-supported",
        ],
        "bridge": [
          "members-stock",
        ],
        "dots": [
          "month-member-participation",
          "members-retention",
          "webinar-cancellation",
          "certification-rate",
          "tee-conversion",
        ],
        "dumbbell": [
          "audience-followers",
          "governance-attendance",
        ],
        "none": [
          "month-attendance-per-event",
          "month-attendance",
          "month-events-per-organiser",
          "month-events",
          "month-member-organisers",
          "month-national-events",
          "month-organisers",
          "month-poster-sites",
          "prizes-awarded",
          "prize-amount",
          "members-growth-streak",
          "members-left",
          "members-net",
          "staff-fte",
          "staff-movements",
          "training-per-head",
          "dla-jobs-per-structure",
          "population",
          "population-share",
          "civic-service-volunteers",
          "school-pupils",
          "school-teachers",
          "school-week-pupils",
          "webinars-cancelled",
          "webinars-planned",
          "rdv-ess-attendance",
          "regional-conference-attendance",
          "poles-organisations",
          "certification-candidates",
          "certification-certified",
        ],
        "share": [
          "month-member-organisers-share",
          "month-national-share",
          "governance-represented-mandates",
          "members-joined",
          "funding-filings",
          "internships",
          "training-departures",
          "dla-jobs",
          "dla-missions",
          "webinar-attendance",
          "webinar-audience",
          "steering-attendance",
          "research-projects",
        ],
        "stack": [
          "dla-time-allocation",
        ],
        "table": [
          "audience-change",
          "audience-growth",
        ],
      }
    `);
  });

  it('has only the elements, attributes and classes of stills', () => {
    const asked = ['', ...Object.keys(choices)].flatMap((chart) =>
      indicators.map(([indicator]) => ({
        tag: 'ess-breakdown',
        attributes: { indicator, ...(chart ? { chart } : {}) },
      })),
    );
    const trends = indicators.map(([indicator]) => ({ tag: 'ess-trend', attributes: { indicator } }));
    const tables = indicators.map(([indicator]) => ({ tag: 'ess-table', attributes: { indicator } }));
    const seen = new Set<string>();
    for (const one of [...asked, ...trends, ...tables]) {
      const { html = '' } = lightStill(dataset, { ...one, lang: 'fr', today: '2025-03-05' }) ?? {};
      for (const [, name = '', given = ''] of html.matchAll(/<([a-z\d]+)((?: [a-zA-Z\d-]+="[^"]*")*)\/?>/g)) {
        seen.add(name);
        for (const [, attribute = '', value = ''] of given.matchAll(/ ([a-zA-Z\d-]+)="([^"]*)"/g)) {
          if (attribute === 'class') for (const each of value.split(' ')) expect(CLASSES, each).toContain(each);
          else expect(lightTags[name], `${name} ${attribute}`).toContain(attribute);
        }
      }
    }
    expect([...seen].sort()).toEqual(
      'circle details div figcaption figure g li line p path span strong summary svg table tbody td text tfoot th thead time tr ul'.split(
        ' ',
      ),
    );
  });
});
