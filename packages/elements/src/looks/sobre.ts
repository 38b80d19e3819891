import { sobre } from '@ess-widgets/core/charts';
import type { ElementLook } from './look.ts';

export const look: ElementLook = { ...sobre, rules: () => '' };
