import { jsonSchemas } from './sync/schemas.ts';
import { write } from './sync/files.ts';
import path from 'node:path';
const root = path.resolve(import.meta.dirname,'..');
const g = jsonSchemas(root); write(root, g); console.log([...g.keys()].join('\n'));
