import { css } from 'lit';

/** Styles that keep a report from shifting while it is loaded: room for blocks to come, and hidden content below them. */
export const layoutShiftStyles = css`
  @media screen {
    /* About what stands there later: what a reader scrolls to moves little. */
    .room {
      /* It is replaced: the browser would lose what it holds the page by. */
      overflow-anchor: none;
      min-block-size: 22rem;
    }
    .room.trend {
      min-block-size: 28rem;
    }
    .room.map {
      min-block-size: 46rem;
    }
    .blocks > :not(:defined) {
      display: block;
      min-block-size: 22rem;
    }
    .blocks > :is(ess-breakdown, ess-table, ess-timeline, ess-event-agenda):state(loading) {
      min-block-size: 22rem;
    }
    .blocks > ess-trend:is(:not(:defined), :state(loading)) {
      min-block-size: 28rem;
    }
    .blocks > ess-member-map:is(:not(:defined), :state(loading)) {
      min-block-size: 46rem;
    }
    /* A narrow map is as high as a part of the screen. */
    @container (max-width: 30rem) {
      .room.map,
      .blocks > ess-member-map:is(:not(:defined), :state(loading)) {
        min-block-size: calc(34rem + clamp(13rem, 60svh, 30rem));
      }
    }
    .room.indicators {
      min-block-size: 9rem;
    }
    .room.observations,
    .room.checks {
      min-block-size: var(--_target);
    }
    /* Until what stands above it has its height. */
    .held {
      visibility: hidden;
    }
  }
`;
