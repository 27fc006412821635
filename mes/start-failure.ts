import { DatabaseError } from "./database/database-error.ts";
import { IngressError } from "./durability/ingress-error.ts";
import { IdentityError } from "./establish-identity.ts";
import { DataLockedError } from "./secrets/data-lock.ts";
import { ServerIdentityError } from "./tls/server-identity.ts";

const IN_WORDS = [DatabaseError, IngressError, IdentityError, DataLockedError, ServerIdentityError];

/** What to do about a fault of the operating system or of PostgreSQL, by its code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "set TAKT_MES_PORT to a free port",
  EADDRNOTAVAIL: "set TAKT_MES_HOST to an address of this computer, or to 0.0.0.0 for all of them",
  ENOSPC: "free some disk space",
  ENOTDIR: "set TAKT_DATA to a folder",
  EROFS: "set TAKT_DATA to a folder on a disk that can be written",
  "42501": "make the MES's user the owner of its database (ALTER DATABASE … OWNER TO …)",
};
const NO_RIGHT = new Set(["EACCES", "EPERM"]);

/** Why the MES does not start: what a person can mend in one sentence, anything else with its stack. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const remedy = remedyOf(error);
  if (remedy !== undefined) return `${error.message}; ${remedy}`;
  return IN_WORDS.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

function remedyOf(error: Error): string | undefined {
  if (!("code" in error)) return undefined;
  const code = String(error.code);
  const syscall = "syscall" in error ? error.syscall : undefined;
  if (code === "ENOENT" && syscall === "mkdir") return REMEDIES.EROFS; // Node's word for a disk that may only be read
  if (!NO_RIGHT.has(code)) return REMEDIES[code];
  return syscall === "listen"
    ? "only root may listen there: set TAKT_MES_PORT to 1024 or more"
    : "let the user who runs the MES write to the data folder (TAKT_DATA)";
}
