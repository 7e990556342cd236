import type { FastifyInstance, FastifyReply } from "fastify";
import { mailListPage, mailPage } from "./dev-mail.page.ts";
import { listMails, readMail } from "./stored-mails.ts";

/**
 * `/dev/mail`: the latest 50 mails in `mailDir`, to read instead of a mailbox. Whoever can open it can sign in as
 * anyone: for development and the demo only.
 */
export function registerDevMail(app: FastifyInstance, mailDir: string): void {
  app.get("/dev/mail", async (_request, reply) => sendPage(reply, mailListPage(await listMails(mailDir))));

  app.get<{ Params: { name: string } }>("/dev/mail/:name", async (request, reply) => {
    const mail = await readMail(mailDir, request.params.name);
    if (mail === null) return reply.callNotFound();
    return sendPage(reply, mailPage(mail));
  });
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'")
    .send(html);
}
