import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { MetricEvent } from "../clicks/metric-event.entity.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { batchLoader } from "../graphql/batch-loader.ts";
import { LinkEntity } from "../links/link.entity.ts";
import { MetricEventType } from "./metric-event.type.ts";

@Resolver(() => MetricEventType)
export class MetricEventResolver {
  @For("admin")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Code of the link; null when it is none or not known.",
  })
  async linkCode(@Root() { linkId }: MetricEvent, @Ctx() { em }: Context): Promise<string | null> {
    return linkId ? ((await loadCodes(em, linkId)) ?? null) : null;
  }
}

const loadCodes = batchLoader(async (em, ids) => {
  const links = await em.find(LinkEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  return new Map(links.map(({ id, code }) => [id, code]));
});
