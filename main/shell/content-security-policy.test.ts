import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

test("§8-7 the policy is exactly this one, with one loopback port and nothing unsafe", () => {
  expect(contentSecurityPolicy(45_123).split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src ws://127.0.0.1:45123",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "sandbox allow-scripts allow-same-origin",
  ]);
});

test("§8-7 a page that speaks to nobody may connect to nothing", () => {
  expect(contentSecurityPolicy(undefined)).not.toContain("connect-src");
});
