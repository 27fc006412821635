import type { MachineEndpoint } from "./machine-endpoint.ts";

/** A certificate as people compare it. */
export interface CertificateName {
  readonly subject: string;
  /** "A1:B2:…" */
  readonly sha256: string;
}

export interface FailureContext {
  readonly endpoint: MachineEndpoint;
  /** The machine's certificate, when it was refused in this attempt. */
  readonly refused?: CertificateName;
  readonly own?: CertificateName;
}

/** The machine was reached and trusted, and turned away whoever the station said it is. */
export class LoginRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LoginRefused";
  }
}

/** Says in a technician's words why a connection did not come about, and what to do. */
export function connectFailure(error: unknown, context: FailureContext): Error {
  const message = error instanceof Error ? error.message : String(error);
  const found = KNOWN.find(({ pattern }) => pattern.test(message));
  if (found === undefined) {
    const words = `No connection to ${context.endpoint.endpointUrl}: ${firstLine(message)}`;
    return new Error(words, { cause: error });
  }
  const words = found.words(context);
  const isLogin = found.isLogin === true && context.endpoint.identity !== "anonymous";
  return isLogin ? new LoginRefused(words, { cause: error }) : new Error(words, { cause: error });
}

interface KnownFailure {
  readonly pattern: RegExp;
  readonly isLogin?: true;
  words(context: FailureContext): string;
}

const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /BadCertificateUntrusted|BadCertificateChainIncomplete/,
    words: ({ refused, endpoint }) =>
      `server certificate not trusted yet: ${nameOf(refused)}; compare it at the machine, then move it from ${endpoint.pkiDir}/rejected to trusted/certs`,
  },
  {
    pattern: /BadCertificate(Issuer)?TimeInvalid/,
    words: ({ refused }) => `server certificate is expired or not valid yet: ${nameOf(refused)}`,
  },
  {
    pattern: /BadCertificate(Issuer)?Revo/,
    words: ({ refused }) =>
      `server certificate is revoked, or its revocation list is missing: ${nameOf(refused)}`,
  },
  {
    pattern: /BadCertificateHostNameInvalid/,
    words: ({ endpoint }) =>
      `The certificate of the machine is made out for another address than ${endpoint.endpointUrl}; give the machine a new one, or allow it for this machine`,
  },
  {
    pattern: /BadCertificateUriInvalid/,
    words: () => "The certificate of the machine belongs to another application than the one that answers",
  },
  {
    pattern: /password in the clear/,
    words: () => "The machine wants the password unencrypted; it was not sent. Use SignAndEncrypt",
  },
  {
    pattern: /BadCertificate\w+Invalid|server Certificate verification failed/,
    words: ({ refused }) => `server certificate is not acceptable: ${nameOf(refused)}`,
  },
  {
    pattern: /BadUserAccessDenied|BadIdentityToken/,
    isLogin: true,
    words: ({ endpoint }) =>
      endpoint.user === undefined
        ? "The machine wants a user name and password, and none is configured"
        : `The machine refuses the user "${endpoint.user}" or the password`,
  },
  {
    pattern: /BadSecurityChecksFailed|BadSecureChannelClosed|BadCertificateUseNotAllowed/,
    words: ({ own }) => `The machine does not trust this station yet: accept ${nameOf(own)} there`,
  },
  {
    pattern: /annot find (an )?end ?point|No end point matching/i,
    words: ({ endpoint }) =>
      `The machine offers no connection with ${endpoint.securityMode} and ${endpoint.securityPolicy ?? "Basic256Sha256"}; no weaker one is tried`,
  },
  {
    pattern: /BadTooManySessions/,
    words: () => "The machine has no free session: another program holds them all",
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN/,
    words: ({ endpoint }) => `The name in ${endpoint.endpointUrl} is not known in this network`,
  },
  {
    pattern:
      /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|imeout|may not be reachable|onnection|socket/i,
    words: ({ endpoint }) => `The machine does not answer at ${endpoint.endpointUrl}`,
  },
];

function nameOf(certificate: CertificateName | undefined): string {
  return certificate ? `${certificate.subject}, SHA-256 ${certificate.sha256}` : "unknown certificate";
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}
