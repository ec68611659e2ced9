import { ArgsType, type ClassType, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";

@InterfaceType("Node", { description: "A thing with an id of its own." })
export abstract class Node {
  @Field(() => ID, { description: "The id: opaque and stable." })
  id!: string;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, description: "How many, from the start; 1 to 100. This or `last` is required." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many, from the end; 1 to 100. This or `first` is required." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string | null;
}

@ObjectType("PageInfo", { description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "There is more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "There is more before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null when empty." })
  startCursor?: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last item; null when empty." })
  endCursor?: string | null;
}

/** The Relay connection and edge types of a noun. Rows are handed through as they are. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One item in a list of ${name} items.` })
  class Edge {
    @Field(() => String, { description: "Its place in the list." })
    cursor!: string;

    @Field(node, { description: "The item." })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} items.` })
  class Connection {
    @Field(() => [Edge], { description: "The items of this page." })
    edges!: readonly Edge[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageInfo;
  }
  return Connection;
}
