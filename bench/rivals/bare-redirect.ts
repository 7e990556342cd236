import fastify from "fastify";

/** A redirect and nothing else: no database, no link, no headers of ours. */
const http = fastify();
http.get("/r/:code", (_request, reply) => {
  void reply.code(302).header("location", "https://example.org/posts/1/1").send();
});
await http.listen({ port: Number(process.env["PORT"]) });
process.once("SIGTERM", () => void http.close());
