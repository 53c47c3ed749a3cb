import { z } from "zod";

/** What an author is told when a field is wrong. */
export interface FieldRule {
  /** Completes "expected …". */
  expected: string;
  /** What to write, as YAML, perhaps made from what was found; "" where the field must not stand at all. */
  example: string | ((found: unknown) => string);
}

/** Where a field stands: names of fields and positions in lists, from the outside in. */
export type FieldPath = readonly PropertyKey[];

const rules = z.registry<FieldRule>();

/**
 * Gives a schema the words that an author is told when a value does not fit it.
 * @returns a schema of its own: what several fields hold has other words in each
 */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  expected: string,
  example: FieldRule["example"],
): Schema {
  const own = schema.clone();
  rules.add(own, { expected, example });
  return own;
}

/** A field that may be left out. */
export function optional<Schema extends z.ZodType>(schema: Schema, expected: string, example: FieldRule["example"]) {
  return field(schema.optional(), expected, example);
}

/** What the author is told about the field at this path, by the nearest field that has words for it. */
export function ruleAt(schema: z.ZodType, path: FieldPath): FieldRule | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const inner = schemaAt(schema, path.slice(0, length));
    const rule = inner && rules.get(inner);
    if (rule) return rule;
  }
  return undefined;
}

/** Whether what stands at this path may be words. */
export function takesText(schema: z.ZodType, path: FieldPath): boolean {
  return schemaAt(schema, path)?.safeParse("words").success ?? false;
}

/** Names of the fields that may stand at this path. */
export function fieldsAt(schema: z.ZodType, path: FieldPath): string[] {
  const inner = unwrap(schemaAt(schema, path));
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function schemaAt(schema: z.ZodType, path: FieldPath): z.ZodType | undefined {
  let found: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner = unwrap(found);
    const name = String(step);
    if (inner instanceof z.ZodObject) found = Object.hasOwn(inner.shape, name) ? inner.shape[name] : undefined;
    else if (inner instanceof z.ZodArray) found = inner.element as z.ZodType;
    else return undefined;
  }
  return found;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}
