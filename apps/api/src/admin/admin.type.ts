import { ObjectType } from "type-graphql";

/** Holds nothing itself: everything in it is resolved, each field behind the same guard. */
@ObjectType("Admin", { description: "What only admins may see. FORBIDDEN for partners." })
export class AdminType {}
