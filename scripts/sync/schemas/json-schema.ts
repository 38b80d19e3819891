/** A JSON Schema, or a part of one: a plain object in which only what is looked at is typed. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Schemas by name: they refer to each other by `#/$defs/<name>`. */
export type Pool = ReadonlyMap<string, JsonSchema>;

export const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** Returns the names of the schemas that one refers to, itself or through others, in alphabetical order. */
export function reachableFrom(schema: JsonSchema, pool: Pool): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key !== '$ref' || typeof inner !== 'string') visit(inner);
      else follow(inner.replace('#/$defs/', ''));
    }
  };
  const follow = (name: string): void => {
    if (found.has(name)) return;
    const target = pool.get(name);
    if (!target) throw new Error(`No schema of the name ${name} is known.`);
    found.add(name);
    visit(target);
  };
  visit(schema);
  return [...found].sort();
}
