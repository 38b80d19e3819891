import { dsfr } from '@ess-widgets/core/charts';
import type { ElementLook } from './look.ts';

export const look: ElementLook = {
  ...dsfr,
  rules: (host) => `${host}{--_serif:var(--_font-title)}${host} :is(.badge,.button,.stage){border-radius:0}`,
};
