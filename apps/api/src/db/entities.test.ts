import type { EntityProperty } from "@mikro-orm/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createOrm, ENTITIES } from "./orm.ts";

// Migrations are written by hand, so nothing but this test keeps the entities equal to the tables.

interface Column {
  readonly name: string;
  readonly nullable: boolean;
  readonly type: string;
}

const TABLES = ENTITIES.map((entity) => entity.meta.tableName);

let database: TestDatabase;
let columns: Map<string, Column[]>;
let entities: Map<string, Column[]>;

beforeAll(async () => {
  database = await createTestDatabase();
  const orm = createOrm(database.owner);
  entities = new Map(
    [...orm.getMetadata().getAll().values()].map(({ tableName, props }) => [
      tableName,
      props.map(mapped).sort(byName),
    ]),
  );
  await orm.close(true);
  columns = new Map();
  for (const table of TABLES) columns.set(table, (await columnsOf(table)).sort(byName));
});
afterAll(() => database.drop());

describe("AC-46 entities and tables", () => {
  test("there is something to compare", () => {
    expect(TABLES.length).toBeGreaterThan(0);
    expect([...entities.keys()].sort()).toEqual([...TABLES].sort());
  });

  test.each(TABLES)("%s has the same columns, types and nullability on both sides", (table) => {
    expect(entities.get(table)).toEqual(columns.get(table));
  });
});

/** A column as the database has it; a named list of values is written as its labels. */
function columnsOf(table: string): Promise<Column[]> {
  return database.sql<Column>(
    `select a.attname as name, not a.attnotnull as nullable,
       coalesce(
         (select 'one of ' || string_agg(e.enumlabel, ', ' order by e.enumlabel) from pg_enum e where e.enumtypid = a.atttypid),
         t.typname) as type
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
}

/** A property as the column it expects. */
function mapped(property: EntityProperty): Column {
  const [name = ""] = property.fieldNames;
  return { name, nullable: property.nullable === true, type: typeOf(property) };
}

const TYPE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(varchar|text)/, "text"],
  [/^timestamptz/, "timestamptz"],
  [/^(int|integer)$/, "int4"],
  [/^bigint$/, "int8"],
  [/^(boolean|bool)$/, "bool"],
  [/^(uuid|date|bytea|jsonb)$/, "$&"],
];

function typeOf({ enum: isEnum, items = [], columnTypes: [type = ""], name }: EntityProperty): string {
  if (isEnum) return `one of ${[...items].sort().join(", ")}`;
  const known = TYPE_NAMES.find(([pattern]) => pattern.test(type));
  if (!known) throw new Error(`${name}: say here which column type ${type} is`);
  return known[1] === "$&" ? type : known[1];
}

function byName(a: Column, b: Column): number {
  return a.name < b.name ? -1 : 1;
}
