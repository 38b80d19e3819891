#!/usr/bin/env node
import { ESS_WIDGETS } from './run.ts';
import { runProcess } from './tool.ts';

await runProcess(ESS_WIDGETS);
