import { type CommuneTable, communeTable } from './communes.ts';
import { communesFile } from './communes-file.ts';

/**
 * Reads a commune file.
 * @param value parsed JSON
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export const parseCommunes = (value: unknown): CommuneTable => communeTable(communesFile(value));
