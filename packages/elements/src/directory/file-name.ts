import { layerLabels } from '@ess-widgets/core/charts';
import { DIRECTORY_LAYERS, latestPeriod } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';
import type { Directory } from './types.ts';

/** Returns "adherents-2024": the layers and the period. */
export function fileName(scope: { readonly period?: string }, { layers, dataset }: Directory, m: Localized): string {
  const kinds = DIRECTORY_LAYERS.filter((layer) => layers.has(layer));
  const words = (kinds.length ? kinds : (['members'] as const)).map((layer) => m.text(layerLabels[layer]));
  return [...words, scope.period ?? latestPeriod(dataset.manifest)]
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
}
