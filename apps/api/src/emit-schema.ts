import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "./schema.ts";

const [target = "schema.graphql"] = process.argv.slice(2);
writeFileSync(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
