import { findCommune, parseCommunes, suggestCommunes } from '@ess-widgets/core/geo';
import type { Placement, Placer } from '@ess-widgets/core/model';
