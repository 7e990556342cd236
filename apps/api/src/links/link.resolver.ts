import type { MicroEuros } from "@contentflow/domain/money";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { Euros } from "../graphql/scalars.ts";
import { createLink } from "./create-link.ts";
import type { Link } from "./link.entity.ts";
import { CreateLinkInput, LinkConnection, LinkType } from "./link.type.ts";
import { listLinks } from "./list-links.ts";

@Resolver(() => LinkType)
export class LinkResolver {
  @For("partner")
  @Query(() => LinkConnection, { description: "The signed-in partner's links, newest first." })
  async links(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many links, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the link before the page." })
    after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<LinkConnection> {
    return listLinks(context.em, (await signedIn(context)).id, { first, after });
  }

  @For("partner")
  @Mutation(() => LinkType, { description: "Makes a tracked link of the signed-in partner." })
  async createLink(
    @Arg("input", () => CreateLinkInput, { description: "The link to make." }) input: CreateLinkInput,
    @Ctx() context: Context,
  ): Promise<LinkType> {
    return createLink(context.app, (await signedIn(context)).id, input);
  }

  @FieldResolver(() => String, { description: "The address to share." })
  url(@Root() link: Link, @Ctx() { app }: Context): string {
    return `${app.publicUrl}/r/${link.code}`;
  }

  @FieldResolver(() => Euros, {
    description:
      "Euros that its next counted click earns: its own rate, else the program's. Past clicks keep theirs.",
  })
  epc(@Root() link: Link, @Ctx() { app }: Context): MicroEuros {
    return link.ownEpc ?? app.terms.epc;
  }
}
