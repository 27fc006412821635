import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

describe("configuration", () => {
  test("nothing set: the embedded database, this machine only", () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: undefined,
      host: "127.0.0.1",
      port: 8080,
      seed: undefined,
    });
  });

  test("an empty variable counts as absent", () => {
    expect(readConfig({ DATABASE_URL: "", TAKT_MES_PORT: "" })).toMatchObject({
      databaseUrl: undefined,
      port: 8080,
    });
  });

  test.each([
    [{ TAKT_MES_PORT: "http" }, "TAKT_MES_PORT must be a port number"],
    [{ TAKT_MES_PORT: "70000" }, "TAKT_MES_PORT"],
    [{ TAKT_MES_PORT: "-1" }, "TAKT_MES_PORT must be a port number"],
    [{ DATABASE_URL: "mysql://plant" }, "DATABASE_URL must begin with postgres://"],
    [{ TAKT_SEED: "everything" }, "TAKT_SEED"],
    [{ TAKT_LOG_LEVEL: "loud" }, "TAKT_LOG_LEVEL"],
    [{ TAKT_MES_TLS_CERT: "mes.pem" }, "TAKT_MES_TLS_KEY must name the key"],
    [{ TAKT_MES_TLS_KEY: "mes.key" }, "TAKT_MES_TLS_CERT must name the certificate"],
  ])("%j is refused by name", (environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  test("M1 with certificate and key named there is https, without them http", () => {
    const files = { TAKT_MES_TLS_CERT: "/etc/takt/mes.pem", TAKT_MES_TLS_KEY: "/etc/takt/mes.key" };
    expect(readConfig(files).tls).toEqual({ certFile: "/etc/takt/mes.pem", keyFile: "/etc/takt/mes.key" });
    expect(readConfig({ TAKT_MES_TLS_CERT: "", TAKT_MES_TLS_KEY: "" }).tls).toBeUndefined();
  });

  test("all faults are told at once, and no value, which may hold a password", () => {
    const bad = { DATABASE_URL: "mysql://user:s3cret@plant", TAKT_MES_PORT: "x" };
    expect(() => readConfig(bad)).toThrow(/DATABASE_URL.*\nTAKT_MES_PORT/);
    expect(() => readConfig(bad)).not.toThrow(/s3cret/);
  });
});
