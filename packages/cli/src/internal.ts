/** The parts of the command line that `ess-geo` is made of too. Nothing here is promised to anybody else. */

export { Refusal } from '@ess-widgets/core/prepare';
export type { Command, Context } from './command.ts';
export { COMMON_HELP, COMMON_OPTIONS, jsonText, STATUS_HELP, tooMany } from './commands/options.ts';
export { givenAddress } from './dataset/address.ts';
export { packagedCommunes } from './dataset/communes.ts';
export { createReader, type DocumentReader } from './dataset/read.ts';
export { writeFiles } from './dataset/write.ts';
export { EXIT, type ExitStatus } from './exit-status.ts';
export type { Io } from './io.ts';
export { type CommandText, say } from './language.ts';
export { withProgress } from './progress.ts';
export { runProcess, runTool, type Tool } from './tool.ts';
