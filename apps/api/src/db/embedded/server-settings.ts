import type { EmbeddedConnection } from "./embedded-connection.ts";

/** Settings of PostgreSQL by name, such as `{ fsync: "off" }` for tests. */
export type ServerSettings = Record<string, string>;

/** The command line's settings: they win over whatever the cluster's files say. */
export function settingsArguments(
  connection: Pick<EmbeddedConnection, "host" | "port">,
  extra: ServerSettings,
): string[] {
  const settings: ServerSettings = {
    ...(process.platform === "win32" ? tcpSettings() : socketSettings(connection.host)),
    port: String(connection.port),
    max_connections: "100",
    fsync: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    logging_collector: "off",
    // Statements and the details of violated constraints would carry people's data into the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...extra,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function socketSettings(folder: string): ServerSettings {
  return {
    listen_addresses: "",
    // The setting is a list: quoted, a folder's name may hold commas and spaces.
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
  };
}

function tcpSettings(): ServerSettings {
  return { listen_addresses: "127.0.0.1", unix_socket_directories: "" };
}
