import { type MicroEuros, ZERO } from "@contentflow/domain/money";
import { FieldResolver, Resolver, Root } from "type-graphql";
import type { MetricEvent } from "../clicks/metric-event.entity.ts";
import { Euros } from "../graphql/scalars.ts";
import { LinkClickType } from "./link-click.type.ts";

@Resolver(() => LinkClickType)
export class LinkClickResolver {
  @FieldResolver(() => Euros, {
    description: 'Euros that it earned, at the rate of the moment it was recorded; "0.00" unless it counts.',
  })
  earned(@Root() { verdict, epc }: MetricEvent): MicroEuros {
    return verdict === "counted" ? epc : ZERO;
  }
}
