/** `npm run spip:zip`: the plugin of SPIP as one archive, `packages/spip/dist/ess_widgets.zip`. */
import path from 'node:path';
import process from 'node:process';
import { type Plugin, writePluginZip } from './plugin-zip.ts';

export const SPIP: Plugin = { name: 'spip', folder: 'ess_widgets', stamped: ['paquet.xml', 'src/Site.php'] };

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) writePluginZip(SPIP);
