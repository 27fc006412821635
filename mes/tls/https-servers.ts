import { createServer, type Server } from "node:https";
import type { FastifyServerFactory } from "fastify";
import type { MesLog } from "../mes-log.ts";
import { createHandshakeLog } from "./handshake-log.ts";
import {
  type IdentityFiles,
  readServerIdentity,
  type ServerIdentity,
  ServerIdentityError,
} from "./server-identity.ts";

/** A renewed certificate is taken over at most so much later. */
const LOOK_MS = 10_000;
/** Whoever has not finished the TLS handshake by then is cut off. */
const HANDSHAKE_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;
const WARN_BEFORE_MS = 30 * DAY_MS;
/** Stated here, so that no option or variable of the surroundings can lower it. */
const MIN_VERSION = "TLSv1.2";

export interface HttpsServers {
  readonly serverFactory: FastifyServerFactory;
  /** Looks at the files now: what has changed and goes together is shown from the next connection on. */
  look(): Promise<void>;
  close(): void;
}

export interface HttpsServersOptions {
  readonly files: IdentityFiles;
  readonly log: MesLog;
  readonly nowMs: () => number;
}

/**
 * Servers that show the certificate in the files, and a renewed one without a restart. Files that cannot be used while the
 * MES runs (half copied, key not yet exchanged) leave what is shown as it is.
 *
 * @throws ServerIdentityError when they cannot be used at the start
 */
export async function openHttpsServers({ files, log, nowMs }: HttpsServersOptions): Promise<HttpsServers> {
  let shown = await readServerIdentity(files);
  const servers = new Set<Server>();
  const tellFailedHandshake = createHandshakeLog(log, nowMs);
  const warn = createExpiryWarning(log, nowMs);
  let lastFault: string | undefined;
  warn(shown);
  const take = (identity: ServerIdentity) => {
    shown = identity;
    for (const server of servers) server.setSecureContext(contextOf(identity));
    const { subject, validToUtc } = identity;
    log.info({ subject, validToUtc }, "a renewed certificate is shown from now on");
  };
  const look = async () => {
    try {
      const found = await readServerIdentity(files);
      lastFault = undefined;
      if (found.cert !== shown.cert || found.key !== shown.key) take(found);
    } catch (error) {
      if (!(error instanceof ServerIdentityError)) throw error;
      if (error.message !== lastFault)
        log.warn(
          { reason: error.message },
          "the files of the certificate cannot be used; the one before is still shown",
        );
      lastFault = error.message;
    }
    warn(shown);
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    serverFactory(handler) {
      const options = { ...contextOf(shown), handshakeTimeout: HANDSHAKE_TIMEOUT_MS };
      const server = createServer(options, handler);
      server.requestTimeout = REQUEST_TIMEOUT_MS;
      server.on("tlsClientError", tellFailedHandshake);
      servers.add(server);
      return server;
    },
    look,
    close: () => clearInterval(timer),
  };
}

function contextOf({ cert, key }: ServerIdentity) {
  return { cert, key, minVersion: MIN_VERSION } as const;
}

/** Once a day while the certificate has less than 30 days to go. */
function createExpiryWarning(log: MesLog, nowMs: () => number): (shown: ServerIdentity) => void {
  let warnedMs = Number.NEGATIVE_INFINITY;
  return ({ validToUtc }) => {
    const now = nowMs();
    if (Date.parse(validToUtc) - now > WARN_BEFORE_MS || now - warnedMs < DAY_MS) return;
    warnedMs = now;
    log.warn({ validToUtc }, "the certificate of the MES ends soon; stations refuse one that has expired");
  };
}
