#!/usr/bin/env node
import { runProcess } from 'ess-widgets/internal';
import { ESS_GEO } from './ess-geo.ts';

await runProcess(ESS_GEO);
