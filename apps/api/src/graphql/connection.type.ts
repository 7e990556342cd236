import type { ClassType } from "type-graphql";
import { Field, Int, ObjectType } from "type-graphql";
import type { Connection, Edge } from "./connection.ts";

@ObjectType({ description: "Where a page of a list stands in the whole. Cursors are opaque." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follow after `endCursor`." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether this page was asked for with `after`." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first entry; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Pass it as `after` for the next page; null on an empty page.",
  })
  endCursor!: string | null;
}

/** The Relay edge and connection of a node type, named after it. `counted` adds `totalCount` where it is cheap. */
export function connectionTypes<Node extends object>(name: string, NodeType: ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: "Opaque place of this entry, for `after`." })
    cursor!: string;

    @Field(() => NodeType, { description: "The entry itself." })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${name} entries, newest first unless said otherwise.`,
  })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: "The entries of this page." })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageInfo;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${name} entries, newest first unless said otherwise.`,
  })
  class CountedConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: "The entries of this page." })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many entries the whole list has." })
    totalCount!: number;
  }

  return { Connection: ConnectionType, CountedConnection: CountedConnectionType };
}
