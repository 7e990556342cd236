import { join } from "node:path";

/** Where things lie in the application's folder. */
export interface FolderLayout {
  dataDir: string;
  cluster: string;
  /** A cluster still being made; renamed to `cluster` once complete. */
  freshCluster: string;
  sockets: string;
  libraries: string;
  log: string;
  password: string;
}

export function folderLayout(dataDir: string): FolderLayout {
  return {
    dataDir,
    cluster: join(dataDir, "postgres"),
    freshCluster: join(dataDir, "postgres.new"),
    sockets: join(dataDir, "postgres-socket"),
    libraries: join(dataDir, "postgres-lib"),
    log: join(dataDir, "postgres.log"),
    password: join(dataDir, "postgres.password"),
  };
}
