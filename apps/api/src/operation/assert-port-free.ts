import { createServer } from "node:net";
import { UsageError } from "./explain-failure.ts";

/**
 * To be called before anything is opened: the commonest mistake deserves the quickest answer.
 * @throws UsageError
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError(
          error.code === "EADDRINUSE"
            ? `Port ${port} is already in use: stop what listens there, or set PORT to another.`
            : `Port ${port} cannot be listened on (${error.code}): set PORT or HOST to something else.`,
        ),
      );
    });
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}
