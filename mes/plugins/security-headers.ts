import type { FastifyInstance } from "fastify";

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), serial=(), usb=()",
};

/** HSTS holds for every port of a host name, so it is only said where the host's own port for https is the MES's. */
const ONLY_SECURE = { "strict-transport-security": "max-age=31536000" };

/** On every answer, pages and API alike. */
export function addSecurityHeaders(
  app: FastifyInstance,
  { isOnlySecure }: { readonly isOnlySecure: boolean },
): void {
  const headers = isOnlySecure ? { ...HEADERS, ...ONLY_SECURE } : HEADERS;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}
