import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** What to say instead of the usual, by command; CONNECT is the greeting, CONTENT the answer to a finished mail. */
interface Replies {
  CONNECT?: string;
  CONTENT?: string;
  [command: string]: string | undefined;
}

interface ReceivedMail {
  recipients: string[];
  data: string;
}

/** A relay for tests: takes mails over real SMTP and keeps them. */
export async function startFakeSmtpServer(replies: Replies = {}, port = 0) {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    talk(socket, received, replies);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    connections: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function talk(socket: Socket, received: ReceivedMail[], replies: Replies) {
  let mail: ReceivedMail = { recipients: [], data: "" };
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say(replies.CONNECT ?? "220 fake");
  createInterface({ input: socket }).on("line", (line) => {
    if (inData) {
      if (line !== ".") {
        mail.data += `${line}\n`;
        return;
      }
      inData = false;
      const reply = replies.CONTENT ?? "250 taken";
      if (reply.startsWith("2")) received.push(mail);
      mail = { recipients: [], data: "" };
      say(reply);
      return;
    }
    const command = line.split(" ", 1)[0]?.toUpperCase() ?? "";
    const reply = replies[command];
    if (command === "RCPT" && reply === undefined) mail.recipients.push(line.slice("RCPT TO:".length));
    if (command === "DATA" && reply === undefined) inData = true;
    say(reply ?? (command === "DATA" ? "354 go on" : command === "QUIT" ? "221 bye" : "250 fine"));
    if (command === "QUIT") socket.end();
  });
}
