import type { MicroEuros } from "@contentflow/domain/money";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn, signedInId } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { Euros } from "../graphql/scalars.ts";
import { createLink } from "./create-link.ts";
import { findLink } from "./find-link.ts";
import type { Link } from "./link.entity.ts";
import { CreateLinkInput, LinkConnection, LinkType } from "./link.type.ts";
import { LinkClickConnection } from "./link-click.type.ts";
import { listLinkClicks } from "./list-link-clicks.ts";
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
  @Query(() => LinkType, {
    description: "One of the signed-in partner's own links; NOT_FOUND when it is not theirs.",
  })
  async link(
    @Arg("code", () => String, { description: "Short code, the last part of `url`." }) code: string,
    @Ctx() context: Context,
  ): Promise<LinkType> {
    return findLink(context.em, await signedInId(context), code);
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

  @For("partner")
  @FieldResolver(() => LinkClickConnection, {
    description: "Who followed it lately, newest first: as far back as single clicks are kept.",
  })
  recentClicks(
    @Root() link: Link,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many clicks, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the click before the page." })
    after: string | null | undefined,
    @Ctx() { app, em }: Context,
  ): ReturnType<typeof listLinkClicks> {
    return listLinkClicks(app, em, link, { first, after });
  }
}
