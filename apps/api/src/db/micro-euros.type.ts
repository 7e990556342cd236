import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import { Type } from "@mikro-orm/core";

/**
 * Joins the money type to its column: `bigint` micro-euros on both sides, never a float. The ORM asks it about the
 * nulls of nullable columns too, which its types do not say.
 */
export class MicroEurosType extends Type<MicroEuros, string> {
  override convertToDatabaseValue(value: MicroEuros): string {
    return value === null ? value : value.toString();
  }

  override convertToJSValue(value: string): MicroEuros {
    return value === null ? value : microEuros(BigInt(value));
  }

  override compareAsType(): string {
    return "string";
  }

  override getColumnType(): string {
    return "bigint";
  }
}
